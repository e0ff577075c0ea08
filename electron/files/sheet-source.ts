/** Makes a stream of CSV of a sheet that is read piece by piece. */
import type { ByteSource, OpenBytes } from './byte-source.ts'
import { createRowWriter } from './sheet-text.ts'
import { unpacked } from './unpack.ts'

export interface SheetRow {
  /** 1-based. */
  readonly row: number
  readonly cells: readonly string[]
  /** The same row so many times, one after the other. */
  readonly times: number
}

/** Counts what a reader of a sheet met. */
export interface SheetDoubts {
  rounded: number
  /** Where the first was: "row 5". */
  firstRounded: string
  withoutValue: number
}

export interface RowStream {
  readonly batches: AsyncIterable<readonly SheetRow[]>
  readonly position: () => number
}

export interface SheetFacts {
  /** As the person knows it. */
  readonly name: string
  readonly size: () => Promise<number>
  readonly read: (doubts: SheetDoubts) => Promise<RowStream>
}

export function sheetSource({ name, size, read }: SheetFacts): ByteSource {
  let doubts = noDoubts()
  return {
    name,
    encoding: 'utf-8',
    size,
    notes: () => notesOf(name, doubts),
    async open({ chunkBytes }): Promise<OpenBytes> {
      doubts = noDoubts()
      const { batches, position } = await read(doubts)
      return unpacked({ stream: csvOf(batches, chunkBytes), position }, { name, chunkBytes, mostBytes })
    },
  }
}

const mostBytes = 4 * 2 ** 30

const noDoubts = (): SheetDoubts => ({ rounded: 0, firstRounded: '', withoutValue: 0 })

async function* csvOf(
  batches: AsyncIterable<readonly SheetRow[]>,
  chunkBytes: number,
): AsyncGenerator<Uint8Array> {
  const writer = createRowWriter()
  let text = writer.start
  for await (const rows of batches) {
    for (const { row, cells, times } of rows) {
      for (let copy = 0; copy < times; copy++) {
        text += writer.row(row + copy, cells)
        if (text.length < chunkBytes) continue
        yield Buffer.from(text, 'utf8')
        text = ''
      }
    }
  }
  if (text !== '') yield Buffer.from(text, 'utf8')
}

function notesOf(name: string, { rounded, firstRounded, withoutValue }: SheetDoubts): readonly string[] {
  const notes: string[] = []
  if (rounded > 0) {
    const what = rounded === 1 ? 'a number' : `${rounded.toLocaleString('en-GB')} numbers`
    notes.push(
      `“${name}” holds ${what} of 16 or more digits, the first in ${firstRounded}. A spreadsheet keeps 15: such ids are not what they were.`,
    )
  }
  if (withoutValue > 0) {
    const what = withoutValue === 1 ? 'a formula' : `${withoutValue.toLocaleString('en-GB')} formulas`
    notes.push(
      `“${name}” holds ${what} without a saved result, taken as empty. Open it in its program and save it once to have them.`,
    )
  }
  return notes
}
