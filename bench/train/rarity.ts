/** Lets rare features weigh more than common ones before the fit, so that the penalty holds them less. */
import type { SparseRows } from '../../core/classifier/logistic.ts'

/**
 * The square root of the inverse document frequency, scaled so that the rows keep their length on average. Fitted
 * weights times this are weights for the rows as they were: nothing changes where comments are suggested labels for.
 *
 * On the development sets a full inverse document frequency gained as much, but lost on sets that nothing was
 * learned from (docs/decisions/0014-the-starter.md).
 *
 * @returns one positive factor a column
 * @source Spärck Jones (1972), A statistical interpretation of term specificity, Journal of Documentation 28(1), 11-21
 */
export function rarityOf({ columns, columnCount, starts }: SparseRows): Float32Array {
  const rowCount = starts.length - 1
  const inRows = new Float64Array(columnCount)
  for (const column of columns) inRows[column] = (inRows[column] ?? 0) + 1
  const factors = Float32Array.from(inRows, (n) => Math.sqrt(Math.log((1 + rowCount) / (1 + n)) + 1))
  let squares = 0
  for (const column of columns) squares += (factors[column] ?? 0) ** 2
  const scale = Math.sqrt(columns.length / squares)
  return factors.map((factor) => factor * scale)
}

/** The rows with each value times its column's factor. */
export function scaled(rows: SparseRows, factors: Float32Array): SparseRows {
  return { ...rows, values: rows.values.map((value, at) => value * (factors[rows.columns[at] ?? 0] ?? 0)) }
}
