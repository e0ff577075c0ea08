/** Turns what the file system says into a sentence a person can act on. The only place that does. */
import { AppError, type FailureCode } from '../../core/result.ts'

export interface FileDoing {
  /** The file's name as the person knows it, not its path. */
  readonly name: string
  readonly doing: 'read' | 'write'
}

/**
 * @param error anything thrown while a file was read or written
 * @returns an `AppError` with that as its cause; errors that are none of the file system's come back as they are
 */
export function fileError(error: unknown, { name, doing }: FileDoing): unknown {
  const code = systemCode(error)
  if (error instanceof AppError || code === null) return error
  const [failure, sentence] = (doing === 'read' ? reading[code] : writing[code]) ?? [
    'file-unreadable',
    doing === 'read' ? unreadable : unwritable,
  ]
  return new AppError(
    failure,
    sentence.replace('NAME', () => `“${name}”`),
    { cause: error },
  )
}

type Said = readonly [FailureCode, string]

const unreadable =
  'NAME could not be read. Check the disk it is on, or copy the file elsewhere and choose the copy.'
const unwritable = 'NAME could not be written. Check the disk, or choose another folder.'
const missing: Said = ['file-missing', 'NAME is no longer where it was. Choose it again.']
const notAllowed: Said = [
  'file-unreadable',
  'NAME may not be read by you. Ask its owner for permission, or copy it to a folder of your own.',
]
const mayNotWrite: Said = ['file-unreadable', 'NAME may not be written there. Choose a folder of your own.']
const diskFull: Said = [
  'disk-full',
  'The disk is full: NAME was not written. Make room, or choose another disk.',
]
const tooMany: Said = [
  'file-unreadable',
  'Too many files are open to use NAME. Close other programs and try again.',
]

const either: Readonly<Record<string, Said>> = {
  EBUSY: ['file-unreadable', 'NAME is in use by another program. Close it there and try again.'],
  EMFILE: tooMany,
  ENFILE: tooMany,
}

const reading: Readonly<Record<string, Said>> = {
  ...either,
  ENOENT: missing,
  ENOTDIR: missing,
  EACCES: notAllowed,
  EPERM: notAllowed,
  EISDIR: ['file-unreadable', 'NAME is a folder. Choose the file of comments in it.'],
}

const writing: Readonly<Record<string, Said>> = {
  ...either,
  ENOENT: ['file-missing', 'The folder for NAME is no longer there. Choose another.'],
  ENOTDIR: ['file-missing', 'The folder for NAME is no longer there. Choose another.'],
  EACCES: mayNotWrite,
  EPERM: mayNotWrite,
  EROFS: ['file-unreadable', 'NAME was not written: the disk can only be read. Choose another.'],
  EISDIR: ['file-unreadable', 'NAME is a folder. Choose another name.'],
  ENOSPC: diskFull,
  EDQUOT: diskFull,
  EFBIG: ['disk-full', 'NAME is larger than this disk allows for a file. Choose another disk.'],
  ENAMETOOLONG: ['file-unreadable', 'The name NAME is too long for this disk. Choose a shorter one.'],
}

function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  return /^E[A-Z0-9]+$/.test(error.code) ? error.code : null
}
