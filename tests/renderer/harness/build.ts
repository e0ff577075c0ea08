/**
 * Builds the harness once for all files of the layer: as the window is built, and once more with React's strict checks,
 * which draw everything twice and take a third longer.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folders that the harness is built into. */
    harness: Readonly<Record<Checks, string>>
  }
}

export type Checks = 'as-shipped' | 'strict'

const targets = ['chrome125', 'firefox126', 'safari17.5']

/** @returns takes the build away */
export default async function buildHarness({ provide }: TestProject): Promise<() => void> {
  const asShipped = await buildWith('production')
  const strict = await buildWith('development')
  provide('harness', { 'as-shipped': asShipped, strict })
  return () => {
    for (const folder of [asShipped, strict]) rmSync(folder, { recursive: true, force: true })
  }
}

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
