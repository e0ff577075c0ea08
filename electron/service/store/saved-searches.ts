/** Searches that are kept with a name, in the project, so that whoever opens it has them. */
import type { SavedSearch } from '../../../core/contract/answers.ts'
import type { Filter, Order } from '../../../core/contract/requests.ts'
import type { ReadableDB, WritableDB } from './database.ts'

interface Row {
  readonly id: number
  readonly name: string
  readonly order_by: Order
  readonly shows: Filter['show']
  readonly query: string
  readonly import_id: number | null
  readonly saved_by: string
}

/** By name. */
export function savedSearches(db: ReadableDB): readonly SavedSearch[] {
  const rows = db.all<Row>('select * from saved_searches order by name collate nocase, id')
  return rows.map(({ id, name, order_by, shows, query, import_id, saved_by }) => ({
    id,
    name,
    order: order_by,
    filter: { show: shows, text: query, importId: import_id },
    savedBy: saved_by,
  }))
}

/** One of the same name is replaced. On the disk when this returns. */
export function saveSearch(
  db: WritableDB,
  search: Omit<SavedSearch, 'id'> & { readonly savedAt: string },
): void {
  const { name, order, filter, savedBy, savedAt } = search
  db.transaction(() =>
    db.run(
      `insert into saved_searches (name, order_by, shows, query, import_id, saved_by, saved_at)
       values (?, ?, ?, ?, ?, ?, ?)
       on conflict (name) do update set order_by = excluded.order_by, shows = excluded.shows,
         query = excluded.query, import_id = excluded.import_id, saved_by = excluded.saved_by,
         saved_at = excluded.saved_at`,
      name,
      order,
      filter.show,
      filter.text,
      filter.importId,
      savedBy,
      savedAt,
    ),
  )
}

/** @returns false where another has the name, and nothing was changed */
export function renameSearch(db: WritableDB, id: number, name: string): boolean {
  return db.transaction(() => {
    if (db.get('select 1 from saved_searches where name = ? and id <> ?', name, id) !== undefined)
      return false
    db.run('update saved_searches set name = ? where id = ?', name, id)
    return true
  })
}

export function deleteSearch(db: WritableDB, id: number): void {
  db.transaction(() => db.run('delete from saved_searches where id = ?', id))
}
