/** The right side: the first comments of a file as they will look, and its rows accounted for. */
import type { ReactNode } from 'react'
import { en } from '../../copy/en.ts'
import { Button } from '../../ui/button.tsx'
import { Accounted } from './accounted.tsx'
import type { FileState } from './file-state.ts'
import { Incomplete } from './incomplete.tsx'
import styles from './match.module.css'
import { Preview } from './preview.tsx'

interface SeePaneProps {
  readonly file: FileState
  /** Whether its turn has come. */
  readonly isReading: boolean
  /** What a person may leave out, where nothing but this file comes in. */
  readonly leaveOut?: ReactNode
  /** Beside the list of files: what is in it, and the way to its page. */
  readonly list?: { readonly keyCap: string | undefined; readonly onOpen: () => void }
}

export function SeePane({ file, isReading, leaveOut, list }: SeePaneProps): ReactNode {
  const { report, isAsking } = file
  if (report === null) {
    return (
      <section className={styles.see} aria-busy={isAsking}>
        <header className={styles.seeHead}>
          <h2 className="strong">{en.import.preview}</h2>
        </header>
        <p className={styles.none} dir="auto">
          {isAsking
            ? isReading
              ? en.import.beingRead
              : en.import.waiting
            : (file.failure?.message ?? en.import.unreadable)}
        </p>
      </section>
    )
  }
  const isExport = report.title !== null
  // On its own page an export has its ledger on the left, where a table has its columns.
  const isApart = isExport && list === undefined
  return (
    <section
      className={styles.see}
      aria-busy={isAsking}
      data-dimmed={isAsking || undefined}
      data-whole={isApart || undefined}
    >
      <Preview comments={report.preview}>
        {list && (
          <Button size="small" onClick={list.onOpen} keyCap={list.keyCap}>
            {isExport ? en.import.openFile.export : en.import.openFile.table}
          </Button>
        )}
      </Preview>
      {!isApart && (
        <div className={styles.ledger}>
          {list && <Incomplete sentences={report.incomplete} />}
          <Accounted report={report}>{leaveOut}</Accounted>
        </div>
      )}
    </section>
  )
}
