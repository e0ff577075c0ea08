/** A file that nobody else can see: gone when it is closed, also when the program is killed. */
import { randomUUID } from 'node:crypto'
import { closeSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface TemporaryFile {
  readonly fd: number
  /** @param isClosed whether somebody else has closed `fd` */
  readonly close: (isClosed?: boolean) => void
}

/** @throws what the file system throws */
export function openTemporary(): TemporaryFile {
  const file = path.join(tmpdir(), `fair-hearing-${randomUUID()}.part`)
  const fd = openSync(file, 'wx+', 0o600)
  // An open file without a name stays until it is closed. Where the system does not allow that, it goes then.
  const isGone = removed(file)
  return {
    fd,
    close(isClosed = false) {
      if (!isClosed) closeSync(fd)
      if (!isGone) removed(file)
    },
  }
}

function removed(file: string): boolean {
  try {
    rmSync(file, { force: true })
    return true
  } catch {
    return false
  }
}
