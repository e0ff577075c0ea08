/** What is said from the choice of files to the report of what came of them. */
import { count, counted } from './format.ts'

export const drop = {
  title: 'Drop it here to read it',
  lede: 'Files, a folder or a ZIP. Nothing is added until you say so.',
  slow: 'Taking over what you dropped. This may take a moment.',
} as const

export const importing = {
  surveying: (name: string) => `Looking into ${name}`,
  surveyingMany: (files: number) => `Looking into ${counted(files, 'file')}`,
  surveyingLede: 'What is in there is listed first. Nothing is added until you say so.',
  nothingFound: 'There are no comments in it.',
  nothingFoundLede: 'Nothing that was chosen is an export or a table that can be read here.',
  reading: (name: string) => `Reading ${name}`,
  readingLede: 'The whole file is read once, so that every row can be accounted for.',
  lede: 'Check how it was understood, and change what looks wrong.',
  remembered: 'Matched as you did last time. Change what looks wrong.',
  /** "Disqus export, 3 threads, 6 comments." */
  what: (title: string, contents: string) => `${title}, ${contents}.`,
  contents: (threads: number, comments: number) =>
    [...(threads > 0 ? [counted(threads, 'thread')] : []), counted(comments, 'comment')].join(', '),
  understood: 'It is read as it is: there is nothing to match.',
  asTable: 'Read it as a table instead',
  asExport: (title: string) => `Read it as ${title} again`,
  readAs: 'Read as',
  encoding: 'Encoding',
  delimiter: 'Between columns',
  header: 'Column names',
  dateOrder: 'Order in dates',
  headerRow: (row: number) => (row === 0 ? 'No names' : `Names in row ${row}`),
  field: 'Field',
  column: 'Column',
  because: 'What is in it, and why',
  needed: 'needed',
  notInFile: 'Not in the file',
  filled: (rows: number) => `${count(rows)} filled`,
  columnOf: (field: string) => `Column for ${field}`,
  unused: (columns: number) =>
    `${counted(columns, 'column is', 'columns are')} kept with the original row and not used: `,
  preview: 'As it will look',
  previewNone: 'There is nothing to show yet.',
  rows: (first: number, last: number) =>
    first === last ? `row ${count(first)}` : `rows ${count(first)} to ${count(last)}`,
  noAuthor: 'No name',
  gone: { 'deleted-by-author': 'Deleted by its author', 'removed-by-moderator': 'Removed by a moderator' },
  leaveOutDeleted: (comments: number) =>
    `Leave out ${counted(comments, 'comment that was deleted or removed', 'comments that were deleted or removed')} later`,
  obstacle: 'Before you can import',
  incomplete: 'Not complete',

  files: (files: number) => counted(files, 'file'),
  filesLede: 'Take what you want, and leave out the rest.',
  filesList: 'Files to import',
  file: 'File',
  inIt: 'What is in it',
  takes: 'Taken',
  take: (name: string) => `Take ${name}`,
  leftOut: 'Left out',
  looked: (read: number, all: number) =>
    read === all
      ? all === 2
        ? 'Both are read.'
        : `All ${count(all)} are read.`
      : `${count(read)} of ${count(all)} are read.`,
  allRead: 'All files are read.',
  waiting: 'Waits its turn',
  beingRead: 'Reading…',
  unreadable: 'Cannot be read',
  needsYou: 'Needs you',
  needs: (files: number) => (files === 1 ? '1 needs you.' : `${count(files)} need you.`),
  someHere: (comments: number) => `${count(comments)} already here`,
  openFile: { table: 'Match columns', export: 'Open' },
  backToFiles: 'Back to the files',
  fileDone: 'Done',
  passedOver: (files: number) =>
    files === 1
      ? '1 other file has no comments in it and was passed over.'
      : `${count(files)} other files have no comments in them and were passed over.`,
  passedTitle: 'What was passed over',
  passedLede: (shown: number, all: number) =>
    shown < all ? `The first ${count(shown)} of ${count(all)}.` : `${counted(all, 'file')}.`,
  passedName: 'Name',
  passedWhy: 'Why',

  into: 'Add to',
  intoNew: 'A new project',
  intoCurrent: (name: string) => `${name} (open now)`,
  name: 'Project name',
  unnamed: 'Comments',
  nameNeeded: 'Give the project a name.',
  tooMany: 'At most 500 files at once: leave some out.',
  safe: 'Nothing is added until you say so.',
  go: (comments: number, files: number, isAtMost: boolean) =>
    `Import ${isAtMost ? 'up to ' : ''}${counted(comments, 'comment')}${files > 1 ? ` from ${counted(files, 'file')}` : ''}`,
  goLater: 'Import',
  goCompare: 'Import what has changed',
  settle: (files: number) =>
    files === 1 ? 'Settle the file that needs you' : `Settle ${count(files)} files that need you`,
  nothing: 'There is no comment to import',
  importing: (name: string) => `Importing ${name}`,
  importingMany: (files: number) => `Importing ${counted(files, 'file')}`,
  importingLede: 'You can stop at any time. Until the end, the project stays as it was.',
  ofBytes: (done: string, total: string) => `${done} of ${total}`,
  ofFiles: (done: number, total: number) => `${count(done)} of ${counted(total, 'file')}`,
  stop: 'Stop',
  stopping: 'Stopping…',
  stopped: 'Stopped. Nothing was added.',
  left: 'Nothing was added.',

  done: (added: number) => `${counted(added, 'comment')} added.`,
  doneUpdated: (updated: number) => `${counted(updated, 'comment')} updated.`,
  doneUndecidable: (added: number) => `${count(added)} added, and nothing to decide on.`,
  doneHere: 'Nothing new: everything was here already.',
  doneNothing: 'No comment was added.',
  doneLede: (name: string, project: string) => `${name} is in ${project}.`,
  doneLedeMany: (files: number, project: string) => `${counted(files, 'file')} are in ${project}.`,
  sums: 'All files together',
  each: 'File by file',
  undecidable: 'None of them comes up for a decision.',
  undecidableWhy:
    'What was added is posts, messages of the platform, or places of deleted comments. They are kept as context; only what people wrote in answer is decided on.',
  undecidableDo: 'Look for the file that holds the comments themselves, and import that too.',
  begin: 'Start deciding',
  look: 'Go to Review',
  more: 'Import other files',
} as const

