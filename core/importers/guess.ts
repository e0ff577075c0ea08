/** Guesses which column is which, from their names and from what is in them, and says why. */
import type { Guess } from '../contract/import-answers.ts'
import { isOurHeader } from '../exporters/columns.ts'
import { type DateOrder, type Field, fields, type Reading } from '../records.ts'
import { guessDateOrder, isTime } from './guess-time.ts'
import { whyOf } from './guess-why.ts'

import { kindOf } from './kinds.ts'
import { nameFit, plainName } from './names.ts'

import {
  differentValues,
  isDoubled,
  meanLength,
  type Sketch,
  type Sketches,
  shareOnce,
  shareWithin,
} from './sketch.ts'

export interface GuessedColumns {
  readonly columns: Reading['columns']
  readonly dateOrder: DateOrder
  readonly mended: readonly string[]
}

/** Columns by field, and the order of the dates, from the traits of a whole file. */
export function guessReading(sketches: Sketches): GuessedColumns {
  const names = sketches.columns.map((sketch) => sketch.name)
  const columns = isOurHeader(names) ? ourColumns : guessColumns(sketches)
  const time = sketches.columns.find((sketch) => sketch.name === columns.time)
  const mended = sketches.columns.filter(isDoubled).map((sketch) => sketch.name)
  return { columns, mended, dateOrder: time === undefined ? 'dmy' : guessDateOrder(time) }
}

/**
 * Why each field has its column, in a few words, in the order of the screen.
 *
 * @param guessed what `guessReading` said; where the reading differs, a person chose
 */
export function explain(reading: Reading, guessed: GuessedColumns, sketches: Sketches): readonly Guess[] {
  return fields.map((field) => {
    const column = reading.columns[field] ?? null
    const sketch = sketches.columns.find((one) => one.name === column)
    if (sketch === undefined) return { field, column: null, because: 'no column for it' }
    if (guessed.columns[field] !== column) return { field, column, because: 'your choice' }
    return { field, column, because: whyOf({ field, sketch, sketches, reading }) }
  })
}

/** The columns of our own exports. */
const ourColumns: Reading['columns'] = {
  text: 'text',
  author: 'author',
  time: 'time',
  parent: 'parent',
  id: 'id',
  thread: 'thread',
  title: 'thread_title',
}

/** The surest first: what they take is out of the question for the others. */
const inThisOrder: readonly Field[] = [
  'text',
  'parent',
  'id',
  'time',
  'author',
  'title',
  'thread',
  'likes',
  'state',
  'kind',
  'url',
]

function guessColumns(sketches: Sketches): Reading['columns'] {
  const taken = new Map<Field, Sketch>()
  for (const field of inThisOrder) {
    const free = sketches.columns.filter(
      (sketch) => ![...taken.values()].includes(sketch) && sketch.filled > 0,
    )
    const best = bestOf(free, (sketch) => fitOf({ field, sketch, sketches }))
    if (best !== null) taken.set(field, best)
  }
  const threads = taken.get('thread')
  // An address that is different in every row is the comment's own.
  if (threads !== undefined && !taken.has('url') && isLink(threads) && shareOnce(threads) > 0.9) {
    taken.delete('thread')
    taken.set('url', threads)
  }
  const titles = taken.get('title')
  // Titles name threads where nothing else does; one for each comment is its own, as in reviews.
  if (titles !== undefined && !taken.has('thread') && shareOnce(titles) > 0.5) taken.delete('title')
  return Object.fromEntries([...taken].map(([field, sketch]) => [field, sketch.name]))
}

function bestOf(sketches: readonly Sketch[], rate: (sketch: Sketch) => number): Sketch | null {
  let best: { readonly sketch: Sketch; readonly fit: number } | null = null
  for (const sketch of sketches) {
    const own = rate(sketch)
    if (own > 0 && (best === null || own > best.fit)) best = { sketch, fit: own }
  }
  return best?.sketch ?? null
}

interface Candidate {
  readonly field: Field
  readonly sketch: Sketch
  readonly sketches: Sketches
}

/** How well a column fits a field: above 1 with a name that says so, 0 when its contents speak against it. */
function fitOf(candidate: Candidate): number {
  const { field, sketch } = candidate
  const name = nameFit(sketch.name, field)
  return canHold(candidate) ? (name > 0 ? 1 + name : fitByContents(candidate)) : 0
}

