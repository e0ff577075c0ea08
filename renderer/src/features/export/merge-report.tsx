/** What a merge does, in numbers that add up, and each place where the two copies disagree. */
import { Fragment, type ReactNode } from 'react'
import type { ConflictKind, MergeConflict, MergeReport } from '../../../../core/contract/package-answers.ts'
import type { Label } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { day, moment } from '../../copy/format.ts'
import { LabelChip } from '../../ui/label-mark.tsx'
import { type LedgerLine, LedgerTable } from '../../ui/ledger.tsx'
import styles from './packages.module.css'

interface MergeReportProps {
  readonly report: MergeReport
  readonly labels: readonly Label[]
  readonly onOpen: (commentId: number) => void
  /** What has to be said first. */
  readonly children?: ReactNode
}

export function MergeReportView({ report, labels, onOpen, children }: MergeReportProps): ReactNode {
  const { lines, all } = ledgerOf(report)
  const now = new Date()
  const { package: from, lastAt } = report
  const facts = [
    en.merging.from(report),
    from && en.merging.fromWhen(day(from.madeAt, now)),
    lastAt !== null && en.merging.lastAt(moment(lastAt, now)),
  ].filter((fact) => typeof fact === 'string')
  return (
    <>
      <p className="muted">{facts.join(', ')}.</p>
      <div className={styles.ledger}>
        <LedgerTable lines={lines} sum={{ count: all, words: en.merging.lines.all }} remarks={[]} />
      </div>
      {children}
      <h2 className="section">
        {report.conflicts.length > 0 ? en.merging.conflicts : en.merging.noConflicts}
      </h2>
      <div className={styles.conflicts}>
        {report.conflicts.map(({ kind, count: many }) => (
          <Conflicts
            key={kind}
            {...{ kind, many, labels, onOpen }}
            listed={report.listed.filter((one) => one.kind === kind)}
          />
        ))}
      </div>
    </>
  )
}

function ledgerOf({ coders, decisions, undos, events, brought }: MergeReport): {
  readonly lines: readonly LedgerLine[]
  readonly all: number
} {
  const { lines: words } = en.merging
  const lines = [
    ...coders.map(({ name, decisions: by }) => ({ count: by, words: words.by(name, by) })),
    { count: undos.new, words: words.undos },
    { count: events.new, words: words.events(events.new) },
    { count: brought.comments, words: words.comments(brought.imports) },
    { count: decisions.here, words: words.here(decisions.here) },
  ].filter((line) => line.count > 0)
  return { lines, all: lines.reduce((sum, line) => sum + line.count, 0) }
}

const clockKinds: readonly ConflictKind[] = ['before-comment', 'before-earlier', 'in-future']

interface ConflictsProps {
  readonly kind: ConflictKind
  readonly many: number
  readonly listed: readonly MergeConflict[]
  readonly labels: readonly Label[]
  readonly onOpen: (commentId: number) => void
}

function Conflicts({ kind, many, listed, labels, onOpen }: ConflictsProps): ReactNode {
  // Of the project as a whole there is nothing to open.
  const rows = listed.filter(({ excerpt }) => excerpt !== null)
  return (
    <section>
      <h3>{en.merging.conflict[kind](many)}</h3>
      {clockKinds.includes(kind) && <p className="meta">{en.merging.clock}</p>}
      <ul>
        {rows.map((conflict, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that never moves, and a comment may stand in it twice.
          <li key={at}>
            <ConflictRow {...{ conflict, labels, onOpen }} />
          </li>
        ))}
      </ul>
      {rows.length > 0 && rows.length < many && <p className="meta">{en.merging.more(rows.length, many)}</p>}
    </section>
  )
}

interface ConflictRowProps extends Pick<ConflictsProps, 'labels' | 'onOpen'> {
  readonly conflict: MergeConflict
}

function ConflictRow({ conflict, labels, onOpen }: ConflictRowProps): ReactNode {
  const { commentId, excerpt, coder, ours, theirs, at, kind } = conflict
  const cells = (
    <>
      <span className="said one-line" dir="auto">
        {excerpt}
      </span>
      <span>
        {ours !== null && <Given id={ours} by={en.merging.said.ours} labels={labels} />}
        {theirs !== null && <Given id={theirs} by={en.merging.said.theirs(coder ?? '')} labels={labels} />}
        {clockKinds.includes(kind) && at !== null && <span className="meta">{moment(at, new Date())}</span>}
      </span>
    </>
  )
  if (commentId === null) return <div className={styles.row}>{cells}</div>
  return (
    <button type="button" className={styles.row} onClick={() => onOpen(commentId)}>
      {cells}
    </button>
  )
}

function Given(props: {
  readonly id: string
  readonly by: string
  readonly labels: readonly Label[]
}): ReactNode {
  const label = props.labels.find(({ id }) => id === props.id)
  return (
    <Fragment>
      {label ? <LabelChip label={label} /> : <bdi>{props.id}</bdi>}
      <span className="meta">{props.by}</span>
    </Fragment>
  )
}
