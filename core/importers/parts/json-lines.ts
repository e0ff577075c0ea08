/** Reads a JSON value a line. One that is damaged is left out, and the lines after it are read all the same. */
import type { Sink, Source } from '../export-format.ts'
import { parseExactly } from './json-exact.ts'
import type { JsonRecord } from './json-records.ts'

/** A line longer than this, in UTF-16 units, is not held. */
const longestLine = 64 * 1024 * 1024

export interface JsonLinesOptions {
  readonly onRecord: (record: JsonRecord) => void
}

/** `row` is the line. A last line that is cut off is called incomplete, and is no record. */
export async function readJsonLines(source: Source, sink: Sink, options: JsonLinesOptions): Promise<void> {
  const held: string[] = []
  let length = 0
  let row = 0
  const hold = (part: string): void => {
    length += part.length
    if (length <= longestLine) held.push(part)
    else held.length = 0
  }
  const take = (isLast: boolean): void => {
    row += 1
    const isTooLong = length > longestLine
    const line = held.join('')
    held.length = 0
    length = 0
    if (isTooLong) sink.leaveOut(row, 'too-long')
    else if (line.trim() !== '') takeLine(line, { row, isLast, sink, options })
  }
  for await (const chunk of source.text()) {
    let from = 0
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', from)) {
      hold(chunk.slice(from, end))
      from = end + 1
      take(false)
    }
    hold(chunk.slice(from))
  }
  take(true)
}

interface LineContext {
  readonly row: number
  readonly isLast: boolean
  readonly sink: Sink
  readonly options: JsonLinesOptions
}

function takeLine(line: string, { row, isLast, sink, options }: LineContext): void {
  let value: unknown
  try {
    value = parseExactly(line)
  } catch {
    if (!isLast) sink.leaveOut(row, 'not-json', line.slice(0, 400))
    else sink.incomplete(`The file is cut off in line ${row}: what came before it was read.`)
    return
  }
  options.onRecord({ path: [], value, raw: line.trim(), row })
}
