/** Scores in a query: 0.4..0.6, >0.9, critic:0.4..0.6. */
import { nearest } from './nearest.ts'
import type { Value } from './query-pieces.ts'
import type { FieldRead } from './query-surroundings.ts'
import type { Hint, ScoreRange } from './query-terms.ts'

interface Labels {
  /** Whether a score without a label is one of the harmful label. */
  readonly hasHarm: boolean
  readonly labelOf: (word: string) => string | null
  readonly names: readonly string[]
}

/** All values are shares of one label: the one that the first names. */
export function readScores(values: readonly Value[], labels: Labels): FieldRead {
  const hints: Hint[] = []
  const ranges: ScoreRange[] = []
  let label: string | null = null
  for (const { text, start, end } of values) {
    const colon = text.lastIndexOf(':')
    const word = colon < 0 ? null : text.slice(0, colon)
    if (word !== null) {
      const id = labels.labelOf(word)
      if (id === null) {
        const meant = nearest(word, labels.names)
        hints.push({ start, end, kind: 'unknown-value', field: 'score', value: word, nearest: meant })
        continue
      }
      label ??= id
    } else if (label === null && !labels.hasHarm) {
      hints.push({ start, end, kind: 'score-of-what' })
      continue
    }
    const range = rangeOf(text.slice(colon + 1).trim())
    if (typeof range === 'string') hints.push({ start, end, kind: range, value: text.slice(colon + 1) })
    else ranges.push(range)
  }
  return { term: ranges.length > 0 ? { kind: 'score', label, ranges } : null, hints }
}

const number = String.raw`(\d+(?:\.\d+)?|\.\d+)`
const between = new RegExp(`^${number}?(?:\\.\\.|-)${number}?$`)
const beyond = new RegExp(`^(>=|<=|≥|≤|>|<)${number}$`)
const alone = new RegExp(`^${number}$`)

function rangeOf(text: string): ScoreRange | 'bad-score' | 'empty-range' {
  const sided = beyond.exec(text)
  const single = alone.exec(text)
  const both = between.exec(text)
  const closed = { isAbove: false, isBelow: false }
  if (sided) {
    const limit = Number(sided[2])
    if (limit > 1) return 'bad-score'
    const [sign = ''] = sided[1] ?? ''
    const isStrict = sided[1] === '>' || sided[1] === '<'
    return sign === '>' || sign === '≥'
      ? { from: limit, to: 1, isAbove: isStrict, isBelow: false }
      : { from: 0, to: limit, isAbove: false, isBelow: isStrict }
  }
  if (single) {
    // As it is shown: to the nearest hundredth.
    const middle = Number(single[1])
    return middle > 1 ? 'bad-score' : { from: middle - 0.005, to: middle + 0.005, ...closed }
  }
  if (!both || (both[1] === undefined && both[2] === undefined)) return 'bad-score'
  const from = Number(both[1] ?? 0)
  const to = Number(both[2] ?? 1)
  if (from > 1 || to > 1) return 'bad-score'
  return from > to ? 'empty-range' : { from, to, ...closed }
}
