/** Corrections to the guessed reading, as options of a command. */

import path from 'node:path'
import type { InspectReport } from '../../core/contract/import-answers.ts'
import type { Delimiter, Reading } from '../../core/records.ts'
import {
  type DateOrder,
  dateOrders,
  type Encoding,
  encodings,
  type Field,
  fields,
} from '../../core/records.ts'
import { AppError } from '../../core/result.ts'
import { passedOverInWords } from '../files/passed-over.ts'
import { type ImportFile, inspectFile } from '../service/importing.ts'
import { surveyPick } from '../service/surveying.ts'
import { UsageError } from './command.ts'

export const readingOptions = {
  column: { type: 'string', multiple: true },
  encoding: { type: 'string' },
  delimiter: { type: 'string' },
  'date-order': { type: 'string' },
  'header-row': { type: 'string' },
  'without-deleted': { type: 'boolean' },
} as const

const delimiterNames: Readonly<Record<string, Delimiter>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  pipe: '|',
}

export interface Corrections {
  readonly column?: readonly string[] | undefined
  readonly encoding?: string | undefined
  readonly delimiter?: string | undefined
  readonly 'date-order'?: string | undefined
  readonly 'header-row'?: string | undefined
  readonly 'without-deleted'?: boolean | undefined
}

/**
 * What is in a file, a folder or an archive, and how each is to be read, corrected.
 *
 * @param say is told in a sentence what in it is not read
 * @throws AppError when nothing of it holds comments, or nobody can tell where
 */
export async function understood(
  file: string,
  corrections: Corrections,
  { signal, say }: { readonly signal: AbortSignal; readonly say: (sentence: string) => void },
): Promise<readonly ImportFile[]> {
  if (file === '') throw new UsageError('The name of a file is empty.')
  const picked = { path: path.resolve(file), name: path.basename(path.resolve(file)) }
  const { members, passedOver, notes } = await surveyPick(picked, signal)
  if (passedOver.length > 0) say(`Not read in ${file}: ${passedOverInWords(passedOver)}.`)
  for (const note of notes) say(note)
  const files: ImportFile[] = []
  for (const { member, display, bytes, why } of members) {
    if (why === null)
      files.push(await understoodOne({ ...picked, member, name: display, bytes }, corrections, signal))
  }
  return files
}

async function understoodOne(
  from: Omit<ImportFile, 'reading'>,
  corrections: Corrections,
  signal: AbortSignal,
): Promise<ImportFile> {
  const job = { signal, progress: () => undefined }
  const first = await inspectFile({ ...from, reading: null }, null, job)
  const layout = withLayout(first.reading, corrections)
  // In other rows there are other names: then the columns are guessed anew.
  const isOther = layout.headerRow !== first.reading.headerRow || layout.delimiter !== first.reading.delimiter
  const again = { ...layout, columns: {} }
  const seen = isOther ? await inspectFile({ ...from, reading: again }, null, job) : first
  const reading = withColumns({ ...layout, columns: seen.reading.columns }, corrections)
  if (seen.title === null && reading.columns.text === undefined)
    throw new AppError('file-not-comments', obstacleOf(seen, from.name))
  return { ...from, reading: corrections['without-deleted'] ? { ...reading, withoutDeleted: true } : reading }
}

/** @throws UsageError for an encoding, delimiter, row or date order that there is not */
function withLayout(guess: Reading, corrections: Corrections): Reading {
  const { encoding, delimiter } = corrections
  const dateOrder = corrections['date-order']
  const headerRow = corrections['header-row']
  return {
    ...guess,
    encoding: encoding === undefined ? guess.encoding : oneOf<Encoding>(encodings, encoding, '--encoding'),
    delimiter: delimiter === undefined ? guess.delimiter : delimiterOf(delimiter),
    headerRow: headerRow === undefined ? guess.headerRow : rowOf(headerRow),
    dateOrder:
      dateOrder === undefined ? guess.dateOrder : oneOf<DateOrder>(dateOrders, dateOrder, '--date-order'),
  }
}

/** @throws UsageError for a field that there is not */
function withColumns(guess: Reading, { column = [] }: Corrections): Reading {
  return { ...guess, columns: { ...guess.columns, ...Object.fromEntries(column.map(columnOf)) } }
}

/** What to do about a file whose text column nobody can guess. */
function obstacleOf(seen: InspectReport, file: string): string {
  const columns = seen.columns.map(({ name }) => name).join(', ')
  if (columns === '') return `“${file}”: ${seen.obstacle ?? 'no column of it holds text.'}`
  return `Which column of ${file} holds the comment? Say it with --column text=NAME. The columns are: ${columns}.`
}

function columnOf(text: string): readonly [Field, string] {
  const at = text.indexOf('=')
  if (at < 1) throw new UsageError(`--column takes FIELD=COLUMN, not ${text}.`)
  return [oneOf<Field>(fields, text.slice(0, at), '--column'), text.slice(at + 1)]
}

function delimiterOf(name: string): Delimiter {
  const known = delimiterNames[name]
  if (!known)
    throw new UsageError(`--delimiter takes ${Object.keys(delimiterNames).join(', ')}, not ${name}.`)
  return known
}

function rowOf(text: string): number {
  if (!/^\d{1,3}$/.test(text))
    throw new UsageError(`--header-row takes the number of a row, 0 for none, not ${text}.`)
  return Number(text)
}

function oneOf<T extends string>(all: readonly T[], value: string, option: string): T {
  const known = all.find((one) => one === value)
  if (known === undefined) throw new UsageError(`${option} takes ${all.join(', ')}, not ${value}.`)
  return known
}
