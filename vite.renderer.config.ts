/** Builds the window to out/renderer: relative addresses, no inline scripts or styles, so that a strict CSP holds. */
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Every one of these knows `light-dark()`, so the colours reach the window as they are written. */
export const browsers = ['chrome125', 'firefox126', 'safari17.5']

export default defineConfig({
  root: path.join(import.meta.dirname, 'renderer'),
  base: './',
  plugins: [react()],
  server: { host: '127.0.0.1', strictPort: true },
  build: {
    outDir: path.join(import.meta.dirname, 'out/renderer'),
    emptyOutDir: true,
    minify: true,
    target: browsers,
    cssTarget: browsers,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
