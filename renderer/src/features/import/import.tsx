/** From files to comments in a project: what is in them, what was understood, the adding, and what came of it. */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { ProjectSummary } from '../../../../core/contract/answers.ts'
import type { PickedFile } from '../../../../core/contract/contract.ts'
import type { SurveyReport } from '../../../../core/contract/import-answers.ts'
import { en } from '../../copy/en.ts'
import { shortcuts, shownKey } from '../../keyboard/shortcuts.ts'
import { useShortcuts } from '../../keyboard/use-shortcuts.tsx'
import { Button } from '../../ui/button.tsx'
import { PageMessage } from '../../ui/page-message.tsx'
import { FilePage } from './file-page.tsx'
import { FilesPage } from './files-page.tsx'
import styles from './import.module.css'
import { ImportDone } from './import-done.tsx'
import { PassedOver } from './passed-over.tsx'
import { Running } from './running.tsx'
import { type Importing, useImport } from './use-import.ts'
import { useSurvey } from './use-survey.ts'

interface ImportProps {
  readonly picked: readonly PickedFile[]
  readonly project: ProjectSummary | null
  readonly onNote: (words: string) => void
  readonly onChooseFiles: () => void
  readonly onLeave: () => void
  readonly onBegin: () => void
}

export function Import(props: ImportProps): ReactNode {
  const { picked, onLeave } = props
  const survey = useSurvey(picked)
  const { report } = survey
  if (report !== null && report.files.length > 0) return <Surveyed {...props} survey={report} />
  if (report !== null) return <NothingFound {...props} survey={report} />
  if (survey.failure) {
    const title = picked.length === 1 ? (picked[0]?.name ?? '') : en.import.files(picked.length)
    return (
      <Main phase="failed">
        <Leaving onLeave={onLeave} />
        <PageMessage title={title} lede={survey.failure.message} actions={<LeaveOrChoose {...props} />} />
      </Main>
    )
  }
  const [first] = picked
  return (
    <Main phase="surveying">
      <Leaving onLeave={onLeave} />
      <Running
        title={
          picked.length === 1 && first
            ? en.import.surveying(first.name)
            : en.import.surveyingMany(picked.length)
        }
        lede={en.import.surveyingLede}
        job={survey.job}
        stop={en.cancel}
        onStop={onLeave}
      />
    </Main>
  )
}

interface SurveyedProps extends ImportProps {
  readonly survey: SurveyReport
}

function Surveyed(props: SurveyedProps): ReactNode {
  const { survey, project, onNote, onLeave } = props
  // Whether a project was open when the import began: it may have made and opened one since.
  const [before] = useState(project)
  const importing = useImport({ files: survey.files, into: before ? 'current' : 'new', onNote })
  const { state, adding, start, dispatch } = importing
  const isMany = survey.files.length > 1
  const isPage = isMany && state.isOpen
  const close = () => dispatch({ type: 'closed' })
  useShortcuts([
    {
      shortcut: shortcuts.importNow,
      run: adding.phase === 'done' ? props.onBegin : isPage ? close : start,
    },
    {
      shortcut: shortcuts.cancelImport,
      run: () => {
        if (adding.phase === 'adding') adding.stop()
        else if (isPage) close()
        else if (adding.phase !== 'done') onLeave()
      },
    },
  ])
  const given = { ...props, importing, before }
  if (adding.phase !== 'idle') return <Added {...given} />
  if (!isMany) return <OneFile {...given} />
  return (
    <Main phase={state.isOpen ? 'file' : 'files'} keepsFocus={!state.isOpen}>
      {state.isOpen ? (
        <FilePage importing={importing} project={before} onCancel={onLeave} />
      ) : (
        <FilesPage importing={importing} survey={survey} project={before} onCancel={onLeave} />
      )}
    </Main>
  )
}

interface GoingProps extends SurveyedProps {
  readonly importing: Importing
  readonly before: ProjectSummary | null
}

/** On its way into the project, and there. */
function Added({ importing, before, ...props }: GoingProps): ReactNode {
  const { state, adding, plan } = importing
  if (adding.phase === 'done') {
    const name = props.project?.name ?? (state.into === 'current' && before ? before.name : state.name)
    return (
      <Main phase="done">
        <ImportDone
          results={adding.results}
          project={name}
          onBegin={props.onBegin}
          onMore={props.onChooseFiles}
        />
      </Main>
    )
  }
  const only = plan.files.length === 1 ? plan.files[0] : undefined
  return (
    <Main phase="adding">
      <Running
        title={only ? en.import.importing(only.file.name) : en.import.importingMany(plan.files.length)}
        lede={en.import.importingLede}
        job={adding.job}
        stop={adding.isStopping ? en.import.stopping : en.import.stop}
        isStopping={adding.isStopping}
        onStop={adding.stop}
      />
    </Main>
  )
}

function OneFile({ importing, before, ...props }: GoingProps): ReactNode {
  const [file] = importing.state.files
  if (file === undefined) return null
  if (file.report !== null) {
    return (
      <Main phase="file">
        <FilePage importing={importing} survey={props.survey} project={before} onCancel={props.onLeave} />
      </Main>
    )
  }
  const { failure } = file
  return (
    <Main phase={failure ? 'failed' : 'reading'}>
      {failure ? (
        <PageMessage title={file.file.name} lede={failure.message} actions={<LeaveOrChoose {...props} />}>
          <PassedOver survey={props.survey} />
        </PageMessage>
      ) : (
        <Running
          title={en.import.reading(file.file.name)}
          lede={en.import.readingLede}
          job={file.job}
          stop={en.cancel}
          onStop={props.onLeave}
        />
      )}
    </Main>
  )
}

function NothingFound(props: SurveyedProps): ReactNode {
  return (
    <Main phase="nothing">
      <Leaving onLeave={props.onLeave} />
      <PageMessage
        title={en.import.nothingFound}
        lede={en.import.nothingFoundLede}
        actions={<LeaveOrChoose {...props} />}
      >
        <PassedOver survey={props.survey} isOpen />
      </PageMessage>
    </Main>
  )
}

function LeaveOrChoose({
  onChooseFiles,
  onLeave,
}: Pick<ImportProps, 'onChooseFiles' | 'onLeave'>): ReactNode {
  return (
    <>
      <Button kind="primary" onClick={onChooseFiles}>
        {en.messages.chooseAnother}
      </Button>
      <Button onClick={onLeave} keyCap={shownKey(shortcuts.cancelImport.keys[0])}>
        {en.close}
      </Button>
    </>
  )
}

function Leaving({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  useShortcuts([{ shortcut: shortcuts.cancelImport, run: onLeave }])
  return null
}

interface MainProps {
  readonly phase: string
  /** True where the page puts the focus where it belongs itself. */
  readonly keepsFocus?: boolean
  readonly children: ReactNode
}

/** What had the focus may be gone with the phase before; then keys and screen readers begin here. */
function Main({ phase, keepsFocus = false, children }: MainProps): ReactNode {
  const main = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the phase is another one.
  useEffect(() => {
    if (!keepsFocus) main.current?.focus()
  }, [phase, keepsFocus])
  return (
    <main ref={main} className={styles.import} tabIndex={-1}>
      {children}
    </main>
  )
}
