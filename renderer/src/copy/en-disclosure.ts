/** What is said on the page Disclose. */
import { counted, size } from './format.ts'

export const disclosure = {
  title: 'Disclose',
  pages: 'Pages of Share',
  export: 'Export',
  heading: 'Make a folder that can be released',
  lede: 'One act makes what a public body could hand out on a request for information. No author’s name is in it, and no comment’s text; people who decided are Coder 1, Coder 2 and so on.',
  inside: 'What is in it',
  files: [
    ['README', 'What everything is, with the numbers first. As a web page that prints, and as text.'],
    [
      'policy, codebook',
      'The rules that decisions are made by, in every version, and what was changed when.',
    ],
    ['counts', 'How many comments have which label, by status, month and kind of source.'],
    ['agreement, error-bounds', 'How far people agree, and how often the model is wrong, with bounds.'],
    ['appeals', 'Every appeal by its reference, and how it ended.'],
    ['model-card', 'What the model is, what it learned from, and what it cannot do.'],
    [
      'record, chain',
      'Everything that was done, without texts and names, each row chained to the one before.',
    ],
    ['check.py, SHA256SUMS', 'A check that anyone can run: was a file changed, or a row taken out?'],
  ],
  before: 'Before you release it',
  beforeLede:
    'Read it through. Small counts can point at somebody. Examples in a codebook of your own stand in it as you wrote them; take out what came from a real comment.',
  go: 'Make the folder',
  working: 'Writing the folder',
  where: {
    electron: 'It is one ZIP file. You choose where it goes.',
    browser: 'It is one ZIP file. Your browser saves it among its downloads.',
  },
  fileName: (project: string, day: string) => `${project} disclosure ${day}.zip`,
  saved: (name: string, files: number, bytes: number) =>
    `Saved. ${name}: ${counted(files, 'file')}, ${size(bytes)}.`,
  stopped: 'Stopped. Nothing was written.',
} as const
