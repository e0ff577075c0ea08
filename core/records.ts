/** The records the app is about. Plain data, readonly; ids are the project file's own. */
import type { Role } from './deciding/standing.ts'

export type CommentState = 'visible' | 'held' | 'spam' | 'deleted-by-author' | 'removed-by-moderator'
/** In every other state it may come up for a decision. */
export const isGoneState = (state: CommentState): boolean =>
  state === 'deleted-by-author' || state === 'removed-by-moderator'

/**
 * Whether a comment was deleted or removed and its words are here all the same. Where they are not, its empty place
 * withholds nothing from anybody, and holds the thread together.
 */
export const isWithdrawn = ({ state, text }: Pick<ImportedComment, 'state' | 'text'>): boolean =>
  isGoneState(state) && text.trim() !== ''

export type CommentKind = 'comment' | 'post' | 'pingback' | 'share' | 'service'

/** What a column or key of a table can mean to us. `text` is the one that must be there. */
export const fields = [
  'text',
  'author',
  'time',
  'parent',
  'id',
  'thread',
  'title',
  'likes',
  'state',
  'kind',
  'url',
] as const
export type Field = (typeof fields)[number]

/** The first seven by their bytes, the others by the letters that their bytes would be. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'utf-32le',
  'utf-32be',
  'iso-2022-jp',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-7',
  'iso-8859-8',
  'iso-8859-9',
  'koi8-r',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
] as const
export type Encoding = (typeof encodings)[number]
export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]
export const dateOrders = ['ymd', 'dmy', 'mdy'] as const
export type DateOrder = (typeof dateOrders)[number]
/** Tables: their columns are guessed and confirmed. */
export const tableFormats = ['csv', 'jsonl', 'json'] as const
export type TableFormatId = (typeof tableFormats)[number]

/** How a file is read. Guessed by `guessReading`, corrected by a person, kept with the import. */
export interface Reading {
  /** A table, or the id of an export that a reader knows; then `columns` is empty. */
  readonly format: string
  readonly encoding: Encoding
  /** CSV only; ignored for JSON Lines. */
  readonly delimiter: Delimiter
  /**
   * CSV only: the row that holds the column names, 1-based; what is above is passed over. 0 where there are none: then
   * columns are called "Column 1", "Column 2".
   */
  readonly headerRow: number
  /** CSV only: what stands around cells; a double quote where not said. */
  readonly quote?: "'" | undefined
  /** CSV only: a quote within a cell is written with a backslash before it. */
  readonly escapesByBackslash?: boolean | undefined
  /** Columns whose UTF-8 was taken for another encoding before it came here ("cafÃ©"): put right where all of a cell can be. */
  readonly mended?: readonly string[] | undefined
  /** How 03/04/2026 is to be read. */
  readonly dateOrder: DateOrder
  /** Comments are left out whose words the file still has though they were deleted or removed since; see `isWithdrawn`. */
  readonly withoutDeleted?: boolean | undefined
  /** Field to column name (JSON Lines: key, or a path such as "author.name"). A field not mapped is absent. */
  readonly columns: Readonly<Partial<Record<Field, string>>>
}

/** A label that a coder gave elsewhere, before the file came here. */
export interface Answer {
  readonly coder: string
  /** As the file writes it; matched with the labels of the project when it comes in. */
  readonly label: string
  /** UTC, ISO 8601. */
  readonly at: string | null
  readonly note: string | null
}

/** One comment as a reader understood it. `null` means the file does not say: unknown is not zero. */
export interface ImportedComment {
  /** 1-based record in the file; with a header the first comment is row 2. In JSON Lines, the line. */
  readonly row: number
  readonly id: string | null
  readonly parentId: string | null
  readonly threadId: string | null
  /** Which of the sites that give the same numbers to threads and people; null where that is not known or does not matter. */
  readonly site: string | null
  readonly threadTitle: string | null
  readonly author: string | null
  /** What the platform knows the author by, where that is not the name. */
  readonly authorId: string | null
  /** UTC, ISO 8601 with milliseconds and Z. */
  readonly createdAt: string | null
  /** The time exactly as the file has it. */
  readonly createdOriginal: string | null
  /** Exactly as the file has it, HTML and all: the screen shows it as text. */
  readonly text: string
  readonly lang: string | null
  readonly likes: number | null
  readonly replies: number | null
  readonly reports: number | null
  readonly state: CommentState
  readonly kind: CommentKind
  readonly url: string | null
  /** UTC, ISO 8601; null also for a comment that was never edited. */
  readonly editedAt: string | null
  /** Judgements that the file brings. */
  readonly answers: readonly Answer[]
  /** The untouched record: the cells or the object, as JSON. */
  readonly raw: string
  /** The same for the same comment in a later export; see `identify`. 26 characters or fewer. */
  readonly key: string
}

