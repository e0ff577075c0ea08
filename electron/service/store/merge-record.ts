/** The union of two records: what is new in the other copy comes behind what is here, with its own names and clocks. */
import type { NewAndHere } from '../../../core/contract/package-answers.ts'
import { type Cell, digestOf, type Head, linkOf } from './chain.ts'
import type { ReadableDB, WritableDB } from './database.ts'
import { decisionColumns, globalId, insertAllLinked } from './decision-rows.ts'
import { type EventRow, insertEvent } from './events.ts'

export interface FreshCounts {
  readonly decisions: NewAndHere
  readonly undos: NewAndHere
  readonly events: NewAndHere
  /** Rows that are not merges: where there are none of them, there is nothing to merge. */
  readonly worth: number
  /** All rows that are new, in their order. */
  readonly rows: number
}

/** Finds the rows that are not here. Within a transaction, with the other copy attached as `other`. */
export function listFresh(db: WritableDB): FreshCounts {
  db.execute(`
    create temp table fresh (place integer primary key, other_id integer not null unique, kind text not null);
    insert into fresh (other_id, kind)
      select id, kind from (
        select d.id, d.kind from other.decisions d where not exists (
          select 1 from main.decisions m where ${globalId('m')} = ${globalId('d')})
        union all
        select e.id, iif(e.kind = 'merge', 'merge', 'event') from other.events e where not exists (
          select 1 from main.events m where m.uid = e.uid)) order by id;
    create index temp.fresh_by_kind on fresh (kind);`)
  const fresh = (kind: string) => count(db, 'select count(*) as n from fresh where kind = ?', kind)
  const there = (kind: string) => count(db, 'select count(*) as n from other.decisions where kind = ?', kind)
  const of = (all: number, isNew: number): NewAndHere => ({ new: isNew, here: all - isNew })
  const merges = fresh('merge')
  const rows = count(db, 'select count(*) as n from fresh')
  return {
    decisions: of(there('label'), fresh('label')),
    undos: of(there('undo'), fresh('undo')),
    events: of(count(db, 'select count(*) as n from other.events'), fresh('event') + merges),
    worth: rows - merges,
    rows,
  }
}

export function count(db: ReadableDB, sql: string, ...values: readonly string[]): number {
  return db.get<{ n: number }>(sql, ...values)?.n ?? 0
}

/** Who has decisions that are new here. */
export function freshCoders(
  db: ReadableDB,
): readonly { readonly name: string; readonly decisions: number }[] {
  return db
    .all<{ name: string; decisions: number }>(
      `select coder as name, count(*) filter (where d.kind = 'label') as decisions
       from other.decisions d join temp.fresh f on f.other_id = d.id group by coder order by coder collate nocase`,
    )
    .map((row) => ({ ...row }))
}

type PlacedEvent = EventRow & { readonly place: number; readonly here: number | null }

const rowsAtATime = 1000
const clockAt = decisionColumns.indexOf('clock')

/**
 * Writes the rows that `listFresh` found, chained behind `head`; the comments they are about must be here.
 *
 * @param merge id of the event that says so
 * @yields how many are in
 * @returns the end of the record
 */
export function* appendFresh(db: WritableDB, head: Head, merge: number): Generator<number, Head> {
  db.execute(placing(head.id))
  const events = db.iterate<PlacedEvent>(placedEvents)
  let { id, hash, clock } = head
  let event = events.next()
  const putEvents = (before: number) => {
    for (; !event.done && head.id + event.value.place < before; event = events.next()) {
      const { place, here, ...row } = event.value
      id = head.id + place
      hash = insertEvent(db, hash, { ...row, id, comment_id: here, merge })
      clock = Math.max(clock, row.clock)
    }
  }
  let waiting: (readonly Cell[])[] = []
  for (const cells of db.iterateCells<readonly Cell[]>(placedDecisions(head.id, merge))) {
    putEvents(Number(cells[0]))
    hash = linkOf(hash, digestOf(cells))
    waiting.push([...cells, hash])
    id = Number(cells[0])
    clock = Math.max(clock, Number(cells[clockAt]))
    if (waiting.length < rowsAtATime) continue
    insertAllLinked(db, waiting)
    waiting = []
    yield id - head.id
  }
  if (waiting.length > 0) insertAllLinked(db, waiting)
  putEvents(Number.POSITIVE_INFINITY)
  return { id, hash, clock }
}

/** Where each decision goes, and where what it points to is: here already, or among the new rows. */
const placing = (last: number): string => {
  const found = (other: string) => `iif(${other} is null, null, coalesce(
    (select ${last} + f.place from temp.fresh f where f.other_id = ${other}),
    (select m.id from other.decisions o join main.decisions m on ${globalId('m')} = ${globalId('o')} where o.id = ${other})))`
  return `create temp table placed as
    select f.place, d.id as other_id, c.id as comment_id, ${found('d.undoes')} as undoes,
      ${found('d.redoes')} as redoes, ${found('d.batch')} as batch
    from temp.fresh f join other.decisions d on d.id = f.other_id
    join other.comments o on o.id = d.comment_id join main.comments c on c.key = o.key
    where f.kind in ('label', 'undo') order by f.place`
}

/** As they will be here. Rows from before have neither name nor clock of their own. */
function placedDecisions(last: number, merge: number): string {
  const ours: Readonly<Record<string, string>> = {
    id: `${last} + p.place`,
    comment_id: 'p.comment_id',
    undoes: 'p.undoes',
    redoes: 'p.redoes',
    batch: 'p.batch',
    uid: globalId('d'),
    clock: 'coalesce(d.clock, d.id)',
    merge: String(merge),
  }
  const columns = decisionColumns.map((name) => `${ours[name] ?? `d.${name}`} as ${name}`)
  return `select ${columns.join(', ')}
    from temp.placed p cross join other.decisions d on d.id = p.other_id order by p.rowid`
}

const placedEvents = `select e.*, f.place, c.id as here
  from temp.fresh f join other.events e on e.id = f.other_id
  left join other.comments o on o.id = e.comment_id left join main.comments c on c.key = o.key
  where f.kind in ('event', 'merge') order by f.place`
