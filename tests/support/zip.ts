/** Writes small ZIP archives for tests, also such as no honest program would write. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly name: string | Uint8Array
  readonly data: Uint8Array | string
  /** 8 (deflate) unless said; 0 stores. Others are written as they are, and claim to be that. */
  readonly method?: number
  /** General purpose bits; bit 11 says that the name is UTF-8 and is set for names given as text. */
  readonly flags?: number
  /** File type and permissions as Unix has them, such as 0o120777 for a link. */
  readonly unixMode?: number
  /** What the headers say, where that is a lie. */
  readonly claimedSize?: number
  readonly claimedCrc?: number
}

export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const { local, directory } = headersOf(entry, offset)
    parts.push(local)
    central.push(directory)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, directory, end])
}

function headersOf(entry: ZipEntry, offset: number) {
  const isText = typeof entry.name === 'string'
  const name = Buffer.from(entry.name)
  const data = Buffer.from(entry.data)
  const method = entry.method ?? 8
  const packed = method === 8 ? deflateRawSync(data) : data
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(20, 0)
  shared.writeUInt16LE((entry.flags ?? 0) | (isText ? 0x800 : 0), 2)
  shared.writeUInt16LE(method, 4)
  shared.writeUInt32LE(entry.claimedCrc ?? crc32(data), 10)
  shared.writeUInt32LE(packed.length, 14)
  shared.writeUInt32LE(entry.claimedSize ?? data.length, 18)
  shared.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, packed])
  const after = Buffer.alloc(14)
  after.writeUInt32LE(((entry.unixMode ?? 0) << 16) >>> 0, 6)
  after.writeUInt32LE(offset, 10)
  // Made by Unix, so that the mode counts.
  const directory = Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), shared, after, name])
  return { local, directory }
}
