/** Everything there is to say before an import: the files, which of them is looked at, and where they go. */
import type { InspectReport, SurveyedFile, TogetherReport } from '../../../../core/contract/import-answers.ts'
import type { CodebookDraft } from '../../../../core/contract/requests.ts'
import { type FileAction, type FileState, fileReducer, standingOf, startFile } from './file-state.ts'

export type Into = 'new' | 'current'

export interface ImportState {
  readonly files: readonly FileState[]
  /** The file whose comments are shown. */
  readonly current: number
  /** Whether its own page is open; a single file has no list to go back to. */
  readonly isOpen: boolean
  /** The file that the service looks at now: one after another. */
  readonly inspecting: number | null
  readonly into: Into
  readonly name: string
  /** True once somebody has written a name, or a file has suggested one. */
  readonly isNamed: boolean
  /** Labels for a new project; null for our own. */
  readonly codebook: CodebookDraft | null
  /** Whether comments that were deleted or removed since stay out. */
  readonly leavesOut: boolean
  /** What the files that `key` names come to when each comment is counted once. */
  readonly together: { readonly key: string; readonly report: TogetherReport } | null
}

export type ImportAction =
  | { readonly type: 'file'; readonly at: number; readonly action: FileAction }
  | { readonly type: 'went'; readonly to: number }
  | { readonly type: 'opened'; readonly at: number }
  | { readonly type: 'closed' }
  | { readonly type: 'taken'; readonly at: number; readonly isTaken: boolean }
  | { readonly type: 'into'; readonly into: Into }
  | { readonly type: 'named'; readonly name: string }
  | { readonly type: 'labelled'; readonly codebook: CodebookDraft | null }
  | { readonly type: 'leavesOut'; readonly leavesOut: boolean }
  | { readonly type: 'together'; readonly key: string; readonly report: TogetherReport }

export function startImport({ files, into }: { files: readonly SurveyedFile[]; into: Into }): ImportState {
  const name = files.length > 1 ? sharedName(files) : ''
  return {
    files: files.map(startFile),
    current: 0,
    isOpen: files.length === 1,
    inspecting: 0,
    into,
    name,
    isNamed: name !== '',
    codebook: null,
    leavesOut: false,
    together: null,
  }
}

export function importReducer(state: ImportState, action: ImportAction): ImportState {
  switch (action.type) {
    case 'file':
      return withNext(afterFile(state, action.at, action.action))
    case 'went':
      return { ...state, current: Math.max(0, Math.min(action.to, state.files.length - 1)) }
    case 'opened':
      return withNext({ ...state, current: action.at, isOpen: true }, action.at)
    case 'closed':
      return { ...state, isOpen: state.files.length === 1 }
    case 'taken':
      return withFile(state, action.at, (file) => ({ ...file, isTaken: action.isTaken }))
    case 'into':
      return { ...state, into: action.into }
    case 'named':
      return { ...state, name: action.name, isNamed: true }
    case 'labelled':
      return { ...state, codebook: action.codebook }
    case 'leavesOut':
      return { ...state, leavesOut: action.leavesOut }
    case 'together':
      return { ...state, together: { key: action.key, report: action.report } }
  }
}

export interface Plan {
  /** Those that will be imported. */
  readonly files: readonly FileState[]
  /** Comments that will be added, as far as is known. */
  readonly added: number
  /** True where the files may hold the same comments, and nobody has compared them. */
  readonly isAtMost: boolean
  /** Comments that were deleted or removed since, whether or not they are left out. */
  readonly withdrawn: number
  /** Comments that are here already, and may have changed. */
  readonly alreadyHere: number
  /** Where the first of the files is that need a person, and how many they are. */
  readonly needs: { readonly first: number; readonly count: number } | null
  /** How many are read, of all. */
  readonly read: number
  readonly obstacle: 'asking' | 'needs' | 'nothing' | 'many' | 'name' | null
}

/** Files of one import that the service takes. */
const mostFiles = 500

