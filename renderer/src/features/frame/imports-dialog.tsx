/** What has been imported into the project, each file with its rows accounted for. */
import { type ReactNode, useState } from 'react'
import type { ImportReport } from '../../../../core/contract/answers.ts'
import { useImportProblems } from '../../client/use-import-problems.ts'
import { useQuery } from '../../client/use-query.ts'
import { en } from '../../copy/en.ts'
import { moment } from '../../copy/format.ts'
import { ledgerWords } from '../../copy/ledger.ts'
import { problemWords } from '../../copy/problems.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { LedgerTable } from '../../ui/ledger.tsx'
import { ProblemsDialog } from '../../ui/problems-dialog.tsx'
import styles from './imports-dialog.module.css'

export function ImportsDialog(props: { readonly onClose: () => void }): ReactNode {
  const imports = useQuery('imports.list', {}).value
  const [shown, setShown] = useState<number | null>(null)
  return (
    <>
      <Dialog title={en.frame.importsTitle} onClose={props.onClose}>
        {imports?.length === 0 && <p className="muted">{en.frame.importsNone}</p>}
        <div className={styles.list}>
          {imports?.map((one) => (
            <OneImport key={one.importId} report={one} onShowProblems={() => setShown(one.importId)} />
          ))}
        </div>
      </Dialog>
      {shown !== null && <ImportProblems importId={shown} onClose={() => setShown(null)} />}
    </>
  )
}

function OneImport(props: { readonly report: ImportReport; readonly onShowProblems: () => void }): ReactNode {
  const { report, onShowProblems } = props
  const words = ledgerWords(report.ledger, 'was')
  const lines = [
    words.added,
    words.alreadyHere,
    words.skipped && { ...words.skipped, onShow: onShowProblems },
  ]
  return (
    <section>
      <h3 className="strong">
        <bdi>{report.name}</bdi>
      </h3>
      <p className="meta">{en.frame.importsFacts(report.format, moment(report.importedAt, new Date()))}</p>
      <LedgerTable
        lines={lines.filter((line) => line !== null)}
        sum={words.sum}
        remarks={[...words.remarks, ...report.incomplete]}
        onShowRemarks={
          words.skipped === null && report.ledger.repaired.length > 0 ? onShowProblems : undefined
        }
      />
    </section>
  )
}

function ImportProblems(props: { readonly importId: number; readonly onClose: () => void }): ReactNode {
  const { rows, total, more } = useImportProblems(props.importId)
  return <ProblemsDialog lines={rows.map(problemWords)} total={total} onMore={more} onClose={props.onClose} />
}
