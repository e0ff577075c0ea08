/** Archives and spreadsheets, kept open while they are used: a few at a time, however many there are. */
import { writeSync } from 'node:fs'
import { AppError } from '../../core/result.ts'
import { type Archive, openArchive } from './archive.ts'
import type { Book } from './book.ts'
import type { ByteSource } from './byte-source.ts'
import { fileError } from './errors.ts'
import { openBook } from './spreadsheet.ts'
import { openTemporary } from './temporary-file.ts'

/** Something that can be opened, closed, and opened again. */
export interface Container {
  /** What tells it from others. */
  readonly key: string
  readonly open: () => Promise<OpenContainer>
}

export interface OpenContainer {
  readonly archive: Archive
  /** Null where it is an archive and no spreadsheet. */
  readonly book: Book | null
  readonly close: () => void
}

export interface Shelf {
  readonly get: (container: Container) => Promise<OpenContainer>
  readonly close: () => Promise<void>
}

const mostOpen = 8

export function createShelf(): Shelf {
  const open = new Map<string, Promise<OpenContainer>>()
  const put = async (one: Promise<OpenContainer> | undefined) => (await one?.catch(() => null))?.close()
  return {
    async get(container) {
      const known = open.get(container.key)
      const found = known ?? container.open()
      // The one that was used last is at the end.
      open.delete(container.key)
      open.set(container.key, found)
      const oldest = open.keys().next()
      if (open.size > mostOpen && oldest.done !== true) {
        const closing = open.get(oldest.value)
        open.delete(oldest.value)
        await put(closing)
      }
      return await found
    },
    async close() {
      for (const one of open.values()) await put(one)
      open.clear()
    },
  }
}

export interface ContainerOptions {
  /** As the person knows it. */
  readonly name: string
  readonly mostEntries: number
}

/** An archive on the disk. */
export function containerAt(path: string, options: ContainerOptions): Container {
  return {
    key: path,
    async open() {
      try {
        return await opened(await openArchive(path, options), options.name, () => undefined)
      } catch (error) {
        throw fileError(error, { name: options.name, doing: 'read' })
      }
    },
  }
}

/** An archive inside another: it is unpacked to a file that nobody sees, because an archive is read from its end. */
export function containerIn(
  key: string,
  inner: () => Promise<ByteSource>,
  options: ContainerOptions & { readonly isCancelled: () => boolean },
): Container {
  return {
    key,
    async open() {
      const file = openTemporary()
      let isTaken = false
      try {
        await spool(await inner(), file.fd, options.isCancelled)
        const archive = await openArchive(file.fd, options)
        isTaken = true
        return await opened(archive, options.name, () => file.close(true))
      } catch (error) {
        if (!isTaken) file.close()
        throw fileError(error, { name: options.name, doing: 'read' })
      }
    },
  }
}

async function spool(source: ByteSource, fd: number, isCancelled: () => boolean): Promise<void> {
  const { stream } = await source.open({ chunkBytes: 256 * 1024 })
  for await (const chunk of stream) {
    if (isCancelled()) throw new AppError('cancelled', 'Stopped. Nothing was changed.')
    try {
      for (let at = 0; at < chunk.length; ) at += writeSync(fd, chunk, at)
    } catch (error) {
      throw fileError(error, { name: source.name, doing: 'write' })
    }
  }
}

async function opened(archive: Archive, name: string, after: () => void): Promise<OpenContainer> {
  try {
    const book = await openBook(archive, name)
    return {
      archive,
      book,
      close() {
        book?.close()
        archive.close()
        after()
      },
    }
  } catch (error) {
    archive.close()
    after()
    throw error
  }
}
