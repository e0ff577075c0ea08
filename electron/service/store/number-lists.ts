/** Many numbers out of the database at once. A million rows as one text are read six times as fast as row by row. */
import type { ReadableDB, Value } from './database.ts'

/** @param sql gives one row with one column: `group_concat` of whole numbers, or null for none */
export function numbersFrom(db: ReadableDB, sql: string, ...values: readonly Value[]): Int32Array {
  const row = db.get<Readonly<Record<string, string | null>>>(sql, ...values)
  return wholeNumbers(Object.values(row ?? {})[0] ?? null)
}

/** The other way: for `json_each`. */
export function jsonOf(numbers: Int32Array): string {
  return `[${numbers.join(',')}]`
}

/** @param list whole numbers of up to 31 bits, with commas between them; null for none */
export function wholeNumbers(list: string | null): Int32Array {
  return numbersIn(list, (most) => new Int32Array(most))
}

/** @param list whole thousand-millionths, with commas between them; -1 of them stays -1: not known */
export function billionths(list: string | null): Float64Array {
  const numbers = numbersIn(list, (most) => new Float64Array(most))
  for (let at = 0; at < numbers.length; at += 1) {
    const value = numbers[at] ?? -1
    if (value > 0) numbers[at] = value * 1e-9
  }
  return numbers
}

/** SQL for `billionths`: of a value from 0 to 3, or null. */
export function inBillionths(value: string): string {
  return `group_concat(coalesce(cast(${value} * 1e9 + 0.5 as integer), -1))`
}

/** @param list UTC, ISO 8601, with commas between them; nothing where it is not known. @returns milliseconds since 1970, infinite there */
export function timesMs(list: string | null): Float64Array {
  const times = new Float64Array(countOf(list))
  if (list === null) return times
  let start = 0
  let day = ''
  let dayMs = 0
  for (let at = 0; at < times.length; at += 1) {
    const comma = list.indexOf(',', start)
    const end = comma < 0 ? list.length : comma
    if (end - start === plainLength) {
      const of = list.slice(start, start + 10)
      if (of !== day) {
        day = of
        dayMs = Date.parse(of)
      }
      times[at] = dayMs + timeOfDay(list, start + 11)
    } else times[at] = end === start ? Number.POSITIVE_INFINITY : Date.parse(list.slice(start, end))
    start = end + 1
  }
  return times
}

/** "2026-09-12T18:42:00.000Z" */
const plainLength = 24

function timeOfDay(text: string, at: number): number {
  const pair = (place: number) => digit(text, place) * 10 + digit(text, place + 1)
  const ms = digit(text, at + 9) * 100 + digit(text, at + 10) * 10 + digit(text, at + 11)
  return pair(at) * 3_600_000 + pair(at + 3) * 60_000 + pair(at + 6) * 1000 + ms
}

const digit = (text: string, place: number) => text.charCodeAt(place) - 48

function countOf(list: string | null): number {
  if (list === null) return 0
  let count = 1
  for (let at = list.indexOf(','); at >= 0; at = list.indexOf(',', at + 1)) count += 1
  return count
}

const comma = 44
const minus = 45

/** Of its bytes: the letters of a text are looked at half as fast. A loop without a call in it, for the same reason. */
function numbersIn<T extends Int32Array | Float64Array>(list: string | null, into: (most: number) => T): T {
  if (list === null) return into(0)
  const bytes = Buffer.from(list, 'latin1')
  // A number takes two bytes at the least, its comma counted.
  const numbers = into((bytes.length >> 1) + 1)
  let value = 0
  let sign = 1
  let length = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? comma
    if (byte === comma) {
      numbers[length] = sign * value
      length += 1
      value = 0
      sign = 1
    } else if (byte === minus) sign = -1
    else value = value * 10 + byte - 48
  }
  numbers[length] = sign * value
  // Safe: a slice of an array is of its kind.
  return numbers.slice(0, length + 1) as T
}
