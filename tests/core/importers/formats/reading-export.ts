/** Reads an invented export the way the app does, cut into pieces, and checks what must hold for every format. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import type { Source } from '../../../../core/importers/export-format.ts'
import { headOf } from '../../../../core/importers/head.ts'
import { detectFormat, guessLayout } from '../../../../core/importers/index.ts'
import { readComments } from '../../../../core/importers/read.ts'
import type { Encoding, ImportedComment, Problem, Reading } from '../../../../core/records.ts'
import { inPieces } from '../reading.ts'

const fixtures = path.join(import.meta.dirname, '../../../fixtures/exports')

/** The text of a file in tests/fixtures/exports. */
export const fixture = (name: string): string => readFileSync(path.join(fixtures, name), 'utf8')

export interface ReadExport {
  /** The format it was taken for. */
  readonly format: string
  readonly comments: readonly ImportedComment[]
  readonly problems: readonly Problem[]
  readonly incomplete: readonly string[]
  /** Every comment record, those left out included. */
  readonly read: number
}

export interface ExportFile {
  readonly name?: string
  readonly folder?: string
  readonly text: string
  /** How the text came of its bytes; UTF-8 where not said. */
  readonly encoding?: Encoding
  /** Other files of the same archive: path, "/" between, to text. */
  readonly others?: Readonly<Record<string, string>>
}

/** Reads it whole and in small pieces, and expects the same of both. */
export async function readExport(file: ExportFile): Promise<ReadExport> {
  const whole = await readInPieces(file, Math.max(1, file.text.length))
  for (const size of [1, 7, 64]) expect(await readInPieces(file, size), `pieces of ${size}`).toEqual(whole)
  return whole
}

/** The id of the format a text is taken for. */
export const formatOf = ({ name = 'file', folder = '', text }: ExportFile): string =>
  detectFormat(headOf({ name, folder, text, isWhole: true })).id

async function readInPieces(file: ExportFile, size: number): Promise<ReadExport> {
  const { name = 'file', folder = '', text, encoding = 'utf-8', others = {} } = file
  const layout = guessLayout(headOf({ name, folder, text, isWhole: true }))
  const reading: Reading = { ...layout, encoding, dateOrder: 'dmy', columns: {} }
  const beside = (pattern: RegExp): Source | null => {
    const found = Object.entries(others).find(([place]) => pattern.test(place))
    if (found === undefined) return null
    const [place, content] = found
    return {
      name: path.posix.basename(place),
      folder: path.posix.dirname(place),
      reading,
      text: () => inPieces(content, size),
      beside,
    }
  }
  const comments: ImportedComment[] = []
  const problems: Problem[] = []
  let read = 0
  const incomplete = await readComments(
    { name, folder, reading, beside, text: () => inPieces(text, size) },
    {
      keepsRaw: true,
      async deliver(batch) {
        comments.push(...batch.comments)
        problems.push(...batch.problems)
        read += batch.rows
      },
    },
  )
  return { format: layout.format, comments, problems, incomplete, read }
}
