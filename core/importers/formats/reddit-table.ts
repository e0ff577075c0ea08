/**
 * Reddit: comments or posts of its dumps or its API that somebody made a table of, with the names that both have.
 * @source Pushshift and Arctic Shift, "schemas"; praw.readthedocs.io, "Comment", "Submission"
 */
import { textAt } from '../parts/json-exact.ts'
import { redditComment, redditPost } from '../parts/reddit-thing.ts'
import { type TableRow, tableExport } from '../parts/table-export.ts'

export const redditTable = tableExport({
  id: 'reddit-table',
  title: 'Table of Reddit comments',
  platform: 'reddit',
  idsWithin: 'platform',
  names: [
    ['id', 'body', 'link id', 'parent id'],
    ['id', 'title', 'selftext', 'created utc'],
    ['id', 'title', 'selftext', 'num comments'],
  ],
  sureness: 0.94,
  open({ names }) {
    const isComments = names.includes('body')
    const keys = names.map((name) => name.replaceAll(' ', '_'))
    return (row) => {
      const data = thingOf(keys, row)
      const facts = { row: row.row, raw: row.raw }
      if (isComments && !isPost(data)) return redditComment(data, { ...facts, title: null })
      return redditPost(
        isComments ? { ...data, selftext: textAt(data, 'selftext') ?? data.body } : data,
        facts,
      )
    }
  },
})

/** Some put the post above its comments. */
const isPost = (data: unknown): boolean =>
  textAt(data, 'title') !== null && textAt(data, 'parent_id') === null && textAt(data, 'link_id') === null

/** What people write may be any word; in all other columns these stand for nothing, yes and no. */
const words = new Set(['body', 'title', 'selftext', 'link_title'])
const nothing = /^(|nan|none|null|na|n\/a)$/i

function thingOf(keys: readonly string[], { cells }: TableRow): Readonly<Record<string, unknown>> {
  const entries = keys.flatMap((key, place): readonly (readonly [string, unknown])[] => {
    const cell = cells[place] ?? ''
    if (words.has(key)) return [[key, cell]]
    const plain = cell.trim()
    if (nothing.test(plain)) return []
    return [[key, /^(true|false)$/i.test(plain) ? plain.toLowerCase() === 'true' : plain]]
  })
  return Object.fromEntries(entries)
}
