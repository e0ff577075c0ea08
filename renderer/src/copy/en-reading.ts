/** What is said while somebody reads: the passage, hidden characters, addresses, the tree, an author's other comments. */
import { count, counted } from './format.ts'

export const reading = {
  passage: 'Passage',
  passageIs: (words: string) => `Passage: “${words}”.`,
  passageKeys: 'Arrow keys move, Shift extends, Enter sets, Backspace clears, Escape leaves.',
  passageChoose: 'Choose the passage',
  passageCleared: 'The passage is cleared.',
  passageLeft: 'The passage is as it was.',
  passageNone: 'There are no words to choose in this comment.',
  passageClear: 'Clear',

  long: (letters: number) => `Show all of it, ${counted(letters, 'character')}`,
  longShort: 'Show less',

  hiddenNote: (unseen: number, alike: number): string => {
    const parts = [
      ...(unseen > 0 ? [counted(unseen, 'hidden character')] : []),
      ...(alike > 0 ? [counted(alike, 'look-alike letter')] : []),
    ]
    return `This comment has ${parts.join(' and ')}.`
  },
  hiddenShow: (many: boolean) => (many ? 'Show them' : 'Show it'),
  hiddenHide: (many: boolean) => (many ? 'Hide them' : 'Hide it'),
  hiddenOn: 'Hidden characters are shown.',
  hiddenOff: 'Hidden characters are not shown.',

  address: 'Where this address leads',
  addressHost: 'Site',
  addressAscii: (ascii: string) => `On the network it is called ${ascii}.`,
  addressWarning:
    'The name of this site has letters that look like others, or mixes alphabets. It may not be the site it looks like.',
  addressBroken: 'This is no address that a browser could open.',
  addressCopy: 'Copy address',
  addressCopied: 'Copied',
  addressOpen: 'Open in browser',
  addressOpenHint: 'Opening it tells that site that somebody looks.',
  addressElectron:
    'Fair Hearing never goes online. Copy the address and open it in your browser if you need to.',

  tree: 'Thread as a tree',
  treeFacts: (comments: number, decided: number) =>
    `${counted(comments, 'comment')}, ${count(decided)} decided`,
  foldDecided: 'Fold decided',
  undecidedOnly: 'Undecided only',
  folded: (below: number) => `${count(below)} folded`,
  fold: 'Fold the replies',
  unfold: (below: number) => `Unfold ${counted(below, 'reply', 'replies')}`,
  level: (level: number) => `level ${count(level)}`,
  loadingRow: 'Loading',
  decided: (label: string) => `Decided: ${label}.`,
  notDecided: 'Not decided.',
  suggested: 'Suggested:',
  empty: 'No text',

  author: 'By the same author',
  authorTitle: (author: string | null) => (author === null ? 'Comments without a name' : author),
  authorCount: (comments: number) => `${counted(comments, 'comment')} in this project`,
  authorLede: 'Newest first. Each comment stands for itself: there is no score on a person.',
  authorOnly: 'There is nothing else by this author in the project.',
  authorNobody: 'The file names no author for this comment.',
  authorFirst: 'Open a comment first. Nothing was marked.',
  authorHere: 'the one you came from',
  pseudonyms: 'Invented names',
  pseudonymsHint:
    'Everybody has the same invented name all through the project. The real names stay in the file and are not shown. Names that people write in their comments stay as they are.',
  noRecord: 'Left out while invented names are shown: it may tell the real one.',
} as const
