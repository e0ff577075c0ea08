/** What has been imported into the project, each file with its rows accounted for and its report to be saved. */
import { type ReactNode, useState } from 'react'
import { useImportProblems } from '../../client/use-import-problems.ts'
import { useQuery } from '../../client/use-query.ts'
import { useSaveReport } from '../../client/use-save-report.ts'
import { en } from '../../copy/en.ts'
import { accountWords } from '../../copy/ledger.ts'
import { problemWords } from '../../copy/problems.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FileAccount } from '../../ui/file-account.tsx'
import { ProblemsDialog } from '../../ui/problems-dialog.tsx'
import styles from './imports-dialog.module.css'

/** More of them are folded, so that the list is seen at once. */
const mostOpen = 3

export function ImportsDialog(props: { readonly onClose: () => void }): ReactNode {
  const imports = useQuery('imports.list', {}).value
  const [shown, setShown] = useState<number | null>(null)
  const { saved, save } = useSaveReport(useAnnounce())
  const isFolded = (imports?.length ?? 0) > mostOpen
  return (
    <>
      <Dialog title={en.frame.importsTitle} onClose={props.onClose}>
        {imports?.length === 0 && <p className="muted">{en.frame.importsNone}</p>}
        <div className={styles.list} data-folded={isFolded || undefined}>
          {imports?.map((one) => (
            <FileAccount
              key={one.importId}
              words={accountWords(one)}
              isFolded={isFolded}
              isSaved={saved.has(one.importId)}
              onSave={() => save(one)}
              onShowProblems={() => setShown(one.importId)}
            />
          ))}
        </div>
      </Dialog>
      {shown !== null && <ImportProblems importId={shown} onClose={() => setShown(null)} />}
    </>
  )
}

function ImportProblems(props: { readonly importId: number; readonly onClose: () => void }): ReactNode {
  const { rows, total, more } = useImportProblems(props.importId)
  return <ProblemsDialog lines={rows.map(problemWords)} total={total} onMore={more} onClose={props.onClose} />
}
