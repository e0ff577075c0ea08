/** What the texts of comments hold: by the index, or letter by letter. */
import type { TextTerm } from '../../../core/queue/query-terms.ts'
import { marked } from './marks.ts'
import { numbersFrom } from './number-lists.ts'
import type { Searched } from './searched.ts'

/** So many answers are kept, and only those that took a while. */
const mostHits = 12
const manyHits = 10_000

/** Kept, because people go back a letter, and because a word stays while the next one is typed. Not to be changed. */
export function matching(searched: Searched, expression: string): Uint8Array {
  const { db, hits } = searched
  const known = hits.get(expression)
  if (known) return known
  const sql = 'select group_concat(rowid) from comments_fts where comments_fts match ?'
  const ids = numbersFrom(db, sql, expression)
  const marks = marked(searched, ids)
  if (ids.length < manyHits) return marks
  hits.set(expression, marks)
  const [oldest] = hits.keys()
  if (hits.size > mostHits && oldest !== undefined) hits.delete(oldest)
  return marks
}

/**
 * Letter by letter: every text is read, but of what is typed on only those that had the beginning of it. Of the case,
 * only that of unaccented Latin letters does not count.
 */
export function containing(searched: Searched, { text }: TextTerm): Uint8Array {
  const { db, lately } = searched
  const pattern = `%${text.replace(/[\\%_]/gu, '\\$&')}%`
  const within = lately.found !== null && text.includes(lately.found.text) ? lately.found.ids : null
  const ids =
    within !== null && within.length <= mostWithin
      ? numbersFrom(
          db,
          `select group_concat(c.id) from json_each(?) one join comments c on c.id = one.value
           where c.text like ? escape '\\'`,
          `[${within.join()}]`,
          pattern,
        )
      : numbersFrom(db, `select group_concat(id) from comments where text like ? escape '\\'`, pattern)
  lately.found = { text, ids }
  return marked(searched, ids)
}

/** Of more, reading all of them is as fast. */
const mostWithin = 200_000
