/** What came of an import, and the way to the first decision. */
import { type ReactNode, useState } from 'react'
import type { ImportReport } from '../../../../core/contract/answers.ts'
import { useImportProblems } from '../../client/use-import-problems.ts'
import { en } from '../../copy/en.ts'
import { ledgerWords } from '../../copy/ledger.ts'
import { problemWords } from '../../copy/problems.ts'
import { ariaKeys, shortcuts, shownKey } from '../../keyboard/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { LedgerTable } from '../../ui/ledger.tsx'
import { PageMessage } from '../../ui/page-message.tsx'
import { ProblemsDialog } from '../../ui/problems-dialog.tsx'

interface ImportDoneProps {
  readonly result: ImportReport
  readonly project: string
  readonly onBegin: () => void
  readonly onMore: () => void
}

export function ImportDone({ result, project, onBegin, onMore }: ImportDoneProps): ReactNode {
  const [isShown, setShown] = useState(false)
  const problems = useImportProblems(result.importId)
  const show = problems.total > 0 ? () => setShown(true) : undefined
  const words = ledgerWords(result.ledger, 'was')
  const lines = [
    words.added,
    words.updated,
    words.alreadyHere,
    words.skipped && { ...words.skipped, onShow: show },
  ]
  return (
    <PageMessage
      title={en.import.done(result.ledger.added)}
      lede={en.import.doneLede(result.name, project)}
      actions={
        <>
          <Button
            kind="primary"
            size="big"
            onClick={onBegin}
            keyCap={shownKey(shortcuts.importNow.keys[0])}
            ariaKeys={ariaKeys(shortcuts.importNow)}
          >
            {en.import.begin}
          </Button>
          <Button size="big" onClick={onMore}>
            {en.import.more}
          </Button>
        </>
      }
    >
      <section aria-label={en.ledger.title}>
        <LedgerTable
          lines={lines.filter((line) => line !== null)}
          sum={words.sum}
          remarks={[...words.remarks, ...result.incomplete]}
          onShowRemarks={words.skipped === null ? show : undefined}
        />
      </section>
      {isShown && (
        <ProblemsDialog
          lines={problems.rows.map(problemWords)}
          total={problems.total}
          onMore={problems.more}
          onClose={() => setShown(false)}
        />
      )}
    </PageMessage>
  )
}
