/** Marks by place: a byte for each comment, 1 where it is found, laid over each other. */
import type { Columns } from '../../../core/queue/columns.ts'

/** Where each comment is in the columns. */
export interface Placed {
  readonly columns: Columns
  /** Places by the ids of comments; -1, or nothing, where there is none. */
  readonly places: Int32Array
}

/** Loops, here and below: at a million, a function for each or an iterator takes ten times as long. */
export function where(
  column: Int32Array | Uint8Array | Float64Array,
  test: (value: number) => boolean,
): Uint8Array {
  const marks = new Uint8Array(column.length)
  for (let place = 0; place < marks.length; place += 1) if (test(column[place] ?? 0)) marks[place] = 1
  return marks
}

/** @returns 1 for the place of each of these comments */
export function marked({ columns, places }: Placed, ids: Int32Array): Uint8Array {
  const marks = new Uint8Array(columns.ids.length)
  for (let at = 0; at < ids.length; at += 1) {
    const place = places[ids[at] ?? 0] ?? -1
    if (place >= 0) marks[place] = 1
  }
  return marks
}

/** Where these comments are in the columns, those of them that are. */
export function placesIn({ places }: Pick<Placed, 'places'>, ids: Int32Array): Int32Array {
  const found = new Int32Array(ids.length)
  let length = 0
  for (let at = 0; at < ids.length; at += 1) {
    const place = places[ids[at] ?? 0] ?? -1
    if (place < 0) continue
    found[length] = place
    length += 1
  }
  return found.slice(0, length)
}

/** Unmarks what is not found. */
export function keepOnly(marks: Uint8Array, found: Uint8Array): void {
  for (let place = 0; place < marks.length; place += 1)
    marks[place] = (marks[place] ?? 0) & (found[place] ?? 0)
}

/** Marks what is found too. */
export function addTo(marks: Uint8Array, found: Uint8Array): void {
  for (let place = 0; place < marks.length; place += 1)
    marks[place] = (marks[place] ?? 0) | (found[place] ?? 0)
}

/** Marks what was not, and the other way round. */
export function opposite(marks: Uint8Array): Uint8Array {
  return where(marks, (mark) => mark === 0)
}
