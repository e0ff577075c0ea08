/** Recognises files that hold no text, and says what they seem to be. */
import { open } from 'node:fs/promises'
import { AppError } from '../../core/result.ts'

const csvInstead = 'Save it as CSV and choose that.'
const notText = 'It is not a file of comments.'
const unpackFirst = 'Unpack it and choose the file of comments in it.'

interface Signature {
  readonly bytes: string
  readonly seems: string
  readonly advice: string
}

/** First bytes as Latin-1. */
const signatures: readonly Signature[] = [
  {
    bytes: 'PK\x03\x04',
    seems: 'a ZIP archive or a spreadsheet (XLSX, ODS)',
    advice: `${csvInstead} An archive has to be unpacked first.`,
  },
  { bytes: 'PK\x05\x06', seems: 'an empty ZIP archive', advice: notText },
  { bytes: '\xd0\xcf\x11\xe0', seems: 'an old Excel or Word file', advice: csvInstead },
  {
    bytes: 'SQLite format 3\0',
    seems: 'a database or a project',
    advice: 'Open a project with Open project.',
  },
  { bytes: '%PDF-', seems: 'a PDF document', advice: 'Ask for the comments as CSV or JSON Lines.' },
  { bytes: '\x28\xb5\x2f\xfd', seems: 'packed twice (Zstandard)', advice: unpackFirst },
  { bytes: '\x1f\x8b', seems: 'packed twice (GZIP)', advice: unpackFirst },
  { bytes: 'BZh', seems: 'packed (BZIP2)', advice: unpackFirst },
  { bytes: '\xfd7zXZ', seems: 'packed (XZ)', advice: unpackFirst },
  { bytes: '7z\xbc\xaf', seems: 'packed (7-Zip)', advice: unpackFirst },
  { bytes: 'Rar!\x1a', seems: 'packed (RAR)', advice: unpackFirst },
  { bytes: 'PAR1', seems: 'a Parquet table', advice: csvInstead },
  { bytes: 'ARROW1\0', seems: 'an Arrow table', advice: csvInstead },
  { bytes: 'FEA1', seems: 'a Feather table', advice: csvInstead },
  { bytes: 'Obj\x01', seems: 'an Avro table', advice: csvInstead },
  { bytes: '$FL2@(#)', seems: 'an SPSS file', advice: csvInstead },
  { bytes: '$FL3@(#)', seems: 'an SPSS file', advice: csvInstead },
  { bytes: '<stata_dta>', seems: 'a Stata file', advice: csvInstead },
  { bytes: '\0\x01\0\0Standard ', seems: 'an Access database', advice: csvInstead },
  { bytes: '\x89PNG', seems: 'a picture (PNG)', advice: notText },
  { bytes: '\xff\xd8\xff', seems: 'a picture (JPEG)', advice: notText },
  { bytes: 'GIF8', seems: 'a picture (GIF)', advice: notText },
  { bytes: 'RIFF', seems: 'a picture, a sound or a film', advice: notText },
]

/**
 * @param head the first bytes of the file
 * @throws AppError 'file-not-comments' naming what it seems to be
 */
export function refuseSignature(head: Uint8Array, name: string): void {
  const start = Buffer.from(head.subarray(0, 32)).toString('latin1')
  const found = signatures.find(({ bytes }) => start.startsWith(bytes))
  if (found === undefined) return
  // "BZhang, RIFFRAFF": letters alone may begin a text; a packed or binary file soon has bytes that no text has.
  const isByLetters = found.bytes.length < 5 && /^[\x20-\x7e]+$/.test(found.bytes)
  if (isByLetters && !hasControls(head)) return
  throw new AppError('file-not-comments', `“${name}” seems to be ${found.seems}. ${found.advice}`)
}

/**
 * What begins the runs of Korean and Chinese in text of seven bits, which no engine decodes any more: read as Latin
 * letters it would be nonsense. @source RFC 1557, RFC 1922
 */
const escapeByte = 0x1b
const unreadRuns = /^\$(?:\)[ACEG]|\*H|\+[IJKLM])/

/** @throws AppError 'file-not-comments' when the bytes, which are not UTF-16, are no text that can be read */
export function refuseNoText(head: Uint8Array, name: string): void {
  if (hasUnreadRun(head)) {
    throw new AppError(
      'file-not-comments',
      `“${name}” is written in an old encoding that this version does not read (ISO-2022-KR or ISO-2022-CN). Save it as UTF-8 in the program it came from, and choose that.`,
    )
  }
  // A NUL or two may have slipped into a text, also into a short one; one in a thousand bytes have not.
  const nuls = head.reduce((sum, byte) => (byte === 0 ? sum + 1 : sum), 0)
  if (nuls * 1000 <= head.length) return
  if (nuls <= 2 && nuls * 10 <= head.length && !head.some((byte) => byte > 0 && isControl(byte))) return
  if (Buffer.from(head.subarray(257, 262)).toString('latin1') === 'ustar') {
    throw new AppError('file-not-comments', `“${name}” seems to be packed (TAR). ${unpackFirst}`)
  }
  throw new AppError(
    'file-not-comments',
    `“${name}” holds bytes that no text has: it seems to be made for a program. Ask for the comments as CSV or JSON Lines.`,
  )
}

function hasUnreadRun(head: Uint8Array): boolean {
  if (!head.includes(escapeByte)) return false
  const runs = Buffer.from(head).toString('latin1').split(String.fromCharCode(escapeByte)).slice(1)
  return runs.some((run) => unreadRuns.test(run))
}

const isControl = (byte: number): boolean => byte < 9 || (byte > 13 && byte < 32)

const hasControls = (head: Uint8Array): boolean => head.some(isControl)

/** Bytes at the beginning and the end of an Office file that name what is in it. */
const namesWithin = 1024 * 1024

/** Whether an old Office container holds a new workbook under a password. */
export async function isEncryptedBook(file: string): Promise<boolean> {
  const mark = Buffer.from('EncryptedPackage', 'utf16le')
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    for (const from of [0, Math.max(0, size - namesWithin)]) {
      const part = Buffer.alloc(Math.min(size, namesWithin))
      await handle.read(part, 0, part.length, from)
      if (part.includes(mark)) return true
    }
    return false
  } finally {
    await handle.close()
  }
}