/** Whether what is in a column can be what the field holds at all. */
function canHold({ field, sketch, sketches }: Candidate): boolean {
  const share = (kind: keyof Sketch['kinds']) => sketch.kinds[kind] / Math.max(1, sketch.looked)
  switch (field) {
    case 'text':
      return (
        share('whole') < 0.9 &&
        !isTime(sketch) &&
        share('links') < 0.9 &&
        !isChoice({ field, sketch, sketches })
      )
    case 'time':
      return (isTime(sketch) || isSerial(sketch)) && !later.test(plainName(sketch.name))
    case 'id':
      // Half may come twice: two exports in one file are still two exports of the same ids. Some may be missing.
      return sketch.filled >= 0.6 * sketches.rows && isMostlyDifferent(sketch) && meanLength(sketch) <= 200
    case 'likes':
      return share('whole') > 0.8
    case 'state':
      return sketch.few !== null
    case 'parent':
      return meanLength(sketch) <= 200 && !isYesOrNo(sketch)
    case 'author':
      return meanLength(sketch) <= 80 && !isYesOrNo(sketch)
    case 'kind':
      return [...(sketch.few?.keys() ?? [])].some((value) => kindOf(value) !== null)
    case 'url':
      return share('links') > 0.8
    case 'title':
      return share('whole') < 0.9 && share('links') < 0.9 && meanLength(sketch) <= 300
    case 'thread':
      return meanLength(sketch) <= 500
  }
}

/**
 * An answer out of a few, beside a column of people's own words: "Opinion: against" is none of theirs. Where nothing
 * is much longer it may be all that people wrote.
 */
function isChoice({ sketch, sketches }: Candidate): boolean {
  const { few } = sketch
  if (few === null || sketch.filled < 5 * few.size || meanLength(sketch) > 30) return false
  return sketches.columns.some(
    (other) =>
      other.few === null &&
      other.kinds.blanks * 2 > other.looked &&
      meanLength(other) > 2 * meanLength(sketch),
  )
}

/** How well a column fits whose name says nothing; at most 1. Only where the contents speak clearly. */
function fitByContents({ field, sketch, sketches }: Candidate): number {
  switch (field) {
    case 'text':
      return isTold(sketch, sketches) ? 0 : meanLength(sketch) / (meanLength(sketch) + 100)
    case 'time':
      // Bare figures may be ids; only a name makes them times.
      return sketch.kinds.seconds + sketch.kinds.milliseconds === 0 ? 0.5 : 0
    case 'id':
      if (sketch.filled < 0.9 * sketches.rows) return 0
      return shareOnce(sketch) === 1 && sketch.kinds.blanks === 0 && isPointedAt(sketch, sketches) ? 0.5 : 0
    case 'parent':
      return pointsToIds(sketch, sketches) ? 0.5 : 0
    case 'url':
      return 0.5
    default:
      return 0
  }
}

/** Whether a name says that a column is something else than text. */
function isTold(sketch: Sketch, sketches: Sketches): boolean {
  if (sketches.columns.length === 1) return false
  return fields.some((field) => field !== 'text' && nameFit(sketch.name, field) > 0)
}

/** Small whole numbers are found in any other column of them: only longer ids can be told by where they point. */
function pointsToIds(sketch: Sketch, sketches: Sketches): boolean {
  if (meanLength(sketch) < 5 || sketch.filled === sketches.rows || sketch.kinds.blanks > 0) return false
  return sketches.columns.some(
    (other) =>
      other !== sketch &&
      other.filled > sketch.filled &&
      shareOnce(other) > 0.99 &&
      shareWithin(sketch, other) > 0.5,
  )
}

function isPointedAt(sketch: Sketch, sketches: Sketches): boolean {
  return sketches.columns.some(
    (other) => other !== sketch && nameFit(other.name, 'parent') > 0 && shareWithin(other, sketch) > 0.5,
  )
}

const isMostlyDifferent = (sketch: Sketch): boolean => differentValues(sketch) >= 0.4 * sketch.filled

/** "isReply: true" says that there is a parent, not which. */
function isYesOrNo(sketch: Sketch): boolean {
  return differentValues(sketch) <= 2 && [...(sketch.few?.keys() ?? [])].every((value) => yesOrNo.test(value))
}

/** Days as a spreadsheet counts them are figures like any other: a name has to say that they are a time. */
const isSerial = (sketch: Sketch): boolean =>
  nameFit(sketch.name, 'time') > 0 && sketch.kinds.serials / Math.max(1, sketch.looked) > 0.9

/** Times of something that happened to a comment after it was written. */
const later = /\b(edited|edit|updated|update|modified|deleted|removed|moderated|last)\b/

const yesOrNo = /^(true|false|yes|no|y|n|0|1)$/i

const isLink = (sketch: Sketch): boolean => sketch.kinds.links / Math.max(1, sketch.looked) > 0.8
