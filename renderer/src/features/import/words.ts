/** What is in a file, in a few words. */
import type { InspectReport } from '../../../../core/contract/answers.ts'
import { en } from '../../copy/en.ts'
import { tableName } from '../../copy/names.ts'
import type { FileState } from './file-state.ts'

/** "3 threads, 6 comments": with those that are here already. */
export function contentsOf({ threads, ledger }: InspectReport): string {
  return en.import.contents(threads, ledger.added + ledger.alreadyHere + ledger.updated)
}

/** "Disqus export", "Table (CSV)"; empty while nobody knows. */
export function kindOf({ report, file }: FileState): string {
  return report === null ? file.title : (report.title ?? tableName(report.reading.format))
}
