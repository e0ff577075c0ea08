/** What is disputed, side by side: each reasoning with its rule, its passage, its sentence, and how it was seen. */
import type { ReactNode } from 'react'
import type { Judgement } from '../../../../core/contract/judging-answers.ts'
import type { Label } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { duration } from '../../copy/en-progress.ts'
import { Initial } from '../../ui/initial.tsx'
import { LabelChip } from '../../ui/label-mark.tsx'
import { Said } from '../../ui/said.tsx'
import styles from './settle.module.css'
import type { Desk } from './use-desk.ts'

interface SettleProps {
  readonly desk: Desk
  readonly labels: readonly Label[]
  readonly judgements: readonly Judgement[]
  readonly text: string
}

const words = en.judging.settle

export function Settle({ desk, labels, judgements, text }: SettleProps): ReactNode {
  if (judgements.length === 0) return <p className="muted">{words.none}</p>
  return (
    <>
      <div className={styles.sides}>
        {judgements.map((one) => (
          <Side key={one.decisionId} {...{ desk, labels, text }} judgement={one} />
        ))}
      </div>
      <p className={styles.foot}>{words.foot}</p>
    </>
  )
}

interface SideProps extends Omit<SettleProps, 'judgements'> {
  readonly judgement: Judgement
}

function Side({ desk, labels, judgement, text }: SideProps): ReactNode {
  const { coder, passage, earlierText, note, isTakenBack } = judgement
  const label = labels.find(({ id }) => id === judgement.label)
  const rule = label?.reasons.find(({ id }) => id === judgement.reason)
  const isProposal = label !== undefined && desk.rules.twoPerson.includes(label.id)
  const noRule = label?.needsGrounds ? words.noneGiven : words.noRule
  return (
    <section aria-label={coder}>
      <header>
        <Initial name={coder} />
        <h3 className="one-line">
          <bdi>{coder}</bdi>
        </h3>
        {label && <LabelChip label={label} status={isProposal ? 'proposed' : 'final'} />}
      </header>
      {isTakenBack && <p className="meta">{words.takenBack}</p>}
      {earlierText !== null && (
        <div>
          <p className="meta">{en.review.decidedText}</p>
          <Said text={earlierText} />
        </div>
      )}
      <dl>
        <dt>{words.rule}</dt>
        <dd>{rule ? <bdi>{rule.name}</bdi> : noRule}</dd>
        <dt>{words.passage}</dt>
        <dd>
          {passage ? (
            <q className="said" dir="auto">
              {(earlierText ?? text).slice(passage.start, passage.end)}
            </q>
          ) : (
            words.noPassage
          )}
        </dd>
        <dt>{words.sentence}</dt>
        <dd>
          {note === null ? (
            words.noSentence
          ) : (
            <span className={`said ${styles.note}`} dir="auto">
              {note}
            </span>
          )}
        </dd>
        <dt>{words.seen}</dt>
        <dd>{seenWords(judgement)}</dd>
      </dl>
    </section>
  )
}

/** "Code mode, suggestion hidden, 38 seconds". */
function seenWords({ mode, suggestionShown, shownMs, isIndependent }: Judgement): string {
  return [
    mode === null ? words.noMode : words.modes[mode],
    words.suggestion(suggestionShown),
    ...(shownMs > 0 ? [duration(shownMs)] : []),
    ...(isIndependent === false ? [words.afterOthers] : []),
  ].join(', ')
}
