/**
 * Every Node that the tests start, and that those start, finds what another has compiled: half of a short run goes
 * into stripping types. Node looks a file up by what is in it, so nothing old is found.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** @returns takes it away again */
export default function keepCompiled(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'fair-hearing-compiled-'))
  process.env.NODE_COMPILE_CACHE = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
