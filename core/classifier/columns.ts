/**
 * Features of many texts, bucket by bucket. A fit goes through them again and again, and this way all that it adds to
 * is a number a text, which stays in the fastest memory.
 */
import { bucketCount } from '../text/features.ts'

/** Of one text; the same bucket may come twice. */
export interface TextFeatures {
  readonly buckets: Int32Array
  readonly values: Float32Array
}

/** Column c is `rows` and `values` from `starts[c]` to `starts[c + 1]`, its rows ascending. */
export interface Columns {
  readonly rowCount: number
  /** The bucket of each column; ascending within those that are shared, and within the others. */
  readonly buckets: Int32Array
  readonly starts: Int32Array
  readonly rows: Int32Array
  readonly values: Float32Array
  /** So many of the columns occur more than once. They come first. */
  readonly sharedCount: number
  /** For each row, the sum of the squares of what occurs in it only: most n-grams do, and need no column in a fit. */
  readonly ownSquares: Float64Array
}

export function gatherColumns(texts: readonly TextFeatures[]): Columns {
  const times = new Int32Array(bucketCount)
  let entries = 0
  for (const { buckets } of texts) {
    entries += buckets.length
    for (let at = 0; at < buckets.length; at++) (times[buckets[at] as number] as number)++
  }
  const { nextOf, ...order } = orderColumns(times)
  const rows = new Int32Array(entries)
  const values = new Float32Array(entries)
  const ownSquares = new Float64Array(texts.length)
  const firstOwn = order.starts[order.sharedCount] ?? 0
  texts.forEach((text, row) => {
    const { buckets, values: own } = text
    let squares = 0
    for (let at = 0; at < buckets.length; at++) {
      const place = (nextOf[buckets[at] as number] as number)++
      const value = own[at] as number
      rows[place] = row
      values[place] = value
      if (place >= firstOwn) squares += value * value
    }
    ownSquares[row] = squares
  })
  return { rowCount: texts.length, ...order, rows, values, ownSquares }
}

type Order = Pick<Columns, 'buckets' | 'starts' | 'sharedCount'>

/**
 * @param times how often each bucket occurs
 * @returns with the place of each bucket's first entry
 */
function orderColumns(times: Int32Array): Order & { readonly nextOf: Int32Array } {
  let sharedCount = 0
  let columnCount = 0
  let firstOwn = 0
  for (let bucket = 0; bucket < times.length; bucket++) {
    const count = times[bucket] as number
    if (count > 0) columnCount++
    if (count < 2) continue
    sharedCount++
    firstOwn += count
  }
  const nextOf = new Int32Array(times.length)
  const buckets = new Int32Array(columnCount)
  const starts = new Int32Array(columnCount + 1)
  const next = { shared: { column: 0, place: 0 }, single: { column: sharedCount, place: firstOwn } }
  for (let bucket = 0; bucket < times.length; bucket++) {
    const count = times[bucket] as number
    if (count === 0) continue
    const among = count > 1 ? next.shared : next.single
    nextOf[bucket] = among.place
    buckets[among.column++] = bucket
    among.place += count
    starts[among.column] = among.place
  }
  return { nextOf, buckets, starts, sharedCount }
}

/**
 * What is alike moves alike: for each list of a number a row, the features times themselves the other way round times
 * the list. Two lists at a time, which takes hardly longer than one; four, side by side in memory, gained nothing more.
 * What comes out is the same to the bit.
 */
export function timesAlike(columns: Columns, lists: readonly Float64Array[]): readonly Float64Array[] {
  const pairs = Array.from({ length: Math.ceil(lists.length / 2) }, (_, at) =>
    lists.slice(at * 2, at * 2 + 2),
  )
  return pairs.flatMap((pair) => timesTwo(columns, pair))
}

function timesTwo(columns: Columns, [one, other = one]: readonly Float64Array[]): readonly Float64Array[] {
  const { starts, rows, values, sharedCount, ownSquares } = columns
  if (!one || !other) return []
  const product = ownSquares.map((own, row) => own * (one[row] ?? 0))
  const otherProduct = ownSquares.map((own, row) => own * (other[row] ?? 0))
  let from = 0
  for (let column = 0; column < sharedCount; column++) {
    const to = starts[column + 1] as number
    let sum = 0
    let otherSum = 0
    for (let at = from; at < to; at++) {
      const value = values[at] as number
      const row = rows[at] as number
      sum += value * (one[row] as number)
      otherSum += value * (other[row] as number)
    }
    for (let at = from; at < to; at++) {
      const value = values[at] as number
      const row = rows[at] as number
      product[row] = (product[row] as number) + value * sum
      otherProduct[row] = (otherProduct[row] as number) + value * otherSum
    }
    from = to
  }
  return other === one ? [product] : [product, otherProduct]
}

/** The sum of each column, every row times its number. */
export function sumColumns({ starts, rows, values, buckets }: Columns, amounts: Float64Array): Float64Array {
  const sums = new Float64Array(buckets.length)
  for (let column = 0; column < sums.length; column++) {
    let sum = 0
    for (let at = starts[column] as number; at < (starts[column + 1] as number); at++) {
      sum += (values[at] as number) * (amounts[rows[at] as number] as number)
    }
    sums[column] = sum
  }
  return sums
}
