/** Files by reference: the window gets a name and a token, never a path. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { PickedFile } from '../../core/contract/contract.ts'
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import { safeFileName } from '../files/names.ts'

export interface FileMember {
  readonly path: string
  /** Null for the file itself. */
  readonly member: string | null
  /** As a person knows it: "comments.csv", "Takeout.zip › comments.csv". */
  readonly name: string
  /** Of the member, as a survey counts them. */
  readonly bytes: number
}

export interface FileRefs {
  /** @throws AppError file-missing */
  register(file: string): PickedFile
  /** A place that the person chose to save to. */
  registerTarget(file: string): string
  /** A file of our own making, to be downloaded in browser mode; gone when the app ends. */
  registerDownload(name: string): string
  /** One thing in a file, a folder or an archive that was registered. */
  registerMember(member: FileMember): string
  /** @throws AppError file-missing for a reference that is not known (any more) */
  pathOf(ref: string): string
  /** The file, and what of it is meant. @throws AppError file-missing */
  memberOf(ref: string): FileMember
  close(): void
}

/** Enough for a day's work, and for what is in a large archive; the oldest reference is forgotten first. */
const remembered = 30_000

export function createFileRefs(): FileRefs {
  const known = new Map<string, FileMember>()
  const downloads: string[] = []

  function registerMember(member: FileMember): string {
    const ref = randomBytes(16).toString('hex')
    known.set(ref, member)
    const oldest = known.keys().next()
    if (known.size > remembered && !oldest.done) known.delete(oldest.value)
    return ref
  }

  const remember = (file: string, bytes: number) =>
    registerMember({ path: file, member: null, name: path.basename(file), bytes })

  function memberOf(ref: string): FileMember {
    const file = known.get(ref)
    if (file === undefined) throw new AppError('file-missing', sentences.fileGone())
    return file
  }

  return {
    registerMember,
    memberOf,
    pathOf: (ref) => memberOf(ref).path,
    register(file) {
      const facts = statSync(file, { throwIfNoEntry: false })
      if (!facts) throw new AppError('file-missing', sentences.fileMissing(file))
      return { ref: remember(file, facts.size), name: path.basename(file), bytes: facts.size }
    },
    // Nothing is there yet.
    registerTarget: (file) => remember(file, 0),
    registerDownload(name) {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'fair-hearing-export-'))
      downloads.push(folder)
      return remember(path.join(folder, safeFileName(name)), 0)
    },
    close() {
      for (const folder of downloads) rmSync(folder, { recursive: true, force: true })
    },
  }
}
