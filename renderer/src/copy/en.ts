/** Every sentence a person can read, by the place where it stands. */

import { answer } from './en-appeals.ts'
import { bias } from './en-bias.ts'
import { deciding } from './en-deciding.ts'
import { disclosure } from './en-disclosure.ts'
import { cover, keyEditing, keys, palette, rest, settings, zen } from './en-hands.ts'
import { accounts, drop, importing, ledger, problems } from './en-import.ts'
import { judging } from './en-judging.ts'
import { labels } from './en-labels.ts'
import { many } from './en-many.ts'
import { hidden, model, why } from './en-model.ts'
import { origin } from './en-origin.ts'
import { merging, packages } from './en-packages.ts'
import { duration, progress } from './en-progress.ts'
import { reader } from './en-reader.ts'
import { reading } from './en-reading.ts'
import { record } from './en-record.ts'
import { search } from './en-search.ts'
import { share } from './en-share.ts'
import { count, counted } from './format.ts'

export const en = {
  app: 'Fair Hearing',
  close: 'Close',
  cancel: 'Cancel',
  show: 'Show',

  start: {
    title: 'Start with a file of comments.',
    lede: 'An export, a table, a folder or a ZIP. You see what was understood before anything is added. Everything stays on this computer.',
    choose: 'Choose files',
    folder: 'Choose a folder',
    sample: 'Try a sample',
    opening: 'Opening…',
    drop: 'Or drop files, a folder or a ZIP anywhere on this window.',
    recent: 'Recent projects',
    noRecent: 'Your projects will be listed here.',
    kept: (folder: string) => `They are kept in ${folder}`,
    another: 'Open another project',
    all: 'All projects',
    noProjects: 'There are no projects yet. Choose a file of comments to make one.',
    promise:
      'No account, no network, no updates in the background. Labels are about comments, never about people.',
    facts: (comments: number | null, decided: number | null) => {
      if (comments === null) return 'Not opened yet'
      if (decided !== null && comments > 0 && decided >= comments) {
        return `${counted(comments, 'comment')}, all decided`
      }
      return `${counted(comments, 'comment')}, ${count(decided ?? 0)} decided`
    },
    gone: 'Not where it was',
    goneWhy: (folder: string) =>
      `It was in ${folder}. It may have been moved or renamed, or is on a drive that is not connected. If you know where it is now, choose “Open another project”.`,
    forget: 'Remove from the list',
    forgetOf: (name: string) => `Remove ${name} from the list`,
    forgotten: (name: string) => `${name} is no longer in the list. No file was touched.`,
  },

  drop,

  import: importing,

  labels,

  ledger,

  problems,

  accounts,

  origin,

  reader,

  deciding,

  judging,

  reading,

  review: {
    queue: 'Queue',
    order: 'Order of the queue',
    filter: 'Filter and search',
    search: 'Search comments',
    searchShort: 'Search',
    searchHint: 'Words to find',
    show: 'Which comments',
    fold: 'Fold the queue',
    unfold: 'Open the queue',
    undecided: (left: number) => `${count(left)} undecided in this queue`,
    row: (position: number, state: string) => `${count(position)}. ${state}`,
    loadingRow: 'Loading',
    notDecided: 'Not decided',
    comment: 'Comment',
    toDecide: 'Comment to decide',
    loading: 'Loading the comment…',
    position: (position: number, total: number) => `${count(position)} of ${count(total)} in this thread`,
    thread: 'Whole thread',
    threadZone: 'Thread',
    back: 'Back',
    threadSize: (comments: number) => counted(comments, 'comment'),
    noAuthor: 'No name',
    moreBy: (others: number) => `${count(others)} more by this author`,
    likes: (likes: number) => counted(likes, 'like'),
    replies: (replies: number) => counted(replies, 'reply', 'replies'),
    origin: (file: string, row: number) => `${file}, row ${count(row)}`,
    edited: 'edited',
    decidedText: 'It has been edited since it was decided. When it was decided it said:',
    giveAgain:
      'The label counts for those words only. If it is right for what the comment says now, give it again.',
    otherWords:
      'Somebody else gave this label too, but when the comment said something else. It stands when two people agree on the same words.',
    moreReplies: (more: number) => `${counted(more, 'more reply', 'more replies')} in the thread`,
    earlier: 'The start of the thread is not shown. Press O for the whole thread.',
    decide: 'Decide',
    mode: 'Mode',
    code: 'Code',
    check: 'Check',
    codeHint: 'Suggestions are hidden, so that you decide first.',
    checkHint: 'Suggestions are shown.',
    note: 'Note',
    noteLabel: 'Note for this decision',
    noteHint: 'Kept with your decision when you mark the comment.',
    skip: 'Skip',
    model: 'The model’s view',
    starter: 'starter model',
    learned: (decisions: number) => counted(decisions, 'decision'),
    alike: 'of 100 alike',
    alikeBar: (label: string, share: number) => `${label}: ${share} of 100`,
    likely: 'Likely',
    noModel: 'No model yet. It learns from the twentieth decision on.',
    toFirst: (left: number) => `${counted(left, 'more decision')} to go.`,
    needsTwo: 'All decisions so far are on one label. It needs a second one to compare with.',
    soon: 'It is about to learn.',
    others: (labels: number) => `${count(labels)} others`,
    noView: 'The model has not read this comment yet.',
    underlined: 'Underlined:',
    towards: (label: string) => `towards ${label}`,
    changed: 'The suggestion has just changed. Nothing was marked.',
    replaced: 'Another comment has just come first. Nothing was marked.',
    codebook: (name: string, version: number) => `${name}, version ${version}`,
    notGrounds: (label: string) => `Not grounds for ${label}:`,
    progress: (decided: number, total: number) => `${count(decided)} of ${count(total)}`,
    progressLabel: 'Decided',
    leftOver: (left: number) => (left === 0 ? 'all done' : `${count(left)} left`),
    lastTen: 'Last ten decisions',
    reopen: (label: string, excerpt: string) => `${label}: ${excerpt}`,
    saved: 'Saved',
    saving: 'Saving…',
    allKeys: 'All keys',
    marked: (label: string) => `Marked ${label}`,
    skipped: 'Skipped',
    notSaved: 'Not saved',
    next: (position: number, total: number) => `Next: comment ${count(position)} of ${count(total)}.`,
    at: (position: number, total: number) => `Comment ${count(position)} of ${count(total)}.`,
    elsewhere: 'That comment is not in this queue.',
    wait: 'The comment is still loading. Nothing was marked.',
    refused: (label: string, why: string) =>
      `${label} was not saved, and the comment is undecided again. ${why}`,
    noSkip: 'Nothing else is undecided in this queue.',
  },

  why,
  hidden,

  done: {
    title: 'That is everything in this queue.',
    lede: (decided: number, today: number, medianMs: number | null) => {
      const ofToday = today > 0 ? `, ${count(today)} of them today` : ''
      const each = medianMs === null ? '' : `, ${medianMs < 1000 ? '' : 'about '}${duration(medianMs)} each`
      return `${count(decided)} decided${ofToday}${each}.`
    },
    progress: 'See your progress',
    share: 'Share the decisions',
    again: 'Look through the decisions',
    allUndecided: (left: number) =>
      `${counted(left, 'comment')} outside this filter ${left === 1 ? 'is' : 'are'} undecided.`,
    clear: 'Clear filters',
    nothing: 'Nothing matches these filters.',
    nothingLede: (comments: number) => `The project has ${counted(comments, 'comment')}.`,
    noComments: 'There are no comments in this project yet.',
    noCommentsLede: 'Add a file of comments to begin.',
    add: 'Add comments',
    nothingToDecide: 'There is nothing to decide on here yet.',
  },

  model,

  bias,

  progress,
  record,

  many,

  search,

  share,

  answer,

  disclosure,
  packages,

  merging,

  frame: {
    sections: 'Sections',
    review: 'Review',
    answer: 'Answer',
    measure: 'Measure',
    share: 'Share',
    project: (name: string) => `Project ${name}`,
    addComments: 'Add comments…',
    addFolder: 'Add a folder of comments…',
    imports: 'Imports…',
    close: 'Close project',
    settings: 'Settings',
    importsTitle: 'Imports',
    importsNone: 'Nothing has been imported into this project yet.',
    keptIn: (folder: string) => `Kept in ${folder}`,
  },

  settings,

  palette,

  keyEditing,

  zen,

  cover,

  rest,

  messages: {
    region: 'Messages',
    copy: 'Copy details',
    copied: 'Copied',
    dismiss: 'Close this message',
    unexpected: 'Something went wrong on our side. Your decisions are saved.',
    chooseAnother: 'Choose other files',
  },

  connection: {
    noAnswer: 'Fair Hearing does not answer.',
    locked: 'This tab has no access to Fair Hearing.',
    lostTitle: 'Fair Hearing is not running any more.',
    lostLede:
      'Every decision up to now is saved. Start it again the way you did before; this page comes back by itself, or opens from the new link.',
    lockedTitle: 'Open the link again.',
    lockedLede:
      'For your safety the link works once and for one tab. Go to the window where Fair Hearing was started and open the link that it shows.',
  },

  keys,
} as const
