/** What is chosen and read on the page Many at once. The comments and the decisions themselves are the service's. */
import type { SampledComment } from '../../../../../core/contract/many-answers.ts'
import type { Codebook } from '../../../../../core/labels.ts'
import { harmfulLabel, type Label, teachingLabels } from '../../../../../core/labels.ts'
import type { ScoreBand } from '../../../../../core/queue/histogram.ts'

/** What somebody said of a comment that they read. */
export interface Verdict {
  /** The id of the label that it is; null where it is only left out. */
  readonly label: string | null
  /** How long it was in front of them. */
  readonly shownMs: number
}

/** A band as it was found, and what of it is to be read. */
export interface Draw {
  readonly queueId: string
  /** How many are undecided in it. */
  readonly undecided: number
  readonly rows: readonly SampledComment[]
  /** Comments of it that were read in another band before. */
  readonly readBefore: readonly number[]
}

export interface ManyState {
  /** Whose score it is: the id of a label; null for the harmful one. */
  readonly scored: string | null
  readonly band: ScoreBand
  /** The label that the band is to get. */
  readonly target: string
  /** Null while it is being drawn. */
  readonly draw: Draw | null
  /** Counts up whenever ten are to be drawn again. */
  readonly turn: number
  readonly verdicts: Readonly<Record<number, Verdict>>
  /** Which of the ten is in front. */
  readonly at: number
  readonly outcome: Outcome | null
}

/** What the last step did. */
export type Outcome =
  | { readonly kind: 'marked'; readonly count: number; readonly label: string; readonly passedOver: number }
  | { readonly kind: 'undone'; readonly count: number }

export type ManyAction =
  | { readonly type: 'scored'; readonly label: string }
  | { readonly type: 'band'; readonly band: ScoreBand }
  | { readonly type: 'target'; readonly label: string }
  | { readonly type: 'drawn'; readonly draw: Draw }
  | { readonly type: 'again' }
  | { readonly type: 'verdict'; readonly commentId: number; readonly verdict: Verdict }
  | { readonly type: 'at'; readonly at: number }
  | { readonly type: 'over'; readonly outcome: Outcome }

/** The labels that a band may get: never the harmful one, nor the one that settles nothing. */
export function targetsOf(codebook: Pick<Codebook, 'labels'>): readonly Label[] {
  const harmful = harmfulLabel(codebook)
  return teachingLabels(codebook).filter(({ id }) => id !== harmful?.id)
}

/** Low scores of the harmful label are nothing; high ones of any other label are that label. */
export function startMany(codebook: Pick<Codebook, 'labels'>): ManyState {
  const targets = targetsOf(codebook)
  const isOurs = harmfulLabel(codebook) !== null
  const [first] = targets
  const target = isOurs ? targets.find(({ tone }) => tone === 'neither') : first
  return {
    scored: isOurs ? null : (first?.id ?? null),
    band: isOurs ? { from: 0, to: 5 } : { from: 80, to: 100 },
    target: (target ?? first)?.id ?? '',
    draw: null,
    turn: 0,
    verdicts: {},
    at: 0,
    outcome: null,
  }
}

export function manyReducer(state: ManyState, action: ManyAction): ManyState {
  switch (action.type) {
    case 'scored':
      return { ...state, scored: action.label, target: action.label, ...undrawn }
    case 'band': {
      const { from, to } = action.band
      const isSame = from === state.band.from && to === state.band.to
      return isSame ? state : { ...state, band: action.band, ...undrawn }
    }
    case 'target':
      return { ...state, target: action.label }
    case 'drawn':
      return { ...state, draw: action.draw, at: Math.max(0, firstUnread(action.draw, state.verdicts)) }
    case 'again':
      return { ...state, draw: null, turn: state.turn + 1 }
    case 'verdict': {
      const verdicts = { ...state.verdicts, [action.commentId]: action.verdict }
      const next = state.draw ? nextUnread(state.draw, verdicts, state.at) : null
      return { ...state, verdicts, outcome: null, at: next ?? state.at }
    }
    case 'at':
      return { ...state, at: Math.max(0, Math.min((state.draw?.rows.length ?? 1) - 1, action.at)) }
    case 'over':
      return { ...state, draw: null, turn: state.turn + 1, verdicts: {}, at: 0, outcome: action.outcome }
  }
}

const undrawn = { draw: null, at: 0, outcome: null } as const

export interface Reading {
  /** How many of the rows are read. */
  readonly read: number
  /** Those read that are something else than the band is to get. */
  readonly misfits: readonly SampledComment[]
  /** Of the band: what is kept out of the step. */
  readonly keptOut: readonly number[]
  /** Of any band: what is marked on its own, and how. */
  readonly own: readonly { readonly commentId: number; readonly label: string; readonly shownMs: number }[]
  /** How many the step marks. */
  readonly count: number
  /** The rows are all that there is in the band. */
  readonly isWhole: boolean
}

/** What the verdicts come to. Those on comments of an earlier band count where they are in this one. */
export function readingOf({ draw, verdicts, target }: ManyState): Reading {
  const rows = draw?.rows ?? []
  const isMisfit = (id: number) => verdicts[id] !== undefined && verdicts[id].label !== target
  const ids = new Set([...rows.map(({ commentId }) => commentId), ...(draw?.readBefore ?? [])])
  const keptOut = [...ids].filter(isMisfit)
  const own = Object.entries(verdicts).flatMap(([id, { label, shownMs }]) =>
    label === null || label === target ? [] : [{ commentId: Number(id), label, shownMs }],
  )
  return {
    read: rows.filter(({ commentId }) => verdicts[commentId] !== undefined).length,
    misfits: rows.filter(({ commentId }) => isMisfit(commentId)),
    keptOut,
    own,
    count: (draw?.undecided ?? 0) - keptOut.length,
    isWhole: draw !== null && rows.length >= draw.undecided,
  }
}

function firstUnread({ rows }: Draw, verdicts: ManyState['verdicts']): number {
  return rows.findIndex(({ commentId }) => verdicts[commentId] === undefined)
}

/** The next after `at`, then from the top; null when all are read. */
function nextUnread(draw: Draw, verdicts: ManyState['verdicts'], at: number): number | null {
  const after = draw.rows.findIndex(({ commentId }, row) => row > at && verdicts[commentId] === undefined)
  const found = after >= 0 ? after : firstUnread(draw, verdicts)
  return found < 0 ? null : found
}
