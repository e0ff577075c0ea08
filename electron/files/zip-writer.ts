/** Writes a ZIP archive piece by piece: none of its members is ever in memory as a whole. */
import { Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'
import { AppError } from '../../core/result.ts'

export interface ZipMember {
  /** With forward slashes, as it is to be called when it is unpacked. */
  readonly name: string
  /** Written as UTF-8. Asked for once. */
  readonly text: () => Iterable<string>
}

interface Packed {
  readonly name: Buffer
  readonly at: number
  readonly crc: number
  readonly size: number
  readonly packedSize: number
}

/** Above it the format needs other headers, which we do not write. */
const most = 0xffff_ffff

/**
 * @param at when its members say that they were written
 * @throws AppError disk-full where it would be larger than 4 GB
 * @source APPNOTE 6.3.10, PKWARE: local header, data descriptor, central directory, end record
 */
export async function* zipPieces(members: Iterable<ZipMember>, at: Date): AsyncGenerator<Uint8Array> {
  const all: Packed[] = []
  let written = 0
  for (const { name, text } of members) {
    const packed = { name: Buffer.from(name), at: written, crc: 0, size: 0, packedSize: 0 }
    yield localHeader(packed.name, at)
    for await (const piece of deflated(counted(text(), packed))) {
      packed.packedSize += piece.length
      yield piece
    }
    yield descriptor(packed)
    all.push(packed)
    written += 30 + packed.name.length + packed.packedSize + 16
    if (written > most || packed.size > most) throw new AppError('disk-full', tooLarge)
  }
  const directory = Buffer.concat(all.map((one) => directoryEntry(one, at)))
  yield Buffer.concat([directory, endRecord(all.length, directory.length, written)])
}

const tooLarge =
  'That would be an archive of more than 4 GB. Write a folder with "disclose" on the command line.'

/** The bytes of the text; its checksum and size are added up in `packed` on the way. */
function* counted(text: Iterable<string>, packed: { crc: number; size: number }): Generator<Buffer> {
  for (const piece of text) {
    const bytes = Buffer.from(piece)
    packed.crc = crc32(bytes, packed.crc)
    packed.size += bytes.length
    yield bytes
  }
}

function deflated(bytes: Iterable<Buffer>): AsyncIterable<Buffer> {
  return Readable.from(bytes).compose<ReturnType<typeof createDeflateRaw>>(createDeflateRaw())
}

const version = 20
/** Names are UTF-8; sizes and checksum stand behind the data. */
const flags = 0x0808
const deflate = 8

function localHeader(name: Buffer, at: Date): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(version, 4)
  writeShared(header, 6, at)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

function descriptor({ crc, size, packedSize }: Packed): Buffer {
  const words = Buffer.alloc(16)
  for (const [place, word] of [0x08074b50, crc, packedSize, size].entries())
    words.writeUInt32LE(word, 4 * place)
  return words
}

function directoryEntry({ name, at, crc, size, packedSize }: Packed, when: Date): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(version, 4)
  header.writeUInt16LE(version, 6)
  writeShared(header, 8, when)
  header.writeUInt32LE(crc, 16)
  header.writeUInt32LE(packedSize, 20)
  header.writeUInt32LE(size, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt32LE(at, 42)
  return Buffer.concat([header, name])
}

function endRecord(count: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return end
}

/** Flags, method, and the time as DOS wrote it, in UTC: two-second steps since 1980. */
function writeShared(header: Buffer, from: number, at: Date): void {
  const year = Math.max(0, at.getUTCFullYear() - 1980)
  header.writeUInt16LE(flags, from)
  header.writeUInt16LE(deflate, from + 2)
  header.writeUInt16LE(
    (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
    from + 4,
  )
  header.writeUInt16LE((year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(), from + 6)
}
