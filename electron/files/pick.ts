/** What a person picked, as a list of what can be read in it: a file, a folder, an archive or a spreadsheet. */
import path from 'node:path'
import type { Member, PassedOver } from '../../core/members.ts'
import { AppError } from '../../core/result.ts'
import { createShelf } from './containers.ts'
import { fileError } from './errors.ts'
import { type Listing, list, type PickedMember } from './listing.ts'
import { displayOf } from './member-path.ts'
import { createPassedBook, passedOverInWords } from './passed-over.ts'

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

export interface PickOptions {
  /** As the person knows it; the path's own by default. */
  readonly name?: string
  readonly isCancelled?: () => boolean
  /** Files and entries of archives looked at. */
  readonly mostEntries?: number
}

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
