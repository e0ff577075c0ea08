/** The model's view in the words, numbers and lines that a person reads. */
import type { CommentView } from '../../../../core/contract/answers.ts'
import type { Label } from '../../../../core/labels.ts'
import {
  type Evidence,
  type Mode,
  type Shares,
  type Suggestion,
  unsureBand,
} from '../../../../core/records.ts'
import type { Look } from '../../ui/label-mark.tsx'
import type { Line, Passage } from '../../ui/said.tsx'

/** Why no suggestion is on the screen: switched off in the project, the mode, or a comment that measures the model. */
export type Hidden = 'off' | 'code' | 'teach' | 'measuring'

interface Rules {
  readonly mode: Mode
  /** False where suggestions are off in the project. */
  readonly suggestions: boolean
}

/** Null where the suggestion may be seen. */
export function hiddenBecause(comment: CommentView | null, { mode, suggestions }: Rules): Hidden | null {
  if (!suggestions) return 'off'
  if (mode !== 'check') return mode
  return comment?.isMeasuring ? 'measuring' : null
}

/** The label that Enter would give; null where the model is not sure or has not read the comment. */
export function suggestedLabel(suggestion: Suggestion | null, labels: readonly Label[]): Label | null {
  const band = suggestion?.band
  if (band === undefined || band === unsureBand) return null
  return labels.find((label) => label.id === band) ?? null
}

const notSure: Look = { shape: 'diamond', tone: 'unsure', letter: '?' }

/** How a band of the model is drawn. */
export function bandLook(band: string, labels: readonly Label[]): Look {
  return labels.find((label) => label.id === band) ?? notSure
}

export interface Share {
  /** The id of a label. */
  readonly band: string
  /** Of 100 comments alike; all of them add up to 100. */
  readonly of100: number
}

/** The likeliest first. */
export function sharesOf100(shares: Shares): readonly Share[] {
  const exact = Object.entries(shares).map(([band, share]) => ({
    band,
    whole: Math.floor(share * 100),
    rest: (share * 100) % 1,
  }))
  // The largest remainders are rounded up until the sum is 100.
  const missing = 100 - exact.reduce((sum, one) => sum + one.whole, 0)
  const raised = new Set(exact.toSorted((a, b) => b.rest - a.rest).slice(0, missing))
  return exact
    .map((one) => ({ band: one.band, of100: one.whole + (raised.has(one) ? 1 : 0) }))
    .toSorted((a, b) => b.of100 - a.of100)
}

/** The different passages that pushed one way, the strongest first. */
export function wordsTowards(
  text: string,
  evidence: readonly Evidence[],
  towards: Evidence['towards'],
): readonly string[] {
  const words = evidence
    .filter((one) => one.towards === towards)
    .toSorted((a, b) => b.weight - a.weight)
    .map((one) => text.slice(one.start, one.end).trim())
  return [...new Set(words)].slice(0, 6)
}

type Seen = Pick<Suggestion, 'evidence' | 'shares'>

/**
 * The line under words that pushed towards a label. Ours have each their own; among others the likeliest label has the
 * solid line and all that speaks against it the dashed one.
 */
export function lineOf(towards: string, shares: Shares, labels: readonly Label[]): Line {
  const tone = labels.find(({ id }) => id === towards)?.tone
  if (tone === 'troll' || tone === 'critic') return tone
  return likeliest(shares) === towards ? 'for' : 'against'
}

/** The label with the largest share; null where there are no shares. */
export function likeliest(shares: Shares): string | null {
  return Object.entries(shares).reduce<readonly [string | null, number]>(
    (most, [band, share]) => (share > most[1] ? [band, share] : most),
    [null, -1],
  )[0]
}

/** What is underlined in the comment. */
export function passagesOf(seen: Seen | null, labels: readonly Label[]): readonly Passage[] {
  if (seen === null) return []
  return seen.evidence.map((one) => ({ ...one, line: lineOf(one.towards, seen.shares, labels) }))
}

/** The labels that passages pushed towards, each once: of ours critic first, of others the likeliest. */
export function waysOf({ evidence, shares }: Seen, labels: readonly Label[]): readonly Label[] {
  const rank = ({ id, tone }: Label) => (tone === 'own' ? (shares[id] ?? 0) : tone === 'critic' ? 1 : 0)
  return labels
    .filter(({ id }) => evidence.some((one) => one.towards === id))
    .toSorted((a, b) => rank(b) - rank(a))
}
