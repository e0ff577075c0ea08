/** Lists what can be read in what a person picked, folder in folder, and archive in archive. */
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Member } from '../../core/members.ts'
import type { PassReason } from '../../core/records.ts'
import { AppError } from '../../core/result.ts'
import { type Book, protectedOrOld } from './book.ts'
import type { ByteSource } from './byte-source.ts'
import { type Container, containerAt, containerIn, type OpenContainer, type Shelf } from './containers.ts'
import { walkFolder } from './folder.ts'
import { displayOf, isHidden, isMedia, mayBeArchive, memberOf } from './member-path.ts'
import { fileBytes, firstBytes } from './open-bytes.ts'
import type { PassedBook } from './passed-over.ts'
import { isEncryptedBook } from './refuse-binary.ts'
import { refusalOfSheet } from './spreadsheet.ts'

export interface PickedMember extends Member {
  readonly source: ByteSource
  /** A sheet of a spreadsheet. */
  readonly isSheet: boolean
}

/** A list while it is made. */
export interface Listing {
  readonly picked: string
  readonly shelf: Shelf
  readonly members: PickedMember[]
  readonly passed: PassedBook
  readonly notes: string[]
  readonly mostEntries: number
  looked: number
  readonly isCancelled: () => boolean
}

/** Archives in archives: one in another, and no further. */
const deepestArchive = 2

/** Of a ZIP archive; the second begins one that is empty, the third one that was split. */
const archiveMarks = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']

/** Puts into the list what the file, folder or archive holds. @throws AppError, and what the file system throws */
export async function list(at: Listing, file: string): Promise<void> {
  const facts = await stat(file)
  if (facts.isDirectory()) {
    await listFolder(at, file)
    return
  }
  if (!facts.isFile()) {
    throw new AppError('file-unreadable', `“${at.picked}” is neither a file nor a folder. Choose another.`)
  }
  const start = await firstBytes(file, 8)
  if (start.toString('latin1').startsWith('\xd0\xcf\x11\xe0'))
    throw protectedOrOld(at.picked, await isEncryptedBook(file))
  if (archiveMarks.some((mark) => start.toString('latin1').startsWith(mark))) {
    await listContainer(at, containerAt(file, { name: at.picked, mostEntries: at.mostEntries }), {
      steps: [],
      bytes: facts.size,
      folder: '',
      level: 1,
    })
    return
  }
  at.members.push({
    member: null,
    display: at.picked,
    folder: '',
    name: withoutPacking(at.picked),
    bytes: facts.size,
    source: fileBytes(file, at.picked),
    isSheet: false,
  })
}

async function listFolder(at: Listing, top: string): Promise<void> {
  for await (const { path: file, relative, refused } of walkFolder(top)) {
    stopIfCancelled(at)
    if (at.looked >= at.mostEntries) {
      sayTooMany(at, 1)
      return
    }
    at.looked += 1
    const display = displayOf(at.picked, [relative])
    const why = refused ?? reasonOf(relative)
    const bytes = (await stat(file).catch(() => null))?.size ?? 0
    if (why !== null) at.passed.add(why, display)
    else if (mayBeArchive(relative)) {
      const container = containerAt(file, { name: display, mostEntries: at.mostEntries })
      const folder = innerFolder('', relative)
      await tryContainer(at, container, { steps: [relative], bytes, folder, level: 1 }, display)
    } else {
      addMember(at, {
        steps: [relative],
        path: relative,
        folder: '',
        bytes,
        source: fileBytes(file, display),
      })
    }
  }
}

interface BookAt {
  readonly container: Container
  readonly book: Book
  readonly place: Place
}

interface Place {
  readonly steps: readonly string[]
  /** Of the archive or spreadsheet itself. */
  readonly bytes: number
  /** Where what is inside lies. */
  readonly folder: string
  /** 1 for an archive on the disk, 2 for one in it. */
  readonly level: number
}

async function listContainer(at: Listing, container: Container, place: Place): Promise<void> {
  const { archive, book } = await at.shelf.get(container)
  if (book !== null) {
    listSheets(at, { container, book, place })
    return
  }
  if (archive.beyond > 0) sayTooMany(at, archive.beyond)
  for (const entry of archive.entries) {
    stopIfCancelled(at)
    if (at.looked >= at.mostEntries) {
      sayTooMany(at, 1)
      return
    }
    at.looked += 1
    const steps = [...place.steps, entry.path]
    const display = displayOf(at.picked, steps)
    const source = () =>
      later(at, { container, display, encoding: null }, (open) =>
        open.archive.find(entry.path)?.source(display),
      )
    const why = entry.refused ?? reasonOf(entry.path)
    if (why !== null) at.passed.add(why, display)
    else if (!mayBeArchive(entry.path)) {
      addMember(at, { steps, path: entry.path, folder: place.folder, bytes: entry.bytes, source: source() })
    } else if (place.level >= deepestArchive) at.passed.add('too-deep', display)
    else {
      const inner = containerIn(`${container.key}\n${entry.path}`, async () => source(), {
        name: display,
        mostEntries: at.mostEntries,
        isCancelled: at.isCancelled,
      })
      const folder = innerFolder(place.folder, entry.path)
      await tryContainer(at, inner, { steps, bytes: entry.bytes, folder, level: place.level + 1 }, display)
    }
  }
}

