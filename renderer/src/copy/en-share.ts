/** What is said on the Share page. */
import { count, counted, size } from './format.ts'

export const share = {
  title: 'Export a dataset',
  comments: 'Comments',
  form: 'Form',
  scope: { decided: 'All decided', all: 'All comments' },
  scopeCount: (words: string, comments: number) => `${words}, ${count(comments)}`,
  format: { csv: 'CSV, for spreadsheets', jsonl: 'JSON Lines, for programs' },
  formatHint: {
    csv: 'A row for each comment. A cell that a spreadsheet would run as a formula is guarded against it.',
    jsonl: 'One JSON object a line for each comment, with its text exactly as it came.',
  },
  names: 'Author names are in the file',
  namesLede:
    'The file holds the names and texts as they were imported. Think of who will read it before you send it on.',
  preview: 'Exactly what leaves',
  rows: (shown: number, total: number, columns: number) =>
    `${count(shown)} of ${counted(total, 'row')}, ${counted(columns, 'field')}`,
  none: 'Nothing to export yet.',
  noneDecided: 'No comment is decided yet. Decide a few, or choose all comments.',
  empty: 'empty',
  where: { electron: 'You choose where it goes.', browser: 'Your browser saves it among its downloads.' },
  go: (comments: number) => `Export ${counted(comments, 'comment')}`,
  working: 'Writing the file',
  saved: (name: string, rows: number, bytes: number) =>
    `Saved. ${name}: ${counted(rows, 'comment')}, ${size(bytes)}.`,
  deliver: { electron: 'Show in folder', browser: 'Download again' },
  stopped: 'Stopped. No file was written.',
} as const
