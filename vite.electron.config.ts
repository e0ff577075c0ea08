/** Bundles everything that runs under Node: the app, the command line, browser mode and the workers. */
import { existsSync, globSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from 'vite'

const root = import.meta.dirname
const workers = globSync('electron/workers/*.worker.ts', { cwd: root })

/** Name in out/electron, and source. What does not exist is left out. */
const sources: readonly (readonly [string, string])[] = [
  ['main', 'electron/main.ts'],
  ['cli', 'electron/cli/main.ts'],
  ['start-browser', 'electron/start-browser.ts'],
  ...workers.map((file) => [path.basename(file, '.ts'), file] as const),
]
const input = Object.fromEntries(sources.filter(([, file]) => existsSync(path.join(root, file))))

export default defineConfig({
  root,
  publicDir: false,
  // Nothing is left to be found in node_modules: the packed app has none.
  ssr: { noExternal: true, external: ['electron'], target: 'node' },
  build: {
    ssr: true,
    outDir: 'out/electron',
    emptyOutDir: true,
    target: 'node24',
    // Readable on purpose: what runs on a moderator's machine can be read there.
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input,
      // One folder: workers are started by `new URL('./name.worker.js', import.meta.url)`.
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared-[hash].js' },
    },
  },
})
