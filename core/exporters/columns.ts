/** What an exported row holds, and how a cell is kept from being run by a spreadsheet. */
import type { Status } from '../deciding/standing.ts'
import type { Band, Draw, Mode, Shares } from '../records.ts'

/** One comment as it leaves. `null` is unknown, never zero. */
export interface ExportRow {
  /** The project's own stable id. */
  readonly id: string
  readonly sourceId: string | null
  readonly thread: string | null
  readonly threadTitle: string | null
  /** The `id` of the comment it answers. */
  readonly parent: string | null
  readonly author: string | null
  /** UTC, ISO 8601. */
  readonly time: string | null
  readonly text: string
  /** The standing decision's label; null when nobody has decided, and while it is not final. */
  readonly label: string | null
  /** Null when nobody has decided. */
  readonly status: Status | null
  /** What is proposed or disputed; null where a label is final. */
  readonly proposedLabel: string | null
  /** Other coders who hold the same label of the same words, "Priya; Sam"; null where there are none. */
  readonly agreedBy: string | null
  /** Those who made it final did so in one sitting on one machine. */
  readonly isOneSitting: boolean | null
  readonly decidedBy: string | null
  readonly decidedAt: string | null
  readonly note: string | null
  readonly suggestion: Band | null
  /** In [0, 1], written with up to six decimals. */
  readonly shares: Shares | null
  readonly suggestionShown: boolean | null
  readonly modelVersion: string | null
  /** The file the comment came from and its row there, as in `ImportedComment.row`. */
  readonly file: string | null
  readonly row: number | null
  /** How the comment came to be decided; null when nobody has decided, or it was not written down. */
  readonly draw: Draw | null
  /** How the coder worked; null when nobody has decided, or it was not written down. */
  readonly mode: Mode | null
  /** The id of the reason, as the codebook has it. */
  readonly reason: string | null
  /** Its name. */
  readonly rule: string | null
  /** What it said when it was decided; null where it says the same now, and where nobody has decided. */
  readonly decidedText: string | null
  /** UTF-16 offsets into `decidedText`, or into `text` where that is null. */
  readonly passageStart: number | null
  readonly passageEnd: number | null
}

export type ExportValue = string | number | boolean | null

export interface ExportColumn {
  readonly name: string
  /** For the documentation and the data's description. */
  readonly means: string
  readonly of: (row: ExportRow) => ExportValue
}

/**
 * In the order they are written.
 *
 * @param labels the ids of those that teach, in the order of the codebook: each has a column
 */
export function exportColumns(labels: readonly string[]): readonly ExportColumn[] {
  return [...beforeShares, ...labels.map(shareColumn), ...afterShares]
}

/** The names alone, in order. */
export function exportColumnNames(labels: readonly string[]): readonly string[] {
  return exportColumns(labels).map(({ name }) => name)
}

export const shareColumnName = (label: string): string => `p_${label}`

const shareColumn = (label: string): ExportColumn => ({
  name: shareColumnName(label),
  means: `how likely the model finds ${label}, 0 to 1`,
  of: ({ shares }) => rounded(shares?.[label] ?? null),
})

const beforeShares: readonly ExportColumn[] = [
  { name: 'id', means: 'the id of the comment in this project', of: (row) => row.id },
  { name: 'author', means: 'who wrote it', of: (row) => row.author },
  { name: 'time', means: 'when it was written, in UTC', of: (row) => row.time },
  { name: 'text', means: 'the comment', of: (row) => row.text },
  {
    name: 'label',
    means: 'the decision that is final; empty while it waits for a second person or is disputed',
    of: (row) => row.label,
  },
  { name: 'decided_by', means: 'who decided', of: (row) => row.decidedBy },
  { name: 'decided_at', means: 'when, in UTC', of: (row) => row.decidedAt },
  { name: 'suggestion', means: 'what the model suggests', of: (row) => row.suggestion },
]

