/**
 * Builds the harness once for all files of the layer, and serves it on this machine: as the window is built, and once
 * more with React's strict checks, which draw everything twice and take a third longer.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { build, type PreviewServer, preview } from 'vite'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The addresses that the harness is served at. */
    harness: Readonly<Record<Checks, string>>
  }
}

export type Checks = 'as-shipped' | 'strict'

const targets = ['chrome125', 'firefox126', 'safari17.5']

/** @returns takes the build away */
export default async function serveHarness({ provide }: TestProject): Promise<() => Promise<void>> {
  const folders = [await buildWith('production'), await buildWith('development')] as const
  const [asShipped, strict] = [await serve(folders[0]), await serve(folders[1])]
  provide('harness', { 'as-shipped': addressOf(asShipped), strict: addressOf(strict) })
  return async () => {
    await asShipped.close()
    await strict.close()
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  }
}

const serve = (folder: string): Promise<PreviewServer> =>
  preview({
    root: import.meta.dirname,
    base: './',
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0 },
  })

const addressOf = ({ resolvedUrls }: PreviewServer): string => resolvedUrls?.local[0] ?? ''

/** @returns the folder */
async function buildWith(environment: 'production' | 'development'): Promise<string> {
  const outDir = mkdtempSync(path.join(tmpdir(), 'fair-hearing-harness-'))
  const before = process.env.NODE_ENV
  // React and the way it is written into the page go by it.
  process.env.NODE_ENV = environment
  await build({
    root: import.meta.dirname,
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      target: targets,
      cssTarget: targets,
      // One function without imports, which `again.ts` can run anew; the styles stay where they are.
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
      rolldownOptions: { output: { format: 'iife' } },
    },
  })
  process.env.NODE_ENV = before
  return outDir
}
