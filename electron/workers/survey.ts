/** Looks at the beginning of everything in what was picked, and says which of it are comments to import. */

import type { ExportFormat } from '../../core/importers/export-format.ts'
import type { TableFormat } from '../../core/importers/format.ts'
import { type Head, headLength, headOf } from '../../core/importers/head.ts'
import { detectFormat, exportFormats, guessLayout } from '../../core/importers/index.ts'
import type { MappedBatch } from '../../core/importers/map.ts'
import { readComments } from '../../core/importers/read.ts'
import { isPageOfExport, refuseOtherText } from '../../core/importers/refuse.ts'
import type { PickSurvey, SurveyedMember } from '../../core/members.ts'
import type { PassReason } from '../../core/records.ts'
import { AppError } from '../../core/result.ts'
import { textHead } from '../files/decode.ts'
import type { PickedMember } from '../files/listing.ts'
import { createPassedBook, passedOverInWords } from '../files/passed-over.ts'
import type { Pick } from '../files/pick.ts'
import { pathOf } from './member-source.ts'

export interface SurveyOptions {
  /** Called after each member; the place to rest, and to throw 'cancelled'. */
  readonly onMember: (done: number, total: number) => Promise<void>
}

/** @throws AppError 'file-not-comments' when nothing of it is offered */
export async function survey(pick: Pick, { onMember }: SurveyOptions): Promise<PickSurvey> {
  const seen: Seen[] = []
  for (const member of pick.members) {
    seen.push(await look(member, pick.members.length === 1))
    await onMember(seen.length, pick.members.length)
  }
  const members = seen.map((one) => surveyed(one, reasonOf(one, seen)))
  const passed = createPassedBook()
  for (const { why, count, names } of pick.passedOver) {
    for (const name of names) passed.add(why, name)
    if (count > names.length) passed.add(why, pick.name, count - names.length)
  }
  for (const { why, display } of members) if (why !== null) passed.add(why, display)
  const passedOver = passed.all()
  if (members.every(({ why }) => why !== null)) throw nothingOffered(pick, seen, passedOver)
  return { name: pick.name, members, passedOver, notes: pick.notes }
}

interface Seen {
  readonly member: PickedMember
  readonly format: ExportFormat | TableFormat | null
  /** Why it cannot be read at all, or is unlikely to be comments. */
  readonly why: PassReason | null
  /** The sentence that was said instead of a format. */
  readonly failure: AppError | null
  /** Whether that sentence helps with all that was picked: it is an export that can be had in another form. */
  readonly hasOtherForm: boolean
}

async function look(member: PickedMember, isAlone: boolean): Promise<Seen> {
  let hasOtherForm = false
  try {
    const { text, isWhole } = await textHead(member.source, bytesLookedAt)
    const head = headOf({ name: member.name, folder: member.folder, text, isWhole })
    const format = detectFormat(head)
    hasOtherForm = isPageOfExport(head.text)
    if ('open' in format) refuseOtherText(head.text, member.display)
    const isDoubtful =
      !isAlone && ('open' in format ? !mayHoldComments(format, head, member) : await holdsNothing(head))
    return { member, format, why: isDoubtful ? 'no-comments' : null, failure: null, hasOtherForm }
  } catch (error) {
    const why = error instanceof AppError ? reasons[error.code] : undefined
    if (!(error instanceof AppError) || why === undefined) throw error
    return { member, format: null, why, failure: error, hasOtherForm }
  }
}

/** Longer files hold something: a folder may have many thousands, and to read each of them twice takes long. */
const longestEmpty = 2048

/** An export has files for what somebody never did: their deleted tweets, an empty list. Small ones are looked through. */
async function holdsNothing(head: Head): Promise<boolean> {
  if (!head.isWhole || head.text.length > longestEmpty) return false
  let rows = 0
  const { name, folder, text } = head
  const reading = { ...guessLayout(head), encoding: 'utf-8', dateOrder: 'dmy', columns: {} } as const
  const source = {
    name,
    folder,
    reading,
    beside: () => null,
    text: async function* () {
      yield text
    },
  }
  const deliver = async (batch: MappedBatch) => {
    rows += batch.rows
  }
  const incomplete = await readComments(source, { keepsRaw: false, deliver })
  return rows === 0 && incomplete.length === 0
}

/** As many as `headLength` characters may need. */
const bytesLookedAt = 3 * headLength

const reasons: Partial<Record<AppError['code'], PassReason>> = {
  'file-empty': 'empty',
  'file-not-comments': 'no-comments',
  'file-unreadable': 'unreadable',
  'file-missing': 'unreadable',
}

/** Any text is a table of one column: among others only one that is called a table is meant as one. */
function mayHoldComments(format: TableFormat, head: Head, { name, isSheet }: PickedMember): boolean {
  if (format.id !== 'csv') return true
  if (head.isWhole && head.rows.length < 2) return false
  const isTable = head.rows.filter((cells) => cells.length > 1).length * 2 > head.rows.length
  if (isSheet || /\.(csv|tsv|tab)$/i.test(name)) return true
  // Lists of things and lines of a log have bars and commas too.
  return isTable && /^[^.]+$|\.(txt|dat|psv|asc)$/i.test(name)
}

function reasonOf({ member, format, why }: Seen, all: readonly Seen[]): PassReason | null {
  if (why !== null || format === null || !('open' in format)) return why
  const path = pathOf(member)
  const isQuiet = !saysComments.test(member.name)
  if (isQuiet && exportFormats.some(({ folders }) => folders?.own.test(path))) return 'other-of-export'
  for (const { member: other, format: claiming } of all) {
    if (claiming === null || 'open' in claiming) continue
    if (isQuiet && claiming.folders?.shared.test(path)) return 'other-of-export'
    if (topOf(other.folder) !== topOf(member.folder)) continue
    if (claiming.companions?.some((pattern) => path.search(pattern) !== -1)) return 'companion'
    // An export lies in a folder of its own: what else is there is not comments, unless it says so.
    if (other.folder !== '' && isQuiet) return 'other-of-export'
  }
  return null
}

const topOf = (folder: string): string => folder.split('/', 1)[0] ?? ''
const saysComments = /comment|respon|repl(y|ies)|review|feedback|statement/i

function surveyed({ member, format }: Seen, why: PassReason | null): SurveyedMember {
  const { source: _, isSheet, ...named } = member
  return { ...named, format: format?.id ?? null, title: titleOf(format, member.name, isSheet), why }
}

function titleOf(format: Seen['format'], name: string, isSheet: boolean): string | null {
  if (format === null) return null
  if (!('open' in format)) return format.title
  return isSheet ? `Sheet “${name}”` : format.title
}

function nothingOffered(pick: Pick, seen: readonly Seen[], passedOver: PickSurvey['passedOver']): AppError {
  const [only] = seen
  if (only?.failure && seen.length === 1 && passedOver.length === 1) return only.failure
  const advice = seen.find(({ failure, hasOtherForm }) => failure !== null && hasOtherForm)?.failure
  if (advice) return advice
  const said = passedOverInWords(passedOver)
  return new AppError('file-not-comments', `“${pick.name}” holds no comments we can read: ${said}.`)
}
