/** A long list of texts that is filled once and then looked into anywhere, in little memory: what is much lies on the disk. */
import { readSync, writeSync } from 'node:fs'
import { openTemporary, type TemporaryFile } from './temporary-file.ts'

export interface TextStore {
  readonly add: (text: string) => void
  /** '' where there is no such text. Not to be called before the last `add`. */
  readonly get: (index: number) => string
  readonly close: () => void
}

export interface TextStoreOptions {
  /** UTF-16 units that are held before the disk is used. */
  readonly heldInMemory?: number
}

const pageBytes = 64 * 1024
const pagesHeld = 128

/** @throws from `add` and `get`, what the file system throws */
export function createTextStore({ heldInMemory = 4 * 1024 * 1024 }: TextStoreOptions = {}): TextStore {
  let count = 0
  let offsets = new Float64Array(1024)
  let held: string[] = []
  let units = 0
  let file: TemporaryFile | null = null
  let written = 0
  const pages = new Map<number, Buffer>()

  function flush(): void {
    file ??= openTemporary()
    let bytes = 0
    const encoded = held.map((text) => Buffer.from(text, 'utf8'))
    for (const [place, text] of encoded.entries()) {
      offsets = put(offsets, count - held.length + place, written + bytes)
      bytes += text.length
    }
    const all = Buffer.concat(encoded)
    for (let at = 0; at < all.length; ) at += writeSync(file.fd, all, at, all.length - at, written + at)
    written += all.length
    offsets = put(offsets, count, written)
    held = []
    units = 0
  }

  function page(fd: number, number: number): Buffer {
    const known = pages.get(number)
    if (known !== undefined) return known
    const fresh = Buffer.alloc(pageBytes)
    const read = readSync(fd, fresh, 0, pageBytes, number * pageBytes)
    const oldest = pages.keys().next()
    if (pages.size >= pagesHeld && oldest.done !== true) pages.delete(oldest.value)
    pages.set(number, fresh.subarray(0, read))
    return fresh.subarray(0, read)
  }

  function bytesOf(fd: number, from: number, to: number): Buffer {
    if (to - from > pageBytes) {
      const long = Buffer.alloc(to - from)
      return long.subarray(0, readSync(fd, long, 0, long.length, from))
    }
    const parts: Buffer[] = []
    for (let at = from; at < to; ) {
      const number = Math.floor(at / pageBytes)
      const end = Math.min(to, (number + 1) * pageBytes)
      parts.push(page(fd, number).subarray(at - number * pageBytes, end - number * pageBytes))
      at = end
    }
    const [only] = parts
    return only !== undefined && parts.length === 1 ? only : Buffer.concat(parts)
  }

  return {
    add(text) {
      held.push(text)
      count += 1
      units += text.length
      if (units > heldInMemory) flush()
    },
    get(index) {
      if (!(index >= 0 && index < count)) return ''
      if (file === null) return held[index] ?? ''
      if (held.length > 0) flush()
      return bytesOf(file.fd, offsets[index] ?? 0, offsets[index + 1] ?? 0).toString('utf8')
    },
    close() {
      file?.close()
      file = null
    },
  }
}

function put(list: Float64Array<ArrayBuffer>, place: number, value: number): Float64Array<ArrayBuffer> {
  let grown = list
  if (place >= list.length) {
    grown = new Float64Array(list.length * 2)
    grown.set(list)
  }
  grown[place] = value
  return grown
}
