/** The middle of the desk when there is no comment to decide: all done, nothing found, or nothing added yet. */
import { type ReactNode, useEffect } from 'react'
import type { QueueHandle } from '../../../../core/contract/answers.ts'
import type { Label } from '../../../../core/labels.ts'
import { useQuery } from '../../client/use-query.ts'
import { en } from '../../copy/en.ts'
import { count } from '../../copy/format.ts'
import { shortcuts, shownKey } from '../../keyboard/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Mark } from '../../ui/label-mark.tsx'
import { PageMessage } from '../../ui/page-message.tsx'
import { focusReading } from './focus-reading.ts'
import styles from './reading.module.css'
import { isWithOthers, noFilter } from './state.ts'
import type { Desk } from './use-desk.ts'

interface NothingHereProps {
  readonly desk: Desk
  readonly labels: readonly Label[]
  readonly onShare: () => void
  readonly onProgress: () => void
  readonly onAddComments: () => void
}

export function NothingHere(props: NothingHereProps): ReactNode {
  const { desk, labels, onShare, onProgress, onAddComments } = props
  const stats = useQuery('project.stats', {}).value
  const { handle } = desk.state
  // What had the focus may have gone with the last comment.
  useEffect(() => {
    if (document.activeElement === document.body) focusReading()
  }, [])
  const clear = () => desk.dispatch({ type: 'filtered', filter: noFilter })
  if (stats === null) return <section className="zone" aria-label={en.review.comment} />
  const add = (
    <Button kind="primary" size="big" onClick={onAddComments} keyCap={shownKey(shortcuts.chooseFile.keys[0])}>
      {en.done.add}
    </Button>
  )
  if (stats.comments === 0) {
    return (
      <Page title={en.done.noComments} lede={en.done.noCommentsLede}>
        {add}
      </Page>
    )
  }
  if (stats.decidable === 0) {
    return (
      <Page title={en.done.nothingToDecide} lede={en.import.undecidableWhy} after={en.import.undecidableDo}>
        {add}
      </Page>
    )
  }
  if (handle !== null && isWithOthers(handle.filter))
    return <NoneWithOthers handle={handle} onLeave={clear} />
  const left = stats.decidable - stats.decided
  const isOverlooked =
    handle?.total === 0 && !(handle.filter.show === 'undecided' && handle.filter.text === '' && left === 0)
  if (isOverlooked) {
    return (
      <Page title={en.done.nothing} lede={en.done.nothingLede(stats.comments)}>
        <Button kind="primary" size="big" onClick={clear}>
          {en.done.clear}
        </Button>
      </Page>
    )
  }
  return (
    <Page
      title={en.done.title}
      lede={<DoneLede decided={stats.decided} today={stats.decidedToday} />}
      tally={<Tally labels={labels} byLabel={stats.byLabel} />}
      after={left > 0 ? en.done.allUndecided(left) : null}
    >
      {left > 0 ? (
        <Button kind="primary" size="big" onClick={clear}>
          {en.done.clear}
        </Button>
      ) : (
        <Button kind="primary" size="big" onClick={onShare} keyCap={shownKey(shortcuts.goShare.keys[0])}>
          {en.done.share}
        </Button>
      )}
      <Button size="big" onClick={onProgress} keyCap={shownKey(shortcuts.goProgress.keys[0])}>
        {en.done.progress}
      </Button>
      <Button size="big" onClick={() => desk.dispatch({ type: 'filtered', filter: { show: 'decided' } })}>
        {en.done.again}
      </Button>
    </Page>
  )
}

/** Of what others decided nothing waits, or nothing any more. */
function NoneWithOthers(props: { readonly handle: QueueHandle; readonly onLeave: () => void }): ReactNode {
  const { total, filter } = props.handle
  const { queues } = en.judging
  const isSecond = filter.show === 'second'
  const none = isSecond
    ? { title: queues.noSecond, lede: queues.noSecondLede }
    : { title: queues.noDispute, lede: queues.noDisputeLede }
  const done = isSecond
    ? { title: queues.doneSecond, lede: queues.doneSecondLede }
    : { title: queues.doneDisputes, lede: queues.doneDisputesLede }
  return (
    <Page {...(total === 0 ? none : done)}>
      <Button kind="primary" size="big" onClick={props.onLeave}>
        {queues.back}
      </Button>
    </Page>
  )
}

interface DoneLedeProps {
  readonly decided: number
  readonly today: number
}

/** How many, and how long each took; that comes a moment later, for it is counted. */
function DoneLede({ decided, today }: DoneLedeProps): ReactNode {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const medianMs = useQuery('progress.report', { timeZone, coder: null }).value?.time.medianMs ?? null
  return en.done.lede(decided, today, medianMs)
}

interface PageProps {
  readonly title: string
  readonly lede: ReactNode
  readonly tally?: ReactNode
  readonly after?: string | null
  readonly children: ReactNode
}

function Page({ title, lede, tally, after, children }: PageProps): ReactNode {
  return (
    <section className={styles.plain} aria-label={en.review.comment}>
      <PageMessage title={title} lede={lede} actions={children}>
        {tally}
        {after && <p className="muted">{after}</p>}
      </PageMessage>
    </section>
  )
}

/** More labels than this stand in two columns. */
const mostInOne = 6

/** How often each label stands, the most frequent first. */
function Tally(props: {
  readonly labels: readonly Label[]
  readonly byLabel: Readonly<Record<string, number>>
}): ReactNode {
  const counts = props.labels
    .map((label) => ({ label, standing: props.byLabel[label.id] ?? 0 }))
    .toSorted((a, b) => b.standing - a.standing)
  return (
    <ul className={styles.tally} data-many={counts.length > mostInOne || undefined}>
      {counts.map(({ label, standing }) => (
        <li key={label.id}>
          <Mark look={label} />
          <bdi>{label.name}</bdi>
          <b>{count(standing)}</b>
        </li>
      ))}
    </ul>
  )
}
