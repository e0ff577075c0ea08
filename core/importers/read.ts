/** From the text of a file to comments, batch by batch, whatever its format. */
import type { Reading } from '../records.ts'
import { withoutCutRow } from './cut-row.ts'
import type { ExportFormat, Sink, Source } from './export-format.ts'
import { finish } from './finish.ts'
import { type Batch, problemOf } from './format.ts'
import { createExportIdentify } from './identify.ts'
import { exportFormatOf, tableFormatOf } from './index.ts'
import { createMapper, type MappedBatch } from './map.ts'

export interface ReadOptions {
  /** `false` leaves `raw` empty, for those who only count and look. */
  readonly keepsRaw: boolean
  /** Of a table, shown its records as the file has them, before they are made comments. */
  readonly onRecords?: (batch: Batch) => void
  /** Takes the comments, in order; nothing more is read before it is done. Throws to stop. */
  readonly deliver: (batch: MappedBatch) => Promise<void>
}

/**
 * Reads a whole file.
 *
 * @returns what the export itself says it does not hold, a sentence each
 * @throws AppError 'file-not-comments' when nothing of it can be understood; what `deliver` throws
 */
export async function readComments(source: Source, options: ReadOptions): Promise<readonly string[]> {
  const format = exportFormatOf(source.reading)
  if (format !== null) return readExport(format, source, options)
  const map = createMapper(source.reading, options)
  for await (const batch of parseRecords(source.text(), source.reading, source.isCutOff)) {
    options.onRecords?.(batch)
    await options.deliver(map(batch))
  }
  return []
}

/**
 * The records of a table, batch by batch, as its text comes in.
 *
 * @param isCutOff see `Source`
 */
export async function* parseRecords(
  chunks: AsyncIterable<string>,
  reading: Reading,
  isCutOff: () => boolean = () => false,
): AsyncGenerator<Batch> {
  const format = tableFormatOf(reading)
  const reader = format.open(reading)
  let isFirst = true
  let last = ''
  for await (const chunk of chunks) {
    if (chunk === '') continue
    yield* reader.read(isFirst ? withoutBom(chunk) : chunk)
    isFirst = false
    last = chunk
  }
  // Records of JSON show by themselves that they are cut.
  if (format.id === 'csv' && isCutOff()) yield* withoutCutRow(reader.end(), last)
  else yield* reader.end()
}

async function readExport(
  format: ExportFormat,
  source: Source,
  { keepsRaw, deliver }: ReadOptions,
): Promise<readonly string[]> {
  const { withoutDeleted = false } = source.reading
  const identify = createExportIdentify(format)
  const finishing = { identify, dateOrder: 'dmy', keepsRaw, withoutDeleted } as const
  const incomplete = new Set<string>()
  let batch = emptyBatch()
  const problem = (of: Parameters<typeof problemOf>[0]) => batch.problems.push(problemOf(of))
  const sink: Sink = {
    comment(found) {
      batch.rows += 1
      const { comment, problems } = finish(found, finishing)
      if (comment !== null) batch.comments.push(comment)
      batch.problems.push(...problems)
    },
    leaveOut(row, reason, value) {
      batch.rows += 1
      problem({ row, reason, value, skipped: true })
    },
    repaired: (row, reason, value) => problem({ row, reason, value, skipped: false }),
    incomplete: (sentence) => incomplete.add(sentence),
  }
  const pass = async (): Promise<void> => {
    const full = batch
    batch = emptyBatch()
    await deliver(full)
  }
  async function* textAndPass(): AsyncGenerator<string> {
    let isFirst = true
    for await (const chunk of source.text()) {
      if (chunk === '') continue
      yield isFirst ? withoutBom(chunk) : chunk
      isFirst = false
      await pass()
    }
  }
  await format.parse({ ...source, text: textAndPass }, sink)
  await pass()
  return [...incomplete]
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] }

const emptyBatch = (): Mutable<MappedBatch> => ({ comments: [], problems: [], rows: 0 })

const withoutBom = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text)
