/** Marks by place: a byte for each comment, 1 where it is found, laid over each other. */
import type { Columns } from '../../../core/queue/columns.ts'

/** Where each comment is in the columns. */
export interface Placed {
  readonly columns: Columns
  /** Places by the ids of comments; -1, or nothing, where there is none. */
  readonly places: Int32Array
}

/** A loop: `Uint8Array.from` with a function takes ten times as long. */
export function where(
  column: Int32Array | Uint8Array | Float64Array,
  test: (value: number) => boolean,
): Uint8Array {
  const marks = new Uint8Array(column.length)
  for (let place = 0; place < marks.length; place += 1) if (test(column[place] ?? 0)) marks[place] = 1
  return marks
}

/** @returns 1 for the place of each of these comments */
export function marked(placed: Placed, ids: Int32Array): Uint8Array {
  const marks = new Uint8Array(placed.columns.ids.length)
  for (const place of placesIn(placed, ids)) marks[place] = 1
  return marks
}

/** Where these comments are in the columns, those of them that are. */
export function placesIn({ places }: Pick<Placed, 'places'>, ids: Int32Array): Int32Array {
  return ids.map((id) => places[id] ?? -1).filter((place) => place >= 0)
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
