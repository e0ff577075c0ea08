/** What a queue holds, in plain English: "Undecided comments with “report” by Wren 208, not sure first". */
import type { Order, shows } from '../../../core/contract/requests.ts'
import type { Status } from '../../../core/deciding/standing.ts'
import type { Label } from '../../../core/labels.ts'
import type {
  Decider,
  Having,
  Name,
  Part,
  Period,
  Query,
  ScoreRange,
  TextTerm,
} from '../../../core/queue/query-terms.ts'
import { type Band, unsureBand } from '../../../core/records.ts'
import { isolated } from './format.ts'
import { wordOf } from './names.ts'

interface Titled {
  readonly query: Query
  readonly show: (typeof shows)[number]
  readonly order: Order
  readonly labels: readonly Label[]
}

const shown = {
  all: 'Comments',
  undecided: 'Undecided comments',
  decided: 'Decided comments',
  second: 'Comments for a second opinion',
  adjudicate: 'Comments to adjudicate',
} as const satisfies Record<Titled['show'], string>

const orderWords = {
  teach: 'a useful mix',
  'troll-first': 'likely trolls first',
  'unsure-first': 'not sure first',
  random: 'in random order',
  'oldest-first': 'oldest first',
  'newest-first': 'newest first',
} as const satisfies Record<Order, string>

export function queryTitle({ query, show, order, labels }: Titled): string {
  const found = query.groups.map((group) => group.map((part) => partWords(part, labels)).join(' or '))
  return `${[shown[show], ...found].join(' ')}, ${orderWords[order]}`
}

function partWords({ isNot, term }: Part, labels: readonly Label[]): string {
  const not = isNot ? 'not ' : ''
  switch (term.kind) {
    case 'text':
      return `${isNot ? 'without' : 'with'} ${soughtWords(term)}`
    case 'author':
      return `${not}by ${either(term.names.map(nameWords))}`
    case 'thread':
      return `${not}in the thread ${either(term.names.map(quoted))}`
    case 'source':
      return `${not}from ${either(term.names.map(quoted))}`
    case 'label':
      return either(
        term.labels.map((label) =>
          label === null
            ? isNot
              ? 'that are decided'
              : 'that nobody has decided'
            : `${not}marked ${wordOf(label, labels)}`,
        ),
      )
    case 'status':
      return `${not}that are ${either(term.statuses.map((status) => statusWords[status]))}`
    case 'rule':
      return `${not}under the rule ${either(term.rules.map((rule) => ruleWords(rule, labels)))}`
    case 'coder':
      return `${not}judged by ${either(term.names.map((name) => (name === 'me' ? 'you' : nameWords(name))))}`
    case 'decided':
      return either(term.by.map((by) => deciderWords(by, isNot)))
    case 'suggestion':
      return `${not}taken for ${either(term.bands.map((band) => bandWord(band, labels)))} by the model`
    case 'measured':
      return either(term.bands.map((band) => measuredWords(band, { isNot, labels })))
    case 'score':
      return `${isNot ? 'without' : 'with'} a ${scoreName(term.label, labels)} score ${either(term.ranges.map(rangeWords))}`
    case 'date':
      return `${not}written ${either(term.periods.map(periodWords))}`
    case 'has':
      return either(term.what.map((what) => (isNot ? hasNot[what] : has[what])))
  }
}

const statusWords = {
  final: 'final',
  proposed: 'proposed',
  disputed: 'disputed',
} as const satisfies Record<Status, string>

function ruleWords(rule: string, labels: readonly Label[]): string {
  const reason = labels.flatMap(({ reasons }) => reasons).find(({ id }) => id === rule)
  return quoted({ text: reason?.name ?? rule, isWhole: false })
}

const bandWord = (band: Band, labels: readonly Label[]) =>
  band === unsureBand ? 'not sure' : wordOf(band, labels)

function measuredWords(
  band: Band | null,
  { isNot, labels }: { readonly isNot: boolean; readonly labels: readonly Label[] },
): string {
  if (band === null) return `the model was ${isNot ? 'not ' : ''}measured on`
  return `${isNot ? 'not ' : ''}taken for ${bandWord(band, labels)} when the model was measured`
}

const either = (words: readonly string[]) => words.join(' or ')

function soughtWords({ text, isPrefix }: TextTerm): string {
  return `“${isolated(text)}${isPrefix ? '…' : ''}”`
}

const quoted = ({ text }: Name) => `“${isolated(text)}”`
const nameWords = (name: Name) => (name.isWhole ? isolated(name.text) : quoted(name))

function deciderWords(by: Decider, isNot: boolean): string {
  const not = isNot ? 'not ' : ''
  if (by === 'anyone') return isNot ? 'that nobody has decided' : 'that are decided'
  if (by === 'nobody') return isNot ? 'that are decided' : 'that nobody has decided'
  return `${not}decided by ${by === 'me' ? 'you' : nameWords(by)}`
}

function scoreName(label: string | null, labels: readonly Label[]): string {
  return label === null ? 'troll' : wordOf(label, labels)
}

const hundredths = (value: number) => String(Math.round(value * 100) / 100)

function rangeWords({ from, to, isAbove, isBelow }: ScoreRange): string {
  if (isAbove) return `above ${hundredths(from)}`
  if (isBelow) return `below ${hundredths(to)}`
  if (to >= 1) return `of ${hundredths(from)} or more`
  if (from <= 0) return `of ${hundredths(to)} or less`
  return to - from <= 0.0101
    ? `of ${hundredths((from + to) / 2)}`
    : `from ${hundredths(from)} to ${hundredths(to)}`
}

const dayMs = 86_400_000
const utc = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })
const inFull = utc({ day: 'numeric', month: 'long', year: 'numeric' })
const ofMonth = utc({ month: 'long', year: 'numeric' })

function periodWords({ startMs, endMs }: Period): string {
  if (startMs === Number.NEGATIVE_INFINITY && endMs === Number.POSITIVE_INFINITY) return 'at any time'
  if (startMs === Number.NEGATIVE_INFINITY) return `before ${inFull.format(endMs)}`
  if (endMs === Number.POSITIVE_INFINITY) return `from ${inFull.format(startMs)} on`
  const [first, last] = [new Date(startMs), new Date(endMs)]
  if (endMs - startMs === dayMs) return `on ${inFull.format(first)}`
  const isFirsts = first.getUTCDate() === 1 && last.getUTCDate() === 1
  const months =
    (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth()
  if (isFirsts && months === 1) return `in ${ofMonth.format(first)}`
  if (isFirsts && months === 12 && first.getUTCMonth() === 0) return `in ${first.getUTCFullYear()}`
  return `from ${inFull.format(first)} to ${inFull.format(endMs - 1)}`
}

const has = {
  note: 'with a note',
  passage: 'with a marked passage',
  link: 'with a link',
  reply: 'that have replies',
  parent: 'that answer another',
  earlier: 'that were edited',
} as const satisfies Record<Having, string>

const hasNot = {
  note: 'without a note',
  passage: 'without a marked passage',
  link: 'without a link',
  reply: 'without replies',
  parent: 'that answer no other',
  earlier: 'that were never edited',
} as const satisfies Record<Having, string>
