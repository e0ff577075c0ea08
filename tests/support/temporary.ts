/** Real files for a test, gone when it ends. */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'fair-hearing-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
