/** What is said about the record: the page that lists all that was done, and checks it. */
import type { EntryGroup } from '../../../core/record/entry.ts'
import type { RecordFormat } from '../../../core/record/file.ts'
import { count, counted } from './format.ts'

export const record = {
  title: 'The record',
  lede: (rows: number) =>
    `${counted(rows, 'row')}, none of which can be changed or taken out without it showing.`,
  empty: 'Nothing is in the record yet. It fills as you work.',
  nothing: 'Nothing in the record is like this.',
  reading: 'Reading the record…',

  groups: {
    decisions: 'Decisions',
    appeals: 'Letters and appeals',
    rules: 'Rules and people',
    data: 'Files in and out',
    model: 'The model',
  } satisfies Record<EntryGroup, string>,
  what: 'What',
  everything: 'Everything',
  who: 'Who',
  everyone: 'Everyone',
  columns: { row: 'Row', when: 'When, UTC', what: 'What was done', comment: 'Comment' },
  open: (excerpt: string) => `Open the comment: ${excerpt}`,
  hidden: 'What others decided is hidden here as long as you decide blind.',
  newest: 'Newest',
  older: 'Older',

  verify: 'Check the record',
  checking: 'Checking every row…',
  sound: (rows: number) =>
    `**All ${count(rows)} rows are as they were written**, and every label is the one that they come to.`,
  broken: {
    decision: (id: number) =>
      `**Row ${count(id)}, a decision, does not fit.** It was changed after it was written, or one before it is missing or in another place.`,
    event: (id: number) =>
      `**Row ${count(id)} does not fit.** It was changed after it was written, or one before it is missing or in another place.`,
    end: (id: number) => `**Row ${count(id)} and all after it are missing** from the end of the record.`,
  },
  wrongLabels: (n: number) =>
    `${counted(n, 'comment')} ${n === 1 ? 'carries' : 'carry'} a label that the decisions do not come to.`,
  keep: 'Keep this file as it is, and open a backup copy.',
  head: 'Last value of the chain',
  headHint:
    'Keep a copy of it somewhere else, on paper or in a letter: whoever has it can tell later that nothing before it was changed.',

  save: 'Save',
  formats: {
    csv: 'as a table (CSV)',
    jsonl: 'for programs (JSON Lines)',
    text: 'as plain text',
  } satisfies Record<RecordFormat, string>,
  saved: (rows: number) => `${counted(rows, 'row')} of the record saved.`,
} as const
