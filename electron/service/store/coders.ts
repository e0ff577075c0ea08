/** Who has worked in a project. Names, no accounts: whoever sits at the machine says who they are. */
import { randomUUID } from 'node:crypto'
import { plainCoder } from '../../../core/deciding/coder-name.ts'
import type { ReadableDB, WritableDB } from './database.ts'
import { appendEvent } from './events.ts'

export interface KnownCoder {
  readonly name: string
  /** Decisions that are not taken back. */
  readonly decisions: number
}

/** Those who have decided, and those who said that they will. By name. */
export function codersOf(db: ReadableDB): readonly KnownCoder[] {
  return db.all<KnownCoder>(
    `select name, (
       select count(*) from decisions d where d.coder = name and d.kind = 'label'
         and not exists (select 1 from decisions u where u.undoes = d.id)) as decisions
     from (select name from coders union select value from json_each(?))
     order by name collate nocase`,
    JSON.stringify(decidersOf(db)),
  )
}

/** Everybody who has decided, by name. From one to the next in the index: a million decisions are not read for it. */
export function decidersOf(db: ReadableDB): readonly string[] {
  return db
    .all<{ coder: string }>(
      `with recursive found (coder) as (
         select min(coder) from decisions where kind = 'label'
         union all
         select (select min(coder) from decisions where kind = 'label' and coder > found.coder) from found
         where found.coder is not null)
       select coder from found where coder is not null`,
    )
    .map(({ coder }) => coder)
}

/** Whether anybody but this one has decided in the project. */
export function isAlone(db: ReadableDB, coder: string): boolean {
  const row = db.get<{ first: string | null; last: string | null }>(
    `select (select min(coder) from decisions where kind = 'label') as first,
       (select max(coder) from decisions where kind = 'label') as last`,
  )
  return row === undefined || row.first === null || (row.first === coder && row.last === coder)
}

/** The name as the project has it: the same one in other cases, or with other blanks, is the same person. */
export function knownSpelling(db: ReadableDB, name: string): string {
  const plain = plainCoder(name)
  const names = [
    ...db.all<{ name: string }>('select name from coders').map((one) => one.name),
    ...decidersOf(db),
  ]
  return names.find((one) => plainCoder(one) === plain) ?? name.trim()
}

interface Met {
  readonly name: string
  /** UTC, ISO 8601. */
  readonly at: string
  /** By which they are known elsewhere already; a new one where it is left out. */
  readonly uid?: string
}

/** The project gets to know somebody, and the record says since when; nothing where it knows them. Within a transaction. */
export function meetCoder(db: WritableDB, { name, at, uid = randomUUID() }: Met): void {
  if (db.get('select 1 from coders where name = ?', name)) return
  db.run('insert into coders (name, uid, since) values (?, ?, ?)', name, uid, at)
  appendEvent(db, { kind: 'coder', coder: name, at, body: { name, uid } })
}

/** Null for a name that the project has not met. */
export function uidOfCoder(db: ReadableDB, name: string): string | null {
  return db.get<{ uid: string }>('select uid from coders where name = ?', name)?.uid ?? null
}
