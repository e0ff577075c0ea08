/** Decisions that the model, trained without them, takes for mistakes: a list to look at again, never a change. */
import { type ReactNode, type Ref, useState } from 'react'
import type { Suspect } from '../../../../core/contract/model-report.ts'
import type { Label } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { labelNoun, wordOf } from '../../copy/names.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/label-mark.tsx'
import styles from './suspects.module.css'

interface SuspectsProps {
  readonly suspects: readonly Suspect[]
  readonly labels: readonly Label[]
  /** Opens the comment on the desk. */
  readonly onOpen: (commentId: number) => void
  readonly ref: Ref<HTMLElement>
}

/** More of them are shown on request. */
const shownAtFirst = 10
const words = en.model.suspects

export function Suspects({ suspects, labels, onOpen, ref }: SuspectsProps): ReactNode {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? suspects : suspects.slice(0, shownAtFirst)
  return (
    <section ref={ref} className={styles.suspects} aria-labelledby="suspects">
      <h2 id="suspects" className="strong">
        {words.title}
      </h2>
      <p className="meta">{suspects.length === 0 ? words.none : words.lede}</p>
      {shown.length > 0 && (
        <ul>
          {shown.map((suspect) => (
            <li key={suspect.commentId}>
              <Row suspect={suspect} labels={labels} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
      {shown.length < suspects.length && (
        <Button onClick={() => setWhole(true)}>{words.more(suspects.length)}</Button>
      )}
    </section>
  )
}

interface RowProps extends Pick<SuspectsProps, 'labels' | 'onOpen'> {
  readonly suspect: Suspect
}

function Row({ suspect, labels, onOpen }: RowProps): ReactNode {
  const { commentId, excerpt, label: id, likely, probability } = suspect
  const labelOf = (wanted: string) => labels.find((one) => one.id === wanted)
  const label = labelOf(id)
  const other = labelOf(likely)
  const noun = other ? labelNoun(other) : likely
  return (
    <button type="button" onClick={() => onOpen(commentId)}>
      {label ? <Mark look={label} /> : <span />}
      <span>
        <span className={`said one-line ${styles.excerpt}`} dir="auto">
          {excerpt}
        </span>
        <span className={styles.doubt}>{words.doubt(wordOf(id, labels), probability, noun)}</span>
      </span>
      <Icon name="right" />
    </button>
  )
}
