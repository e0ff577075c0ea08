/** The one file the invented service knows, as the design draws it. */
import type { InspectReport } from '../../../core/contract/import-answers.ts'
import type { Problem, Reading } from '../../../core/records.ts'
import type { JobScript } from './fake-jobs.ts'
import type { FakeWorld } from './fake-world.ts'

export const problems: readonly Problem[] = [
  { row: 212, field: 'text', value: '', reason: 'no-text', skipped: true },
  { row: 1204, field: 'time', value: '31/31/2026', reason: 'bad-time', skipped: false },
  {
    row: 2001,
    field: null,
    value: '"and then he said <b>nothing</b>',
    reason: 'unclosed-quote',
    skipped: true,
  },
]

const guessed: Reading = {
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  headerRow: 1,
  dateOrder: 'dmy',
  columns: {
    text: 'body',
    author: 'display_name',
    time: 'posted_at',
    parent: 'reply_to',
    id: 'cid',
    thread: 'article',
    likes: 'up',
    state: 'status',
  },
}

const facts: readonly (readonly [
  name: string,
  filled: number,
  because: string,
  examples: readonly string[],
])[] = [
  [
    'body',
    4844,
    'longest text, 4,844 filled',
    ['Page 34 says the board was told in January. The statement says April.'],
  ],
  ['display_name', 4849, 'name says so', ['Plover_12', 'Jay', 'heron41']],
  ['posted_at', 4849, 'day first: 31 rows fit no other way', ['12/09/2026 18:42']],
  ['reply_to', 4102, '4,085 of 4,102 point to an id here', ['18834', '18840']],
  ['cid', 4849, 'different in every row', ['18834', '18835', '18836']],
  ['article', 4849, '12 different', ['fern-ward-report-published']],
  ['up', 4849, 'whole numbers', ['61', '4', '0']],
  ['status', 4849, 'hidden is read as held', ['approved', 'hidden']],
  ['avatar', 4000, '', ['a1.png']],
  ['ip_hash', 4000, '', ['9f2c']],
  ['edited_flag', 12, '', ['yes']],
]

export function inspected(world: FakeWorld, reading: Reading | null, script: JobScript): InspectReport {
  const used = reading ?? guessed
  const added = used.columns.text === undefined ? 0 : 4812
  return {
    name: 'echo-comments-2026-09.csv',
    title: null,
    isRemembered: false,
    threads: 12,
    incomplete: [],
    bytes: 1_240_000,
    reading: used,
    columns: facts.map(([name, filled, , examples]) => ({ name, filled, examples })),
    guesses: Object.entries(guessed.columns).map(([field, column]) => ({
      field: field as InspectReport['guesses'][number]['field'],
      column,
      because: facts.find(([name]) => name === column)?.[2] ?? '',
    })),
    preview:
      used.columns.text === undefined
        ? []
        : world.comments.slice(3, 12).map((one) => ({
            ...one,
            row: one.commentId + 1200,
            state: 'visible',
            depth: Math.max(0, one.depth - 3),
          })),
    withdrawn: { added: 0, alreadyHere: 0 },
    ledger: {
      read: 4849,
      added,
      updated: 0,
      alreadyHere: 31,
      skipped: [
        { reason: 'no-text', count: added === 0 ? 4818 : 5 },
        ...(added === 0 ? [] : [{ reason: 'unclosed-quote' as const, count: 1 }]),
      ],
      repaired: [{ reason: 'bad-time', count: 4 }],
      orphans: 17,
    },
    problems,
    unused: facts.slice(8).map(([name]) => name),
    obstacle:
      used.columns.text === undefined ? 'Say which column holds the comment.' : (script.obstacle ?? null),
    suggestedName: 'Echo comments 2026-09',
  }
}
