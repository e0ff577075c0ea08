/** Searching and filtering the queue: hints, the sheet of what can be searched for, saved searches. */
import type { FieldName, Hint } from '../../../core/queue/query-terms.ts'
import { count, counted, isolated } from './format.ts'

const valueWords: Readonly<Record<FieldName, (value: string) => string>> = {
  label: (value) => `No label is called “${value}”.`,
  suggestion: (value) => `The model suggests no “${value}”.`,
  measured: (value) => `When the model was measured, nothing was taken for “${value}”.`,
  score: (value) => `No label is called “${value}”.`,
  has: (value) => `has: does not know “${value}”. It knows note, passage, link, reply, parent and earlier.`,
  status: (value) => `status: does not know “${value}”. It knows final, proposed and disputed.`,
  rule: (value) => `No rule is called “${value}”.`,
  // Any name may stand in these; they are here so that none is forgotten.
  author: (value) => `“${value}” is no name.`,
  thread: (value) => `“${value}” is no title.`,
  source: (value) => `“${value}” is no file.`,
  decided: (value) => `“${value}” is no name.`,
  coder: (value) => `“${value}” is no name.`,
  date: (value) => `“${value}” is no date.`,
}

const examples: Readonly<Record<FieldName, string>> = {
  author: 'author:"Wren 208"',
  thread: 'thread:"Report published"',
  source: 'source:facebook',
  label: 'label:critic',
  decided: 'decided:me',
  coder: 'coder:Sam',
  status: 'status:proposed',
  rule: 'rule:abuse',
  suggestion: 'suggestion:unsure',
  measured: 'measured:troll',
  score: 'score:0.4..0.6',
  date: 'date:2026-09',
  has: 'has:note',
}

/** What is wrong with a query, and what to do. The rest of it is searched for all the same. */
export function hintWords(hint: Hint): string {
  switch (hint.kind) {
    case 'unknown-field':
      return `There is no “${isolated(hint.name)}:”.`
    case 'no-value':
      return `Write something after ${hint.field}:, for example ${examples[hint.field]}`
    case 'unclosed-quote':
      return 'A quote is not closed. Everything after it counts as the phrase.'
    case 'unknown-value':
      return valueWords[hint.field](isolated(hint.value))
    case 'bad-date':
      return `“${isolated(hint.value)}” is no date. Write 2026, 2026-09, 2026-09-12 or today.`
    case 'impossible-date':
      return `There is no ${isolated(hint.value)} in the calendar.`
    case 'bad-score':
      return `“${isolated(hint.value)}” is no score. Scores go from 0 to 1: 0.4..0.6 or >0.9.`
    case 'empty-range':
      return `“${isolated(hint.value)}” ends before it begins. Put the smaller one first.`
    case 'score-of-what':
      return 'Say whose score, for example score:LABEL:0.4..0.6'
    case 'short-word':
      return `“${isolated(hint.word)}” is looked for as a whole word. Type on, or write ${isolated(hint.word)}*`
    case 'lone':
      return {
        OR: 'OR stands between two words: delay OR late',
        '-': 'A minus stands right before what must not be there: -thanks',
        '*': 'A star stands right after the beginning of a word: repo*',
      }[hint.sign]
  }
}

export const search = {
  hints: 'About this search',
  use: (word: string) => `Did you mean ${isolated(word)}?`,
  title: 'This queue',
  /** `all` in the project that match, and how many of them wait. */
  found: (total: number, left: number) =>
    total === left || total === 0
      ? `${count(total)} found`
      : `${count(total)} found, ${count(left)} undecided`,
  reveals: 'Picked by the model’s view: decisions here never count as blind.',
  searching: 'Searching…',
  clear: 'Clear',
  save: 'Save',
  saved: 'Saved searches',
  help: 'What can I search for?',
  helpShort: 'Help',
  saveTitle: 'Save this search',
  saveName: 'Name',
  saveHint: 'Kept in the project, so that colleagues who open it have it too.',
  replaces: 'There is one of this name: it is replaced.',
  none: 'No search is saved yet. Search for something, then choose Save.',
  open: (name: string) => `Open ${isolated(name)}`,
  rename: 'Rename',
  renameOf: (name: string) => `Rename ${isolated(name)}`,
  delete: 'Delete',
  deleteOf: (name: string) => `Delete ${isolated(name)}`,
  by: (name: string) => `by ${isolated(name)}`,
  waiting: (total: number, left: number) =>
    left === 0
      ? `${counted(total, 'comment')}, all decided`
      : `${counted(total, 'comment')}, ${count(left)} undecided`,
  wasSaved: (name: string) => `Saved as ${isolated(name)}.`,
  helpLede:
    'Put words and fields side by side: all of them must hold. A minus before anything turns it round, and OR between two lets either hold. Case and accents do not count.',
  typed: 'Type',
  finds: 'It finds',
  rows: [
    ['report delay', 'comments with both words; the last one may be its beginning'],
    ['"fern ward"', 'these words side by side'],
    ['repo*', 'words that begin so'],
    ['-thanks', 'comments without it'],
    ['delay OR late', 'comments with either'],
    [examples.author, 'this author; without quotes, a part of a name'],
    [examples.thread, 'comments of this thread'],
    ['source:trust-page.csv', 'comments of this file, platform or format'],
    ['label:critic,troll', 'comments marked so; label:none for undecided ones'],
    ['decided:me', 'what you decided; decided:Sam, decided:yes, decided:no'],
    ['has:note', 'with a note; also passage, link, reply, parent (answers another), earlier (was edited)'],
    ['date:2026-09', 'written then, in UTC; also 2026-09-12, 2026-09-01..2026-09-12, >2026-09, today'],
    ['suggestion:unsure', 'what the model suggests'],
    [
      examples.measured,
      'what it took them for when it was measured, see Model; measured:yes for all of those',
    ],
    ['score:0.4..0.6', 'the model’s score for troll; also >0.9, score:critic:0.4..0.6'],
  ] as const,
  helpModel:
    'A queue found by a suggestion, a measuring or a score tells what the model thinks: decisions in it never count as blind.',
} as const
