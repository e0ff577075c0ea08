/** Files by reference: the window gets a name and a token, never a path. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { PickedFile } from '../../core/contract/contract.ts'
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import { safeFileName } from '../files/names.ts'

export interface FileRefs {
  /** @throws AppError file-missing */
  register(file: string): PickedFile
  /** A place that the person chose to save to. */
  registerTarget(file: string): string
  /** A file of our own making, to be downloaded in browser mode; gone when the app ends. */
  registerDownload(name: string): string
  /** @throws AppError file-missing for a reference that is not known (any more) */
  pathOf(ref: string): string
  /** The file's name, without its folder. @throws AppError file-missing */
  nameOf(ref: string): string
  close(): void
}

/** Enough for a day's work; the oldest reference is forgotten first. */
const remembered = 1000

export function createFileRefs(): FileRefs {
  const paths = new Map<string, string>()
  const downloads: string[] = []

  function remember(file: string): string {
    const ref = randomBytes(16).toString('hex')
    paths.set(ref, file)
    const oldest = paths.keys().next()
    if (paths.size > remembered && !oldest.done) paths.delete(oldest.value)
    return ref
  }

  function pathOf(ref: string): string {
    const file = paths.get(ref)
    if (file === undefined) throw new AppError('file-missing', sentences.fileGone())
    return file
  }

  return {
    pathOf,
    nameOf: (ref) => path.basename(pathOf(ref)),
    register(file) {
      const facts = statSync(file, { throwIfNoEntry: false })
      if (!facts) throw new AppError('file-missing', sentences.fileMissing(file))
      return { ref: remember(file), name: path.basename(file), bytes: facts.size }
    },
    registerTarget: remember,
    registerDownload(name) {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'fair-hearing-export-'))
      downloads.push(folder)
      return remember(path.join(folder, safeFileName(name)))
    },
    close() {
      for (const folder of downloads) rmSync(folder, { recursive: true, force: true })
    },
  }
}
