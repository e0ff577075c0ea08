/** The model's reasons in one sentence: what moved it, and what speaks against it, in the comment's own words. */
import { type Label, standardCodebook } from '../../../../core/labels.ts'
import { type Evidence, type Suggestion, unsureBand } from '../../../../core/records.ts'
import { en } from '../../copy/en.ts'
import { bandName, labelWord } from '../../copy/names.ts'
import { wordsTowards } from './suggestion.ts'

/** A piece of the sentence: our own words, or (`towards` a label) words of the comment, which are hostile. */
export interface WhyPart {
  readonly words: string
  readonly towards: Evidence['towards'] | null
}

/** Passages named for each way; all of them are underlined in the comment itself. */
const mostNamed = 2
/** Labels named that speak against the likeliest, or pull where none is clear. */
const mostPulls = 2
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
  labels: readonly Label[] = standardCodebook.labels,
): readonly WhyPart[] {
  const pulls = pullsOf(text, evidence, labels)
  const label = labels.find(({ id }) => id === band)
  if (label === undefined || band === unsureBand) return notClear(pulls)
  if (label.tone === 'neither') return neither(pulls)
  const pro = pulls.find((pull) => pull.label === label)?.quotes ?? []
  return because(
    bandName(band, labels),
    pro,
    pulls.filter((pull) => pull.label !== label),
  )
}

type Quotes = readonly WhyPart[]
interface Pull {
  readonly label: Label
  readonly quotes: Quotes
}
const { why } = en

/** What pulled towards each label: ours with critic first, others with the strongest first. */
function pullsOf(text: string, evidence: readonly Evidence[], labels: readonly Label[]): readonly Pull[] {
  const weightOf = ({ id, tone }: Label) =>
    tone === 'own'
      ? Math.max(...evidence.filter(({ towards }) => towards === id).map(({ weight }) => weight))
      : tone === 'critic'
        ? 1
        : 0
  return labels
    .filter(({ id }) => evidence.some(({ towards }) => towards === id))
    .toSorted((a, b) => weightOf(b) - weightOf(a))
    .map((label) => ({
      label,
      quotes: wordsTowards(text, evidence, label.id)
        .slice(0, mostNamed)
        .map((words) => ({ words: shorten(words), towards: label.id })),
    }))
}

function because(band: string, pro: Quotes, contra: readonly Pull[]): readonly WhyPart[] {
  if (pro.length === 0 && contra.length === 0) return own(`${band} ${why.asAWhole}. ${why.noWords}`)
  return [
    ...(pro.length > 0 ? [...own(`${band} ${why.mostly} `), ...listed(pro)] : own(`${band} ${why.asAWhole}`)),
    ...(contra.length > 0 ? [...own('; '), ...against(contra)] : []),
    ...own('.'),
  ]
}

/** Where there is only one other way it needs no name. */
function against(contra: readonly Pull[]): readonly WhyPart[] {
  const [first] = contra
  if (first === undefined || first.label.tone === 'own') return pulling(contra)
  return [...listed(first.quotes), ...own(` ${why.otherWay(first.quotes.length)}`)]
}

/** “asked four times” points to critic, “know nothing” points to troll */
function pulling(pulls: readonly Pull[]): readonly WhyPart[] {
  return pulls
    .slice(0, mostPulls)
    .flatMap(({ label, quotes }, at) => [
      ...(at > 0 ? own(', ') : []),
      ...listed(quotes),
      ...own(` ${why.pointsTo(quotes.length, labelWord(label))}`),
    ])
}

function neither(pulls: readonly Pull[]): readonly WhyPart[] {
  if (pulls.length === 0) return own(why.neither)
  return [...own(`${why.neitherBut} `), ...pulling(pulls), ...own(`, ${why.tooWeak}.`)]
}

function notClear(pulls: readonly Pull[]): readonly WhyPart[] {
  return [
    ...own(why.notClear),
    ...(pulls.length > 0 ? [...own(': '), ...pulling(pulls)] : []),
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
