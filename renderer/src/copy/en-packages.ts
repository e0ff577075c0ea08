/** What is said of work packages, and of merging. */
import type { ConflictKind, MergeReport, PackageReport } from '../../../core/contract/package-answers.ts'
import { count, counted, isolated, size } from './format.ts'

const people = (names: readonly string[]) => names.map(isolated).join(', ')

export const packages = {
  title: 'Work packages',
  lede: 'A file with some of the comments, for somebody to decide on at their own computer. It holds the whole threads to read, and nothing of what anybody decided. Merge brings their decisions back.',
  forWhom: 'For whom',
  forHint: 'Their name or initials. What they have decided already is left out.',
  nameNeeded: 'Say who decides in it.',
  search: 'Only what a search finds',
  searchHint:
    'As in the list of comments: words, thread:, author:, before:. Empty for all that is undecided.',
  howMany: 'How many',
  all: 'All of them',
  random: 'Some at random',
  number: 'Number of comments',
  overlap: 'Shared, to see how far you agree',
  overlapHint: (available: number) =>
    `So many more at random of those that others decide or have decided; ${count(available)} can be shared.`,
  notNumber: 'A whole number, please.',
  given: 'Also what is in an earlier package',
  givenHint: 'Otherwise nobody gets what somebody else is working on.',
  can: (comments: number) => `${counted(comments, 'comment')} can be given.`,
  counting: 'Counting',
  go: (comments: number) =>
    comments === 0 ? 'Nothing to give' : `Make a package of ${counted(comments, 'comment')}`,
  working: 'Writing the package',
  stopped: 'Stopped. No package was made.',
  saved: ({ name, comments, context, bytes }: PackageReport) =>
    `Saved. ${isolated(name)}: ${counted(comments, 'comment')} to decide, ${count(context)} more to read, ${size(bytes)}.`,
  names: 'Real names are in the package, unless you choose invented names beside an author’s comments.',
  namesInvented: 'Authors have invented names in the package, and no original records.',
  made: 'Packages made from this project',
  none: 'None yet.',
  columns: { forWhom: 'For', madeAt: 'Made', comments: 'Comments', shared: 'Shared', back: 'Back' },
  barLabel: 'Work package',
  bar: (name: string, comments: number) =>
    `A work package for ${isolated(name)}: ${counted(comments, 'comment')}.`,
  back: {
    link: 'Give it back',
    title: (name: string) => `A work package for ${isolated(name)}`,
    lede: (decided: number, comments: number) =>
      decided === comments
        ? `All ${counted(comments, 'comment')} are decided.`
        : `${count(decided)} of ${counted(comments, 'comment')} are decided. You can give it back at any time, and again later.`,
    how: [
      'Close the project, or the app.',
      'Send the file back to whoever made the package, as it was sent to you.',
      'They open their own project, choose Share, then Merge, and pick this file. Nothing of yours is lost if they do it twice.',
    ],
    file: 'The file',
    folder: 'It lies in',
  },
} as const

export const merging = {
  title: 'Merge',
  idle: 'Merge another copy',
  lede: 'A work package that came back, or another copy of this project. You see what will happen first; until you agree nothing changes.',
  choose: 'Choose a file',
  looking: 'Reading the copy',
  working: 'Merging',
  rows: (done: number, total: number) => `${count(done)} of ${count(total)} steps`,
  willTitle: 'What will happen',
  nothingTitle: 'Nothing new',
  didTitle: 'Merged',
  from: ({ name, package: from }: Pick<MergeReport, 'name' | 'package'>) =>
    from
      ? `${isolated(name)}, a work package for ${isolated(from.forCoder)}`
      : `${isolated(name)}, another copy of this project`,
  fromWhen: (made: string) => `made on ${made}`,
  lastAt: (at: string) => `last written on ${at} by the clock of that computer`,
  lines: {
    by: (name: string, decisions: number) =>
      `new ${decisions === 1 ? 'decision' : 'decisions'} by ${isolated(name)}`,
    undos: 'new, taking a decision back',
    events: (rows: number) =>
      `other ${rows === 1 ? 'row' : 'rows'} of its record: settings, imports, packages`,
    here: (decisions: number) =>
      decisions === 1
        ? 'decision that is here already, left as it is'
        : 'decisions that are here already, left as they are',
    comments: (imports: number) => `comments from ${counted(imports, 'import')} that this project has not`,
    all: 'rows and comments in all',
  },
  conflicts: 'Where the two disagree',
  noConflicts: 'The two disagree nowhere.',
  conflict: {
    'same-name': (many: number) => `${counted(many, 'name')} that two people may have`,
    disputed: (many: number) =>
      `${counted(many, 'comment')} judged otherwise here and there: somebody else settles ${many === 1 ? 'it' : 'them'}`,
    'other-label': (many: number) => `${counted(many, 'comment')} with another label than here`,
    'other-text': (many: number) => `${counted(many, 'decision')} on words that differ from those here`,
    'other-rules': () => 'Rules that differ: those of this project stay',
    'before-comment': (many: number) => `${counted(many, 'decision')} dated before the comment itself`,
    'before-earlier': (many: number) =>
      `${counted(many, 'decision')} dated before an earlier one by the same person`,
    'in-future': (many: number) => `${counted(many, 'decision')} dated in the future`,
  } satisfies Readonly<Record<ConflictKind, (many: number) => string>>,
  clock: 'Taken as they are: the order of decisions does not hang on clocks.',
  more: (listed: number, total: number) => `The first ${count(listed)} of ${count(total)}.`,
  said: { ours: 'here', theirs: (name: string) => `by ${isolated(name)}` },
  notHere: 'Not here yet',
  open: (excerpt: string) => `Open: ${excerpt}`,
  same: (names: readonly string[]) => `${people(names)}: one and the same person here and there`,
  sameHint:
    'If they are two people, leave this and change the name in one of the copies: nobody may count twice, or be taken for somebody else.',
  go: (decisions: number) => `Merge ${counted(decisions, 'decision')}`,
  goRest: 'Merge',
  stopped: 'Stopped. The project is as it was before.',
  another: 'Merge another file',
  desk: 'Go on deciding',
} as const
