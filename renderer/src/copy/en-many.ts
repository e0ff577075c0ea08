/** Many at once: selecting rows of the queue, and taking a band of scores. */
import type { ScoreBand } from '../../../core/queue/histogram.ts'
import { count, counted, of100 } from './format.ts'

const bandName = ({ from, to }: ScoreBand): string => `${from} to ${to}`
const left = (comments: number): string => (comments === 1 ? 'the last one' : `the last ${small(comments)}`)

const numbers = [
  'none',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
] as const
const sentenceStart = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
/** Small numbers as words. */
const small = (value: number): string => numbers[value] ?? count(value)

export const many = {
  title: 'Many at once',
  link: 'Many at once',

  selected: (rows: number) => (rows === 0 ? 'Nothing is selected.' : `${count(rows)} selected`),
  all: (rows: number) => `All ${count(rows)} matching`,
  letGo: 'Let go of the selection',
  hint: 'Choose a label for what is selected, or press Esc to let go of it.',

  mark: (comments: number, label: string) => `Mark ${count(comments)} as ${label}`,
  marking: (comments: number) => `Marking ${count(comments)}…`,
  marked: (comments: number, label: string) => `${count(comments)} marked ${label}.`,
  soFar: (done: number, comments: number) => `${count(done)} of ${count(comments)} so far`,
  begins: 'Getting ready…',
  howFar: 'How much of the step is done',
  stop: 'Stop',
  undone: (comments: number) => `${count(comments)} are undecided again.`,
  undo: 'Undo',
  undoing: 'Undoing…',
  oneStep: 'The whole step can be undone with',
  metMeanwhile: (comments: number) =>
    `${counted(comments, 'comment')} had been decided meanwhile, and ${comments === 1 ? 'stays' : 'stay'} so.`,
  alreadyDecided: (comments: number) =>
    `${counted(comments, 'comment is', 'comments are')} decided already, and ${comments === 1 ? 'stays' : 'stay'} so.`,
  nothingLeft: 'All of these are decided already. There is nothing to mark.',

  never: (label: string) => `${label} is never given in bulk`,
  neverWhy:
    'Each one needs a rule, a passage and a second person. A band is only a score, and a score cannot give grounds.',
  neverSelected:
    'Each one needs a rule, a passage and a second person. Mark them one at a time, or choose another label.',
  notGiven: 'Nothing was marked.',

  dialog: (comments: number, label: string) => `Mark ${counted(comments, 'comment')} as ${label}?`,
  drawing: 'Drawing ten at random…',
  tenOf: (shown: number, comments: number) =>
    shown >= comments
      ? shown === 1
        ? 'This is the one. Read it first.'
        : `These are all ${small(shown)}. Read them first.`
      : `${shown === 10 ? 'Ten' : count(shown)} at random. Read them first.`,
  leaveOut: 'Leave out',
  keptOut: 'Left out',
  wholeText: 'Whole text',

  lede: (of: string) => `Undecided comments by ${of} score. Drag the edge of the band.`,
  undecided: (comments: number) => `${count(comments)} undecided`,
  scoreOf: 'Score of',
  blind: 'This page shows the model’s scores, so nothing decided here counts as decided blind.',
  chart: (of: string, band: ScoreBand, comments: number) =>
    `Undecided comments by ${of} score. The band ${bandName(band)} of 100 has ${counted(comments, 'comment')}.`,
  band: (band: ScoreBand, comments: number) => `${bandName(band)} of 100: ${counted(comments, 'comment')}`,
  lower: 'Lower edge of the band',
  upper: 'Upper edge of the band',
  likely: (label: string) => `The model says “likely ${label}” from here`,
  axis: (label: string) => `${label} score, of 100 alike`,
  height: 'Height: square root of the number, so small bars stay visible',
  columns: { score: 'Score of 100', comments: 'Comments' },

  ten: 'Ten at random from the band',
  some: (rows: number) => (rows === 1 ? 'The one comment of the band' : `All ${small(rows)} of the band`),
  read: (read: number, of: number) => `${count(read)} of ${count(of)} read`,
  fits: 'Fits',
  fitsWord: 'fits',
  insteadWord: (label: string) => `${label} instead`,
  instead: (label: string) => `${label} instead`,
  outWord: 'leave out',
  unread: 'Not read yet',
  row: (at: number, of: number, state: string) => `${count(at)} of ${count(of)}. ${state}`,
  allRead: (action: string) => `All of them are read. ${action}.`,

  take: 'Take the band as',
  says: 'What the sample says',
  notYet: (rows: number) =>
    rows === 1
      ? 'Read the one comment of the band, and say whether it fits.'
      : `Read ${rows === 10 ? 'the ten' : `all ${small(rows)}`}, and say of each whether it fits.`,
  /** @param bound the share that might not fit, in [0, 1] */
  bound: (misfits: number, read: number, bound: number, label: string) =>
    `${misfits === 0 ? `All ${small(read)} that are read fit.` : `${count(misfits)} of ${count(read)} did not fit.`} ${
      misfits === 0 && read === 10 ? 'Even so,' : 'So far'
    } as many as ${of100(bound)} in 100 of the band might not be “${label}”.`,
  whole: (misfits: number, read: number) =>
    misfits === 0
      ? `The whole band is read, and ${read === 1 ? 'it fits' : 'all of it fits'}.`
      : `The whole band is read. ${count(misfits)} of ${count(read)} did not fit.`,
  narrower: (band: ScoreBand, comments: number, misfits: number) =>
    `A narrower band, ${bandName(band)}, has ${counted(comments, 'comment')} and loses ${
      misfits === 1 ? 'that one' : `those ${small(misfits)}`
    }. Ten others of it are read.`,
  narrow: (band: ScoreBand) => `Narrow to ${bandName(band)}`,
  readFirst: (unread: number, of: number) =>
    unread < of
      ? `Read ${left(unread)} first.`
      : of === 1
        ? 'Read the one first.'
        : `Read the ${small(of)} first.`,
  out: (comments: number) =>
    comments === 1
      ? 'The one that does not fit is kept out.'
      : `The ${small(comments)} that do not fit are kept out.`,
  /** @param own marked on their own, of `out` that are kept out */
  ownOnes: (own: number, out: number) =>
    own === 1 && out === 1
      ? 'It is marked on its own, as you said.'
      : own === 1
        ? 'One of them is marked on its own, as you said.'
        : `${own === out ? 'They' : `${sentenceStart(small(own))} of them`} are marked on their own, as you said.`,
  changed: (comments: number) => `The band has changed: it has ${counted(comments, 'comment')} now.`,
  again: 'Draw again',

  empty: 'No undecided comment has a score in this band.',
  none: 'Nothing is undecided.',
  noneLede: 'There is nothing left to take at once.',
  toDesk: 'Back to the desk',
  scoring: 'The model is reading the comments. Their scores appear here by themselves.',
  unscored: (comments: number) =>
    `${counted(comments, 'comment has', 'comments have')} no score yet, and ${comments === 1 ? 'is' : 'are'} in no band.`,
  noScores: 'There are no scores to show.',
  noScoresLede:
    'Suggestions are off, or the model has not learned yet. In the queue, X selects comments, and a label is then given to all of them.',
} as const
