/** Where the words of a query stand in a text, to be underlined: what the index found, shown in the text itself. */
import type { Query, TextTerm } from './query-terms.ts'
import { foldedWord, wordsIn } from './query-text.ts'

/** UTF-16 units into the text; the end is the first that does not belong to it. */
export interface Hit {
  readonly start: number
  readonly end: number
}

/** In a text of a hundred thousand characters nobody looks at more. */
const mostHits = 500

/** @returns in their order, none over another; at most 500. Empty for a query without words. */
export function hitsIn(text: string, { groups }: Query): readonly Hit[] {
  const terms = groups.flatMap((group) =>
    group.flatMap(({ isNot, term }) => (!isNot && term.kind === 'text' ? [term] : [])),
  )
  if (terms.length === 0) return []
  const plain = terms.filter(({ isPlain }) => isPlain).flatMap((term) => plainHits(text, term))
  const worded = wordHits(
    text,
    terms.filter(({ isPlain }) => !isPlain),
  )
  return apart([...plain, ...worded])
}

function plainHits(text: string, { text: sought }: TextTerm): readonly Hit[] {
  const hits: Hit[] = []
  // A letter that gets longer in lower case would move all places after it.
  const lower = text.toLowerCase()
  const within = lower.length === text.length ? lower : text
  const wanted = lower.length === text.length ? sought.toLowerCase() : sought
  let at = within.indexOf(wanted)
  while (at >= 0 && hits.length < mostHits) {
    hits.push({ start: at, end: at + wanted.length })
    at = within.indexOf(wanted, at + wanted.length)
  }
  return hits
}

function wordHits(text: string, terms: readonly TextTerm[]): readonly Hit[] {
  if (terms.length === 0) return []
  const sought = terms.map(({ words, isPrefix }) => ({ words: words.map(foldedWord), isPrefix }))
  const longest = Math.max(...sought.map(({ words }) => words.length))
  const hits: Hit[] = []
  const lately: { readonly word: string; readonly start: number }[] = []
  for (const { 0: typed, index } of wordsIn(text)) {
    if (hits.length >= mostHits) break
    lately.push({ word: foldedWord(typed), start: index })
    if (lately.length > longest) lately.shift()
    const end = index + typed.length
    for (const { words, isPrefix } of sought) {
      const first = lately.length - words.length
      const isHere =
        first >= 0 &&
        words.every((word, at) => {
          const here = lately[first + at]?.word
          return isPrefix && at === words.length - 1 ? here?.startsWith(word) : here === word
        })
      if (isHere) hits.push({ start: lately[first]?.start ?? index, end })
    }
  }
  return hits
}

/** In their order; those that touch one before them are one with it. */
function apart(hits: readonly Hit[]): readonly Hit[] {
  const kept: Hit[] = []
  for (const hit of hits.toSorted((a, b) => a.start - b.start)) {
    const before = kept.at(-1)
    if (before && hit.start < before.end) {
      kept[kept.length - 1] = { start: before.start, end: Math.max(before.end, hit.end) }
    } else kept.push(hit)
  }
  return kept.slice(0, mostHits)
}
