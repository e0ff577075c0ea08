/** A spreadsheet (XLSX, ODS) as a container: each sheet that can be seen is a member, and its text a CSV. */
import type { PassReason } from '../../core/records.ts'
import { AppError } from '../../core/result.ts'
import type { Archive } from './archive.ts'
import type { Book, Sheet } from './book.ts'
import { openOds } from './ods.ts'
import { openXlsx } from './xlsx.ts'

/**
 * @returns null where the archive is no spreadsheet
 * @throws AppError 'file-not-comments' for documents of other kinds, with what to do
 */
export async function openBook(archive: Archive, name: string): Promise<Book | null> {
  const has = (path: string) => archive.find(path) !== null
  const other = documents.find(({ mark }) => has(mark))
  if (other !== undefined) {
    throw new AppError('file-not-comments', `“${name}” is ${other.seems}. ${other.advice}`)
  }
  if (has('xl/workbook.xml') || (has('[Content_Types].xml') && has('_rels/.rels')))
    return openXlsx(archive, name)
  return has('content.xml') && has('mimetype') ? openOds(archive, name) : null
}

const exportInstead = 'Export the table of comments as CSV, and choose that.'

const documents: readonly { readonly mark: string; readonly seems: string; readonly advice: string }[] = [
  { mark: 'word/document.xml', seems: 'a Word document', advice: 'Ask for the comments as a table.' },
  { mark: 'ppt/presentation.xml', seems: 'a presentation', advice: 'Ask for the comments as a table.' },
  {
    mark: 'xl/workbook.bin',
    seems: 'a binary spreadsheet (XLSB)',
    advice: 'Open it in Excel, save it as XLSX or CSV, and choose that.',
  },
  { mark: 'Index/Document.iwa', seems: 'a Numbers or Pages document', advice: exportInstead },
  { mark: 'META-INF/container.xml', seems: 'an electronic book', advice: 'It is not a file of comments.' },
]

/** Why a sheet is not offered. */
export const refusalOfSheet = (sheet: Sheet): PassReason | null => (sheet.isHidden ? 'hidden-sheet' : null)
