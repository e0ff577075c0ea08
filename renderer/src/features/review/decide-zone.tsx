/** The right of the desk: the mode, the decisions, grounds or note and skip, the model's view, the codebook's words. */
import type { ReactNode } from 'react'
import type { ProjectSummary, Settings } from '../../../../core/contract/answers.ts'
import type { Label } from '../../../../core/labels.ts'
import { useCommand } from '../../client/use-command.ts'
import { en } from '../../copy/en.ts'
import { ariaKeys, type Shortcut, shortcuts, shownKey, tip } from '../../keyboard/shortcuts.ts'
import { Key } from '../../ui/key.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Choices } from './choices.tsx'
import styles from './decide.module.css'
import { needsWords } from './desk-grounds.ts'
import { reasonOf } from './draft.ts'
import { Grounds } from './grounds.tsx'
import { HiddenView, ModelView } from './model-view.tsx'
import { isBeforeModel, NoModel } from './no-model.tsx'
import { Note } from './note.tsx'
import { Reasons } from './reasons.tsx'
import { Rules } from './rules.tsx'
import { isSettlingQueue, isWithOthers, noFilter } from './state.ts'
import type { Desk } from './use-desk.ts'

interface DecideZoneProps {
  readonly desk: Desk
  readonly project: ProjectSummary
  readonly settings: Settings
  readonly onModel: () => void
}

export function DecideZone({ desk, project, settings, onModel }: DecideZoneProps): ReactNode {
  const { suggested, hidden, isSettling, state } = desk
  const { codebook } = project
  const hasView = hidden === null && !isBeforeModel(project)
  const asked = codebook.labels.find(({ id }) => id === state.reasonsFor?.label)
  const asksWords = asked !== undefined && needsWords(asked, isSettling)
  return (
    <section className={`zone ${styles.zone}`} aria-label={en.review.decide} inert={state.asked !== null}>
      <header className={`zone-head ${styles.head}`}>
        {isSettlingQueue(state) ? <Yours coder={settings.coder} /> : <Modes desk={desk} />}
      </header>
      <div className={styles.body}>
        <Choices
          labels={codebook.labels}
          picked={asksWords ? asked.id : desk.label}
          suggested={suggested}
          isBrief={asked !== undefined && asked.reasons.length > 0}
          reasonFor={(label) => reasonName(desk, label)}
          onDecide={desk.decide}
          keepsFocus={(label) => needsWords(label, isSettling)}
          isReader={desk.isReader}
        />
        {state.asked !== null ? null : asksWords && state.reasonsFor ? (
          <Grounds desk={desk} target={state.reasonsFor} label={asked} codebook={codebook} />
        ) : (
          <>
            <Tools desk={desk} hasReasons={codebook.labels.some(({ reasons }) => reasons.length > 0)} />
            <Note desk={desk} />
            {/* In a small window nothing follows it where others' decisions are settled. */}
            <hr data-ends={isSettlingQueue(state) && state.reasonsFor === null ? true : undefined} />
            {state.reasonsFor ? (
              <Reasons desk={desk} target={state.reasonsFor} labels={codebook.labels} />
            ) : (
              <>
                {!isSettlingQueue(state) && <View {...{ desk, project, settings, onModel }} />}
                <Rules
                  codebook={codebook}
                  shown={hasView ? (suggested ? [suggested] : []) : codebook.labels}
                />
              </>
            )}
          </>
        )}
      </div>
    </section>
  )
}

/** In a queue of what others decided there is one way to work: choosing another leaves the queue. */
function Modes({ desk }: { readonly desk: Desk }): ReactNode {
  const update = useCommand('settings.update')
  return (
    <Segmented
      label={en.review.mode}
      value={desk.mode}
      choices={[
        { value: 'code', words: en.review.code, hint: en.review.codeHint },
        { value: 'check', words: en.review.check, hint: en.review.checkHint },
        { value: 'teach', words: en.deciding.teach, hint: en.deciding.teachHint },
      ]}
      onChange={(mode) => {
        if (isWithOthers(desk.state.filter)) desk.dispatch({ type: 'filtered', filter: noFilter })
        void update.run({ mode })
      }}
    />
  )
}

function Yours({ coder }: { readonly coder: string }): ReactNode {
  return (
    <>
      <h2>{en.judging.settle.yours}</h2>
      <span className={`meta ${styles.as}`}>{en.judging.settle.as(coder)}</span>
    </>
  )
}

function reasonName({ state, mine, label: picked }: Desk, label: Label): string | null {
  if (mine === null || (picked !== null && picked !== label.id)) return null
  const id = reasonOf(state, mine, label.id)
  return label.reasons.find((reason) => reason.id === id)?.name ?? null
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

function Tools({ desk, hasReasons }: { readonly desk: Desk; readonly hasReasons: boolean }): ReactNode {
  const { state, dispatch } = desk
  return (
    <div className={styles.tools}>
      <Tool
        shortcut={shortcuts.note}
        words={en.review.note}
        isExpanded={state.isNoteOpen}
        onClick={() => dispatch({ type: 'note-open', isOpen: true })}
      />
      <Tool
        shortcut={shortcuts.passage}
        words={en.reading.passage}
        isPressed={state.isChoosing}
        onClick={() => dispatch({ type: 'choosing', isOn: true })}
      />
      {hasReasons && (
        <Tool
          shortcut={shortcuts.reason}
          words={en.deciding.reason}
          isExpanded={state.reasonsFor !== null}
          onClick={desk.toggleReasons}
        />
      )}
      <Tool shortcut={shortcuts.skip} words={en.review.skip} onClick={desk.skip} />
    </div>
  )
}

interface ToolProps {
  readonly shortcut: Shortcut
  readonly words: string
  readonly isExpanded?: boolean
  readonly isPressed?: boolean
  readonly onClick: () => void
}

function Tool({ shortcut, words, isExpanded, isPressed, onClick }: ToolProps): ReactNode {
  return (
    <button
      type="button"
      aria-keyshortcuts={ariaKeys(shortcut)}
      title={tip(words, shortcut)}
      aria-expanded={isExpanded}
      aria-pressed={isPressed}
      onClick={onClick}
    >
      {words} <Key>{shownKey(shortcut.keys[0])}</Key>
    </button>
  )
}
