/** What a person picked, as a list of what can be read in it: a file, a folder, an archive or a spreadsheet. */
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Member, PassedOver } from '../../core/members.ts'
import type { PassReason } from '../../core/records.ts'
import { AppError } from '../../core/result.ts'
import {
  type Container,
  containerAt,
  containerIn,
  createShelf,
  type OpenContainer,
  type Shelf,
} from './containers.ts'
import { fileError } from './errors.ts'
import { walkFolder } from './folder.ts'
import { displayOf, isHidden, isMedia, mayBeArchive, memberOf } from './member-path.ts'
import { type ByteSource, fileBytes, firstBytes } from './open-bytes.ts'
import { createPassedBook, type PassedBook, passedOverInWords } from './passed-over.ts'
import { isEncryptedBook } from './refuse-binary.ts'
import { type Book, protectedOrOld, refusalOfSheet } from './spreadsheet.ts'

export interface Pick {
  readonly name: string
  readonly members: readonly PickedMember[]
  readonly passedOver: readonly PassedOver[]
  /** What else has to be said, a sentence each. */
  readonly notes: readonly string[]
  /** The member of that name; with null the only one there is. @throws AppError 'file-missing', 'file-not-comments' */
  readonly find: (member: string | null) => PickedMember
  readonly close: () => Promise<void>
}

export interface PickedMember extends Member {
  readonly source: ByteSource
  /** A sheet of a spreadsheet. */
  readonly isSheet: boolean
}

export interface PickOptions {
  /** As the person knows it; the path's own by default. */
  readonly name?: string
  readonly isCancelled?: () => boolean
  /** Files and entries of archives looked at. */
  readonly mostEntries?: number
}

/** Archives in archives: one in another, and no further. */
const deepestArchive = 2

/** The list alone. @throws as `openPick` */
export async function listMembers(file: string, options: PickOptions = {}): Promise<readonly Member[]> {
  const pick = await openPick(file, options)
  await pick.close()
  return pick.members.map(({ source: _, isSheet: __, ...member }) => member)
}

/**
 * To be closed when everything is read.
 *
 * @throws AppError 'file-missing', 'file-unreadable', 'file-empty', 'file-not-comments' where nothing in it can be read
 */
export async function openPick(file: string, options: PickOptions = {}): Promise<Pick> {
  const { name = path.basename(file), isCancelled = () => false, mostEntries = 20_000 } = options
  const shelf = createShelf()
  const members: PickedMember[] = []
  const at: Listing = {
    picked: name,
    shelf,
    members,
    passed: createPassedBook(),
    notes: [],
    mostEntries,
    looked: 0,
    isCancelled,
  }
  try {
    await list(at, file)
    const passedOver = at.passed.all()
    if (members.length === 0) throw nothingIn(name, passedOver, at.notes)
    return {
      name,
      members,
      passedOver,
      notes: at.notes,
      find: (member) => found(members, member, name),
      close: shelf.close,
    }
  } catch (error) {
    await shelf.close()
    throw fileError(error, { name, doing: 'read' })
  }
}

/** Of a ZIP archive; the second begins one that is empty, the third one that was split. */
const archiveMarks = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']

interface Listing {
  readonly picked: string
  readonly shelf: Shelf
  readonly members: PickedMember[]
  readonly passed: PassedBook
  readonly notes: string[]
  readonly mostEntries: number
  looked: number
  readonly isCancelled: () => boolean
}

async function list(at: Listing, file: string): Promise<void> {
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
  take: (open: OpenContainer) => (ByteSource & { readonly notes?: () => readonly string[] }) | undefined,
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

function nothingIn(name: string, passed: readonly PassedOver[], notes: readonly string[]): AppError {
  if (passed.length === 0) {
    return new AppError('file-empty', `“${name}” is empty. Choose another, or export it once more.`)
  }
  const said = passedOverInWords(passed)
  const why = notes[0] === undefined ? '' : ` ${notes[0]}`
  return new AppError('file-not-comments', `“${name}” holds no comments we can read: ${said}.${why}`)
}

function found(members: readonly PickedMember[], member: string | null, name: string): PickedMember {
  const [only] = members
  const named = members.find((one) => one.member === member)
  if (named !== undefined) return named
  if (member === null && only !== undefined && members.length === 1) return only
  throw member === null
    ? new AppError(
        'file-not-comments',
        `“${name}” holds ${members.length} files. Choose which of them to read.`,
      )
    : new AppError('file-missing', `“${displayOf(name, [member])}” is no longer there. Choose it again.`)
}