export const ledger = {
  title: 'Every row accounted for',
  willBeAdded: 'will be added',
  wasAdded: (one: boolean) => (one ? 'was added' : 'were added'),
  alreadyHere: (one: boolean) => (one ? 'is already here' : 'are already here'),
  mayChange: (one: boolean) =>
    one
      ? 'is already here; if it has changed, the newer stands'
      : 'are already here; where one has changed, the newer stands',
  wasUpdated: (one: boolean) =>
    one ? 'was updated: its earlier text is kept' : 'were updated: earlier texts are kept',
  skipped: 'left out',
  rows: (one: boolean) => (one ? 'row in the file' : 'rows in the file'),
  allRows: (one: boolean) => (one ? 'row in all files' : 'rows in all files'),
  orphans: (replies: number) =>
    `${counted(replies, 'answer has', 'answers have')} no parent in the file and ${replies === 1 ? 'stands' : 'stand'} on ${replies === 1 ? 'its' : 'their'} own.`,
  repaired: (rows: number) =>
    `${counted(rows, 'row is', 'rows are')} kept with something mended or left empty: `,
} as const

export const problems = {
  title: 'Rows with a problem',
  lede: (shown: number, total: number) =>
    shown < total ? `The first ${count(shown)} of ${count(total)}.` : `${counted(total, 'problem')}.`,
  row: 'Row',
  field: 'Field',
  value: 'Value',
  reason: 'What is wrong',
  left: 'Left out',
  kept: 'Kept',
  whole: 'whole row',
  none: 'empty',
  more: 'Show more',
} as const

/** The report of one import, after it and at any time later. */
export const accounts = {
  facts: (title: string, when: string) => `${title}, imported ${when}`,
  save: 'Save report (CSV)',
  saveOf: (name: string) => `Save report of ${name} (CSV)`,
  saved: 'Report saved',
  savedOf: (name: string) => `The report of ${name} is saved.`,
  suggestedName: (name: string) => `${name} report.csv`,
  inShort: (added: number, updated: number, here: number, left: number) =>
    [
      `${count(added)} added`,
      ...(updated > 0 ? [`${count(updated)} updated`] : []),
      ...(here > 0 ? [`${count(here)} already here`] : []),
      ...(left > 0 ? [`${count(left)} left out`] : []),
    ].join(', '),
} as const
