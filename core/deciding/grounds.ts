/** What a label that accuses is given for, and what of it is missing. */
import type { Label } from '../labels.ts'
import { unspaced } from '../queue/query-text.ts'
import type { Passage } from '../records.ts'

/** In the order in which they are asked for. */
export const grounds = ['reason', 'passage', 'sentence'] as const
export type Ground = (typeof grounds)[number]

export interface Given {
  /** The id of one of the label's reasons. */
  readonly reason: string | null
  readonly passage: Passage | null
  readonly note: string | null
}

/** @returns what has to be said before the label can be given; empty where it can */
export function missingGrounds(
  label: Pick<Label, 'needsGrounds' | 'reasons'>,
  { reason, passage, note }: Given,
): readonly Ground[] {
  if (!label.needsGrounds) return []
  const rule = label.reasons.find(({ id }) => id === reason)
  const isMissing: Readonly<Record<Ground, boolean>> = {
    reason: rule === undefined,
    passage: passage === null,
    sentence: rule?.needsSentence === true && !isSentence(note),
  }
  return grounds.filter((ground) => isMissing[ground])
}

const fewestWords = 3
/** Where no spaces stand between words, a sentence has at least so many letters. */
const fewestLetters = 8

/** Somebody says something: at least three words, so that "tone" or "rude" alone is none. */
export function isSentence(note: string | null): boolean {
  const words = note?.match(/[\p{L}\p{M}\p{N}’']+/gu) ?? []
  if (words.length >= fewestWords) return true
  return [...words.join('')].filter((letter) => unspaced.test(letter)).length >= fewestLetters
}
