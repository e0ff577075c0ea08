/** What a coder belongs to: people, teams and offices. Comments that name one are kept from them. */
import { matchExpression, textTerm } from '../../../core/queue/query-text.ts'
import type { ReadableDB, WritableDB } from './database.ts'
import { appendEvent } from './events.ts'
import { numbersFrom } from './number-lists.ts'

export function readInterests(db: ReadableDB, coder: string): readonly string[] {
  return db
    .all<{ phrase: string }>('select phrase from interests where coder = ? order by phrase', coder)
    .map(({ phrase }) => phrase)
}

/** On the disk when this returns, and in the record. */
export function changeInterests(
  db: WritableDB,
  {
    coder,
    phrases,
    at,
  }: { readonly coder: string; readonly phrases: readonly string[]; readonly at: string },
): void {
  const before = readInterests(db, coder)
  if (JSON.stringify(before) === JSON.stringify(phrases)) return
  db.transaction(() => {
    db.run('delete from interests where coder = ?', coder)
    for (const phrase of phrases) db.run('insert into interests (coder, phrase) values (?, ?)', coder, phrase)
    appendEvent(db, { kind: 'interest', coder, at, body: { phrases, before } })
  })
}

/** Comments that name it: its words one after the other, as the search field finds them in quotes. */
export function commentsNaming(db: ReadableDB, phrase: string): Int32Array {
  const sought = soughtIn(phrase)
  return sought
    ? numbersFrom(db, `select group_concat(c.id) from ${sought.sql}`, sought.value)
    : new Int32Array()
}

/** @returns the first of the phrases that the comment names; null for none */
export function namedIn(db: ReadableDB, commentId: number, phrases: readonly string[]): string | null {
  return (
    phrases.find((phrase) => {
      const sought = soughtIn(phrase)
      return sought !== null && db.get(`select 1 from ${sought.sql} and c.id = ?`, sought.value, commentId)
    }) ?? null
  )
}

function soughtIn(phrase: string): { readonly sql: string; readonly value: string } | null {
  const term = textTerm({ text: phrase, isQuoted: true, isLast: false })
  if (term === null) return null
  if (!term.isPlain) {
    // A star at its end is no beginning of a word here.
    const value = matchExpression({ ...term, isPrefix: false })
    return { sql: '(select rowid as id from comments_fts where comments_fts match ?) c where true', value }
  }
  return {
    sql: `comments c where c.text like ? escape '\\'`,
    value: `%${term.text.replace(/[\\%_]/gu, '\\$&')}%`,
  }
}
