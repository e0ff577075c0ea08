/** Which comments a work package offers. */
import { shuffledBy } from '../../../core/queue/order.ts'
import type { ReadableDB, WritableDB } from './database.ts'
import { numbersFrom } from './number-lists.ts'
import { decidable } from './queue.ts'

export interface Part {
  /** For whom: what they have decided or been given already is left out. */
  readonly coder: string
  /** Found by a filter. */
  readonly ids: Int32Array
  /** Null for all. */
  readonly threadIds: readonly number[] | null
  /** Also those that an earlier package holds. */
  readonly givenToo: boolean
}

export interface Draw {
  /** So many at random; null for all. */
  readonly count: number | null
  readonly overlap: number
  readonly seed: number
}

/** Ascending. */
export interface Chosen {
  readonly main: Int32Array
  /** Those that others have as well. */
  readonly overlap: Int32Array
}

/** All that could be given, and all that could be given for agreement besides. */
export function partOf(db: ReadableDB, { coder, ids, threadIds, givenToo }: Part): Chosen {
  const theirs = new Set([
    ...numbersFrom(
      db,
      `select group_concat(comment_id) from decisions d where coder = ? and ${isLive}`,
      coder,
    ),
    ...numbersFrom(db, 'select group_concat(comment_id) from package_part where coder = ?', coder),
  ])
  const given = new Set(numbersFrom(db, 'select group_concat(comment_id) from package_part'))
  const inThreads =
    threadIds === null
      ? null
      : new Set(
          numbersFrom(
            db,
            'select group_concat(id) from comments where thread_id in (select value from json_each(?))',
            JSON.stringify(threadIds),
          ),
        )
  const main = ids.filter(
    (id) => !theirs.has(id) && (givenToo || !given.has(id)) && (inThreads === null || inThreads.has(id)),
  )
  return { main: main.toSorted(), overlap: shared(db, coder).filter((id) => !theirs.has(id)) }
}

/** @returns as many as there are, where more are asked for */
export function drawPart({ main, overlap }: Chosen, { count, overlap: wanted, seed }: Draw): Chosen {
  const drawn = count === null ? main : shuffledBy(main, seed).slice(0, count)
  const here = new Set(drawn)
  const others = overlap.filter((id) => !here.has(id))
  // Another seed: the two draws must not lean on each other.
  const shown = shuffledBy(others, (seed ^ 0x5bd1e995) >>> 0).slice(0, wanted)
  return { main: drawn.toSorted(), overlap: shown.toSorted() }
}

const isLive = `kind = 'label' and not exists (select 1 from decisions u where u.undoes = d.id)`

/** What others were given or have decided. */
function shared(db: ReadableDB, coder: string): Int32Array {
  return numbersFrom(
    db,
    `select group_concat(id) from (select c.id from seen c where ${decidable} and (
       exists (select 1 from package_part p where p.comment_id = c.id and p.coder <> ?1)
       or exists (select 1 from decisions d where d.comment_id = c.id and d.coder <> ?1 and ${isLive})) order by c.id)`,
    coder,
  )
}

/** Puts down in the project what its packages hold. Within a transaction. */
export function keepPart(
  db: WritableDB,
  { id, coder, chosen }: { readonly id: string; readonly coder: string; readonly chosen: Chosen },
): void {
  db.run(
    'insert into package_part (package, coder, comment_id) select ?, ?, value from json_each(?)',
    id,
    coder,
    JSON.stringify([...chosen.main, ...chosen.overlap]),
  )
}