export const problemReasons = [
  'no-text',
  'too-many-cells',
  'too-few-cells',
  'unclosed-quote',
  'not-json',
  'not-an-object',
  'too-long',
  'bad-time',
  'bad-number',
  'bad-bytes',
  'truncated',
  // Records that are left out by default, and counted.
  'pingback',
  'service',
  'private',
  'share',
  'no-answer',
  'not-a-comment',
  // Left out because a person asked for it.
  'deleted',
  // Mended, or kept with a doubt.
  'mojibake',
  'rounded-number',
  'rounded-id',
  'broken-parent',
  'quoted-text',
  'no-id',
  'unknown-label',
] as const
export type ProblemReason = (typeof problemReasons)[number]

/** Why something in a folder or an archive is not read as a file of comments. */
export const passReasons = [
  'hidden',
  'media',
  'not-text',
  'other-document',
  'no-comments',
  'companion',
  'other-of-export',
  'empty',
  'hidden-sheet',
  'unsafe-name',
  'link',
  'encrypted',
  'unknown-packing',
  'unreadable',
  'too-deep',
  'too-many',
] as const
export type PassReason = (typeof passReasons)[number]

/** Something in a row that was left out (`skipped`) or mended or ignored (not skipped). */
export interface Problem {
  readonly row: number
  readonly field: string | null
  /** The offending value, cut to 200 characters; null where there is none to show. */
  readonly value: string | null
  readonly reason: ProblemReason
  /** True when the whole row was left out because of it. */
  readonly skipped: boolean
}

/** What the model thinks of one comment: a share for each label that teaches, in [0, 1]; they add up to 1. */
export type Shares = Readonly<Record<string, number>>

/** The id of the label suggested, or `unsure`. */
export type Band = string
export const unsureBand = 'unsure'

/** A passage that moved the model: UTF-16 offsets into the text, weight above 0 (log-odds). */
export interface Evidence {
  readonly start: number
  readonly end: number
  /** The id of a label. */
  readonly towards: string
  readonly weight: number
}

export interface Suggestion {
  readonly shares: Shares
  readonly band: Band
  /** Strongest first, never overlapping, at most twelve. Empty where not asked for. */
  readonly evidence: readonly Evidence[]
}

/** A suggestion without its evidence and with the model that made it. */
export interface Prediction {
  readonly shares: Shares
  readonly band: Band
  readonly modelVersion: string
}

/**
 * How a person works: `code` without seeing suggestions, `check` seeing them, `teach` without seeing them, on what
 * teaches the model most.
 */
export const modes = ['code', 'check', 'teach'] as const
export type Mode = (typeof modes)[number]

/** Part of a comment's text: UTF-16 offsets, 0 <= start < end <= the text's length. */
export interface Passage {
  readonly start: number
  readonly end: number
}

/** A person's judgement. Appended, never changed; an undo and a redo are rows of their own. */
export interface Decision {
  readonly id: number
  readonly commentId: number
  readonly label: string
  readonly coder: string
  /** UTC, ISO 8601. */
  readonly decidedAt: string
  readonly note: string | null
  /** Whether the model's suggestion was on the screen when the person decided. */
  readonly suggestionShown: boolean
  /** How the person worked; null where it was not written down, or the decision was made elsewhere. */
  readonly mode: Mode | null
  /** What of the text decided it; null where nothing was marked. */
  readonly passage: Passage | null
  /** The id of one of the reasons that the codebook has for the label. */
  readonly reason: string | null
  /** Null for a coder's own judgement. */
  readonly role: Role | null
}

/**
 * How a comment came to be decided: taken at random, for its high troll score, for the model's doubt, or any other
 * way. Only `random` may be used to measure the model and to set its threshold: the others are picked by the model.
 */
export const draws = ['random', 'likely-troll', 'doubtful', 'other'] as const
export type Draw = (typeof draws)[number]
