/** What is in a file, in a few words. */
import type { InspectReport } from '../../../../core/contract/import-answers.ts'
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

/** The name of a file as its own, and where it lies: "comments.csv" in "Takeout.zip › YouTube". */
export function placeOf(name: string): { readonly own: string; readonly within: string } {
  const at = Math.max(name.lastIndexOf(' › ') + 3, name.lastIndexOf('/') + 1)
  return at < 3
    ? { own: name, within: '' }
    : { own: name.slice(at), within: name.slice(0, at).replace(/( › |\/)$/, '') }
}
