/**
 * What an export of a platform is to the rest of the app: a file in formats/ that knows it, and a line in formats.ts.
 * Tables that nobody recognises are read otherwise, by the columns that a person confirms; see format.ts.
 */
import type { Answer, CommentKind, CommentState, ProblemReason, Reading } from '../records.ts'
import type { Head } from './head.ts'

export interface ExportFormat {
  /** Short, of small letters and dashes, never changed: it is kept with every import. */
  readonly id: string
  /** What the screen calls it: "Disqus export", "Reddit page". */
  readonly title: string
  /** The same for all exports of one platform, whose ids are the same there: "youtube". Kept with every comment. */
  readonly platform: string
  /**
   * Whether an id names a comment wherever it stands, or only within its thread, or only together with its text, or only
   * in this very file. With `thread` the same id in another thread is another comment. With `text` the same id with
   * another text is: tools for labelling count from 1 in each installation, and the texts that they show do not change.
   * With `file`, where comments are numbered anew in each export, it ties answers to what they answer, and says nothing of
   * whether a comment has come before.
   */
  readonly idsWithin: 'platform' | 'thread' | 'text' | 'file'
  /**
   * Files of the same export, by their paths, that its reader joins or that hold nobody's comments: "users.csv". Where
   * the export is found they are not offered as tables of their own.
   */
  readonly companions?: readonly RegExp[]
  /**
   * Where the same export keeps what is nobody's comments, by path: folders that only it has, and folders that may be
   * anybody's and are passed over beside comments of this export alone.
   */
  readonly folders?: { readonly own: RegExp; readonly shared: RegExp }
  /**
   * Cheap: looks at the beginning only, and never throws.
   *
   * @returns how sure it is, in [0, 1]: 0.9 and more for a mark that nothing else has, under 0.5 for "perhaps"
   */
  readonly detect: (head: Head) => number
  /**
   * Reads the whole file as its text comes in, and gives every record of it to `sink`, once, in the file's order.
   * What is wrong with single records is told to the sink and never thrown.
   *
   * @throws AppError 'file-not-comments' only where nothing of the file can be understood
   */
  readonly parse: (source: Source, sink: Sink) => Promise<void>
}

/** A file, or one member of an archive or folder, as text. */
export interface Source {
  /** Without folder and packing: "comments.csv". Only a hint; whoever names files may err. */
  readonly name: string
  /** Where it lies in the archive or folder that was chosen, "/" between: "Takeout/YouTube/comments"; '' at its top. */
  readonly folder: string
  /**
   * The text from its beginning, without a byte order mark, cut anywhere. What was given to the sink is passed on before
   * the next piece is given out: so that memory stays flat, read on only when a piece has been dealt with.
   */
  readonly text: () => AsyncIterable<string>
  /** Asked when the text has come to its end: whether that is known to be too early, as of a packed file that is cut off. */
  readonly isCutOff?: () => boolean
  /** As it was guessed or corrected. Of use to tables only. */
  readonly reading: Reading
  /** Another file of the same archive or folder whose path ends like this; null where there is none, or only one file. */
  readonly beside: (path: RegExp) => Source | null
}

/** Takes what a reader finds. */
export interface Sink {
  readonly comment: (found: Found) => void
  /** A record that is counted and left out. */
  readonly leaveOut: (row: number, reason: ProblemReason, value?: string) => void
  /** Something in a record that is kept was mended, or could not be understood. */
  readonly repaired: (row: number, reason: ProblemReason, value?: string) => void
  /** The export itself does not hold everything: one sentence that says what is missing. Said once for each sentence. */
  readonly incomplete: (sentence: string) => void
}

/** One comment as its export has it. What is absent or null the export does not say: unknown is not zero. */
export interface Found {
  /** 1-based: the record in the file, in the order in which the file has them; for tables and lines, the row. */
  readonly row: number
  readonly id?: string | null | undefined
  /** The id of the comment answered; null for one that answers none. */
  readonly parentId?: string | null | undefined
  readonly threadId?: string | null | undefined
  /** Where every site counts its threads and people from 1, which site it is: "lowgate.example". See `siteOf`. */
  readonly site?: string | null | undefined
  readonly threadTitle?: string | null | undefined
  /** The name shown. */
  readonly author?: string | null | undefined
  /** What the platform knows the author by, where that is not the name. */
  readonly authorId?: string | null | undefined
  /** As the export writes it. It is read as ISO 8601, seconds or milliseconds since 1970, or day first. */
  readonly time?: string | null | undefined
  /** UTC, ISO 8601, where the reader knows better than that. */
  readonly createdAt?: string | null | undefined
  readonly editedAt?: string | null | undefined
  /** Plain text. HTML is made text by the reader (`textOfHtml`). */
  readonly text: string
  readonly lang?: string | null | undefined
  /** A text such as "26.5K" is read as about 26 500, and listed. */
  readonly likes?: number | string | null | undefined
  readonly replies?: number | string | null | undefined
  readonly reports?: number | string | null | undefined
  readonly state?: CommentState | undefined
  readonly kind?: CommentKind | undefined
  readonly url?: string | null | undefined
  /** The record as the file has it, untouched. */
  readonly raw: string
  /** Judgements that the file brings, each coder's own. */
  readonly answers?: readonly Answer[] | undefined
}