/** What Import would do now, or what keeps it from it. */
export function planOf(state: ImportState): Plan {
  const files = state.files.filter((file) => file.isTaken && standingOf(file) !== 'failed')
  const needing = files.filter((file) => standingOf(file) === 'needs')
  const plan = {
    files,
    ...sumsOf(state, files),
    needs: needing[0] ? { first: state.files.indexOf(needing[0]), count: needing.length } : null,
    read: state.files.filter((file) => standingOf(file) !== 'waiting').length,
  }
  return { ...plan, obstacle: obstacleOf(state, plan) }
}

function sumsOf(
  { leavesOut, together }: ImportState,
  files: readonly FileState[],
): Pick<Plan, 'added' | 'isAtMost' | 'withdrawn' | 'alreadyHere'> {
  const sum = (of: (report: InspectReport) => number) =>
    files.reduce((total, { report }) => total + (report === null ? 0 : of(report)), 0)
  const known = together !== null && together.key === togetherKey(files) ? together.report : null
  const deleted = known === null || known.added === null ? sum((it) => it.withdrawn.added) : known.withdrawn
  const deletedHere = sum((it) => it.withdrawn.alreadyHere)
  return {
    added: (known?.added ?? sum((it) => it.ledger.added)) - (leavesOut ? deleted : 0),
    alreadyHere: sum((it) => it.ledger.alreadyHere) - (leavesOut ? deletedHere : 0),
    withdrawn: deleted + deletedHere,
    isAtMost: files.length > 1 && (known === null || known.added === null),
  }
}

/** Names these files as they were understood last; null while one of them is not, and where there is none to compare. */
export function togetherKey(files: readonly FileState[]): string | null {
  if (files.length < 2 || files.length > mostFiles || files.some(({ isAsking }) => isAsking)) return null
  return files.map(({ file, turn }) => `${file.file}:${turn}`).join(' ')
}

function obstacleOf(state: ImportState, plan: Omit<Plan, 'obstacle'>): Plan['obstacle'] {
  if (plan.needs !== null) return 'needs'
  if (plan.files.some((file) => standingOf(file) === 'waiting')) return 'asking'
  if (plan.files.length > mostFiles) return 'many'
  // What is here already may have changed since: then there is something to take over.
  if (plan.added + plan.alreadyHere === 0) return 'nothing'
  return state.into === 'new' && state.name.trim() === '' ? 'name' : null
}

function afterFile(state: ImportState, at: number, action: FileAction): ImportState {
  const after = withFile(state, at, (file) => fileReducer(file, action))
  const suggested = after.files[at]?.report?.suggestedName ?? ''
  return state.isNamed || suggested === '' ? after : { ...after, name: suggested, isNamed: true }
}

function withFile(state: ImportState, at: number, change: (file: FileState) => FileState): ImportState {
  return { ...state, files: state.files.map((file, index) => (index === at ? change(file) : file)) }
}

/** The running look goes on to its end, unless `wanted` is asked for: then what is on the screen, then in order. */
function withNext(state: ImportState, wanted: number | null = null): ImportState {
  const asks = (at: number | null): at is number => at !== null && state.files[at]?.isAsking === true
  if (asks(wanted)) return { ...state, inspecting: wanted }
  if (state.isOpen && asks(state.current)) return { ...state, inspecting: state.current }
  if (asks(state.inspecting)) return state
  if (asks(state.current)) return { ...state, inspecting: state.current }
  const first = state.files.findIndex((file) => file.isAsking && file.isTaken)
  const next = first < 0 ? state.files.findIndex((file) => file.isAsking) : first
  return { ...state, inspecting: next < 0 ? null : next }
}

/** The archive or folder that all of them are in, as a name of a project; empty where there is none. */
function sharedName(files: readonly SurveyedFile[]): string {
  const tops = new Set(files.map(({ name }) => (name.includes(' › ') ? name.split(' › ')[0] : null)))
  const [top] = tops
  if (tops.size !== 1 || top == null) return ''
  return top
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
    .slice(0, 120)
}
