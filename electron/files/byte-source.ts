/** What bytes are read from, wherever they lie. */
import type { Encoding } from '../../core/records.ts'

export interface OpenBytes {
  readonly stream: AsyncIterable<Uint8Array>
  /** Bytes read so far of what lies on the disk: of a packed file, packed ones. */
  position(): number
}

/** Something that can be read from its beginning, again and again: a file, a member of an archive, a sheet. */
export interface ByteSource {
  /** As the person knows it. */
  readonly name: string
  /** Where it need not be found out. */
  readonly encoding: Encoding | null
  /** What `position` goes up to, as it is now. @throws what the file system throws */
  readonly size: () => Promise<number>
  /** @throws what the file system throws; AppError 'file-unreadable', also while reading, for a damaged archive */
  readonly open: (options: { readonly chunkBytes: number }) => Promise<OpenBytes>
  /** What was lost before it came here, known when it was read: a sentence each. */
  readonly notes?: () => readonly string[]
  /** Known when it was read to its end: whether what it is packed in ends too early. Then a note says so, too. */
  readonly isCutOff?: () => boolean
}
