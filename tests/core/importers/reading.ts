/** Helpers to read texts in pieces, as a worker would. */
import type { SourceRecord } from '../../../core/importers/format.ts'
import { type InspectSource, inspect } from '../../../core/importers/inspect.ts'
import { createMapper } from '../../../core/importers/map.ts'
import { parseRecords } from '../../../core/importers/read.ts'
import type { ImportedComment, Problem, Reading } from '../../../core/records.ts'

export const csvReading: Reading = {
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  headerRow: 1,
  dateOrder: 'dmy',
  columns: { text: 'text', id: 'id' },
}

export const jsonlReading: Reading = { ...csvReading, format: 'jsonl' }

/** A text in pieces of `size` UTF-16 units; the last may be shorter. */
export async function* inPieces(text: string, size: number = text.length): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += Math.max(1, size)) yield text.slice(at, at + size)
}

export interface ReadText {
  readonly columns: readonly string[]
  readonly records: readonly SourceRecord[]
  readonly problems: readonly Problem[]
}

export async function readRecords(text: string, reading: Reading, size?: number): Promise<ReadText> {
  const records: SourceRecord[] = []
  const problems: Problem[] = []
  let columns: readonly string[] = []
  for await (const batch of parseRecords(inPieces(text, size), reading)) {
    records.push(...batch.records)
    problems.push(...batch.problems)
    columns = batch.columns
  }
  return { columns, records, problems }
}

export async function readComments(
  text: string,
  reading: Reading,
  size?: number,
): Promise<{ readonly comments: readonly ImportedComment[]; readonly problems: readonly Problem[] }> {
  const map = createMapper(reading, { keepsRaw: true })
  const comments: ImportedComment[] = []
  const problems: Problem[] = []
  for await (const batch of parseRecords(inPieces(text, size), reading)) {
    const mapped = map(batch)
    comments.push(...mapped.comments)
    problems.push(...mapped.problems)
  }
  return { comments, problems }
}

/** The same numbers every time: mulberry32. @returns numbers in [0, 1) */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Texts that have broken readers before. */
export const hardTexts: readonly string[] = [
  'plain words',
  'a comma, a semicolon; a tab\tand a bar |',
  'she said "no" and "", twice',
  '"all of it quoted"',
  'two\nlines\r\nand a third',
  'old line end\rin the midst',
  'كان أبي في ذلك الجناح، وانتظرنا سنة كاملة',
  '👩‍👩‍👧‍👦 🙄 x\u200by',
  '=SUM(A1:A9)',
  '-1 from me',
  "'quoted'",
  "'=twice",
  '@moderator why',
  ' blanks at the edges ',
  `${'rant and rave '.repeat(720)}.`,
]

/** What is understood of a whole file in pieces, in no project. */
export const look = async (text: string, other: Partial<InspectSource> = {}) =>
  await inspect({
    name: 'comments.csv',
    shown: other.name ?? 'comments.csv',
    picked: other.name ?? 'comments.csv',
    bytes: text.length,
    encoding: 'utf-8',
    folder: '',
    beside: () => null,
    text: () => inPieces(text, 997),
    given: null,
    remembered: [],
    areKnown: null,
    onBatch: async () => {},
    ...other,
  })
