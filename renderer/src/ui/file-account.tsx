/** The report of one import: its rows accounted for, what it does not hold, and the way to keep the report. */
import type { ReactNode } from 'react'
import { en } from '../copy/en.ts'
import type { AccountWords } from '../copy/ledger.ts'
import { Button } from './button.tsx'
import styles from './file-account.module.css'
import { LedgerTable } from './ledger.tsx'

interface FileAccountProps {
  readonly words: AccountWords
  /** Folded away under its name and its numbers, as one of many. */
  readonly isFolded?: boolean
  readonly isSaved: boolean
  readonly onSave: () => void
  readonly onShowProblems: () => void
}

export function FileAccount(props: FileAccountProps): ReactNode {
  const { words } = props
  if (props.isFolded) {
    return (
      <details className={styles.account}>
        <summary>
          <bdi className="one-line" title={words.name}>
            {words.name}
          </bdi>
          <span className="muted">
            {words.inShort}
            {words.incomplete.length > 0 && ` · ${en.import.incomplete}`}
          </span>
        </summary>
        <Account {...props} />
      </details>
    )
  }
  return (
    <section className={styles.account} aria-label={words.name}>
      <h3 className={styles.name}>
        <bdi>{words.name}</bdi>
      </h3>
      <Account {...props} />
    </section>
  )
}

function Account({ words, isSaved, onSave, onShowProblems }: FileAccountProps): ReactNode {
  const lines = [
    words.added,
    words.updated,
    words.alreadyHere,
    words.skipped && { ...words.skipped, onShow: onShowProblems },
  ]
  return (
    <div className={styles.inside}>
      <p className="meta">{words.facts}</p>
      <LedgerTable
        lines={lines.filter((line) => line !== null)}
        sum={words.sum}
        remarks={words.remarks}
        onShowRemarks={words.skipped === null && words.hasProblems ? onShowProblems : undefined}
      />
      {words.incomplete.length > 0 && (
        <div className={styles.incomplete}>
          <p className="strong">{en.import.incomplete}</p>
          {words.incomplete.map((sentence) => (
            <p key={sentence} dir="auto" className="said">
              {sentence}
            </p>
          ))}
        </div>
      )}
      <p>
        <Button size="small" onClick={onSave} label={isSaved ? undefined : en.accounts.saveOf(words.name)}>
          {isSaved ? en.accounts.saved : en.accounts.save}
        </Button>
      </p>
    </div>
  )
}
