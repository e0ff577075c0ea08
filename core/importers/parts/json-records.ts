/** Reads the records of a JSON export, one at a time, and says what is missing at its end. */
import type { Sink, Source } from '../export-format.ts'
import { parseExactly } from './json-exact.ts'
import { createJsonPieces, type Piece, type PieceOptions } from './json-pieces.ts'

export interface JsonRecord {
  readonly path: readonly string[]
  readonly value: unknown
  /** As the file has it. */
  readonly raw: string
  /** 1-based, counting the values at all places together. */
  readonly row: number
}

/**
 * Calls `onRecord` for each value at one of the places, in the file's order. One that cannot be read is left out and
 * counted; a file that is cut off or damaged is read as far as it goes, and called incomplete.
 */
export async function readJsonRecords(
  source: Source,
  sink: Sink,
  options: PieceOptions & { readonly onRecord: (record: JsonRecord) => void },
): Promise<void> {
  const pieces = createJsonPieces(options)
  let row = 0
  const take = ({ path, text }: Piece): void => {
    row += 1
    const parsed = text === '' ? null : parsedOf(text)
    if (parsed !== null) options.onRecord({ path, value: parsed.value, raw: text, row })
    else if (text === '') sink.leaveOut(row, 'too-long')
    else sink.leaveOut(row, 'not-json', text.slice(0, 400))
  }
  for await (const chunk of source.text()) for (const piece of pieces.read(chunk)) take(piece)
  const { pieces: last, ended } = pieces.end()
  for (const piece of last) take(piece)
  if (ended === 'cut-off')
    sink.incomplete(`The file is cut off after record ${row}: what came before it was read.`)
  if (ended === 'damaged')
    sink.incomplete(`The file is damaged after record ${row}: what came before it was read.`)
}

function parsedOf(text: string): { readonly value: unknown } | null {
  try {
    return { value: parseExactly(text) }
  } catch {
    return null
  }
}
