/** Makes fitting on few texts fast: most n-grams occur in one text only, and those need no column each. */
import type { SparseRows } from './logistic.ts'

export interface Merged {
  readonly rows: SparseRows
  /** Turns weights for the merged columns into those for the columns before. */
  readonly spread: (weights: Float64Array) => Float64Array
}

/**
 * Makes one column, for each row, of all that occur in that row only. With a squared penalty their best weights are
 * in the proportion of their values, so the fit is the same. The merged columns come first, numbered like the rows;
 * those that are shared follow.
 */
export function mergeExclusive(rows: SparseRows): Merged {
  const { starts, columns, values, columnCount } = rows
  const rowCount = starts.length - 1
  const times = countTimes(rows)
  const places = new Int32Array(columnCount)
  let placeCount = rowCount
  for (let column = 0; column < columnCount; column++) {
    if ((times[column] ?? 0) > 1) places[column] = placeCount++
  }
  const lengths = new Float64Array(rowCount)
  const merged = {
    starts: new Int32Array(rowCount + 1),
    columns: new Int32Array(columns.length + rowCount),
    values: new Float32Array(columns.length + rowCount),
  }
  let filled = 0
  const put = (column: number, value: number) => {
    merged.columns[filled] = column
    merged.values[filled++] = value
  }
  for (let row = 0; row < rowCount; row++) {
    let squares = 0
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      const column = columns[at] ?? 0
      const value = values[at] ?? 0
      if (times[column] === 1) {
        places[column] = row
        squares += value * value
      } else put(places[column] ?? 0, value)
    }
    lengths[row] = Math.sqrt(squares)
    put(row, Math.sqrt(squares))
    merged.starts[row + 1] = filled
  }
  const spread = (weights: Float64Array): Float64Array => {
    const all = new Float64Array(columnCount)
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at] ?? 0
      const place = places[column] ?? 0
      const part = times[column] === 1 ? (values[at] ?? 0) / (lengths[place] ?? 1) : 1
      all[column] = (weights[place] ?? 0) * part
    }
    return all
  }
  const mergedColumns = merged.columns.subarray(0, filled)
  const mergedValues = merged.values.subarray(0, filled)
  return {
    rows: {
      starts: merged.starts,
      columns: mergedColumns,
      values: mergedValues,
      columnCount: placeCount,
    },
    spread,
  }
}

function countTimes({ columns, columnCount }: SparseRows): Int32Array {
  const times = new Int32Array(columnCount)
  for (const column of columns) times[column] = (times[column] ?? 0) + 1
  return times
}
