/** The words that set one group of comments apart from another. */
import { functionWords } from './function-words.ts'
import { stem } from './stem.ts'
import { Tokens, tokenKind } from './tokenize.ts'

export interface KeyTerm {
  /** The form that is met most often, lower case. */
  readonly term: string
  /** Texts of the group, and of the rest, with any form of the word. */
  readonly inGroup: number
  readonly inRest: number
  /** Standard deviations by which the group has it more often than the rest; above 2 it is hardly chance. */
  readonly score: number
}

interface Counts {
  readonly inGroup: number
  readonly inRest: number
  readonly forms: ReadonlyMap<string, number>
}

/** How many words' worth the prior counts; the words' own shares in all texts say how it is spread. */
const priorTotal = 500

/**
 * The terms of `group` against `rest`, strongest first, forms of a word taken together. A word counts once a text,
 * so that one person repeating it does not make it a key term.
 *
 * @param limit how many terms at most
 * @source Monroe, Colaresi and Quinn (2008), Fightin' Words, Political Analysis 16(4), 372-403, log-odds with an
 *   informative Dirichlet prior
 */
export function keyTerms(
  group: readonly string[],
  rest: readonly string[],
  limit: number,
): readonly KeyTerm[] {
  const counts = countStems(group, rest)
  const groupTotal = counts.reduce((sum, { inGroup }) => sum + inGroup, 0)
  const restTotal = counts.reduce((sum, { inRest }) => sum + inRest, 0)
  return counts
    .map(({ inGroup, inRest, forms }) => {
      const prior = (priorTotal * (inGroup + inRest)) / (groupTotal + restTotal)
      const odds = (count: number, total: number) => (count + prior) / (total + priorTotal - count - prior)
      const spread = Math.sqrt(1 / (inGroup + prior) + 1 / (inRest + prior))
      const score = Math.log(odds(inGroup, groupTotal) / odds(inRest, restTotal)) / spread
      return { term: commonest(forms), inGroup, inRest, score }
    })
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score || (one.term < other.term ? -1 : 1))
    .slice(0, limit)
}

function countStems(group: readonly string[], rest: readonly string[]): readonly Counts[] {
  const tokens = new Tokens()
  const words = [
    ...group.flatMap((text) => wordsOf(text, tokens).map((word) => ({ word, isGroup: true }))),
    ...rest.flatMap((text) => wordsOf(text, tokens).map((word) => ({ word, isGroup: false }))),
  ]
  return [...Map.groupBy(words, ({ word }) => stem(word)).values()].map((met) => {
    const inGroup = met.filter(({ isGroup }) => isGroup).length
    const forms = Map.groupBy(met, ({ word }) => word)
    return {
      inGroup,
      inRest: met.length - inGroup,
      forms: new Map([...forms].map(([form, times]) => [form, times.length])),
    }
  })
}

/** Words that carry meaning, one form for each stem. @param tokens is read into */
export function wordsOf(text: string, tokens: Tokens): readonly string[] {
  tokens.read(text)
  const words = Array.from({ length: tokens.count }, (_, row) => row)
    .filter((row) => tokens.kind[row] === tokenKind.word)
    .map((row) => tokens.textAt(row))
    .filter((word) => word.length > 2 && !functionWords.has(word))
  return [...new Map(words.map((word) => [stem(word), word])).values()]
}

/** The form that was met most often. */
export const commonest = (forms: ReadonlyMap<string, number>): string =>
  [...forms].toSorted((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))[0]?.[0] ?? ''
