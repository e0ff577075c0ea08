/** Every row of a file accounted for, with its problems on request. */
import { type ReactNode, useState } from 'react'
import type { InspectReport } from '../../../../core/contract/import-answers.ts'
import { en } from '../../copy/en.ts'
import { ledgerWords } from '../../copy/ledger.ts'
import { problemWords } from '../../copy/problems.ts'
import { LedgerTable } from '../../ui/ledger.tsx'
import { ProblemsDialog } from '../../ui/problems-dialog.tsx'

interface AccountedProps {
  readonly report: InspectReport
  /** Below the rows. */
  readonly children?: ReactNode
}

export function Accounted({ report, children }: AccountedProps): ReactNode {
  const [isShown, setShown] = useState(false)
  const show = report.problems.length > 0 ? () => setShown(true) : undefined
  const words = ledgerWords(report.ledger, 'will')
  const lines = [words.added, words.alreadyHere, words.skipped && { ...words.skipped, onShow: show }]
  const total = [...report.ledger.skipped, ...report.ledger.repaired].reduce((sum, one) => sum + one.count, 0)
  return (
    <>
      <h2 className="strong">{en.ledger.title}</h2>
      <LedgerTable
        lines={lines.filter((line) => line !== null)}
        sum={words.sum}
        remarks={words.remarks}
        onShowRemarks={report.ledger.repaired.length > 0 ? show : undefined}
      />
      {children}
      {isShown && (
        <ProblemsDialog
          lines={report.problems.map(problemWords)}
          total={Math.max(total, report.problems.length)}
          onClose={() => setShown(false)}
        />
      )}
    </>
  )
}
