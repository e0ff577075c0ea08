/**
 * Builds the harness once for all files of the layer: under Vitest with React's strict checks, which the built window
 * has not.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder that the harness is built into. */
    harness: string
  }
}

const targets = ['chrome125', 'firefox126', 'safari17.5']

/** @returns takes the build away */
export default async function buildHarness({ provide }: TestProject): Promise<() => void> {
  const outDir = mkdtempSync(path.join(tmpdir(), 'fair-hearing-harness-'))
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
      modulePreload: { polyfill: false },
    },
  })
  provide('harness', outDir)
  return () => rmSync(outDir, { recursive: true, force: true })
}
