/** What is said about where a comment came from. */
import { count, counted } from './format.ts'

export const origin = {
  title: 'Where this comment came from',
  open: 'Where it came from',
  file: 'File',
  what: 'What it is',
  row: 'Row',
  rowOf: (row: number) => count(row),
  imported: 'Imported',
  importedAt: (when: string) => `${when} UTC`,
  record: 'The record as the file has it',
  recordLede: 'Nothing in it was changed.',
  pretty: 'Nothing in it was changed; line breaks were added so that it can be read.',
  noRecord: 'The file gave no more than the text.',
  earlier: (texts: number) => `What it said before: ${counted(texts, 'text')}`,
  until: (when: string) => `Until ${when} UTC, when a later export said otherwise`,
} as const
