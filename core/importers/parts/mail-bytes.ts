/**
 * A message as a MIME parser wants it, from text that was decoded already: with its bytes again, and the charset that
 * they have now. A file of messages is decoded as a whole; the parts of a message each had their own encoding.
 */
import type { Encoding } from '../../records.ts'

interface Part {
  /** The line of its Content-Type; -1 where it has none. */
  typeLine: number
  charset: string | null
  isEncoded: boolean
  /** What to call its letters instead. */
  charsetNow: string | null
}

const windowsOnly = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const notAscii = /[^\p{ASCII}]/u

/** @param lines of one message, without the ends of lines */
export function messageBytes(lines: readonly string[], encoding: Encoding): string | Uint8Array {
  const isWindows = encoding === 'windows-1252'
  if (!lines.some((line) => notAscii.test(line))) return lines.join('\n')
  const headerLines = new Set<number>()
  const named = [...lines]
  for (const part of partsOf(lines, headerLines, isWindows)) {
    const { charsetNow, typeLine } = part
    if (charsetNow === null) continue
    if (typeLine === -1) named[0] = `Content-Type: text/plain; charset=${charsetNow}\n${named[0] ?? ''}`
    else rename(named, typeLine, charsetNow)
  }
  if (!isWindows) return named.join('\n')
  const bytes: number[] = []
  for (const [place, line] of named.entries()) {
    const own = windowsBytes(line)
    for (const byte of headerLines.has(place) && !isUtf8(line) ? utf8Bytes(line) : own) bytes.push(byte)
    bytes.push(10)
  }
  return Uint8Array.from(bytes)
}

/** Which parts have letters in them as they are, and what those are called. */
function partsOf(lines: readonly string[], headerLines: Set<number>, isWindows: boolean): readonly Part[] {
  const boundaries = new Set<string>()
  const parts: Part[] = []
  let part = newPart()
  let isInHeader = true
  for (const [place, line] of lines.entries()) {
    if (isInHeader) {
      headerLines.add(place)
      if (line === '') isInHeader = false
      else readHeader(part, { line, place, boundaries })
      if (isInHeader) continue
      parts.push(part)
    } else if (line.startsWith('--') && boundaries.has(line.slice(2).trimEnd())) {
      isInHeader = true
      part = newPart()
    } else if (!part.isEncoded && part.charsetNow === null && notAscii.test(line)) {
      part.charsetNow = charsetNow(part, line, isWindows)
    }
  }
  return parts.filter(({ typeLine }, index) => typeLine !== -1 || index === 0)
}

const newPart = (): Part => ({ typeLine: -1, charset: null, isEncoded: false, charsetNow: null })

function readHeader(
  part: Part,
  {
    line,
    place,
    boundaries,
  }: { readonly line: string; readonly place: number; readonly boundaries: Set<string> },
): void {
  if (/^content-type:/i.test(line)) part.typeLine = place
  if (/^content-transfer-encoding:\s*(quoted-printable|base64)/i.test(line)) part.isEncoded = true
  const isOfType = part.typeLine === place || (part.typeLine !== -1 && /^[ \t]/.test(line))
  if (!isOfType) return
  part.charset ??= /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(line)?.[1]?.toLowerCase() ?? null
  const boundary = /boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(line)
  if (boundary !== null) boundaries.add((boundary[1] ?? boundary[2] ?? '').trimEnd())
}

function charsetNow({ charset }: Part, line: string, isWindows: boolean): string | null {
  if (!isWindows) return charset === 'utf-8' || charset === null ? null : 'utf-8'
  const isUnnamed = charset === null || /^(us-ascii|ascii|unknown|unknown-8bit|x-unknown|8bit)$/.test(charset)
  if (!isUnnamed) return null
  return isUtf8(line) ? 'utf-8' : 'windows-1252'
}

function rename(lines: string[], typeLine: number, charset: string): void {
  for (let place = typeLine; place < lines.length; place += 1) {
    const line = lines[place] ?? ''
    if (place > typeLine && !/^[ \t]/.test(line)) break
    const renamed = line.replace(/charset\s*=\s*"?[\w.:-]{1,40}"?/i, `charset=${charset}`)
    lines[place] = renamed
    if (renamed !== line) return
  }
  const line = (lines[typeLine] ?? '').trimEnd()
  lines[typeLine] = line.endsWith(';') ? `${line} charset=${charset};` : `${line}; charset=${charset}`
}

/** Every character of such a file stands for one byte. */
function windowsBytes(line: string): readonly number[] {
  return Array.from(line, (char) => {
    const code = char.charCodeAt(0)
    const place = code > 255 || (code > 127 && code < 160) ? windowsOnly.indexOf(char) : -1
    return place === -1 ? code & 255 : 128 + place
  })
}

/** Whether the bytes behind a line that was decoded as Windows-1252 are UTF-8. */
function isUtf8(line: string): boolean {
  try {
    decodeURIComponent(windowsBytes(line).map(percent).join(''))
    return true
  } catch {
    return false
  }
}

const percent = (byte: number): string => `%${byte.toString(16).padStart(2, '0')}`

function utf8Bytes(line: string): readonly number[] {
  const encoded = encodeURIComponent(line.toWellFormed())
  const bytes: number[] = []
  for (let place = 0; place < encoded.length; place += 1) {
    if (encoded.charAt(place) === '%') {
      bytes.push(Number.parseInt(encoded.slice(place + 1, place + 3), 16))
      place += 2
    } else bytes.push(encoded.charCodeAt(place))
  }
  return bytes
}
