/** A file as it comes in where what was deleted or removed since is left out: known before anything is read again. */
import type { InspectReport, Ledger } from '../../../../core/contract/import-answers.ts'
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
    preview: previewWithout(report.preview),
    ledger: ledgerWithout(report),
  }
}

/** What answers a comment that is left out stands on its own, as it will. */
function previewWithout(preview: InspectReport['preview']): InspectReport['preview'] {
  // Of the latest comment at each depth, how deep it stands now; null where it is left out.
  const depths: (number | null)[] = []
  return preview.flatMap((comment) => {
    const above = comment.depth === 0 ? null : (depths[comment.depth - 1] ?? null)
    const depth = above === null ? 0 : above + 1
    const isLeftOut = isWithdrawn(comment)
    depths[comment.depth] = isLeftOut ? null : depth
    return isLeftOut ? [] : [{ ...comment, depth }]
  })
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
