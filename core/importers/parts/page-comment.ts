/** One comment of a web page while its elements go by, and what is made of it. */
import type { CommentState } from '../../records.ts'
import type { Found } from '../export-format.ts'
import { textOfHtml } from './html-text.ts'
import type { CommentMark, PartMark } from './page-marks.ts'
import { readWrittenTime } from './written-time.ts'

interface Ranked<T> {
  readonly rank: number
  readonly value: T
}

type Slice = readonly [from: number, to: number]

interface Cut {
  readonly from: number
  readonly to: number
  readonly marks: readonly PartMark[]
}

/** Added to the rank of what stands outside of a person's words: a name inside of them is mostly somebody else's. */
export const outside = 10

export interface PageComment {
  readonly mark: CommentMark
  id: string | null
  readonly parent: PageComment | null
  /** Where its element begins, and where the tag that opens it ends. */
  readonly from: number
  readonly inside: number
  readonly values: Map<PartMark['part'], Ranked<string>>
  content: Ranked<Slice> | null
  /** Within it, what is not the person's words. */
  readonly cuts: Cut[]
  isHeld: boolean
  isDone: boolean
}

export function openComment(
  mark: CommentMark,
  at: { readonly parent: PageComment | null; readonly from: number; readonly inside: number },
): PageComment {
  return {
    ...at,
    mark,
    id: mark.id,
    values: new Map(),
    content: null,
    cuts: [],
    isHeld: false,
    isDone: false,
  }
}

/** Keeps what is believed most. */
export function tell(comment: PageComment, { part, rank }: PartMark, value: string): void {
  const known = comment.values.get(part)
  if (value.trim() !== '' && (known === undefined || rank > known.rank))
    comment.values.set(part, { rank, value })
}

/** @param html the part of the page between two offsets */
export function foundIn(
  comment: PageComment,
  html: (from: number, to: number) => string,
  to: number,
): Omit<Found, 'row' | 'raw'> {
  const [from, until] = comment.content?.value ?? [comment.inside, to]
  let at = from
  let words = ''
  for (const cut of comment.cuts.toSorted((one, other) => one.from - other.from)) {
    if (cut.from < at || cut.from >= until || !cut.marks.some((mark) => isNoWords(comment, mark))) continue
    words += `${html(at, cut.from)} `
    at = Math.min(cut.to, until)
  }
  const whole = textOfHtml(words + html(at, until))
  const written =
    comment.content === null ? whole.replace(/^(?:says|said|sagt|dit|dice|zegt|diz) ?:\s*/i, '') : whole
  const placeholder = placeholderState(written)
  const time = comment.values.get('time')?.value ?? null
  return {
    id: comment.id,
    author: comment.values.get('author')?.value ?? null,
    time,
    createdAt: time === null ? null : (readWrittenTime(time)?.createdAt ?? null),
    likes: /^\s*[\d.,]+[km]?\s*$/i.test(comment.values.get('likes')?.value ?? '')
      ? comment.values.get('likes')?.value
      : null,
    text: placeholder === null ? written : '',
    state: placeholder ?? (comment.isHeld ? 'held' : 'visible'),
  }
}

function isNoWords({ values }: PageComment, { part, rank }: PartMark): boolean {
  if (rank > outside || part === 'held') return true
  if (part === 'furniture') return rank > 1
  return (values.get(part)?.rank ?? 0) < outside
}

/** What pages show in the place of a comment that is gone. */
export function placeholderState(text: string): CommentState | null {
  if (text.length > 90) return null
  const gone =
    /^\[?(?:this|the) (?:comment|post|reply|message) (?:was|has been|is) (?:deleted|removed|hidden)(?: by (?:the |a |an )?([a-z ]{1,40}))?\.?\]?$/i
  const match = gone.exec(text.trim())
  if (match === null) return null
  return /author|user|commenter/i.test(match[1] ?? '') ? 'deleted-by-author' : 'removed-by-moderator'
}

/** A name without its picture, its link, and the "says:" that themes put after it. */
export function nameOf(html: string): string {
  return textOfHtml(html.replace(/<\/?(?:a|img)(?:\s[^<>]{0,4000})?>/gi, ''))
    .replace(/\s+/g, ' ')
    .replace(/^(?:by|posted by)\s+/i, '')
    .replace(/\s*(?:says|said|writes|sagt|dit|dice|zegt|diz)?\s*:?\s*$/i, '')
    .trim()
}

/** A time among other words: "September 12, 2026 at 6:42 pm (Edit)". */
export function timeIn(html: string): string {
  const text = textOfHtml(html.replace(/<\/?a(?:\s[^<>]{0,4000})?>/gi, ''))
    .replace(/\s+/g, ' ')
    .replace(/\(?\b(?:edit|permalink|link|reply)\b\)?/gi, '')
    .trim()
    .replace(/^on (?=\S)/i, '')
  return text.length > 200 ? '' : text
}
