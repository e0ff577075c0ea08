/** What a column looks like: gathered over the whole file in little memory, whatever the file's size. */

import { hash53 } from '../text/hash.ts'
import { type DateShape, dateShape, epochUnit, parseTime, serialTime } from '../time.ts'
import { type Batch, cut } from './format.ts'
import { mendDoubled } from './parts/mojibake.ts'

/** One column's traits. Filled by `sketchBatch`; others only read it. */
export interface Sketch {
  readonly name: string
  filled: number
  /** The first three different values, cut to 80 UTF-16 units. */
  readonly examples: string[]
  /** UTF-16 units of all filled values together. */
  chars: number
  /** Values that were looked at closely: the first thousand and then one in sixteen. */
  looked: number
  /** Of those looked at: whole numbers, times we can read, counts since 1970 by unit, web addresses, with blanks. */
  readonly kinds: {
    whole: number
    times: number
    seconds: number
    milliseconds: number
    links: number
    blanks: number
    /** Counts of days, as spreadsheets keep dates. */
    serials: number
  }
  /** Of all values with letters beyond ASCII: those whose UTF-8 was taken for another encoding, and the others. */
  readonly beyondAscii: { doubled: number; others: number; marks: number }
  /** Of all values. */
  readonly dates: Record<DateShape, number>
  /** The different values with how often each came, where they are few and short; null where they are not. */
  few: Map<string, number> | null
  /** Hashes below `ceiling` with how often each came: a fair sample of the different values, all of them at first. */
  readonly sample: Map<number, number>
  ceiling: number
}

export interface Sketches {
  readonly columns: Sketch[]
  /** Records seen. */
  rows: number
}

const lookedAtFirst = 1000
const largestSample = 4096
const mostFew = 24
const longestFew = 40
/** What of a long value is hashed: whether long texts differ late does not matter here. */
const hashedChars = 120

export function createSketches(): Sketches {
  return { columns: [], rows: 0 }
}

/** Takes a batch in. */
export function sketchBatch(sketches: Sketches, batch: Batch): void {
  for (let place = sketches.columns.length; place < batch.columns.length; place++) {
    sketches.columns.push(emptySketch(batch.columns[place] ?? ''))
  }
  for (const record of batch.records) {
    sketches.rows += 1
    for (let place = 0; place < record.values.length; place++) {
      const value = record.values[place]
      const sketch = sketches.columns[place]
      if (value !== undefined && sketch !== undefined && value.trim() !== '') add(sketch, value.trim())
    }
  }
}

/** About how many different values the column has; exact up to some four thousand. */
export function differentValues(sketch: Sketch): number {
  return Math.round((sketch.sample.size / sketch.ceiling) * 2 ** 53)
}

/** The share of values that came once only, in [0, 1]; 0 for an empty column. */
export function shareOnce(sketch: Sketch): number {
  if (sketch.sample.size === 0) return 0
  const once = [...sketch.sample.values()].filter((times) => times === 1).length
  return once / sketch.sample.size
}

/** The share of one column's different values that are among another's, in [0, 1]. */
export function shareWithin(sketch: Sketch, other: Sketch): number {
  const ceiling = Math.min(sketch.ceiling, other.ceiling)
  const comparable = [...sketch.sample.keys()].filter((hash) => hash < ceiling)
  if (comparable.length === 0) return 0
  return comparable.filter((hash) => other.sample.has(hash)).length / comparable.length
}

/** Mean length of the filled values, in UTF-16 units. */
export function meanLength(sketch: Sketch): number {
  return sketch.filled === 0 ? 0 : sketch.chars / sketch.filled
}

function emptySketch(name: string): Sketch {
  return {
    name,
    filled: 0,
    examples: [],
    chars: 0,
    looked: 0,
    kinds: { whole: 0, times: 0, seconds: 0, milliseconds: 0, links: 0, blanks: 0, serials: 0 },
    beyondAscii: { doubled: 0, others: 0, marks: 0 },
    dates: { 'day-first': 0, 'month-first': 0, either: 0, 'year-first': 0 },
    few: new Map(),
    sample: new Map(),
    ceiling: 2 ** 53,
  }
}

function add(sketch: Sketch, value: string): void {
  sketch.filled += 1
  sketch.chars += value.length
  if (sketch.examples.length < 3) addExample(sketch, value)
  if (sketch.few !== null) addFew(sketch, value)
  addToSample(sketch, hash53(value.length > hashedChars ? value.slice(0, hashedChars) : value))
  if (mayBeDate(value)) {
    const shape = dateShape(value)
    if (shape !== null) sketch.dates[shape] += 1
  }
  if (hasMore.test(value)) addBeyondAscii(sketch, value)
  if (sketch.filled <= lookedAtFirst || sketch.filled % 16 === 0) look(sketch, value)
}

function addExample(sketch: Sketch, value: string): void {
  const short = cut(value, 80)
  if (!sketch.examples.includes(short)) sketch.examples.push(short)
}

function addFew(sketch: Sketch, value: string): void {
  const { few } = sketch
  if (few === null) return
  const times = few.get(value)
  if (times !== undefined) few.set(value, times + 1)
  else if (value.length > longestFew || few.size === mostFew) sketch.few = null
  else few.set(cut(value, longestFew), 1)
}

function addToSample(sketch: Sketch, hash: number): void {
  if (hash >= sketch.ceiling) return
  sketch.sample.set(hash, (sketch.sample.get(hash) ?? 0) + 1)
  while (sketch.sample.size > largestSample) {
    sketch.ceiling /= 2
    for (const known of sketch.sample.keys()) if (known >= sketch.ceiling) sketch.sample.delete(known)
  }
}

const hasMore = /[^\0-\x7f]/

function addBeyondAscii({ beyondAscii }: Sketch, value: string): void {
  const mended = mendDoubled(value)
  if (mended === null) beyondAscii.others += 1
  else {
    beyondAscii.doubled += 1
    beyondAscii.marks += value.length - mended.length
  }
}

/** Whether a column's text was read by a wrong encoding once: nearly all of its letters beyond ASCII say so. */
export function isDoubled({ beyondAscii: { doubled, others, marks } }: Sketch): boolean {
  return marks >= leastMarks && doubled >= 9 * others
}

/** Fewer may be chance: "CAFÉ…". */
const leastMarks = 4

/** Dates in figures begin with a figure and are short; the closer look is not for free. */
function mayBeDate(value: string): boolean {
  const first = value.charCodeAt(0)
  return value.length >= 6 && value.length <= 40 && first >= 48 && first <= 57
}

function look(sketch: Sketch, value: string): void {
  const { kinds } = sketch
  sketch.looked += 1
  if (/^-?\d+(\.0+)?$/.test(value)) kinds.whole += 1
  if (/\s/.test(value)) kinds.blanks += 1
  if (serialTime(value) !== null) kinds.serials += 1
  if (/^https?:\/\/\S+$/i.test(value)) kinds.links += 1
  const unit = epochUnit(value)
  if (unit !== null) kinds[unit] += 1
  if (parseTime(value, 'dmy') !== null || parseTime(value, 'mdy') !== null) kinds.times += 1
}
