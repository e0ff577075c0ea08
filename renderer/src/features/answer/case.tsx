/** One appeal: the comment, what the author wrote, what was decided before, and the answer. */
import type { ReactNode } from 'react'
import type { AppealCase, Reasoning } from '../../../../core/contract/appeals-answers.ts'
import type { Label } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { day, isolated, moment } from '../../copy/format.ts'
import { Button } from '../../ui/button.tsx'
import { LabelChip } from '../../ui/label-mark.tsx'
import { Said, Who } from '../../ui/said.tsx'
import styles from './answer.module.css'
import { AnswerForm } from './answer-form.tsx'
import { LetterPane } from './letter-pane.tsx'

interface CaseProps {
  readonly appeal: AppealCase
  readonly labels: readonly Label[]
  readonly isReadingOnly: boolean
  readonly onDesk: (opening: number) => void
  readonly onNote: (words: string) => void
  readonly toSender: () => void
  readonly onAnswered: () => void
}

const words = en.answer.case

export function Case({
  appeal,
  labels,
  isReadingOnly,
  onDesk,
  onNote,
  toSender,
  onAnswered,
}: CaseProps): ReactNode {
  const { comment, outcome, answeredAt, answer } = appeal
  // The answer stands below; what an earlier appeal came to is among what was decided before.
  const before = appeal.reasonings.filter(({ role }) => answer === null || role !== 'appeal')
  const now = new Date()
  return (
    <>
      <header className={styles.head}>
        <h2 className="strong">{words.reference(appeal.reference)}</h2>
        <span className="muted one-line grow">
          <bdi>{comment.thread}</bdi>
        </span>
        <Button size="small" onClick={() => onDesk(appeal.commentId)}>
          {words.openDesk}
        </Button>
      </header>
      <div className={styles.inside}>
        <section aria-label={words.comment}>
          <p className="meta">
            <b className={styles.who}>
              <Who name={comment.author} unknown={en.review.noAuthor} />
            </b>{' '}
            {moment(comment.createdAt, now)}
          </p>
          <Said className={styles.read} text={comment.text} />
          {comment.decidedText !== null && (
            <>
              <p className="meta">{en.review.decidedText}</p>
              <blockquote className={styles.quote}>
                <Said text={comment.decidedText} />
              </blockquote>
            </>
          )}
        </section>
        <section>
          <h3 className="meta">
            {words.appeal}, {day(appeal.receivedAt, now)}
          </h3>
          <blockquote className={styles.quote}>
            <Said text={appeal.appeal} />
          </blockquote>
        </section>
        <section aria-label={words.reasonings} className={styles.reasonings}>
          {before.map((one) => (
            <Reason key={`${one.coder} ${one.role}`} reasoning={one} labels={labels} />
          ))}
        </section>
        {outcome === 'open' && <Open {...{ appeal, labels, isReadingOnly, onNote, onAnswered }} />}
        {outcome === 'gone' && <Gone standing={appeal.standing?.label ?? null} labels={labels} />}
        {(outcome === 'upheld' || outcome === 'overturned') && (
          <>
            <section className={styles.answered}>
              <h3 className="strong">{words.answered(en.answer.outcome[outcome], day(answeredAt, now))}</h3>
              <Said text={answer ?? ''} />
            </section>
            <LetterPane
              title={en.answer.letter.outcome}
              about={{ kind: 'outcome', appealId: appeal.appealId }}
              {...{ isReadingOnly, onNote, toSender }}
            />
          </>
        )}
      </div>
    </>
  )
}

function Open(
  props: Pick<CaseProps, 'appeal' | 'labels' | 'isReadingOnly' | 'onNote' | 'onAnswered'>,
): ReactNode {
  const { appeal, isReadingOnly } = props
  if (appeal.isBarred) return <p className={styles.aside}>{words.barred}</p>
  return isReadingOnly ? null : <AnswerForm {...props} />
}

interface GoneProps {
  /** The id of the label that is on the comment instead; null where none is. */
  readonly standing: string | null
  readonly labels: readonly Label[]
}

function Gone({ standing, labels }: GoneProps): ReactNode {
  const name = labels.find(({ id }) => id === standing)?.name ?? standing
  return (
    <section className={styles.answered}>
      <h3 className="strong">{words.goneTitle}</h3>
      <p>
        {name === null ? words.gone : words.replaced(isolated(name))} {words.goneAfter}
      </p>
    </section>
  )
}

function Reason(props: { readonly reasoning: Reasoning; readonly labels: readonly Label[] }): ReactNode {
  const { coder, label: id, role, rule, passage, note } = props.reasoning
  const label = props.labels.find((one) => one.id === id)
  return (
    <article className={styles.reasoning}>
      <header className="row">
        <h3 className="strong one-line grow">
          <bdi>{coder}</bdi> {role && <span className="meta">{words.roles[role]}</span>}
        </h3>
        {label && <LabelChip label={label} />}
      </header>
      <dl>
        {rule !== null && (
          <div>
            <dt className="meta">{words.rule}</dt>
            <dd>
              <bdi>{rule}</bdi>
            </dd>
          </div>
        )}
        <Words title={words.passage}>{passage}</Words>
        <Words title={words.sentence}>{note}</Words>
      </dl>
    </article>
  )
}

interface WordsProps {
  readonly title: string
  /** Somebody's; null or empty for none. */
  readonly children: string | null
}

function Words({ title, children }: WordsProps): ReactNode {
  if (children === null || children === '') return null
  return (
    <div>
      <dt className="meta">{title}</dt>
      <dd className="said" dir="auto">
        {children}
      </dd>
    </div>
  )
}
