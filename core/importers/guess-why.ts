/** The few words that say why a column was taken for a field. */

import type { Field, Reading } from '../records.ts'
import { assertNever } from '../result.ts'
import { whyTime } from './guess-time.ts'
import { nameFit } from './names.ts'
import { differentValues, meanLength, type Sketch, type Sketches, shareOnce } from './sketch.ts'
import { stateOf, stateWords } from './states.ts'

export interface Reasoned {
  readonly field: Field
  readonly sketch: Sketch
  readonly sketches: Sketches
  readonly reading: Reading
}

/** @returns for example "longest text, 4,844 filled", "12 different", "hidden is read as held" */
export function whyOf({ field, sketch, sketches, reading }: Reasoned): string {
  const named = nameFit(sketch.name, field) > 0
  switch (field) {
    case 'text':
      return isLongest(sketch, sketches) ? `longest text, ${figure(sketch.filled)} filled` : 'name says so'
    case 'time':
      return whyTime(sketch, reading.dateOrder)
    case 'id':
      return shareOnce(sketch) === 1
        ? 'different in every row'
        : `name says so, ${figure(differentValues(sketch))} different`
    case 'thread':
      return `${figure(differentValues(sketch))} different`
    case 'title':
      return named ? 'name says so' : `${figure(differentValues(sketch))} different`
    case 'likes':
      return 'whole numbers'
    case 'state':
      return whyState(sketch)
    case 'url':
      return 'web addresses'
    case 'parent':
      return named ? 'name says so' : 'points to ids here'
    case 'author':
    case 'kind':
      return 'name says so'
    default:
      return assertNever(field)
  }
}

/** "4,085 of 4,102 point to an id here", counted when every row is known. */
export function whyParent(pointing: number, all: number): string {
  return `${figure(pointing)} of ${figure(all)} point to an id here`
}

function isLongest(sketch: Sketch, sketches: Sketches): boolean {
  return sketches.columns.every((other) => other === sketch || meanLength(other) < meanLength(sketch))
}

function whyState(sketch: Sketch): string {
  const values = [...(sketch.few?.keys() ?? [])]
  const others = values.flatMap((value) => {
    const state = stateOf(value, sketch.name)
    if (state === null) return [`${value} is not known and read as visible`]
    const word = stateWords[state]
    return state === 'visible' || value.toLowerCase() === word ? [] : [`${value} is read as ${word}`]
  })
  return others.length === 0 ? 'name says so' : others.slice(0, 3).join(', ')
}

const figure = (count: number): string => count.toLocaleString('en-GB')
