/** Which comments are in a queue, in which order, and what a row of it shows. */
import type { QueueRow } from '../../../core/contract/answers.ts'
import type { Filter, Order } from '../../../core/contract/requests.ts'
import { shuffledBy } from '../../../core/queue/order.ts'
import { matchExpression, needsPlainSearch } from '../../../core/queue/search.ts'
import type { Candidates } from '../../../core/queue/teach.ts'
import type { ReadableDB, Value } from './database.ts'

const excerptLength = 160

/** Posts and service messages are context, not something to decide on; of some deleted comments only the place is left. */
export const decidable = `c.kind in ('comment', 'share') and c.text <> ''`

const orderBy: Readonly<Record<Exclude<Order, 'teach'>, string>> = {
  'oldest-first': 'c.created_at is null, c.created_at, c.id',
  'newest-first': 'c.created_at is null, c.created_at desc, c.id desc',
  'troll-first': 'p.harm is null, p.harm desc, c.id',
  'unsure-first': 'p.doubt is null, p.doubt desc, c.id',
  random: 'c.id',
}

/**
 * The ids of all comments that match, in order. A million take a second or two: call it once, keep the list.
 *
 * @param seed the same seed gives the same random order
 */
export function queueIds(
  db: ReadableDB,
  order: Exclude<Order, 'teach'>,
  filter: Filter,
  seed: number,
): Int32Array {
  const { where, values } = conditions(filter)
  const scores = order === 'troll-first' || order === 'unsure-first'
  const rows = db.iterate<{ id: number }>(
    `select c.id from seen c ${scores ? 'left join predictions p on p.comment_id = c.id' : ''}
     where ${where.join(' and ')} order by ${orderBy[order]}`,
    ...values,
  )
  const ids = Int32Array.from(rows, (row) => row.id)
  return order === 'random' ? shuffledBy(ids, seed) : ids
}

/** All comments that match and that nobody has decided, by id, with what the model last thought of them. */
export function candidates(db: ReadableDB, filter: Filter, hasHarm: boolean): Candidates {
  const { where, values } = conditions({ ...filter, show: 'undecided' })
  const from = `from seen c left join predictions p on p.comment_id = c.id where ${where.join(' and ')}`
  const count = db.get<{ n: number }>(`select count(*) as n ${from}`, ...values)?.n ?? 0
  const found = { ids: new Int32Array(count), troll: new Float64Array(count), doubt: new Float64Array(count) }
  const rows = db.iterate<{ id: number; troll: number; doubt: number }>(
    `select c.id, coalesce(p.harm, -1) as troll, coalesce(p.doubt, -1) as doubt ${from} order by c.id`,
    ...values,
  )
  let at = 0
  for (const { id, troll, doubt } of rows) {
    found.ids[at] = id
    found.troll[at] = troll
    found.doubt[at] = doubt
    at += 1
  }
  return hasHarm ? found : { ...found, troll: null }
}

export type StoredRow = Omit<QueueRow, 'index' | 'prediction' | 'isMeasuring'> & {
  readonly authorId: number | null
  readonly text: string
}

/** @returns null where the comment is not visible */
export function queueRow(db: ReadableDB, commentId: number): StoredRow | null {
  const row = db.get<Omit<StoredRow, 'commentId' | 'excerpt'>>(
    `select c.text, c.author_id as authorId, a.name as author, t.title as thread, c.created_at as createdAt, s.label
     from seen c join threads t on t.id = c.thread_id left join authors a on a.id = c.author_id
     left join standing s on s.comment_id = c.id where c.id = ?`,
    commentId,
  )
  return row ? { ...row, commentId, excerpt: excerptOf(row.text) } : null
}

/** The beginning of a text on one line, at most 160 characters. */
export function excerptOf(text: string): string {
  return text
    .slice(0, excerptLength * 2)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, excerptLength)
}

function conditions(filter: Filter): {
  readonly where: readonly string[]
  readonly values: readonly Value[]
} {
  const where = [decidable]
  const values: Value[] = []
  const standing = 'exists (select 1 from standing s where s.comment_id = c.id)'
  if (filter.show === 'decided') where.push(standing)
  if (filter.show === 'undecided') where.push(`not ${standing}`)
  if (filter.importId !== null) {
    where.push('c.import_id = ?')
    values.push(filter.importId)
  }
  const words = filter.text.trim()
  if (words !== '') {
    const plain = needsPlainSearch(words)
    where.push(
      plain
        ? 'instr(lower(c.text), lower(?)) > 0'
        : 'c.id in (select rowid from comments_fts where comments_fts match ?)',
    )
    values.push(plain ? words : matchExpression(words))
  }
  return { where, values }
}
