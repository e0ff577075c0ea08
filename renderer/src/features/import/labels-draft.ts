/** Labels that somebody writes for a new project: the rows as they are typed, and what is wrong with them. */
import type { CodebookDraft } from '../../../../core/contract/requests.ts'

/** What the contract takes. */
export const fewest = 2
export const most = 12

export interface DraftRow {
  /** Stays with the row wherever it moves. */
  readonly key: number
  readonly name: string
  readonly definition: string
}

export interface LabelsDraft {
  readonly name: string
  readonly rows: readonly DraftRow[]
  /** The next key. */
  readonly nextKey: number
}

export type DraftAction =
  | { readonly type: 'named'; readonly name: string }
  | {
      readonly type: 'written'
      readonly key: number
      readonly change: Partial<Pick<DraftRow, 'name' | 'definition'>>
    }
  | { readonly type: 'added' }
  | { readonly type: 'removed'; readonly key: number }
  | { readonly type: 'moved'; readonly key: number; readonly by: 1 | -1 }

/** Begins with what was written before, or with as many empty rows as there must be. */
export function startDraft(before: CodebookDraft | null): LabelsDraft {
  const labels = before?.labels ?? Array.from({ length: fewest }, () => ({ name: '', definition: '' }))
  return {
    name: before?.name ?? '',
    rows: labels.map((label, key) => ({ ...label, key })),
    nextKey: labels.length,
  }
}

export function draftReducer(draft: LabelsDraft, action: DraftAction): LabelsDraft {
  const { rows, nextKey } = draft
  switch (action.type) {
    case 'named':
      return { ...draft, name: action.name }
    case 'written':
      return {
        ...draft,
        rows: rows.map((row) => (row.key === action.key ? { ...row, ...action.change } : row)),
      }
    case 'added':
      if (rows.length >= most) return draft
      return { ...draft, rows: [...rows, { key: nextKey, name: '', definition: '' }], nextKey: nextKey + 1 }
    case 'removed':
      if (rows.length <= fewest) return draft
      return { ...draft, rows: rows.filter(({ key }) => key !== action.key) }
    case 'moved':
      return { ...draft, rows: moved(rows, action.key, action.by) }
  }
}

function moved(rows: readonly DraftRow[], key: number, by: 1 | -1): readonly DraftRow[] {
  const from = rows.findIndex((row) => row.key === key)
  const row = rows[from]
  if (row === undefined || from + by < 0 || from + by >= rows.length) return rows
  return rows.toSpliced(from, 1).toSpliced(from + by, 0, row)
}

/** `empty`: no name. `same`: the name of a row before it. `unsure`: the label that every codebook has. */
export type RowProblem = 'empty' | 'same' | 'unsure'

export interface DraftProblems {
  readonly hasNoName: boolean
  /** By the key of the row. */
  readonly rows: ReadonlyMap<number, RowProblem>
}

/** What keeps the labels from being used. Names that differ only in case, spaces or encoding are the same. */
export function draftProblems({ name, rows }: LabelsDraft): DraftProblems {
  const seen = new Set<string>()
  const found = new Map<number, RowProblem>()
  for (const row of rows) {
    const plain = row.name.trim().normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ')
    if (plain === '') found.set(row.key, 'empty')
    else if (plain === 'unsure') found.set(row.key, 'unsure')
    else if (seen.has(plain)) found.set(row.key, 'same')
    seen.add(plain)
  }
  return { hasNoName: name.trim() === '', rows: found }
}

/** As the service takes it. */
export function codebookOf({ name, rows }: LabelsDraft): CodebookDraft {
  return {
    name: name.trim(),
    labels: rows.map((row) => ({ name: row.name.trim(), definition: row.definition.trim() })),
  }
}
