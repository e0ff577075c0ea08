/** Which words moved the model: the hash undone for one text, letters summed onto words, neighbours merged. */
import type { Evidence } from '../records.ts'
import type { Vectorizer } from '../text/features.ts'
import { functionWords } from '../text/function-words.ts'
import { tokenKind } from '../text/tokenize.ts'
import type { Weights } from './weights.ts'

/** In a text of so many words or fewer; in longer ones every word moves the model less, and the limits shrink. */
const fewWords = 12
/** Below this (log-odds) a word is noise: most words of a text move it a little. */
const leastWord = 0.2
/** And a passage, below this. */
const leastPassage = 0.7
/** A word of grammar at the edge of a passage is shown only from here on. */
const leastEdge = 0.5
/** A passage weaker than this share of the strongest says nothing beside it. */
const leastShare = 0.12
/** One that is less than this share of all passages together, and weaker than most, is no reason. */
const leastOfAll = 0.15
const mostPassages = 12
/** What may stand between two words of one passage: spaces, quotes, markup; not the end of a sentence. */
const joins = /^[\s'’"“”*_-]*$/

/** A token that moves the model. */
interface Mover {
  readonly start: number
  readonly end: number
  readonly towards: string
  readonly weight: number
  /** Can stand as a reason alone: no function word, no group of people, no handle, no address. */
  readonly tells: boolean
}

/** One a head. */
export interface Reason {
  /** What its words speak for. */
  readonly label: string
  /** How much they count, in [0, 1]. */
  readonly counts: number
}

/** The passages of a text, which the vectorizer must have read last, strongest first. */
export function evidenceIn(
  text: string,
  weights: Weights,
  vectorizer: Vectorizer,
  reasons: readonly Reason[],
): readonly Evidence[] {
  const scale = Math.min(1, Math.sqrt(fewWords / vectorizer.tokens.count))
  const movers = moversOf(weights, vectorizer, { least: leastWord * scale, reasons })
  const passages = passagesOf(text, movers)
    .filter((passage) => passage.some(({ tells }) => tells))
    .map((passage) => toEvidence(withoutWeakEdges(passage, leastEdge * scale)))
    .filter(({ weight }) => weight >= leastPassage * scale)
    .toSorted((one, other) => other.weight - one.weight || one.start - other.start)
  const strongest = passages[0]?.weight ?? 0
  const total = passages.reduce((sum, { weight }) => sum + weight, 0)
  const least = Math.max(strongest * leastShare, total * Math.min(leastOfAll, 1 / passages.length))
  // A hair less: where all are equal, each is as strong as the mean.
  return passages.filter(({ weight }) => weight >= least * (1 - 1e-9)).slice(0, mostPassages)
}

/** "him die and then" is better shown as "die"; "you idiot" keeps its "you" where that counts by itself. */
function withoutWeakEdges(passage: readonly Mover[], least: number): readonly Mover[] {
  const counts = (mover: Mover) => mover.tells || mover.weight >= least
  return passage.slice(passage.findIndex(counts), passage.findLastIndex(counts) + 1)
}

function toEvidence(passage: readonly Mover[]): Evidence {
  const towards = passage[0]?.towards ?? ''
  const start = passage[0]?.start ?? 0
  const end = passage.at(-1)?.end ?? start
  return { start, end, towards, weight: passage.reduce((sum, mover) => sum + mover.weight, 0) }
}

/** Neighbours that move the model the same way, as far as they stand together. */
function passagesOf(text: string, movers: readonly (Mover | null)[]): readonly (readonly Mover[])[] {
  const passages: Mover[][] = []
  let open: Mover[] = []
  for (const mover of movers) {
    const last = open.at(-1)
    const goesOn =
      mover !== null &&
      last !== undefined &&
      last.towards === mover.towards &&
      joins.test(text.slice(last.end, mover.start))
    if (goesOn) open.push(mover)
    else {
      open = mover === null ? [] : [mover]
      if (mover !== null) passages.push(open)
    }
  }
  return passages
}

interface Limits {
  /** Weaker words move nothing. */
  readonly least: number
  readonly reasons: readonly Reason[]
}

/** One a token, null for a token that moves nothing. */
function moversOf(
  weights: Weights,
  vectorizer: Vectorizer,
  { least, reasons }: Limits,
): readonly (Mover | null)[] {
  const { tokens } = vectorizer
  const shares = sharesByToken(weights, vectorizer)
  return Array.from({ length: tokens.count }, (_, row) => {
    let towards = ''
    let weight = Number.NEGATIVE_INFINITY
    reasons.forEach(({ label, counts }, head) => {
      const share = (shares[row * reasons.length + head] ?? 0) * counts
      if (share <= weight) return
      towards = label
      weight = share
    })
    if (weight < least) return null
    const kind = tokens.kind[row]
    const tells =
      (kind === tokenKind.word || kind === tokenKind.symbol) && !functionWords.has(tokens.textAt(row))
    return { start: tokens.start[row] ?? 0, end: tokens.end[row] ?? 0, towards, weight, tells }
  })
}

/** What each token adds to the log-odds, head by head; a pair of words gives half to each. */
function sharesByToken({ perBucket, bias }: Weights, vectorizer: Vectorizer): Float64Array {
  const headCount = bias.length
  const shares = new Float64Array(vectorizer.tokens.count * headCount)
  const add = (row: number, bucket: number, value: number) => {
    for (let head = 0; head < headCount; head++) {
      const at = row * headCount + head
      shares[at] = (shares[at] ?? 0) + value * (perBucket[bucket * headCount + head] ?? 0)
    }
  }
  vectorizer.forEachOccurrence(({ bucket, value, row, isPair }) => {
    add(row, bucket, isPair ? value / 2 : value)
    if (isPair) add(row + 1, bucket, value / 2)
  })
  return shares
}
