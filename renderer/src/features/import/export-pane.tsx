/** A file that is an export: what it is, what it does not hold, and the way to read it as a table instead. */
import type { ReactNode } from 'react'
import { en } from '../../copy/en.ts'
import { isolated } from '../../copy/format.ts'
import { Button } from '../../ui/button.tsx'
import { Accounted } from './accounted.tsx'
import { asTable } from './file-state.ts'
import { Incomplete } from './incomplete.tsx'
import styles from './match.module.css'
import type { MatchPaneProps } from './match-pane.tsx'
import { Obstacle } from './obstacle.tsx'
import { contentsOf } from './words.ts'

export function ExportPane({ file, onCorrect, leaveOut }: MatchPaneProps): ReactNode {
  const { report } = file
  if (report === null) return null
  return (
    <>
      <h1 className="title two-lines" title={report.name}>
        <bdi>{isolated(report.name)}</bdi>
      </h1>
      <p className={styles.what}>{en.import.what(report.title ?? '', contentsOf(report))}</p>
      <p className={`muted ${styles.understood}`}>{en.import.understood}</p>
      <Obstacle report={report} />
      <Incomplete sentences={report.incomplete} />
      <div className={styles.account}>
        <Accounted report={report}>{leaveOut}</Accounted>
      </div>
      <p className={styles.instead}>
        <Button kind="link" onClick={() => onCorrect(asTable(report.reading), true)}>
          {en.import.asTable}
        </Button>
      </p>
    </>
  )
}
