/** Bundles the preload: one CommonJS file, the only kind a sandboxed page can load. */
import path from 'node:path'
import { defineConfig } from 'vite'

const root = import.meta.dirname

export default defineConfig({
  root,
  publicDir: false,
  ssr: { noExternal: true, external: ['electron'], target: 'node' },
  build: {
    ssr: path.join(root, 'electron/preload.ts'),
    outDir: 'out/electron',
    // Built beside what vite.electron.config.ts built.
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    sourcemap: false,
    rolldownOptions: { output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false } },
  },
})
