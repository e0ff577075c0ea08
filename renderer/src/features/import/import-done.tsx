/** What came of an import, file by file, and the way to the first decision. */
import { type ReactNode, useState } from 'react'
import type { ImportReport } from '../../../../core/contract/import-answers.ts'
import { useImportProblems } from '../../client/use-import-problems.ts'
import { useQuery } from '../../client/use-query.ts'
import { useSaveReport } from '../../client/use-save-report.ts'
import { en } from '../../copy/en.ts'
import { accountWords, ledgerWords, sumOf } from '../../copy/ledger.ts'
import { problemWords } from '../../copy/problems.ts'
import { KeyButton } from '../../keyboard/key-button.tsx'
import { shortcuts } from '../../keyboard/shortcuts.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { FileAccount } from '../../ui/file-account.tsx'
import { LedgerTable } from '../../ui/ledger.tsx'
import { PageMessage } from '../../ui/page-message.tsx'
import { ProblemsDialog } from '../../ui/problems-dialog.tsx'
import styles from './import.module.css'

interface ImportDoneProps {
  /** One a file. */
  readonly results: readonly ImportReport[]
  readonly project: string
  readonly onBegin: () => void
  readonly onMore: () => void
}

export function ImportDone({ results, project, onBegin, onMore }: ImportDoneProps): ReactNode {
  const stats = useQuery('project.stats', {}).value
  const [shown, setShown] = useState<number | null>(null)
  const { saved, save } = useSaveReport(useAnnounce())
  const [only] = results
  const isMany = results.length > 1
  const all = sumOf(results.map((one) => one.ledger))
  // Comments that nobody is ever asked about must not look like work that is waiting.
  const isUndecidable = stats !== null && stats.comments > 0 && stats.decidable === 0
  const accounts = (
    <section className={styles.accounts} aria-label={isMany ? en.import.each : en.ledger.title}>
      {isMany && <h2 className="strong">{en.import.each}</h2>}
      {results.map((one) => (
        <FileAccount
          key={one.importId}
          words={accountWords(one)}
          isFolded={isMany}
          isSaved={saved.has(one.importId)}
          onSave={() => save(one)}
          onShowProblems={() => setShown(one.importId)}
        />
      ))}
    </section>
  )
  return (
    <PageMessage
      title={isUndecidable ? en.import.doneUndecidable(all.added) : titleOf(all)}
      after={isMany && accounts}
      lede={
        isMany
          ? en.import.doneLedeMany(results.length, project)
          : en.import.doneLede(only?.name ?? '', project)
      }
      actions={<WaysOn {...{ isUndecidable, onBegin, onMore }} />}
    >
      {isUndecidable && (
        <section className={styles.warning}>
          <h2 className="strong">{en.import.undecidable}</h2>
          <p>{en.import.undecidableWhy}</p>
          <p>{en.import.undecidableDo}</p>
        </section>
      )}
      {isMany && (
        <section aria-label={en.import.sums}>
          <h2 className="strong">{en.import.sums}</h2>
          <Together ledger={all} />
        </section>
      )}
      {!isMany && accounts}
      {shown !== null && <Problems importId={shown} onClose={() => setShown(null)} />}
    </PageMessage>
  )
}

interface WaysOnProps extends Pick<ImportDoneProps, 'onBegin' | 'onMore'> {
  readonly isUndecidable: boolean
}

/** To the desk, and to more files; what leads to something to decide comes first. */
function WaysOn({ isUndecidable, onBegin, onMore }: WaysOnProps): ReactNode {
  return (
    <>
      {isUndecidable && (
        <Button kind="primary" size="big" onClick={onMore}>
          {en.import.more}
        </Button>
      )}
      <KeyButton
        kind={isUndecidable ? 'plain' : 'primary'}
        size="big"
        onClick={onBegin}
        shortcut={shortcuts.importNow}
      >
        {isUndecidable ? en.import.look : en.import.begin}
      </KeyButton>
      {!isUndecidable && (
        <Button size="big" onClick={onMore}>
          {en.import.more}
        </Button>
      )}
    </>
  )
}

/** Never a number that says less than what came of it: nothing added may be as it should be. */
function titleOf({ added, updated, alreadyHere }: ImportReport['ledger']): string {
  if (added > 0) return en.import.done(added)
  if (updated > 0) return en.import.doneUpdated(updated)
  return alreadyHere > 0 ? en.import.doneHere : en.import.doneNothing
}

function Together({ ledger }: { readonly ledger: ImportReport['ledger'] }): ReactNode {
  const words = ledgerWords(ledger, 'was')
  const lines = [words.added, words.updated, words.alreadyHere, words.skipped]
  return (
    <LedgerTable
      lines={lines.filter((line) => line !== null)}
      sum={{ count: ledger.read, words: en.ledger.allRows(ledger.read === 1) }}
      remarks={words.remarks}
    />
  )
}

function Problems(props: { readonly importId: number; readonly onClose: () => void }): ReactNode {
  const { rows, total, more } = useImportProblems(props.importId)
  return <ProblemsDialog lines={rows.map(problemWords)} total={total} onMore={more} onClose={props.onClose} />
}
