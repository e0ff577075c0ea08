/** Gathers the features of many texts into the rows that the fitting takes. */
import type { Vectorizer } from '../text/features.ts'
import type { SparseRows } from './logistic.ts'

/** Rows whose columns are buckets. */
export function readRows(texts: readonly string[], vectorizer: Vectorizer, columnCount: number): SparseRows {
  const starts = new Int32Array(texts.length + 1)
  let columns = new Int32Array(1 << 16)
  let values = new Float32Array(1 << 16)
  let filled = 0
  texts.forEach((text, row) => {
    vectorizer.read(text)
    const { count } = vectorizer
    if (filled + count > columns.length) {
      columns = grown(columns, filled + count, (size) => new Int32Array(size))
      values = grown(values, filled + count, (size) => new Float32Array(size))
    }
    columns.set(vectorizer.buckets.subarray(0, count), filled)
    values.set(vectorizer.values.subarray(0, count), filled)
    filled += count
    starts[row + 1] = filled
  })
  return { starts, columns: columns.subarray(0, filled), values: values.subarray(0, filled), columnCount }
}

/** The rows with only the columns that occur, renumbered; `kept[i]` is the old number of column i, ascending. */
export function compactColumns(rows: SparseRows): { readonly rows: SparseRows; readonly kept: Int32Array } {
  const seen = new Uint8Array(rows.columnCount)
  let seenCount = 0
  for (let at = 0; at < rows.columns.length; at++) {
    const column = rows.columns[at] ?? 0
    seenCount += 1 - (seen[column] ?? 0)
    seen[column] = 1
  }
  const kept = new Int32Array(seenCount)
  const renumbered = new Int32Array(rows.columnCount)
  let count = 0
  for (let column = 0; column < seen.length; column++) {
    if (seen[column] === 0) continue
    renumbered[column] = count
    kept[count++] = column
  }
  const columns = new Int32Array(rows.columns.length)
  for (let at = 0; at < columns.length; at++) columns[at] = renumbered[rows.columns[at] ?? 0] ?? 0
  return { rows: { ...rows, columns, columnCount: kept.length }, kept }
}

function grown<T extends Int32Array<ArrayBuffer> | Float32Array<ArrayBuffer>>(
  old: T,
  needed: number,
  create: (size: number) => T,
): T {
  const bigger = create(Math.max(needed, old.length * 2))
  bigger.set(old)
  return bigger
}
