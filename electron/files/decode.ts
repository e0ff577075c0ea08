/** Reads texts of any size and encoding, a chunk at a time: files and members of archives, packed or not. */
import type { Encoding } from '../../core/records.ts'
import { AppError } from '../../core/result.ts'
import type { ByteSource } from './byte-source.ts'
import { createUtf8Check, markOf, takeUtf8, type Utf8Check, unmarkedUtf16, verdict } from './encoding.ts'
import { fileError } from './errors.ts'
import { createLegacySample, type LegacySample, legacyEncoding, takeSample } from './legacy-encoding.ts'
import { sourceOf } from './open-bytes.ts'
import { refuseNoText, refuseSignature } from './refuse-binary.ts'
import { type Decode, utf32Decoder } from './utf32.ts'

export interface ReadOptions {
  /** The file's name as the person knows it; the path's own by default. A source has its name. */
  readonly name?: string
  /** Asked before every chunk; when it says yes, 'cancelled' is thrown. */
  readonly isCancelled?: () => boolean
  /** Bytes a chunk; 256 kB by default. Small ones are for tests. */
  readonly chunkBytes?: number
}

export interface TextFile {
  /** On the disk: of a packed file, the packed ones. */
  readonly bytes: number
  readonly encoding: Encoding
}

/**
 * Looks at the whole file and says how its bytes stand for text.
 *
 * @throws AppError 'file-missing', 'file-unreadable', 'file-empty', 'file-not-comments', 'cancelled'
 */
export async function sniffText(file: string | ByteSource, options: ReadOptions = {}): Promise<TextFile> {
  const source = sourceOf(file, options.name)
  const { name } = source
  const check = createUtf8Check()
  const sample = createLegacySample()
  const bytes = await sizeOf(source)
  if (source.encoding !== null) return { bytes, encoding: source.encoding }
  let isStarted = false
  for await (const { chunk } of readBytes(source, options)) {
    if (!isStarted) {
      refuseSignature(chunk, name)
      const told = markOf(chunk)?.encoding ?? unmarkedUtf16(chunk)
      if (told !== null) return { bytes, encoding: told }
      refuseNoText(chunk, name)
    }
    isStarted = true
    takeUtf8(check, chunk)
    takeSample(sample, chunk)
  }
  if (!isStarted) throw emptyFile(name)
  return { bytes, encoding: encodingBy(check, sample) }
}

export interface TextHead {
  readonly text: string
  readonly encoding: Encoding
  /** Whether that is all of it. */
  readonly isWhole: boolean
}

/**
 * The first characters of a text, by what its first bytes tell; the rest is not read.
 *
 * @throws as `sniffText`
 */
export async function textHead(source: ByteSource, mostBytes: number): Promise<TextHead> {
  const parts: Uint8Array[] = []
  let bytes = 0
  let isWhole = true
  for await (const { chunk } of readBytes(source, { chunkBytes: 64 * 1024 })) {
    parts.push(chunk)
    bytes += chunk.length
    isWhole = bytes <= mostBytes
    if (!isWhole) break
  }
  if (bytes === 0) throw emptyFile(source.name)
  const start = Buffer.concat(parts)
  const encoding = source.encoding ?? encodingOf(start, source.name)
  const decode = decoderOf(encoding)
  const text = decode(start.subarray(markOf(start)?.length ?? 0), isWhole)
  return { text, encoding, isWhole }
}

function encodingOf(start: Uint8Array, name: string): Encoding {
  refuseSignature(start, name)
  const told = markOf(start)?.encoding ?? unmarkedUtf16(start)
  if (told !== null) return told
  refuseNoText(start, name)
  const check = createUtf8Check()
  takeUtf8(check, start)
  const sample = createLegacySample()
  takeSample(sample, start)
  return encodingBy(check, sample)
}

function encodingBy(check: Utf8Check, sample: LegacySample): Encoding {
  const told = verdict(check)
  return told === 'windows-1252' ? legacyEncoding(sample) : told
}

const emptyFile = (name: string): AppError =>
  new AppError('file-empty', `“${name}” is empty. Choose the file again, or export it once more.`)

export interface DecodeOptions extends ReadOptions {
  readonly encoding: Encoding
  /** Told after every chunk how many bytes of the file are read. */
  readonly onBytes?: (bytes: number) => void
}

/**
 * The text of a file without its byte order mark. Bytes that are no text in the encoding become U+FFFD.
 *
 * @throws AppError 'file-missing', 'file-unreadable', 'cancelled'
 */
export async function* decodeFile(file: string | ByteSource, options: DecodeOptions): AsyncGenerator<string> {
  const decode = decoderOf(options.encoding)
  let isStarted = false
  for await (const { chunk, position } of readBytes(sourceOf(file, options.name), options)) {
    const marked = isStarted ? 0 : (markOf(chunk)?.length ?? 0)
    isStarted = true
    options.onBytes?.(position)
    yield decode(chunk.subarray(marked), false)
  }
  yield decode(new Uint8Array(0), true)
}

/** The size in bytes, as the file is now. */
export async function sizeOf(file: string | ByteSource, name?: string): Promise<number> {
  const source = sourceOf(file, name)
  try {
    return await source.size()
  } catch (error) {
    throw fileError(error, { name: source.name, doing: 'read' })
  }
}

interface Piece {
  readonly chunk: Uint8Array
  /** Bytes of the file read so far. */
  readonly position: number
}

/** The first chunk holds a whole byte order mark, however small the chunks are. */
async function* readBytes(source: ByteSource, options: ReadOptions): AsyncGenerator<Piece> {
  const { isCancelled = () => false, chunkBytes = 256 * 1024 } = options
  let start: Uint8Array = new Uint8Array(0)
  let isStarted = false
  try {
    const { stream, position } = await source.open({ chunkBytes })
    for await (const bytes of stream) {
      if (isCancelled()) throw new AppError('cancelled', 'Stopped. Nothing was changed.')
      start = isStarted ? bytes : Buffer.concat([start, bytes])
      isStarted ||= start.length >= longestMark
      if (isStarted) yield { chunk: start, position: position() }
    }
    if (!isStarted && start.length > 0) yield { chunk: start, position: position() }
  } catch (error) {
    throw fileError(error, { name: source.name, doing: 'read' })
  }
}

const longestMark = 4

function decoderOf(encoding: Encoding): Decode {
  // The marks were taken off by us, so that a person's choice of another encoding cannot leave them in.
  if (encoding === 'windows-1252') return decodeWindows1252
  if (encoding === 'utf-16be') return swapped(decoderOf('utf-16le'))
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return utf32Decoder(encoding)
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  return (bytes, isLast) => decoder.decode(bytes, { stream: !isLast })
}

/** The 27 characters that Windows has where Latin-1 has controls; the five gaps stay controls. */
const windowsOnly = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** By hand: engines differ in what their decoder does with 0x80 to 0x9f. */
function decodeWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  return latin.replace(/[\x80-\x9f]/g, (control) => windowsOnly.charAt(control.charCodeAt(0) - 0x80))
}

/** Big-endian by way of little-endian: not every build has a decoder for the former. */
function swapped(decode: Decode): Decode {
  let rest: Uint8Array = new Uint8Array(0)
  return (bytes, isLast) => {
    const all = Buffer.concat([rest, bytes])
    const whole = all.length - (all.length % 2)
    rest = all.subarray(whole)
    // A byte alone at the very end is half a character: the decoder makes U+FFFD of it.
    return decode(all.subarray(0, whole).swap16(), false) + (isLast ? decode(rest, true) : '')
  }
}
