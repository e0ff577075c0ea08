/** How a table was read once, kept for the next one with the same columns. */
import type { DateOrder } from '../records.ts'
import { hashOfParts } from '../text/hash.ts'

export interface RememberedReading {
  /** Of the names of the columns, in their order; see `columnsKey`. */
  readonly columns: string
  /** Field to column name. */
  readonly fields: Readonly<Record<string, string>>
  readonly dateOrder: DateOrder
}

export const mostRemembered = 100

/** The same for tables with the same names in the same order. */
export function columnsKey(names: readonly string[]): string {
  return hashOfParts(names)
}

/** The list with one more, the newest last, without an older one for the same columns. */
export function remember(
  list: readonly RememberedReading[],
  one: RememberedReading,
): readonly RememberedReading[] {
  return [...list.filter(({ columns }) => columns !== one.columns), one].slice(-mostRemembered)
}
