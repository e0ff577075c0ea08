/** The model's reasons in one sentence: what moved it, and what speaks against it, in the comment's own words. */
import type { Evidence, Suggestion } from '../../../../core/records.ts'
import { en } from '../../copy/en.ts'
import { bandNames } from '../../copy/names.ts'
import { wordsTowards } from './suggestion.ts'

/** A piece of the sentence: our own words, or (`towards` a label) words of the comment, which are hostile. */
export interface WhyPart {
  readonly words: string
  readonly towards: Evidence['towards'] | null
}

/** Passages named for each way; all of them are underlined in the comment itself. */
const mostNamed = 2
/** A longer passage is cut: the sentence names it, the comment shows it. */
const longestQuote = 32

/**
 * "Leans critic mostly because of “asked four times” and “who signed off”; “know nothing” points the other way."
 *
 * @param text the comment that the offsets of the evidence belong to
 */
export function whySentence(
  text: string,
  { band, evidence }: Pick<Suggestion, 'band' | 'evidence'>,
): readonly WhyPart[] {
  const named = (towards: Evidence['towards']) =>
    wordsTowards(text, evidence, towards)
      .slice(0, mostNamed)
      .map((words) => ({ words: shorten(words), towards }))
  if (band === 'critic' || band === 'troll') {
    return because(bandNames[band], named(band), named(band === 'critic' ? 'troll' : 'critic'))
  }
  return undecided(band, named('critic'), named('troll'))
}

type Quotes = readonly WhyPart[]
const { why } = en

function because(band: string, pro: Quotes, contra: Quotes): readonly WhyPart[] {
  if (pro.length === 0 && contra.length === 0) return own(`${band} ${why.asAWhole}. ${why.noWords}`)
  return [
    ...(pro.length > 0 ? [...own(`${band} ${why.mostly} `), ...listed(pro)] : own(`${band} ${why.asAWhole}`)),
    ...(contra.length > 0
      ? [...own('; '), ...listed(contra), ...own(` ${why.otherWay(contra.length)}`)]
      : []),
    ...own('.'),
  ]
}

function undecided(band: 'neither' | 'unsure', critic: Quotes, troll: Quotes): readonly WhyPart[] {
  const pulls = [
    ...(critic.length > 0 ? [...listed(critic), ...own(` ${why.pointsTo(critic.length, 'critic')}`)] : []),
    ...(critic.length > 0 && troll.length > 0 ? own(', ') : []),
    ...(troll.length > 0 ? [...listed(troll), ...own(` ${why.pointsTo(troll.length, 'troll')}`)] : []),
  ]
  if (band === 'neither') {
    if (pulls.length === 0) return own(why.neither)
    return [...own(`${why.neitherBut} `), ...pulls, ...own(`, ${why.tooWeak}.`)]
  }
  return [
    ...own(why.notClear),
    ...(pulls.length > 0 ? [...own(': '), ...pulls] : []),
    ...own(`. ${why.read}`),
  ]
}

function own(words: string): Quotes {
  return [{ words, towards: null }]
}

/** “one” and “two”: the marks are ours, what is between them is not. */
function listed(quotes: Quotes): readonly WhyPart[] {
  return quotes.flatMap((quote, at) => [
    ...own(at === 0 ? '“' : `${why.and} “`),
    quote,
    ...own(at === quotes.length - 1 ? '”' : '” '),
  ])
}

/** On one line, and cut between characters, never inside one. */
function shorten(words: string): string {
  const letters = [...words.replace(/\s+/g, ' ')]
  return letters.length <= longestQuote
    ? letters.join('')
    : `${letters
        .slice(0, longestQuote - 1)
        .join('')
        .trimEnd()}…`
}
