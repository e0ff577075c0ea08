/** What the closed sets of the records are called, so that no member is without a name. */
import type { Order, shows } from '../../../core/contract/requests.ts'
import type { Label, Tone } from '../../../core/labels.ts'
import type {
  Band,
  CommentKind,
  CommentState,
  DateOrder,
  Delimiter,
  Encoding,
  Field,
  ProblemReason,
} from '../../../core/records.ts'
import type { FailureCode } from '../../../core/result.ts'
import { isolated } from './format.ts'

export const failureTitles = {
  'bad-request': 'That could not be asked',
  'no-project': 'That needs a project',
  'project-missing': 'Project not found',
  'project-moved': 'Project not where it was',
  'project-damaged': 'Project file damaged',
  'project-newer': 'Made by a newer version',
  'project-foreign': 'Not a project file',
  'project-read-only': 'Project cannot be changed',
  'project-busy': 'Project in use',
  'disk-full': 'The disk is full',
  'file-missing': 'File not found',
  'file-unreadable': 'File not read',
  'file-empty': 'The file is empty',
  'file-not-comments': 'No comments found',
  'not-found': 'Not found',
  busy: 'Still busy',
  cancelled: 'Stopped',
  unexpected: 'Something went wrong on our side',
} as const satisfies Record<FailureCode, string>

export const orderNames = {
  teach: 'Teach: a useful mix',
  'troll-first': 'Likely trolls first',
  'unsure-first': 'Not sure first',
  random: 'Random',
  'oldest-first': 'Oldest first',
  'newest-first': 'Newest first',
} as const satisfies Record<Order, string>

export const showNames = {
  undecided: 'Undecided',
  all: 'All',
  decided: 'Decided',
  second: 'Second opinions',
  adjudicate: 'To adjudicate',
} as const satisfies Record<(typeof shows)[number], string>

const bandNames = {
  troll: 'Likely troll',
  critic: 'Leans critic',
  neither: 'Likely neither',
  unsure: 'Not sure',
} as const satisfies Record<Exclude<Tone, 'own'>, string>

/** What the model suggests: "Leans critic", "Likely Billing", "Not sure". */
export function bandName(band: Band, labels: readonly Label[]): string {
  const label = labels.find(({ id }) => id === band)
  if (label === undefined) return bandNames.unsure
  return label.tone === 'own' ? `Likely ${isolated(label.name)}` : bandNames[label.tone]
}

const nouns = {
  troll: 'a troll',
  critic: 'a critic',
  neither: 'neither of the two',
  unsure: 'one for a second person',
} as const satisfies Record<Exclude<Tone, 'own'>, string>

/** What a comment is, in a sentence; labels that are not ours have their names only. */
export function labelNoun(label: Label): string {
  return label.tone === 'own' ? isolated(label.name) : nouns[label.tone]
}

/** A label inside a sentence: ours in lower case, others as their makers write them. */
export function labelWord(label: Pick<Label, 'tone' | 'name'>): string {
  return label.tone === 'own' ? isolated(label.name) : label.name.toLowerCase()
}

/** The word of the label with this id; the id itself for one that the codebook does not know. */
export function wordOf(id: string, labels: readonly Label[]): string {
  const label = labels.find((one) => one.id === id)
  return label ? labelWord(label) : id
}

export const fieldNames = {
  text: 'Comment',
  author: 'Author',
  time: 'Time',
  parent: 'Answers to',
  id: 'Own id',
  thread: 'Thread',
  title: 'Thread title',
  likes: 'Likes',
  state: 'State',
  kind: 'Kind',
  url: 'Address',
} as const satisfies Record<Field, string>

export const encodingNames = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'utf-32le': 'UTF-32 LE',
  'utf-32be': 'UTF-32 BE',
  'windows-1252': 'Windows-1252 (Western)',
  'windows-1250': 'Windows-1250 (Central European)',
  'windows-1251': 'Windows-1251 (Cyrillic)',
  'windows-1253': 'Windows-1253 (Greek)',
  'windows-1254': 'Windows-1254 (Turkish)',
  'windows-1255': 'Windows-1255 (Hebrew)',
  'windows-1256': 'Windows-1256 (Arabic)',
  'iso-8859-2': 'ISO 8859-2 (Central European)',
  'iso-8859-5': 'ISO 8859-5 (Cyrillic)',
  'iso-8859-6': 'ISO 8859-6 (Arabic)',
  'iso-8859-7': 'ISO 8859-7 (Greek)',
  'iso-8859-8': 'ISO 8859-8 (Hebrew)',
  'iso-8859-9': 'ISO 8859-9 (Turkish)',
  'koi8-r': 'KOI8-R (Cyrillic)',
  shift_jis: 'Shift JIS (Japanese)',
  'euc-jp': 'EUC-JP (Japanese)',
  'iso-2022-jp': 'ISO-2022-JP (Japanese)',
  gb18030: 'GB 18030 (Chinese)',
  big5: 'Big5 (Chinese)',
  'euc-kr': 'EUC-KR (Korean)',
} as const satisfies Record<Encoding, string>

