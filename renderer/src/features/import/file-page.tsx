/** One file: what it is or how its columns are matched, its first comments, and the way on. */
import type { ReactNode } from 'react'
import type { ProjectSummary } from '../../../../core/contract/answers.ts'
import type { SurveyReport } from '../../../../core/contract/import-answers.ts'
import { en } from '../../copy/en.ts'
import { KeyButton } from '../../keyboard/key-button.tsx'
import { shortcuts } from '../../keyboard/shortcuts.ts'
import { ExportPane } from './export-pane.tsx'
import { ImportFoot } from './import-foot.tsx'
import { LeaveOut } from './leave-out.tsx'
import { fileAsTaken } from './left-out.ts'
import styles from './match.module.css'
import { MatchPane } from './match-pane.tsx'
import { PassedOver } from './passed-over.tsx'
import { SeePane } from './see-pane.tsx'
import type { Importing } from './use-import.ts'

interface FilePageProps {
  readonly importing: Importing
  /** Given where the file is the only one. */
  readonly survey?: SurveyReport
  readonly project: ProjectSummary | null
  readonly onCancel: () => void
}

export function FilePage({ importing, survey, project, onCancel }: FilePageProps): ReactNode {
  const { state, dispatch } = importing
  const at = state.current
  const found = state.files[at]
  if (found === undefined) return null
  const file = fileAsTaken(found, state.leavesOut)
  // Of several files it is asked once, beside their list.
  const leaveOut = state.files.length === 1 && <LeaveOut importing={importing} />
  const correct = (action: Parameters<typeof dispatch>[0] & { type: 'file' }) => dispatch(action)
  const does = {
    file,
    leaveOut,
    onCorrect: (reading: Parameters<CorrectFile>[0], namesChange: boolean) =>
      correct({ type: 'file', at, action: { type: 'corrected', reading, namesChange } }),
  }
  return (
    <div className={styles.page}>
      <section className={styles.match}>
        {file.report?.title != null ? <ExportPane {...does} /> : <MatchPane {...does} />}
        {survey && <PassedOver survey={survey} />}
      </section>
      <SeePane file={file} isReading={state.inspecting === at} leaveOut={leaveOut} />
      {state.files.length === 1 ? (
        <ImportFoot importing={importing} project={project} onCancel={onCancel} />
      ) : (
        <footer className={styles.foot}>
          <span className={styles.safe}>{en.import.safe}</span>
          <span className="grow" />
          <KeyButton
            kind="primary"
            onClick={() => dispatch({ type: 'closed' })}
            shortcut={shortcuts.importNow}
          >
            {en.import.backToFiles}
          </KeyButton>
        </footer>
      )}
    </div>
  )
}

type CorrectFile = Parameters<typeof MatchPane>[0]['onCorrect']
