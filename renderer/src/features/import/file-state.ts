/** What is known of one file: asked, understood, corrected. The latest question wins; older answers are let go. */
import type { Job } from '../../../../core/contract/answers.ts'
import type { InspectReport, SurveyedFile } from '../../../../core/contract/import-answers.ts'
import { type Field, fields, type Reading } from '../../../../core/records.ts'
import type { Failure } from '../../../../core/result.ts'

export interface FileState {
  readonly file: SurveyedFile
  /** Whether it will be imported. */
  readonly isTaken: boolean
  /** Counts the questions asked; an answer with another number is an old one. */
  readonly turn: number
  /** What was asked last; null lets the service guess. */
  readonly asked: Reading | null
  /** True after a change that gives the columns other names, so that the guesses are taken anew. */
  readonly takesGuesses: boolean
  readonly isAsking: boolean
  readonly report: InspectReport | null
  /** The export that it was first taken for; null for what was a table from the beginning. */
  readonly firstTitle: string | null
  readonly job: Job | null
  /** Without a report: it cannot be read at all. */
  readonly failure: Failure | null
}

export type FileAction =
  /** `reading` null: as it was understood at first. */
  | { readonly type: 'corrected'; readonly reading: Reading | null; readonly namesChange: boolean }
  | { readonly type: 'news'; readonly turn: number; readonly job: Job }
  | { readonly type: 'inspected'; readonly turn: number; readonly report: InspectReport }
  | { readonly type: 'failed'; readonly turn: number; readonly failure: Failure }

export function startFile(file: SurveyedFile): FileState {
  return {
    file,
    isTaken: true,
    turn: 1,
    asked: null,
    takesGuesses: false,
    isAsking: true,
    report: null,
    firstTitle: null,
    job: null,
    failure: null,
  }
}

export function fileReducer(state: FileState, action: FileAction): FileState {
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
      return { ...state, asked: null, failure: action.failure, isAsking: false, job: null }
  }
}

/** `waiting`: its turn comes. `needs`: a person must settle something first. `failed`: it cannot be read. */
export type FileStanding = 'waiting' | 'needs' | 'failed' | 'ready'

export function standingOf(state: FileState): FileStanding {
  if (state.isAsking) return 'waiting'
  if (state.report === null) return 'failed'
  return state.report.obstacle === null ? 'ready' : 'needs'
}

/** The reading that the next correction starts from: the latest asked for, also while its answer is on the way. */
export function currentReading(state: FileState): Reading | null {
  return state.asked ?? state.report?.reading ?? null
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

/** The same bytes as a table whose columns a person matches. */
export function asTable(reading: Reading): Reading {
  return { ...reading, format: 'csv', columns: {} }
}

function ask(state: FileState, reading: Reading | null, takesGuesses: boolean): FileState {
  return { ...state, turn: state.turn + 1, asked: reading, takesGuesses, isAsking: true, failure: null }
}

function take(state: FileState, report: InspectReport): FileState {
  const taken: FileState = {
    ...state,
    report,
    firstTitle: state.report === null ? report.title : state.firstTitle,
    asked: null,
    isAsking: false,
    job: null,
    failure: null,
  }
  const guessed = guessedColumns(report)
  const text = report.reading.columns.text
  const isLost = text === undefined || !report.columns.some((column) => column.name === text)
  if (report.title !== null || !state.takesGuesses || !isLost || guessed.text === undefined) return taken
  return ask(taken, { ...report.reading, columns: guessed }, false)
}

function guessedColumns(report: InspectReport): Partial<Record<Field, string>> {
  const columns: Partial<Record<Field, string>> = {}
  for (const { field, column } of report.guesses) if (column !== null) columns[field] = column
  return columns
}
