/**
 * The words that comments are about. The commonest are taken, whatever their comments were labelled: words that were
 * chosen because trolls use them would differ by that choice alone.
 */
import { commonest, wordsOf } from '../text/key-terms.ts'
import { stem } from '../text/stem.ts'
import { Tokens, tokenKind } from '../text/tokenize.ts'

export interface Topic {
  /** The form that is met most often. */
  readonly word: string
  /** Forms that are counted, the commonest first; at most six. */
  readonly forms: readonly string[]
}

const mostTopics = 20
const mostForms = 6

/** @param texts a fair part of the decided comments; thousands are enough */
export function chooseTopics(texts: Iterable<string>): readonly Topic[] {
  const tokens = new Tokens()
  const stemOf = new Map<string, string>()
  const met = new Map<string, { n: number; readonly forms: Map<string, number> }>()
  for (const text of texts) {
    for (const word of wordsOf(text, tokens)) {
      const key = stemOf.get(word) ?? stem(word)
      stemOf.set(word, key)
      const one = met.get(key) ?? { n: 0, forms: new Map() }
      met.set(key, one)
      one.n += 1
      one.forms.set(word, (one.forms.get(word) ?? 0) + 1)
    }
  }
  return [...met.values()]
    .map(({ n, forms }) => ({ n, word: commonest(forms), forms: byCount(forms).slice(0, mostForms) }))
    .toSorted((one, other) => other.n - one.n || (one.word < other.word ? -1 : 1))
    .slice(0, mostTopics)
    .map(({ word, forms }) => ({ word, forms }))
}

function byCount(forms: ReadonlyMap<string, number>): readonly string[] {
  return [...forms]
    .toSorted((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
    .map(([form]) => form)
}

export interface TopicsFound {
  /** Each once. */
  readonly topics: readonly string[]
  /** A word that names people by origin, faith, sex and the like is in it; see identity-terms.ts. */
  readonly namesGroup: boolean
}

/** Finds them in one text after another. */
export function findTopics(topics: readonly Topic[]): (text: string) => TopicsFound {
  const tokens = new Tokens()
  const wordOf = new Map(topics.flatMap(({ word, forms }) => forms.map((form) => [form, word] as const)))
  const byHash = new Map<number, string>()
  for (const [form, word] of wordOf) {
    tokens.read(form)
    byHash.set(tokens.hash[0] ?? 0, word)
  }
  return (text) => {
    tokens.read(text)
    const found = new Set<string>()
    let namesGroup = false
    for (let row = 0; row < tokens.count; row += 1) {
      const kind = tokens.kind[row]
      if (kind === tokenKind.group) namesGroup = true
      else if (kind === tokenKind.word) {
        const word = byHash.get(tokens.hash[row] ?? 0)
        if (word !== undefined) found.add(word)
      }
    }
    return { topics: [...found], namesGroup }
  }
}
