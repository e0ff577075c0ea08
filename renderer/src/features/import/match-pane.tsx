/** A table: how it was understood, to be corrected before anything is added. */
import type { ReactNode } from 'react'
import type { Reading } from '../../../../core/records.ts'
import { en } from '../../copy/en.ts'
import { Button } from '../../ui/button.tsx'
import { currentReading, type FileState } from './file-state.ts'
import { Incomplete } from './incomplete.tsx'
import styles from './match.module.css'
import { MatchTable } from './match-table.tsx'
import { Obstacle } from './obstacle.tsx'
import { ReadAs } from './read-as.tsx'

export interface MatchPaneProps {
  readonly file: FileState
  /** @param reading null: as it was understood at first */
  readonly onCorrect: (reading: Reading | null, namesChange: boolean) => void
  /** What a person may leave out, where nothing but this file comes in. */
  readonly leaveOut: ReactNode
}

export function MatchPane({ file, onCorrect }: MatchPaneProps): ReactNode {
  const { report, failure } = file
  const reading = currentReading(file)
  const name = report?.name ?? file.file.name
  const title = (
    <h1 className="title two-lines" title={name}>
      <bdi>{name}</bdi>
    </h1>
  )
  if (report === null || reading === null) {
    return (
      <>
        {title}
        <p className="muted">{failure?.message ?? en.import.beingRead}</p>
      </>
    )
  }
  return (
    <>
      {title}
      <p className="muted">
        {report.isRemembered ? en.import.remembered : en.import.lede}{' '}
        {file.firstTitle !== null && (
          <Button kind="link" onClick={() => onCorrect(null, false)}>
            {en.import.asExport(file.firstTitle)}
          </Button>
        )}
      </p>
      <ReadAs reading={reading} onChange={onCorrect} />
      <Obstacle report={report} />
      <Incomplete sentences={report.incomplete} />
      <MatchTable report={report} reading={reading} onChange={(next) => onCorrect(next, false)} />
      <Unused names={report.unused} />
    </>
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