/** One that cannot be read does not stand in the way of the others: why is said. */
async function tryContainer(at: Listing, container: Container, place: Place, display: string): Promise<void> {
  try {
    await listContainer(at, container, place)
  } catch (error) {
    const isSaid = error instanceof AppError && error.code !== 'cancelled' && error.code !== 'disk-full'
    if (!isSaid) throw error
    at.passed.add(error.code === 'file-not-comments' ? 'other-document' : 'unreadable', display)
    at.notes.push(error.message)
  }
}

function listSheets(at: Listing, { container, book, place }: BookAt): void {
  for (const [index, sheet] of book.sheets.entries()) {
    const steps = [...place.steps, sheet.name]
    const display = displayOf(at.picked, steps)
    const why = refusalOfSheet(sheet)
    if (why !== null) {
      at.passed.add(why, display)
      continue
    }
    at.members.push({
      member: memberOf(steps),
      display,
      folder: place.folder,
      name: sheet.name,
      bytes: place.bytes,
      source: later(at, { container, display, encoding: 'utf-8' }, (open) =>
        open.book?.sheets[index]?.source(display),
      ),
      isSheet: true,
    })
  }
}

interface Later {
  readonly container: Container
  readonly display: string
  readonly encoding: ByteSource['encoding']
}

/** What is in a container, which is opened, again when need be, when it is read. */
function later(
  { shelf }: Listing,
  { container, display, encoding }: Later,
  take: (open: OpenContainer) => ByteSource | undefined,
): ByteSource {
  let latest: ReturnType<typeof take>
  const get = async (): Promise<ByteSource> => {
    latest = take(await shelf.get(container))
    if (latest !== undefined) return latest
    throw new AppError('file-missing', `“${display}” is no longer where it was. Choose it again.`)
  }
  return {
    name: display,
    encoding,
    size: async () => (await get()).size(),
    open: async (options) => (await get()).open(options),
    notes: () => latest?.notes?.() ?? [],
    isCutOff: () => latest?.isCutOff?.() ?? false,
  }
}

interface AddedMember {
  readonly steps: readonly string[]
  /** Of the file, in what it lies in. */
  readonly path: string
  /** Where that lies. */
  readonly folder: string
  readonly bytes: number
  readonly source: ByteSource
}

function addMember(at: Listing, { steps, path: inside, folder, bytes, source }: AddedMember): void {
  const display = displayOf(at.picked, steps)
  if (bytes === 0) {
    at.passed.add('empty', display)
    return
  }
  at.members.push({
    member: memberOf(steps),
    display,
    folder: joined(folder, folderOf(inside)),
    name: withoutPacking(path.posix.basename(inside)),
    bytes,
    source,
    isSheet: false,
  })
}

const folderOf = (inside: string): string => inside.slice(0, Math.max(0, inside.lastIndexOf('/')))
const joined = (one: string, other: string): string => [one, other].filter((part) => part !== '').join('/')
/** An archive is to those in it what a folder would be. */
const innerFolder = (folder: string, inside: string): string =>
  joined(folder, inside.replace(/\.[^./]+$/, ''))
const withoutPacking = (name: string): string => name.replace(/(?<=.)\.(gz|zst|zstd)$/i, '')

function reasonOf(inside: string): PassReason | null {
  if (isHidden(inside)) return 'hidden'
  return isMedia(inside) ? 'media' : null
}

function sayTooMany(at: Listing, beyond: number): void {
  at.passed.add('too-many', at.picked, beyond)
  const most = at.mostEntries.toLocaleString('en-GB')
  const sentence = `“${at.picked}” holds more than ${most} files: only the first ${most} were looked at. Choose a part of it to have the others.`
  if (!at.notes.includes(sentence)) at.notes.push(sentence)
}

function stopIfCancelled({ isCancelled }: Listing): void {
  if (isCancelled()) throw new AppError('cancelled', 'Stopped. Nothing was changed.')
}
