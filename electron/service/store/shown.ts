/** Who was told what others decided on which comment: what they then decide on it is not independent. */
import type { ReadableDB, WritableDB } from './database.ts'
import { numbersFrom } from './number-lists.ts'

export function shownTo(db: ReadableDB, coder: string): Int32Array {
  return numbersFrom(db, 'select group_concat(comment_id) from shown_others where coder = ?', coder)
}

/** Not durable: read with every list. What a failing power takes away is the last moments of it. */
export function keepShown(db: WritableDB, coder: string, commentIds: readonly number[]): void {
  db.transaction(
    () => {
      for (const id of commentIds)
        db.run('insert or ignore into shown_others (comment_id, coder) values (?, ?)', id, coder)
    },
    { durable: false },
  )
}
