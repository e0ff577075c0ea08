/** The right of the desk: the mode, the four decisions, note and skip, the model's view, the codebook's words. */
import type { ReactNode } from 'react'
import type { ProjectSummary, Settings } from '../../../../core/contract/answers.ts'
import type { Label } from '../../../../core/labels.ts'
import { useCommand } from '../../client/use-command.ts'
import { en } from '../../copy/en.ts'
import { isolated } from '../../copy/format.ts'
import { labelWord } from '../../copy/names.ts'
import { ariaKeys, shortcuts, shownKey } from '../../keyboard/shortcuts.ts'
import { Key } from '../../ui/key.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Choices } from './choices.tsx'
import styles from './decide.module.css'
import { HiddenView, ModelView } from './model-view.tsx'
import { isBeforeModel, NoModel } from './no-model.tsx'
import { Note } from './note.tsx'
import type { Desk } from './use-desk.ts'

interface DecideZoneProps {
  readonly desk: Desk
  readonly project: ProjectSummary
  readonly settings: Settings
  readonly onModel: () => void
}

export function DecideZone({ desk, project, settings, onModel }: DecideZoneProps): ReactNode {
  const update = useCommand('settings.update')
  const { suggested, hidden } = desk
  const { codebook } = project
  const hasView = hidden === null && !isBeforeModel(project)
  return (
    <section className={styles.zone} aria-label={en.review.decide}>
      <header className={styles.head}>
        <Segmented
          label={en.review.mode}
          value={settings.mode}
          choices={[
            { value: 'code', words: en.review.code, hint: en.review.codeHint },
            { value: 'check', words: en.review.check, hint: en.review.checkHint },
          ]}
          onChange={(mode) => update.run({ mode })}
        />
      </header>
      <div className={styles.body}>
        <Choices
          labels={codebook.labels}
          picked={desk.label}
          suggested={suggested}
          onDecide={desk.decide}
          isReader={desk.isReader}
        />
        <Tools desk={desk} />
        <Note desk={desk} />
        <hr />
        <View {...{ desk, project, settings, onModel }} />
        <Rules project={project} shown={hasView ? (suggested ? [suggested] : []) : codebook.labels} />
      </div>
    </section>
  )
}

/** The model's view, or why there is none to see. */
function View({ desk, project, settings, onModel }: DecideZoneProps): ReactNode {
  const { comment, suggestion, hidden } = desk
  const { codebook, model } = project
  if (isBeforeModel(project) && hidden !== 'off') return <NoModel codebook={codebook} />
  if (hidden !== null)
    return <HiddenView because={hidden} {...{ codebook, onModel }} order={settings.order} />
  if (comment === null) return null
  return (
    <ModelView
      text={comment.text}
      suggestion={suggestion}
      labels={codebook.labels}
      decisions={model.decisions}
    />
  )
}

function Tools({ desk }: { readonly desk: Desk }): ReactNode {
  return (
    <div className={styles.tools}>
      <button
        type="button"
        aria-keyshortcuts={ariaKeys(shortcuts.note)}
        aria-expanded={desk.state.isNoteOpen}
        onClick={() => desk.dispatch({ type: 'note-open', isOpen: true })}
      >
        {en.review.note} <Key>{shownKey(shortcuts.note.keys[0])}</Key>
      </button>
      <button
        type="button"
        aria-keyshortcuts={ariaKeys(shortcuts.passage)}
        aria-pressed={desk.state.isChoosing}
        onClick={() => desk.dispatch({ type: 'choosing', isOn: true })}
      >
        {en.reading.passage} <Key>{shownKey(shortcuts.passage.keys[0])}</Key>
      </button>
      <button type="button" aria-keyshortcuts={ariaKeys(shortcuts.skip)} onClick={desk.skip}>
        {en.review.skip} <Key>{shownKey(shortcuts.skip.keys[0])}</Key>
      </button>
    </div>
  )
}

interface RulesProps {
  readonly project: ProjectSummary
  readonly shown: readonly Label[]
}

/** The codebook's own wording: it beats ours. */
function Rules({ project, shown }: RulesProps): ReactNode {
  const { labels, notGrounds, name, version } = project.codebook
  const harmful = labels.find((label) => label.tone === 'troll')
  return (
    <section className={styles.rules}>
      {shown
        .filter(({ definition }) => definition !== '')
        .map((label) => (
          <p key={label.id}>
            <b>
              <bdi>{label.name}</bdi>
            </b>{' '}
            <bdi>{label.definition}</bdi>
          </p>
        ))}
      {harmful && (
        <p>
          <b>{en.review.notGrounds(labelWord(harmful))}</b> {notGrounds}
        </p>
      )}
      <p>{en.review.codebook(isolated(name), version)}</p>
    </section>
  )
}
