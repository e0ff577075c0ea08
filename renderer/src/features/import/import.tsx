/** From a file to comments in a project: what was understood, then the adding, then what came of it. */
import { type ReactNode, useState } from 'react'
import type { ProjectSummary } from '../../../../core/contract/answers.ts'
import type { PickedFile } from '../../../../core/contract/contract.ts'
import { en } from '../../copy/en.ts'
import { counted, left, size } from '../../copy/format.ts'
import { shortcuts, shownKey } from '../../keyboard/shortcuts.ts'
import { useShortcuts } from '../../keyboard/use-shortcuts.tsx'
import { Button } from '../../ui/button.tsx'
import { PageMessage } from '../../ui/page-message.tsx'
import { Progress } from '../../ui/progress.tsx'
import styles from './import.module.css'
import { ImportDone } from './import-done.tsx'
import { MatchPage } from './match-page.tsx'
import type { ImportState } from './state.ts'
import { type Importing, useImport } from './use-import.ts'

interface ImportProps {
  readonly file: PickedFile
  readonly project: ProjectSummary | null
  readonly onNote: (words: string) => void
  readonly onChooseFile: () => void
  readonly onLeave: () => void
  readonly onBegin: () => void
}

export function Import(props: ImportProps): ReactNode {
  const { file, project, onNote, onLeave } = props
  // Whether a project was open when the import began: it may have made and opened one since.
  const [before] = useState(project)
  const importing = useImport({ file, into: before ? 'current' : 'new', onNote })
  const { state, start, stop } = importing
  useShortcuts([
    { shortcut: shortcuts.importNow, run: () => (state.phase === 'done' ? props.onBegin() : start()) },
    {
      shortcut: shortcuts.cancelImport,
      run: () => {
        if (state.phase === 'adding') stop()
        else if (state.phase !== 'done') onLeave()
      },
    },
  ])
  return (
    <main className={styles.import} tabIndex={-1}>
      <Phase {...props} importing={importing} before={before} />
    </main>
  )
}

interface PhaseProps extends ImportProps {
  readonly importing: Importing
  readonly before: ProjectSummary | null
}

function Phase({ importing, before, file, project, ...does }: PhaseProps): ReactNode {
  const { state, stop } = importing
  const choose = <Button onClick={does.onChooseFile}>{en.messages.chooseAnother}</Button>
  if (state.phase === 'failed') {
    const leave = <Button onClick={does.onLeave}>{en.close}</Button>
    return (
      <PageMessage title={file.name} lede={state.failure?.message} actions={[choose, leave].map(keyed)} />
    )
  }
  if (state.phase === 'done' && state.result) {
    const name = project?.name ?? (state.into === 'current' && before ? before.name : state.name)
    return (
      <ImportDone result={state.result} project={name} onBegin={does.onBegin} onMore={does.onChooseFile} />
    )
  }
  if (state.phase === 'reading' || state.phase === 'adding') {
    return <Running state={state} name={file.name} onStop={state.phase === 'adding' ? stop : does.onLeave} />
  }
  return <MatchPage importing={importing} project={before} onCancel={does.onLeave} />
}

const keyed = (button: ReactNode, index: number): ReactNode => <span key={String(index)}>{button}</span>

interface RunningProps {
  readonly state: ImportState
  readonly name: string
  readonly onStop: () => void
}

function Running({ state, name, onStop }: RunningProps): ReactNode {
  const { job } = state
  const isAdding = state.phase === 'adding'
  const title = isAdding ? en.import.importing(name) : en.import.reading(name)
  const words = job && job.total > 0 ? `${size(job.done)} of ${size(job.total)}` : ''
  return (
    <PageMessage
      title={title}
      lede={isAdding ? en.import.importingLede : en.import.readingLede}
      actions={
        <Button
          onClick={onStop}
          isDisabled={state.isStopping}
          keyCap={shownKey(shortcuts.cancelImport.keys[0])}
        >
          {state.isStopping ? en.import.stopping : isAdding ? en.import.stop : en.cancel}
        </Button>
      }
    >
      <Progress
        label={title}
        done={job?.done ?? 0}
        total={job?.total ?? 0}
        words={words}
        more={job && job.comments > 0 ? counted(job.comments, 'comment') : ''}
        left={left(job?.leftMs ?? null)}
      />
    </PageMessage>
  )
}
