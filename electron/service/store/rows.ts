/** Many rows in few statements: to begin one costs the database about as much as a row does. */
import type { Value, WritableDB } from './database.ts'

const atATime = 50

/**
 * Inserts all rows; when one is refused, those before it stay. Only within a transaction that is thrown away then.
 *
 * @param into a table and its columns, as in `comments (id, text)`
 * @param rows a value a column, in their order
 */
export function insertRows(db: WritableDB, into: string, rows: readonly (readonly Value[])[]): void {
  const many = statement(into, rows[0]?.length ?? 0, atATime)
  const one = statement(into, rows[0]?.length ?? 0, 1)
  let at = 0
  for (; at + atATime <= rows.length; at += atATime) db.run(many, ...rows.slice(at, at + atATime).flat())
  for (const row of rows.slice(at)) db.run(one, ...row)
}

/**
 * "Or fail": else the database would prepare to take back a statement of many rows alone, and the search index would
 * write what it has gathered before each.
 */
function statement(into: string, columns: number, rows: number): string {
  const row = `(${Array(columns).fill('?').join(', ')})`
  return `insert or fail into ${into} values ${Array(rows).fill(row).join(', ')}`
}
