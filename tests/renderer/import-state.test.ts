import { describe, expect, test } from 'vitest'
import type { InspectReport, SurveyedFile } from '../../core/contract/import-answers.ts'
import type { Reading } from '../../core/records.ts'
import {
  asTable,
  currentReading,
  type FileAction,
  type FileState,
  fileReducer,
  standingOf,
  startFile,
  withColumn,
} from '../../renderer/src/features/import/file-state.ts'
import { fileAsTaken } from '../../renderer/src/features/import/left-out.ts'
import {
  type ImportAction,
  type ImportState,
  importReducer,
  planOf,
  startImport,
  togetherKey,
} from '../../renderer/src/features/import/state.ts'

const reading: Reading = {
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  headerRow: 1,
  dateOrder: 'dmy',
  columns: { text: 'body', author: 'name' },
}
const report: InspectReport = {
  name: 'echo.csv',
  title: null,
  isRemembered: false,
  threads: 0,
  incomplete: [],
  bytes: 100,
  reading,
  columns: ['body', 'name'].map((name) => ({ name, filled: 2, examples: [] })),
  guesses: [{ field: 'text', column: 'body', because: 'longest text' }],
  preview: [],
  ledger: { read: 2, added: 2, alreadyHere: 0, updated: 0, skipped: [], repaired: [], orphans: 0 },
  withdrawn: { added: 0, alreadyHere: 0 },
  problems: [],
  unused: [],
  obstacle: null,
  suggestedName: 'Echo',
}
const inspected: FileAction = { type: 'inspected', turn: 1, report }
const corrected: FileAction = {
  type: 'corrected',
  reading: { ...reading, dateOrder: 'mdy' },
  namesChange: false,
}
const failure = { code: 'file-unreadable', message: 'No.' } as const
const surveyed = (name: string): SurveyedFile => ({ file: `ref-of-${name}`, name, bytes: 100, title: '' })

describe('one file', () => {
  const run = (...actions: readonly FileAction[]): FileState =>
    actions.reduce(fileReducer, startFile(surveyed('echo.csv')))

  test('lets an answer to an earlier question go', () => {
    const old: FileAction = { type: 'inspected', turn: 1, report: { ...report, name: 'old' } }
    expect(run(inspected, corrected, old)).toMatchObject({
      turn: 2,
      isAsking: true,
      report: { name: 'echo.csv' },
    })
  })

  test('is corrected from the correction before, also while that is on its way', () => {
    expect(currentReading(run(inspected, corrected))?.dateOrder).toBe('mdy')
  })

  test('keeps what was understood before when a correction cannot be read', () => {
    const state = run(inspected, corrected, { type: 'failed', turn: 2, failure })
    expect(state).toMatchObject({ isAsking: false, asked: null, report })
    expect(standingOf(state)).toBe('ready')
    expect(standingOf(run({ type: 'failed', turn: 1, failure }))).toBe('failed')
  })

  test('with new names of columns is matched by the new guesses', () => {
    const semicolons: Reading = { ...reading, delimiter: ';' }
    const answer: InspectReport = {
      ...report,
      reading: semicolons,
      columns: [{ name: 'words', filled: 2, examples: [] }],
      guesses: [{ field: 'text', column: 'words', because: 'longest text' }],
    }
    const asked: FileAction = { type: 'corrected', reading: semicolons, namesChange: true }
    expect(run(inspected, asked, { type: 'inspected', turn: 2, report: answer })).toMatchObject({
      turn: 3,
      isAsking: true,
      asked: { delimiter: ';', columns: { text: 'words' } },
    })
  })

  test('may have its comment column left open without a guess taking it', () => {
    const without = withColumn(reading, 'text', null)
    const state = run(
      inspected,
      { type: 'corrected', reading: without, namesChange: false },
      { type: 'inspected', turn: 2, report: { ...report, reading: without } },
    )
    expect(state.isAsking).toBe(false)
  })

  test('has a column for one field', () => {
    expect(withColumn(reading, 'title', 'name').columns).toEqual({ text: 'body', title: 'name' })
  })

  test('that is an export can be read as a table, and remembers what it was', () => {
    const known = {
      ...report,
      title: 'Disqus export',
      reading: { ...reading, format: 'disqus', columns: {} },
    }
    const state = run(
      { type: 'inspected', turn: 1, report: known },
      { type: 'corrected', reading: asTable(known.reading), namesChange: true },
    )
    expect(state.asked).toEqual({ ...reading, columns: {} })
    expect(state.firstTitle).toBe('Disqus export')
  })
})

