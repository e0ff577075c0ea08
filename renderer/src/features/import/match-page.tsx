/** What was understood of a file, to be corrected before anything is added. */
import { type ReactNode, useState } from 'react'
import type { InspectReport, ProjectSummary } from '../../../../core/contract/answers.ts'
import { en } from '../../copy/en.ts'
import { ledgerWords } from '../../copy/ledger.ts'
import { problemWords } from '../../copy/problems.ts'
import { LedgerTable } from '../../ui/ledger.tsx'
import { ProblemsDialog } from '../../ui/problems-dialog.tsx'
import { ImportFoot } from './import-foot.tsx'
import styles from './match.module.css'
import { MatchTable } from './match-table.tsx'
import { Preview } from './preview.tsx'
import { ReadAs } from './read-as.tsx'
import { currentReading } from './state.ts'
import type { Importing } from './use-import.ts'

interface MatchPageProps {
  readonly importing: Importing
  readonly project: ProjectSummary | null
  readonly onCancel: () => void
}

export function MatchPage({ importing, project, onCancel }: MatchPageProps): ReactNode {
  const { state, dispatch } = importing
  const { report } = state
  const reading = currentReading(state)
  if (report === null || reading === null) return null
  return (
    <div className={styles.page}>
      <section className={styles.match}>
        <h1 className="title">
          <bdi>{report.name}</bdi>
        </h1>
        <p className="muted">{en.import.lede}</p>
        <ReadAs
          reading={reading}
          onChange={(next, namesChange) => dispatch({ type: 'corrected', reading: next, namesChange })}
        />
        {report.obstacle && (
          <p id="obstacle" className={styles.obstacle} role="alert">
            <b>{en.import.obstacle}:</b> {report.obstacle}
          </p>
        )}
        <MatchTable
          report={report}
          reading={reading}
          onChange={(next) => dispatch({ type: 'corrected', reading: next, namesChange: false })}
        />
        <Unused names={report.unused} />
      </section>
      <section className={styles.see} aria-busy={state.isAsking} data-dimmed={state.isAsking || undefined}>
        <Preview comments={report.preview} />
        <Accounted report={report} />
      </section>
      <ImportFoot importing={importing} project={project} onCancel={onCancel} />
    </div>
  )
}

function Unused({ names }: { readonly names: readonly string[] }): ReactNode {
  if (names.length === 0) return null
  return (
    <p className={`meta ${styles.unused}`}>
      {en.import.unused(names.length)}
      <bdi className={styles.names}>{names.join(', ')}</bdi>.
    </p>
  )
}

function Accounted({ report }: { readonly report: InspectReport }): ReactNode {
  const [isShown, setShown] = useState(false)
  const show = report.problems.length > 0 ? () => setShown(true) : undefined
  const words = ledgerWords(report.ledger, 'will')
  const lines = [words.added, words.alreadyHere, words.skipped && { ...words.skipped, onShow: show }]
  const total = [...report.ledger.skipped, ...report.ledger.repaired].reduce((sum, one) => sum + one.count, 0)
  return (
    <div className={styles.ledger}>
      <h2 className="strong">{en.ledger.title}</h2>
      <LedgerTable
        lines={lines.filter((line) => line !== null)}
        sum={words.sum}
        remarks={words.remarks}
        onShowRemarks={report.ledger.repaired.length > 0 ? show : undefined}
      />
      {isShown && (
        <ProblemsDialog
          lines={report.problems.map(problemWords)}
          total={Math.max(total, report.problems.length)}
          onClose={() => setShown(false)}
        />
      )}
    </div>
  )
}
