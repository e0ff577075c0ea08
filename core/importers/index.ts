/** The list of formats. Adding one is adding one file and one line here. */
import type { Format, Reading } from '../records.ts'
import { csv } from './csv.ts'
import type { Batch, FileFormat } from './format.ts'
import { jsonl } from './jsonl.ts'

const formats: Readonly<Record<Format, FileFormat>> = { csv, jsonl }

/** The format whose own a file beginning like this most surely is. What the file is called does not count. */
export function detectFormat(head: string): FileFormat {
  const text = withoutBom(head)
  return Object.values(formats).reduce((best, one) => (one.detect(text) > best.detect(text) ? one : best))
}

/** What the beginning of a file tells of how to read it. */
export function guessLayout(head: string): Pick<Reading, 'format' | 'delimiter' | 'hasHeader'> {
  const format = detectFormat(head)
  return { format: format.id, ...format.guessLayout(withoutBom(head)) }
}

/**
 * The records of a file, batch by batch, as its text comes in.
 *
 * @param chunks the text of the file, cut anywhere
 * @throws AppError 'file-not-comments' when the text is no table at all
 */
export async function* parseRecords(chunks: AsyncIterable<string>, reading: Reading): AsyncGenerator<Batch> {
  const reader = formats[reading.format].open(reading)
  let isFirst = true
  for await (const chunk of chunks) {
    if (chunk === '') continue
    yield* reader.read(isFirst ? withoutBom(chunk) : chunk)
    isFirst = false
  }
  yield* reader.end()
}

const withoutBom = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text)
