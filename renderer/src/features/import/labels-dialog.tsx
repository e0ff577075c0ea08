/** The dialog in which a project gets labels of its own: a name, and two to twelve rows. */
import { type ReactNode, useRef, useState } from 'react'
import type { CodebookDraft } from '../../../../core/contract/requests.ts'
import { en } from '../../copy/en.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './labels.module.css'
import {
  codebookOf,
  type DraftAction,
  draftProblems,
  fewest,
  type LabelsDraft,
  most,
} from './labels-draft.ts'
import { LabelRow } from './labels-row.tsx'

interface LabelsDialogProps {
  /** Kept outside, so that nothing written is lost when the dialog is closed. */
  readonly draft: LabelsDraft
  readonly dispatch: (action: DraftAction) => void
  /** Whether others than ours are chosen already. */
  readonly isChosen: boolean
  readonly onChoose: (codebook: CodebookDraft | null) => void
  readonly onClose: () => void
}

const words = en.labels

export function LabelsDialog(props: LabelsDialogProps): ReactNode {
  const { draft, dispatch, onChoose, onClose } = props
  const [isTried, setTried] = useState(false)
  const body = useRef<HTMLDivElement>(null)
  const problems = draftProblems(draft)
  const isReady = !problems.hasNoName && problems.rows.size === 0
  const use = () => {
    setTried(true)
    if (isReady) {
      onChoose(codebookOf(draft))
      onClose()
    } else body.current?.querySelector<HTMLElement>(firstWrong(problems.hasNoName, draft))?.focus()
  }
  return (
    <Dialog
      title={words.title}
      width="wide"
      onClose={onClose}
      actions={
        <Actions
          isChosen={props.isChosen}
          onUse={use}
          onCancel={onClose}
          onOurs={() => {
            onChoose(null)
            onClose()
          }}
        />
      }
    >
      <div ref={body} className={styles.draft}>
        <p className="muted">{words.lede}</p>
        <div className={styles.codebook} data-field="codebook">
          <TextField
            label={words.codebook}
            hint={words.codebookHint}
            value={draft.name}
            maxLength={80}
            problem={isTried && problems.hasNoName ? words.codebookNeeded : null}
            onChange={(name) => dispatch({ type: 'named', name })}
          />
        </div>
        <Rows draft={draft} dispatch={dispatch} problems={problems.rows} isTried={isTried} onUse={use} />
      </div>
    </Dialog>
  )
}

/** Where the first thing is that is wrong. */
function firstWrong(hasNoName: boolean, draft: LabelsDraft): string {
  const wrong = draft.rows.find(({ key }) => draftProblems(draft).rows.has(key))
  return hasNoName || wrong === undefined
    ? '[data-field="codebook"] input'
    : `[data-row="${wrong.key}"] input`
}

interface ActionsProps {
  readonly isChosen: boolean
  readonly onUse: () => void
  readonly onOurs: () => void
  readonly onCancel: () => void
}

function Actions({ isChosen, onUse, onOurs, onCancel }: ActionsProps): ReactNode {
  return (
    <>
      {isChosen && (
        <Button kind="quiet" onClick={onOurs}>
          {words.ours}
        </Button>
      )}
      <span className="grow" />
      <Button onClick={onCancel}>{en.cancel}</Button>
      <Button kind="primary" onClick={onUse}>
        {words.use}
      </Button>
    </>
  )
}

interface RowsProps {
  readonly draft: LabelsDraft
  readonly dispatch: (action: DraftAction) => void
  readonly problems: ReturnType<typeof draftProblems>['rows']
  readonly isTried: boolean
  readonly onUse: () => void
}

function Rows({ draft, dispatch, problems, isTried, onUse }: RowsProps): ReactNode {
  const announce = useAnnounce()
  const list = useRef<HTMLOListElement>(null)
  const { rows } = draft
  /** The row is drawn, or in its new place, a moment from now. */
  const focus = (key: number) =>
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-row="${key}"] input`)?.focus(),
    )
  const add = () => {
    if (rows.length >= most) return announce(words.full)
    dispatch({ type: 'added' })
    focus(draft.nextKey)
  }
  const move = (key: number, by: 1 | -1) => {
    const to = rows.findIndex((row) => row.key === key) + by
    if (to < 0 || to >= rows.length) return
    dispatch({ type: 'moved', key, by })
    announce(words.moved(to + 1, rows.length))
  }
  return (
    <>
      <div className={styles.heads} aria-hidden="true">
        <span>{words.name}</span>
        <span>{words.definition}</span>
      </div>
      <ol ref={list} className={styles.rows}>
        {rows.map((row, at) => (
          <LabelRow
            key={row.key}
            row={row}
            position={at + 1}
            total={rows.length}
            problem={visible(problems.get(row.key), isTried)}
            canRemove={rows.length > fewest}
            onChange={(change) => dispatch({ type: 'written', key: row.key, change })}
            onMove={(by) => move(row.key, by)}
            onRemove={() => {
              dispatch({ type: 'removed', key: row.key })
              announce(words.removed(rows.length - 1))
              const next = rows[at + 1] ?? rows[at - 1]
              if (next) focus(next.key)
            }}
            onEnter={() => {
              const next = rows[at + 1]
              if (next) focus(next.key)
              else if (row.name.trim() === '' || rows.length >= most) onUse()
              else add()
            }}
          />
        ))}
      </ol>
      <div className={styles.more}>
        <Button size="small" onClick={add} isDisabled={rows.length >= most}>
          {words.add}
        </Button>
        <p className="meta">{rows.length >= most ? words.full : words.keys}</p>
      </div>
    </>
  )
}

/** A name that is not there yet is no mistake before somebody wants to go on. */
function visible<P extends string>(problem: P | undefined, isTried: boolean): P | null {
  return problem === undefined || (problem === 'empty' && !isTried) ? null : problem
}
