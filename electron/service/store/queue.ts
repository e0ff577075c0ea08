/** What can be decided on, and what a row of a queue shows of it. */
import type { QueueRow } from '../../../core/contract/answers.ts'
import type { SampledComment } from '../../../core/contract/many-answers.ts'
import { hitsIn } from '../../../core/queue/hits.ts'
import type { Query } from '../../../core/queue/query-terms.ts'
import type { ReadableDB } from './database.ts'
import { sidesOf } from './judging.ts'

const excerptLength = 160

/**
 * Posts and service messages are context, not something to decide on; of some deleted comments only the place is left.
 * To the letter as in the index `comments_for_queues`.
 */
export const decidable = `iif(c.kind in ('comment', 'share'), c.text <> '', 0)`

/** What may come up for a decision here: of a work package only the comments that it offers. */
export function offeredIn(db: ReadableDB): string {
  const isPackage = db.get('select 1 from package') !== undefined
  return isPackage ? `(${decidable} and c.id in (select comment_id from package_part))` : decidable
}

export type StoredRow = Omit<QueueRow, 'index' | 'prediction' | 'isMeasuring'> & {
  readonly authorId: number | null
  readonly text: string
}

/**
 * @param query what its queue was searched for; its words are in the excerpt
 * @returns null where the comment is not visible
 */
export function queueRow(db: ReadableDB, commentId: number, query: Query): StoredRow | null {
  const row = db.get<Omit<StoredRow, 'commentId' | 'excerpt' | 'sides'>>(
    `select c.text, c.author_id as authorId, a.name as author, t.title as thread, c.created_at as createdAt, s.label,
       s.status
     from seen c join threads t on t.id = c.thread_id left join authors a on a.id = c.author_id
     left join standing s on s.comment_id = c.id where c.id = ?`,
    commentId,
  )
  if (!row) return null
  const sides = sidesOf(db, { commentId, status: row.status })
  return { ...row, commentId, sides, excerpt: excerptOf(row.text, query) }
}

/**
 * @param label whose share comes with it; null for the harmful one
 * @returns null where the comment is not visible
 */
export function sampledComment(
  db: ReadableDB,
  commentId: number,
  label: string | null,
): (SampledComment & Pick<StoredRow, 'authorId'>) | null {
  return (
    db.get<SampledComment & Pick<StoredRow, 'authorId'>>(
      `select c.id as commentId, c.text, c.author_id as authorId, a.name as author, iif(?2 is null, p.harm, p.shares ->> ?2) as share
       from seen c left join authors a on a.id = c.author_id left join predictions p on p.comment_id = c.id
       where c.id = ?1`,
      commentId,
      label,
    ) ?? null
  )
}

const noQuery: Query = { groups: [], hints: [] }

/** A hit that begins later than this may be cut off by the edge of the list. */
const soonest = 24

/**
 * The beginning of a text on one line, at most 160 characters; where the first word that was searched for stands
 * further on, from shortly before it.
 */
export function excerptOf(text: string, query: Query = noQuery): string {
  const [hit] = hitsIn(text.slice(0, longestSearched), query)
  const from = hit !== undefined && hit.start > soonest ? beginOfWord(text, hit.start - soonest / 2) : 0
  const line = text
    .slice(from, from + excerptLength * 2)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, excerptLength - 1)
  return from === 0 ? line : `…${line}`
}

/** A page of rows is read while somebody scrolls: what stands further on than this is not looked for. */
const longestSearched = 5000

/** The first place at or after `at` where a word begins, or a little later where there is none. */
function beginOfWord(text: string, at: number): number {
  const gap = text.slice(at, at + soonest / 2).search(/\s/u)
  return gap < 0 ? at + soonest / 2 : at + gap + 1
}
