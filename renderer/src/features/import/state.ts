/** What an import is at: reading, matching, adding, done. The latest question wins; older answers are let go. */
import type { ImportReport, InspectReport, Job } from '../../../../core/contract/answers.ts'
import type { CodebookDraft } from '../../../../core/contract/requests.ts'
import { type Field, fields, type Reading } from '../../../../core/records.ts'
import type { Failure } from '../../../../core/result.ts'

export type Into = 'new' | 'current'

export interface ImportState {
  readonly phase: 'reading' | 'matching' | 'adding' | 'done' | 'failed'
  /** Counts the questions asked; an answer with another number is an old one. */
  readonly turn: number
  /** What was asked last; null lets the service guess. */
  readonly asked: Reading | null
  /** True after a change that gives the columns other names, so that the guesses are taken anew. */
  readonly takesGuesses: boolean
  readonly isAsking: boolean
  readonly report: InspectReport | null
  readonly job: Job | null
  readonly isStopping: boolean
  readonly into: Into
  readonly name: string
  /** Labels for a new project; null for our own. */
  readonly codebook: CodebookDraft | null
  readonly result: ImportReport | null
  readonly failure: Failure | null
}

export type ImportAction =
  | { readonly type: 'corrected'; readonly reading: Reading; readonly namesChange: boolean }
  | { readonly type: 'news'; readonly turn: number; readonly job: Job }
  | { readonly type: 'inspected'; readonly turn: number; readonly report: InspectReport }
  | { readonly type: 'failed'; readonly turn: number; readonly failure: Failure }
  | { readonly type: 'into'; readonly into: Into }
  | { readonly type: 'named'; readonly name: string }
  | { readonly type: 'labelled'; readonly codebook: CodebookDraft | null }
  | { readonly type: 'adding' }
  | { readonly type: 'stopping' }
  | { readonly type: 'back' }
  | { readonly type: 'added'; readonly result: ImportReport }

export function startImport(into: Into): ImportState {
  return {
    phase: 'reading',
    turn: 1,
    asked: null,
    takesGuesses: false,
    isAsking: true,
    report: null,
    job: null,
    isStopping: false,
    into,
    name: '',
    codebook: null,
    result: null,
    failure: null,
  }
}

export function importReducer(state: ImportState, action: ImportAction): ImportState {
  switch (action.type) {
    case 'corrected':
      return ask(state, action.reading, action.namesChange)
    case 'news':
      return action.turn === state.turn ? { ...state, job: action.job } : state
    case 'inspected':
      return action.turn === state.turn ? take(state, action.report) : state
    case 'failed':
      if (action.turn !== state.turn) return state
      // A correction that cannot be read leaves what was understood before.
      return {
        ...state,
        phase: state.report ? 'matching' : 'failed',
        failure: action.failure,
        isAsking: false,
      }
    case 'into':
      return { ...state, into: action.into }
    case 'named':
      return { ...state, name: action.name }
    case 'labelled':
      return { ...state, codebook: action.codebook }
    case 'adding':
      return { ...state, phase: 'adding', job: null, isStopping: false, turn: state.turn + 1 }
    case 'stopping':
      return { ...state, isStopping: true }
    case 'back':
      return { ...state, phase: 'matching', job: null, isStopping: false, turn: state.turn + 1 }
    case 'added':
      return { ...state, phase: 'done', result: action.result }
  }
}

/** The reading that the next correction starts from: the latest asked for, also while its answer is on the way. */
export function currentReading(state: ImportState): Reading | null {
  return state.asked ?? state.report?.reading ?? null
}

/** What keeps the import from going ahead; null when nothing does. */
export function obstacleOf(state: ImportState): 'asking' | 'obstacle' | 'nothing' | 'name' | null {
  const { report } = state
  if (state.isAsking || report === null) return 'asking'
  if (report.obstacle !== null) return 'obstacle'
  if (report.ledger.added === 0) return 'nothing'
  return state.into === 'new' && state.name.trim() === '' ? 'name' : null
}

/** The reading with another column for a field, or none. A column serves one field only. */
export function withColumn(reading: Reading, field: Field, column: string | null): Reading {
  const columns: Partial<Record<Field, string>> = {}
  for (const one of fields) {
    const before = reading.columns[one]
    const after = one === field ? column : before === column ? null : (before ?? null)
    if (after !== null) columns[one] = after
  }
  return { ...reading, columns }
}

function ask(state: ImportState, reading: Reading, takesGuesses: boolean): ImportState {
  return {
    ...state,
    phase: 'matching',
    turn: state.turn + 1,
    asked: reading,
    takesGuesses,
    isAsking: true,
    failure: null,
  }
}

function take(state: ImportState, report: InspectReport): ImportState {
  const taken: ImportState = {
    ...state,
    phase: 'matching',
    report,
    asked: null,
    isAsking: false,
    job: null,
    name: state.name === '' ? report.suggestedName : state.name,
  }
  const guessed = guessedColumns(report)
  const text = report.reading.columns.text
  const isLost = text === undefined || !report.columns.some((column) => column.name === text)
  if (!state.takesGuesses || !isLost || guessed.text === undefined) return taken
  return ask(taken, { ...report.reading, columns: guessed }, false)
}

function guessedColumns(report: InspectReport): Partial<Record<Field, string>> {
  const columns: Partial<Record<Field, string>> = {}
  for (const { field, column } of report.guesses) if (column !== null) columns[field] = column
  return columns
}
