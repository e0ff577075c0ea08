/** Which comments are in a queue, in which order, and what a row of it shows. */
import type { QueueRow } from '../../../core/contract/answers.ts'
import type { Filter, Order } from '../../../core/contract/requests.ts'
import { shuffledBy } from '../../../core/queue/order.ts'
import { matchExpression, needsPlainSearch } from '../../../core/queue/search.ts'
import type { ReadableDB, Value } from './database.ts'
import { predictionOf } from './models.ts'

const excerptLength = 160

/** Posts and service messages are context, not something to decide on. */
export const decidable = `c.kind in ('comment', 'share')`

const orderBy: Readonly<Record<Order, string>> = {
  'oldest-first': 'c.created_at is null, c.created_at, c.id',
  'newest-first': 'c.created_at is null, c.created_at desc, c.id desc',
  'troll-first': 'p.troll is null, p.troll desc, c.id',
  'unsure-first': `p.band is null, p.band <> 'unsure', max(p.troll, p.critic, p.neither), c.id`,
  random: 'c.id',
}

/**
 * The ids of all comments that match, in order. A million take a second or two: call it once, keep the list.
 *
 * @param seed the same seed gives the same random order
 */
export function queueIds(db: ReadableDB, order: Order, filter: Filter, seed: number): Int32Array {
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

/** @returns null where the comment is not visible */
export function queueRow(db: ReadableDB, commentId: number, index: number): QueueRow | null {
  const row = db.get<Omit<QueueRow, 'index' | 'commentId' | 'prediction'>>(
    `select substr(c.text, 1, ?) as excerpt, a.name as author, t.title as thread,
       c.created_at as createdAt, s.label
     from seen c join threads t on t.id = c.thread_id left join authors a on a.id = c.author_id
     left join standing s on s.comment_id = c.id where c.id = ?`,
    excerptLength * 2,
    commentId,
  )
  if (!row) return null
  return {
    ...row,
    index,
    commentId,
    excerpt: row.excerpt.replace(/\s+/gu, ' ').trim().slice(0, excerptLength),
    prediction: predictionOf(db, commentId),
  }
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
