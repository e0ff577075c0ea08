/** A file as it comes in where what was deleted or removed since is left out: known before anything is read again. */
import type { InspectReport, Ledger } from '../../../../core/contract/answers.ts'
import { isWithdrawn } from '../../../../core/records.ts'
import type { FileState } from './file-state.ts'

/** The same file where nothing is left out. */
export function fileAsTaken(file: FileState, leavesOut: boolean): FileState {
  const { report } = file
  return report === null || !leavesOut ? file : { ...file, report: reportWithout(report) }
}

/** Comments of the report that a person may leave out. */
export const withdrawnIn = ({ withdrawn }: InspectReport): number => withdrawn.added + withdrawn.alreadyHere

function reportWithout(report: InspectReport): InspectReport {
  if (withdrawnIn(report) === 0) return report
  return {
    ...report,
    preview: report.preview.filter((comment) => !isWithdrawn(comment)),
    ledger: ledgerWithout(report),
  }
}

function ledgerWithout({ ledger, withdrawn }: InspectReport): Ledger {
  const { added, alreadyHere } = withdrawn
  return {
    ...ledger,
    added: ledger.added - added,
    alreadyHere: ledger.alreadyHere - alreadyHere,
    skipped: [...ledger.skipped, { reason: 'deleted', count: added + alreadyHere }],
  }
}
