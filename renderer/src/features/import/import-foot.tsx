/** Where the comments go, and the two ways on: cancel or import. */
import { type ReactNode, useId } from 'react'
import type { ProjectSummary } from '../../../../core/contract/answers.ts'
import { en } from '../../copy/en.ts'
import { ariaKeys, shortcuts, shownKey } from '../../keyboard/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { LabelsChoice } from './labels-choice.tsx'
import styles from './match.module.css'
import { obstacleOf } from './state.ts'
import type { Importing } from './use-import.ts'

interface ImportFootProps {
  readonly importing: Importing
  readonly project: ProjectSummary | null
  readonly onCancel: () => void
}

export function ImportFoot({ importing, project, onCancel }: ImportFootProps): ReactNode {
  const { state, start } = importing
  const obstacle = obstacleOf(state)
  const added = state.report?.ledger.added ?? 0
  return (
    <footer className={styles.foot} data-new={state.into === 'new' || undefined}>
      <Destination importing={importing} project={project} />
      <span className={styles.safe} data-needed={obstacle === 'name' || undefined}>
        {obstacle === 'name' ? en.import.nameNeeded : en.import.safe}
      </span>
      <span className="grow" />
      <Button onClick={onCancel} keyCap={shownKey(shortcuts.cancelImport.keys[0])}>
        {en.cancel}
      </Button>
      <Button
        kind="primary"
        onClick={start}
        isDisabled={obstacle !== null}
        keyCap={obstacle === null ? shownKey(shortcuts.importNow.keys[0]) : undefined}
        ariaKeys={ariaKeys(shortcuts.importNow)}
        describedBy={obstacle === 'obstacle' ? 'obstacle' : undefined}
      >
        {obstacle === 'nothing' ? en.import.nothing : added === 0 ? en.import.goLater : en.import.go(added)}
      </Button>
    </footer>
  )
}

function Destination({ importing, project }: Omit<ImportFootProps, 'onCancel'>): ReactNode {
  const { state, dispatch } = importing
  const id = useId()
  return (
    <>
      {project && (
        <Select
          label={en.import.into}
          value={state.into}
          choices={[
            { value: 'current', words: en.import.intoCurrent(project.name) },
            { value: 'new', words: en.import.intoNew },
          ]}
          onChange={(into) => dispatch({ type: 'into', into })}
        />
      )}
      {state.into === 'new' && (
        <>
          <label htmlFor={id} className={project ? 'only-heard' : 'muted'}>
            {en.import.name}
          </label>
          <input
            id={id}
            className={styles.name}
            dir="auto"
            value={state.name}
            maxLength={120}
            onChange={(event) => dispatch({ type: 'named', name: event.target.value })}
          />
          <LabelsChoice
            codebook={state.codebook}
            onChoose={(codebook) => dispatch({ type: 'labelled', codebook })}
          />
        </>
      )}
    </>
  )
}
