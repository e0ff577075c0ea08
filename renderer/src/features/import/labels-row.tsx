/** One label of the draft: its name, what it means, and its place. */
import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { en } from '../../copy/en.ts'
import { Button } from '../../ui/button.tsx'
import styles from './labels.module.css'
import type { DraftRow, RowProblem } from './labels-draft.ts'

interface LabelRowProps {
  readonly row: DraftRow
  /** From 1. */
  readonly position: number
  readonly total: number
  readonly problem: RowProblem | null
  readonly canRemove: boolean
  readonly onChange: (change: Partial<Pick<DraftRow, 'name' | 'definition'>>) => void
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: () => void
  readonly onEnter: () => void
}

const words = en.labels

export function LabelRow(props: LabelRowProps): ReactNode {
  const { row, position, total, problem, onMove } = props
  const id = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) props.onEnter()
    else if (event.altKey && event.key === 'ArrowUp') onMove(-1)
    else if (event.altKey && event.key === 'ArrowDown') onMove(1)
    else return
    event.preventDefault()
  }
  return (
    <li className={styles.row} data-row={row.key} onKeyDown={onKeyDown}>
      <span className={styles.position} aria-hidden="true">
        {position}
      </span>
      <input
        dir="auto"
        value={row.name}
        maxLength={40}
        aria-label={words.nameOf(position)}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={(event) => props.onChange({ name: event.target.value })}
      />
      <input
        dir="auto"
        value={row.definition}
        maxLength={1000}
        aria-label={words.definitionOf(position)}
        onChange={(event) => props.onChange({ definition: event.target.value })}
      />
      <span className={styles.does}>
        <Button
          kind="quiet"
          icon="up"
          label={words.up(position)}
          isIdle={position === 1}
          onClick={() => onMove(-1)}
        />
        <Button
          kind="quiet"
          icon="down"
          label={words.down(position)}
          isIdle={position === total}
          onClick={() => onMove(1)}
        />
        <Button
          kind="quiet"
          icon="cross"
          label={words.remove(position)}
          isDisabled={!props.canRemove}
          onClick={props.onRemove}
        />
      </span>
      {problem !== null && (
        <p id={`${id}-problem`} className={`problem ${styles.problem}`}>
          {words.problems[problem]}
        </p>
      )}
    </li>
  )
}
