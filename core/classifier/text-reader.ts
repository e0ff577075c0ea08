/** Reads decided texts for fitting, and keeps what it read the last time: from one refit to the next, few are new. */
import type { Vectorizer } from '../text/features.ts'
import type { TextFeatures } from './columns.ts'
import { copyKeyOf } from './copies.ts'
import { type Logits, logitsOf, type Weights } from './weights.ts'

/** What is known of a text whatever was decided about it. */
export interface ReadText extends TextFeatures {
  /** Log-odds before anything is learned, one a head. */
  readonly known: Logits
  /** See `copyKeyOf`. */
  readonly copyKey: number
}

export interface TextReader {
  /** In the order of the texts. Says the same whatever was read before. */
  read(texts: readonly string[]): readonly ReadText[]
}

/** Eight bytes each: 64 MB, or about twenty thousand comments. */
const mostKept = 8_000_000

/** @param vectorizer is left with any text */
export function createTextReader(base: Weights, vectorizer: Vectorizer, most = mostKept): TextReader {
  let kept: ReadonlyMap<string, ReadText> = new Map()

  function readOne(text: string): ReadText {
    vectorizer.read(text)
    const { count, buckets, values } = vectorizer
    const known = logitsOf(base, vectorizer)
    return {
      buckets: buckets.slice(0, count),
      values: values.slice(0, count),
      known,
      copyKey: copyKeyOf(text),
    }
  }

  return {
    read(texts) {
      const now = new Map<string, ReadText>()
      let size = 0
      const all = texts.map((text) => {
        const read = now.get(text) ?? kept.get(text) ?? readOne(text)
        if (!now.has(text)) size += read.buckets.length
        if (size <= most) now.set(text, read)
        return read
      })
      kept = now
      return all
    },
  }
}