const afterShares: readonly ExportColumn[] = [
  {
    name: 'suggestion_shown',
    means: 'whether the coder saw the suggestion before deciding',
    of: (row) => row.suggestionShown,
  },
  { name: 'model_version', means: 'the model that made the suggestion', of: (row) => row.modelVersion },
  { name: 'note', means: "the coder's note", of: (row) => row.note },
  { name: 'thread', means: 'the thread it belongs to', of: (row) => row.thread },
  { name: 'thread_title', means: "the thread's title", of: (row) => row.threadTitle },
  { name: 'parent', means: 'the id of the comment it answers', of: (row) => row.parent },
  { name: 'source_id', means: 'its id in the file it came from', of: (row) => row.sourceId },
  { name: 'file', means: 'the file it came from', of: (row) => row.file },
  { name: 'row', means: 'its row in that file', of: (row) => row.row },
  {
    name: 'draw',
    means:
      'how it came to be decided: random, likely-troll, doubtful or other; random alone is a fair sample',
    of: (row) => row.draw,
  },
  {
    name: 'mode',
    means:
      'how the coder worked: code (blind), check (suggestions shown) or teach (blind, on what teaches most)',
    of: (row) => row.mode,
  },
  { name: 'reason', means: 'what the label was given for, by the codebook', of: (row) => row.reason },
  {
    name: 'passage',
    means: 'the words that decided it',
    of: ({ text, decidedText, passageStart, passageEnd }) =>
      passageStart === null || passageEnd === null
        ? null
        : (decidedText ?? text).slice(passageStart, passageEnd),
  },
  {
    name: 'passage_start',
    means: 'where they begin in what was decided, in UTF-16 units from 0',
    of: (row) => row.passageStart,
  },
  { name: 'passage_end', means: 'where they end', of: (row) => row.passageEnd },
  {
    name: 'status',
    means: 'final, proposed (waits for a second person) or disputed (waits for somebody to settle it)',
    of: (row) => row.status,
  },
  { name: 'proposed_label', means: 'what is proposed or disputed', of: (row) => row.proposedLabel },
  { name: 'agreed_by', means: 'who else holds the same label', of: (row) => row.agreedBy },
  {
    name: 'one_sitting',
    means: 'true where those who agreed did so in one sitting on one machine',
    of: (row) => row.isOneSitting,
  },
  { name: 'rule', means: 'the reason in the words of the codebook', of: (row) => row.rule },
  {
    name: 'decided_text',
    means: 'what the comment said when it was decided; empty where it says the same now',
    of: (row) => row.decidedText,
  },
]

/** Every export since the first has these, but for the shares among them; those that came later stand behind them. */
const firstNames = [...beforeShares, ...afterShares].map(({ name }) => name)
const firstColumnNames = firstNames.slice(0, firstNames.indexOf('row') + 1)

/** Whether a table begins with the columns that we write, or once wrote, so that its guards are ours to undo. */
export function isOurHeader(names: readonly string[]): boolean {
  const after = names.slice(beforeShares.length)
  const shares = after.findIndex((name) => !name.startsWith(shareColumnName('')))
  const fixed = [...names.slice(0, beforeShares.length), ...after.slice(Math.max(0, shares))]
  return shares >= fewestLabels && firstColumnNames.every((name, index) => fixed[index] === name)
}

const fewestLabels = 2

/** A cell with an apostrophe before it where a spreadsheet would run it as a formula. */
export function guarded(cell: string): string {
  return wouldRun.test(cell) ? `'${cell}` : cell
}

/** The cell as it was before `guarded`, exactly. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && wouldRun.test(cell) ? cell.slice(1) : cell
}

/**
 * What starts a formula, also in full width. Apostrophes before it count as part of it: a text that has one
 * of its own gets a second, and loses only that one on the way back.
 */
const wouldRun = /^'*[=+\-@\t\r\n＝＋－＠]/

const rounded = (share: number | null): number | null => (share === null ? null : Number(share.toFixed(6)))
