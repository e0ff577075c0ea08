/** The model's view in the words and numbers that a person reads. */
import type { CommentView } from '../../../../core/contract/answers.ts'
import type { Mode } from '../../../../core/contract/requests.ts'
import type { Label } from '../../../../core/labels.ts'
import type { Evidence, Probabilities, Suggestion } from '../../../../core/records.ts'

/** Why no suggestion is on the screen: switched off in the project, Code mode, or a comment that measures the model. */
export type Hidden = 'off' | 'code' | 'measuring'

interface Rules {
  readonly mode: Mode
  /** False where suggestions are off in the project. */
  readonly suggestions: boolean
}

/** Null where the suggestion may be seen. */
export function hiddenBecause(comment: CommentView | null, { mode, suggestions }: Rules): Hidden | null {
  if (!suggestions) return 'off'
  if (mode === 'code') return 'code'
  return comment?.isMeasuring ? 'measuring' : null
}

/** The label that Enter would give; null where the model is not sure or has not read the comment. */
export function suggestedLabel(suggestion: Suggestion | null, labels: readonly Label[]): Label | null {
  const band = suggestion?.band
  if (band === undefined || band === 'unsure') return null
  return labels.find((label) => label.tone === band) ?? null
}

export interface Share {
  readonly band: 'troll' | 'critic' | 'neither'
  /** Of 100 comments alike; the three add up to 100. */
  readonly of100: number
}

/** The likeliest first. */
export function sharesOf100({ troll, critic, neither }: Probabilities): readonly Share[] {
  const exact = Object.entries({ critic, neither, troll }).map(([band, share]) => ({
    band: band as Share['band'],
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
