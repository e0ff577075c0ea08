/** Which comments name something that a coder belongs to, as marks by place; kept while the queue thread lives. */
import type { ReadableDB } from './database.ts'
import { commentsNaming, readInterests } from './interests.ts'
import { placesIn } from './marks.ts'

export interface Interests {
  /** Names the coder's phrases. */
  readonly key: string
  readonly named: readonly { readonly phrase: string; readonly places: Int32Array }[]
}

interface Known {
  readonly places: Int32Array
  readonly interests: Interests | null
}

/** @returns what is known already while the phrases are the same */
export function readInteresting(db: ReadableDB, { places, interests }: Known, coder: string): Interests {
  const phrases = readInterests(db, coder)
  const key = JSON.stringify(phrases)
  if (interests?.key === key) return interests
  const named = phrases.map((phrase) => ({
    phrase,
    places: placesIn({ places }, commentsNaming(db, phrase)),
  }))
  return { key, named }
}

/** Unmarks them. @returns how many that were, and the phrases that they name, the most often named first */
export function keepFrom(
  marks: Uint8Array,
  { named }: Interests,
): { readonly kept: number; readonly keptFor: readonly string[] } {
  const counts = named.map(({ phrase, places }) => ({
    phrase,
    count: places.reduce((sum, place) => sum + (marks[place] ?? 0), 0),
  }))
  let kept = 0
  for (const { places } of named) {
    for (const place of places) {
      kept += marks[place] ?? 0
      marks[place] = 0
    }
  }
  const keptFor = counts.filter(({ count }) => count > 0).toSorted((one, other) => other.count - one.count)
  return { kept, keptFor: keptFor.map(({ phrase }) => phrase) }
}
