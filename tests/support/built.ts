/** Builds the app once, from the sources as they are now, for all layers that run or read what is built. */
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildInto } from '../../electron/pack-check.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder that looks like a checkout that was built: `out`, `resources` and `package.json`. */
    built: string
  }
}

/** @returns takes the build away */
export default async function buildOnce({ provide }: TestProject): Promise<() => void> {
  const folder = path.join(
    tmpdir(),
    `fair-hearing-built-${process.pid}-${Math.round(performance.timeOrigin)}`,
  )
  // Vitest prepares one layer after the other, in one process.
  if (!existsSync(folder)) {
    mkdirSync(folder)
    for (const name of ['resources', 'package.json']) {
      symlinkSync(path.resolve(import.meta.dirname, '../..', name), path.join(folder, name))
    }
    await buildInto(folder)
  }
  provide('built', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
