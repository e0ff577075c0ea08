/** Where the comments go, and the two ways on: cancel or import. */
import { type ReactNode, useId } from 'react'
import type { ProjectSummary } from '../../../../core/contract/answers.ts'
import { en } from '../../copy/en.ts'
import { KeyButton } from '../../keyboard/key-button.tsx'
import { shortcuts, shownKey } from '../../keyboard/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { LabelsChoice } from './labels-choice.tsx'
import styles from './match.module.css'
import type { Plan } from './state.ts'
import type { Importing } from './use-import.ts'

interface ImportFootProps {
  readonly importing: Importing
  readonly project: ProjectSummary | null
  readonly onCancel: () => void
}

export function ImportFoot({ importing, project, onCancel }: ImportFootProps): ReactNode {
  const { state, plan, start } = importing
  const { obstacle } = plan
  const isMany = state.files.length > 1
  // With a list, what is in the way is one step off; on the page of a file it is on the screen already.
  const leads = obstacle === null || (obstacle === 'needs' && isMany)
  const said = obstacle === 'name' ? en.import.nameNeeded : obstacle === 'many' ? en.import.tooMany : null
  return (
    <footer className={styles.foot} data-new={state.into === 'new' || undefined}>
      <Destination importing={importing} project={project} />
      <span className={styles.safe} data-needed={said !== null || undefined}>
        {said ?? en.import.safe}
      </span>
      <span className="grow" />
      <Button onClick={onCancel} keyCap={shownKey(shortcuts.cancelImport.keys[0])}>
        {en.cancel}
      </Button>
      <KeyButton
        kind="primary"
        onClick={start}
        isDisabled={!leads}
        shortcut={shortcuts.importNow}
        hidesKey={!leads}
        describedBy={obstacle === 'needs' && !isMany ? 'obstacle' : undefined}
      >
        {isMany && plan.needs ? en.import.settle(plan.needs.count) : goWords(plan)}
      </KeyButton>
    </footer>
  )
}

/** "Import 46 comments from 3 files", "Import up to 46…" where they may share some, or why there is nothing to import. */
export function goWords({ added, isAtMost, alreadyHere, files, obstacle }: Plan): string {
  if (obstacle === 'nothing') return en.import.nothing
  // What is here already is only known once somebody has said where the comments are.
  const go = en.import.go(added, files.length, isAtMost)
  if (obstacle === 'needs') return added > 0 ? go : en.import.goLater
  if (added > 0) return go
  return alreadyHere > 0 ? en.import.goCompare : en.import.goLater
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
