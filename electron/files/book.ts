/** What a spreadsheet is, whichever format it has. */
import { AppError } from '../../core/result.ts'
import type { ByteSource } from './byte-source.ts'

export interface Sheet {
  readonly name: string
  readonly isHidden: boolean
  /** @param name as the person knows it */
  readonly source: (name: string) => ByteSource
}

export interface Book {
  readonly sheets: readonly Sheet[]
  readonly close: () => void
}

/** What is said of a workbook that cannot be opened as an archive. */
export function protectedOrOld(name: string, isProtected: boolean): AppError {
  return new AppError(
    'file-not-comments',
    isProtected
      ? `“${name}” is protected by a password. Open it in Excel, take the password off, save it, and choose it again.`
      : `“${name}” seems to be an old Excel or Word file. Open it, save it as XLSX or CSV, and choose that.`,
  )
}