export const delimiterNames = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Bar',
} as const satisfies Record<Delimiter, string>

export const dateOrderNames = {
  ymd: 'Year first',
  dmy: 'Day first',
  mdy: 'Month first',
} as const satisfies Record<DateOrder, string>

/** What a table is called; an export brings its own name. */
export function tableName(format: string): string {
  return format === 'jsonl' ? 'JSON Lines' : 'Table (CSV)'
}

/** What is wrong with one row. */
export const reasonNames = {
  'no-text': 'No comment in this row',
  'too-many-cells': 'More cells than columns',
  'too-few-cells': 'Fewer cells than columns',
  'unclosed-quote': 'A quote is opened and never closed',
  'not-json': 'The line is not JSON',
  'not-an-object': 'The line is not a JSON object',
  'too-long': 'Longer than we can read',
  'bad-time': 'The time could not be read',
  'bad-number': 'The number could not be read',
  'bad-bytes': 'Some bytes fit no letter in this encoding',
  truncated: 'The file ends in the middle of this row',
  pingback: 'A link from another site, not a comment',
  service: 'Written by the platform, not by a person',
  private: 'A private message',
  share: 'Somebody else’s text, shared',
  'no-answer': 'Nobody gave it a label',
  'not-a-comment': 'Something else than a comment',
  deleted: 'Deleted by its author, or removed by a moderator',
  mojibake: 'Letters were garbled, and put right',
  'rounded-number': 'A rounded number, such as 26.5K',
  'rounded-id': 'A long number that the spreadsheet had rounded',
  'broken-parent': 'It answers itself, or a circle',
  'quoted-text': 'Quotes somebody else: only their own words are kept',
  'no-id': 'It has no id',
  'unknown-label': 'A label that the codebook does not have',
} as const satisfies Record<ProblemReason, string>

/** The same for a number of rows: "5 have no comment". */
export const reasonCounts = {
  'no-text': 'without a comment',
  'too-many-cells': 'with too many cells',
  'too-few-cells': 'with too few cells',
  'unclosed-quote': 'ending inside a quote',
  'not-json': 'not JSON',
  'not-an-object': 'not a JSON object',
  'too-long': 'too long',
  'bad-time': 'with an unreadable time',
  'bad-number': 'with an unreadable number',
  'bad-bytes': 'with unreadable bytes',
  truncated: 'cut off',
  pingback: 'only linking from another site',
  service: 'written by the platform',
  private: 'private',
  share: 'only sharing somebody else’s text',
  'no-answer': 'without a label',
  'not-a-comment': 'of another kind than comments',
  deleted: 'deleted or removed since',
  mojibake: 'with garbled letters, put right',
  'rounded-number': 'with a rounded number',
  'rounded-id': 'with a rounded id',
  'broken-parent': 'in a circle of answers',
  'quoted-text': 'with quotations taken out',
  'no-id': 'without an id',
  'unknown-label': 'with a label not known here',
  duplicate: 'twice in the file',
} as const satisfies Record<ProblemReason | 'duplicate', string>

/** Said of a comment that is not simply there for all to see. */
export const stateNames = {
  visible: null,
  held: 'held for moderation',
  spam: 'marked as spam where it came from',
  'deleted-by-author': 'deleted by its author',
  'removed-by-moderator': 'removed by a moderator',
} as const satisfies Record<CommentState, string | null>

export const kindNames = {
  comment: null,
  post: 'post',
  pingback: 'pingback',
  share: 'share',
  service: 'service message',
} as const satisfies Record<CommentKind, string | null>

/** "post · " before the time of what is no ordinary comment. */
export function kindBefore(kind: CommentKind): string {
  const name = kindNames[kind]
  return name === null ? '' : `${name} · `
}
