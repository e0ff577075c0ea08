import { expect, test } from 'vitest'
import type { InspectReport } from '../../core/contract/answers.ts'
import type { Reading } from '../../core/records.ts'
import {
  currentReading,
  type ImportAction,
  type ImportState,
  importReducer,
  obstacleOf,
  startImport,
  withColumn,
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
  problems: [],
  unused: [],
  obstacle: null,
  suggestedName: 'Echo',
}
const run = (...actions: readonly ImportAction[]): ImportState =>
  actions.reduce(importReducer, startImport('new'))
const inspected: ImportAction = { type: 'inspected', turn: 1, report }
const corrected: ImportAction = {
  type: 'corrected',
  reading: { ...reading, dateOrder: 'mdy' },
  namesChange: false,
}

test('an answer to an earlier question is let go', () => {
  const state = run(inspected, corrected, { type: 'inspected', turn: 1, report: { ...report, name: 'old' } })
  expect(state).toMatchObject({ turn: 2, isAsking: true, report: { name: 'echo.csv' } })
})

test('a correction starts from the one before it, also while that is on its way', () => {
  const state = run(inspected, corrected)
  expect(currentReading(state)?.dateOrder).toBe('mdy')
})

test('import waits for the answer, for a name, and for what is in the way', () => {
  expect(obstacleOf(run(inspected))).toBeNull()
  expect(obstacleOf(run(inspected, corrected))).toBe('asking')
  expect(obstacleOf(run(inspected, { type: 'named', name: '  ' }))).toBe('name')
  expect(obstacleOf(run({ ...inspected, report: { ...report, obstacle: 'No comment column.' } }))).toBe(
    'obstacle',
  )
  const nothing = { ...report, ledger: { ...report.ledger, added: 0 } }
  expect(obstacleOf(run({ ...inspected, report: nothing }))).toBe('nothing')
})

test('a correction that cannot be read leaves what was understood before', () => {
  const failure = { code: 'file-unreadable', message: 'No.' } as const
  expect(run(inspected, corrected, { type: 'failed', turn: 2, failure })).toMatchObject({
    phase: 'matching',
    report,
  })
  expect(run({ type: 'failed', turn: 1, failure }).phase).toBe('failed')
})

test('columns with new names are matched by the new guesses', () => {
  const semicolons: Reading = { ...reading, delimiter: ';' }
  const answer: InspectReport = {
    ...report,
    reading: semicolons,
    columns: [{ name: 'words', filled: 2, examples: [] }],
    guesses: [{ field: 'text', column: 'words', because: 'longest text' }],
  }
  const asked: ImportAction = { type: 'corrected', reading: semicolons, namesChange: true }
  const state = run(inspected, asked, { type: 'inspected', turn: 2, report: answer })
  expect(state).toMatchObject({
    turn: 3,
    isAsking: true,
    asked: { delimiter: ';', columns: { text: 'words' } },
  })
})

test('a person may leave the comment column open without a guess taking it', () => {
  const without = withColumn(reading, 'text', null)
  const state = run(
    inspected,
    { type: 'corrected', reading: without, namesChange: false },
    { type: 'inspected', turn: 2, report: { ...report, reading: without } },
  )
  expect(state.isAsking).toBe(false)
})

test('a column serves one field', () => {
  expect(withColumn(reading, 'title', 'name').columns).toEqual({ text: 'body', title: 'name' })
})
