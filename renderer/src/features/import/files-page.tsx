/** Several files: the list of them, what is in the one that is looked at, and one button for all. */
import { type ReactNode, useEffect, useRef } from 'react'
import type { ProjectSummary } from '../../../../core/contract/answers.ts'
import type { SurveyReport } from '../../../../core/contract/import-answers.ts'
import { en } from '../../copy/en.ts'
import { shortcuts, shownKey } from '../../keyboard/shortcuts.ts'
import { useShortcuts } from '../../keyboard/use-shortcuts.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { standingOf } from './file-state.ts'
import styles from './files.module.css'
import { FilesList } from './files-list.tsx'
import { goWords, ImportFoot } from './import-foot.tsx'
import { LeaveOut } from './leave-out.tsx'
import { fileAsTaken } from './left-out.ts'
import match from './match.module.css'
import { PassedOver } from './passed-over.tsx'
import { SeePane } from './see-pane.tsx'
import { planOf } from './state.ts'
import type { Importing } from './use-import.ts'

interface FilesPageProps {
  readonly importing: Importing
  readonly survey: SurveyReport
  readonly project: ProjectSummary | null
  readonly onCancel: () => void
}

export function FilesPage({ importing, survey, project, onCancel }: FilesPageProps): ReactNode {
  const { state, plan, dispatch } = importing
  const announce = useAnnounce()
  const { current, leavesOut } = state
  const files = state.files.map((one) => fileAsTaken(one, leavesOut))
  const file = files[current]
  const go = (to: number) => dispatch({ type: 'went', to })
  const canOpen = file !== undefined && file.report !== null
  const open = () => canOpen && dispatch({ type: 'opened', at: current })
  const take = (at: number) => {
    const one = files[at]
    if (one === undefined || standingOf(one) === 'failed') return
    const action = { type: 'taken', at, isTaken: !one.isTaken } as const
    dispatch(action)
    const after = {
      ...state,
      files: state.files.map((it, index) => (index === at ? { ...it, isTaken: !one.isTaken } : it)),
    }
    announce(`${one.isTaken ? `${en.import.leftOut}. ` : ''}${goWords(planOf(after))}`)
  }
  useShortcuts([
    { shortcut: shortcuts.nextFile, run: () => go(current + 1) },
    { shortcut: shortcuts.previousFile, run: () => go(current - 1) },
    { shortcut: shortcuts.takeFile, run: () => take(current) },
    { shortcut: shortcuts.openFile, run: open },
  ])
  useSaidWhenRead(plan.read === files.length, plan.needs?.count ?? 0)
  if (file === undefined) return null
  return (
    <div className={match.page}>
      <section className={styles.files}>
        <header className={styles.head}>
          <h1 className="title">{en.import.files(files.length)}</h1>
          <p className="muted">
            {en.import.looked(plan.read, files.length)}{' '}
            {plan.needs ? (
              <b className={styles.needs}>{en.import.needs(plan.needs.count)}</b>
            ) : (
              en.import.filesLede
            )}
          </p>
          <LeaveOut importing={importing} />
        </header>
        <FilesList
          files={files}
          current={current}
          inspecting={state.inspecting}
          onGo={go}
          onTake={take}
          onOpen={(at) => dispatch({ type: 'opened', at })}
        />
        <PassedOver survey={survey} />
      </section>
      <SeePane
        key={current}
        file={file}
        isReading={state.inspecting === current}
        list={{ keyCap: shownKey(shortcuts.openFile.keys[0]), onOpen: open }}
      />
      <ImportFoot importing={importing} project={project} onCancel={onCancel} />
    </div>
  )
}

/** Says once that every file is read, for people who do not see the count. */
function useSaidWhenRead(isRead: boolean, needs: number): void {
  const announce = useAnnounce()
  const wasRead = useRef(isRead)
  useEffect(() => {
    if (isRead && !wasRead.current) {
      announce(`${en.import.allRead}${needs > 0 ? ` ${en.import.needs(needs)}` : ''}`)
    }
    wasRead.current = isRead
  }, [announce, isRead, needs])
}
