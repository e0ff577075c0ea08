/** Makes comments of what readers found: times read, figures read, ids settled, keys made. For tables and exports alike. */
import {
  type DateOrder,
  type ImportedComment,
  isGoneState,
  isWithdrawn,
  type Problem,
  type ProblemReason,
} from '../records.ts'
import { parseTime } from '../time.ts'
import type { Found } from './export-format.ts'
import { problemOf } from './format.ts'
import type { Identity } from './identify.ts'
import { readFigure } from './parts/figure.ts'

export interface Finishing {
  readonly identify: (comment: Identity) => string
  readonly dateOrder: DateOrder
  readonly keepsRaw: boolean
  /** See `Reading`. */
  readonly withoutDeleted: boolean
}

export interface Finished {
  /** Null where the record is left out; then the one problem says why. */
  readonly comment: ImportedComment | null
  readonly problems: readonly Problem[]
}

/** What exports write where there is no parent. */
const noParent = /^(|0|-1|root|-|null|none|nil|nan|n\/a|undefined|false)$/i

export function finish(found: Found, { identify, dateOrder, keepsRaw, withoutDeleted }: Finishing): Finished {
  const { row, state = 'visible' } = found
  const problems: Problem[] = []
  const note = (reason: ProblemReason, field: string, value: string | null) =>
    problems.push(problemOf({ row, reason, field, skipped: false, ...(value === null ? {} : { value }) }))
  // Of a deleted comment the export may keep the place only: it stays, for the answers that hang on it.
  if (found.text.trim() === '' && !isGoneState(state)) {
    return { comment: null, problems: [problemOf({ row, reason: 'no-text', field: 'text', skipped: true })] }
  }
  // Half a surrogate pair cannot be written to any file; it and bytes that were none become U+FFFD.
  const text = found.text.toWellFormed()
  if (text.includes('\uFFFD')) note('bad-bytes', 'text', text)
  const createdOriginal = filled(found.time)?.toWellFormed() ?? null
  const createdAt =
    found.createdAt ?? (createdOriginal === null ? null : parseTime(createdOriginal, dateOrder))
  if (createdOriginal !== null && createdAt === null) note('bad-time', 'time', createdOriginal)
  const figure = (field: 'likes' | 'replies' | 'reports'): number | null => {
    const { value, doubt } = readFigure(found[field])
    if (doubt !== null) note(doubt, field, String(found[field]))
    return value
  }
  const id = trimmed(found.id)
  const parent = trimmed(found.parentId)
  if (parent !== null && parent === id) note('broken-parent', 'parent', parent)
  const who = {
    id,
    parentId: parent === null || parent === id || noParent.test(parent) ? null : parent,
    threadId: trimmed(found.threadId),
    author: trimmed(found.author),
  }
  const comment: ImportedComment = {
    row,
    ...who,
    site: trimmed(found.site),
    threadTitle: trimmed(found.threadTitle),
    authorId: trimmed(found.authorId),
    createdAt,
    createdOriginal,
    text,
    lang: trimmed(found.lang),
    likes: figure('likes'),
    replies: figure('replies'),
    reports: figure('reports'),
    state,
    kind: found.kind ?? 'comment',
    url: trimmed(found.url),
    editedAt: found.editedAt ?? null,
    answers: found.answers ?? [],
    raw: keepsRaw ? found.raw.toWellFormed() : '',
    key: identify({ ...who, createdOriginal, text }),
  }
  // The key was asked for all the same: keys of comments without an id count on.
  if (!withoutDeleted || !isWithdrawn(comment)) return { comment, problems }
  // Without its value: what was taken back is not kept in the report either.
  return { comment: null, problems: [problemOf({ row, reason: 'deleted', skipped: true })] }
}

/** Blanks are not an answer. */
const filled = (value: string | null | undefined): string | null =>
  value === null || value === undefined || value.trim() === '' ? null : value

const trimmed = (value: string | null | undefined): string | null =>
  filled(value)?.trim().toWellFormed() ?? null