describe('several files', () => {
  const names = ['one.csv', 'two.csv', 'three.csv']
  const run = (...actions: readonly ImportAction[]): ImportState =>
    actions.reduce(importReducer, startImport({ files: names.map(surveyed), into: 'new' }))
  const read = (at: number, more: Partial<InspectReport> = {}): ImportAction => ({
    type: 'file',
    at,
    action: { type: 'inspected', turn: 1, report: { ...report, ...more } },
  })
  const fails = (at: number): ImportAction => ({
    type: 'file',
    at,
    action: { type: 'failed', turn: 1, failure },
  })
  const ledger = (added: number, alreadyHere: number) => ({ ...report.ledger, added, alreadyHere })

  test('are looked at one after another, those that are left out last', () => {
    expect(run().inspecting).toBe(0)
    expect(run(read(0)).inspecting).toBe(1)
    const without = run({ type: 'taken', at: 1, isTaken: false }, read(0))
    expect(without.inspecting).toBe(2)
    expect(importReducer(without, read(2)).inspecting).toBe(1)
    expect(run(read(0), fails(1), read(2)).inspecting).toBeNull()
  })

  test('let the one that is on the screen be next, and the one that is opened be at once', () => {
    expect(run({ type: 'went', to: 2 }).inspecting).toBe(0)
    expect(run({ type: 'went', to: 2 }, read(0)).inspecting).toBe(2)
    expect(run({ type: 'opened', at: 2 }).inspecting).toBe(2)
  })

  test('are imported when all that are taken are read; what cannot be read is left out', () => {
    expect(planOf(run(read(0), read(1))).obstacle).toBe('asking')
    const plan = planOf(run(read(0), read(1), fails(2)))
    expect(plan).toMatchObject({ obstacle: null, added: 4, read: 3 })
    expect(plan.files).toHaveLength(2)
    expect(planOf(run({ type: 'taken', at: 2, isTaken: false }, read(0), read(1))).obstacle).toBeNull()
  })

  test('wait for a person where a column is not known, until that file is settled or left out', () => {
    const state = run(read(0), read(1, { obstacle: 'Which column?' }), read(2))
    expect(planOf(state)).toMatchObject({ obstacle: 'needs', needs: { first: 1, count: 1 } })
    const without = importReducer(state, { type: 'taken', at: 1, isTaken: false })
    expect(planOf(without)).toMatchObject({ obstacle: null, needs: null, added: 4 })
  })

  test('are imported for what has changed when all is here already, and not when there is nothing', () => {
    const here = [0, 1, 2].map((at) => read(at, { ledger: ledger(0, 3) }))
    expect(planOf(run(...here))).toMatchObject({ obstacle: null, added: 0, alreadyHere: 9 })
    const none = [0, 1, 2].map((at) => read(at, { ledger: ledger(0, 0) }))
    expect(planOf(run(...none)).obstacle).toBe('nothing')
  })

  test('are promised once what they share, as soon as it is known, and the most there can be before', () => {
    const both = [read(0), read(1), fails(2)]
    expect(planOf(run(...both))).toMatchObject({ added: 4, isAtMost: true })
    const key = togetherKey(planOf(run(...both)).files) ?? ''
    const together = { type: 'together', key, report: { added: 3, withdrawn: 0 } } as const
    expect(planOf(run(...both, together))).toMatchObject({ added: 3, isAtMost: false })
    // Of other files than are taken now it says nothing.
    const less = planOf(run(...both, together, { type: 'taken', at: 1, isTaken: false }))
    expect(less).toMatchObject({ added: 2, isAtMost: false })
    const again: FileAction = { type: 'corrected', reading, namesChange: false }
    const asked = run(...both, together, { type: 'file', at: 0, action: again })
    expect(togetherKey(planOf(asked).files)).toBeNull()
    // Too many to compare.
    const unknown = { ...together, report: { added: null, withdrawn: 0 } }
    expect(planOf(run(...both, unknown))).toMatchObject({ added: 4, isAtMost: true })
  })

  test('come in without what was deleted later where a person says so', () => {
    const gone = { withdrawn: { added: 1, alreadyHere: 1 }, ledger: ledger(2, 3) }
    const both = [read(0, gone), read(1), fails(2)]
    expect(planOf(run(...both))).toMatchObject({ added: 4, alreadyHere: 3, withdrawn: 2 })
    const leavesOut = { type: 'leavesOut', leavesOut: true } as const
    const without = run(...both, leavesOut)
    expect(planOf(without)).toMatchObject({ added: 3, alreadyHere: 2, withdrawn: 2 })
    const key = togetherKey(planOf(without).files) ?? ''
    const together = { type: 'together', key, report: { added: 3, withdrawn: 1 } } as const
    expect(planOf(run(...both, leavesOut, together))).toMatchObject({ added: 2, withdrawn: 2 })
    const [file] = without.files
    if (file === undefined) throw new Error('no file')
    const preview = (['visible', 'deleted-by-author', 'removed-by-moderator'] as const).flatMap((state) =>
      ['words', ''].map((text) => ({ row: 1, author: null, createdAt: null, depth: 0, state, text })),
    )
    const shown = fileAsTaken({ ...file, report: { ...report, ...gone, preview } }, true).report
    expect(shown?.ledger).toMatchObject({
      added: 1,
      alreadyHere: 2,
      skipped: [{ reason: 'deleted', count: 2 }],
    })
    expect(shown?.preview.map(({ state, text }) => [state, text])).toEqual([
      ['visible', 'words'],
      ['visible', ''],
      ['deleted-by-author', ''],
      ['removed-by-moderator', ''],
    ])
    expect(fileAsTaken(file, false)).toBe(file)
    // 1 < 2 < 3 deleted < 4 < 5; 6 answers 1: what answers the deleted one begins anew.
    const thread = [0, 1, 2, 3, 4, 1].map((depth, at) => ({
      row: at + 1,
      author: null,
      createdAt: null,
      depth,
      state: at === 2 ? ('deleted-by-author' as const) : ('visible' as const),
      text: 'words',
    }))
    const left = fileAsTaken({ ...file, report: { ...report, ...gone, preview: thread } }, true).report
    expect(left?.preview.map(({ row, depth }) => [row, depth])).toEqual([
      [1, 0],
      [2, 1],
      [4, 0],
      [5, 1],
      [6, 1],
    ])
  })

  test('need a name for a new project: what was picked gives it, or the first file, until a person does', () => {
    const shared = ['Take_out.zip › a/one.csv', 'Take_out.zip › two.csv']
    expect(startImport({ files: shared.map(surveyed), into: 'new' }).name).toBe('Take out')
    expect(run(read(0), read(1, { suggestedName: 'Other' })).name).toBe('Echo')
    const unnamed = run(read(0), { type: 'named', name: ' ' }, read(1), read(2))
    expect(planOf(unnamed).obstacle).toBe('name')
    expect(planOf(importReducer(unnamed, { type: 'into', into: 'current' })).obstacle).toBeNull()
  })

  test('go back to their list; a single file has none', () => {
    expect(run({ type: 'opened', at: 1 }, { type: 'closed' }).isOpen).toBe(false)
    const single = startImport({ files: [surveyed('one.csv')], into: 'new' })
    expect(importReducer(single, { type: 'closed' }).isOpen).toBe(true)
  })
})
