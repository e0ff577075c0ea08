/** One comment of the queue in two lines, or as a mark in the folded strip. */
import { type CSSProperties, type MouseEvent, memo, type ReactNode } from 'react'
import type { QueueRow } from '../../../../core/contract/answers.ts'
import type { Status } from '../../../../core/deciding/standing.ts'
import type { Label } from '../../../../core/labels.ts'
import { hitsIn } from '../../../../core/queue/hits.ts'
import type { Query } from '../../../../core/queue/query-terms.ts'
import { en } from '../../copy/en.ts'
import { day } from '../../copy/format.ts'
import { WithHits } from '../../ui/hits.tsx'
import { Mark, Pair, Picked, SuggestionMark, Todo } from '../../ui/label-mark.tsx'
import { Who } from '../../ui/said.tsx'
import { BandWords } from './band-words.tsx'
import styles from './queue.module.css'
import { heardStanding, isSettled, type Shown, sidesOf } from './shown-standing.ts'
import { bandLook } from './suggestion.ts'

interface QueueRowProps {
  readonly index: number
  readonly total: number
  readonly start: number
  readonly height: number
  /** Undefined while it is not read. */
  readonly row: QueueRow | undefined
  /** What a person decided; null when nobody has. */
  readonly label: Label | null
  readonly status: Status | null
  readonly labels: readonly Label[]
  /** The decision is on its way to the disk: the row dims when it is there. */
  readonly isPending: boolean
  readonly isCurrent: boolean
  /** Selected, to be decided with others at once; null while nothing is. */
  readonly isPicked: boolean | null
  readonly isFolded: boolean
  readonly hasSuggestion: boolean
  /** What was searched for: its words are underlined. */
  readonly query: Query
  readonly onOpen: (index: number, event: MouseEvent) => void
}

export const QueueRowView = memo(function QueueRowView(props: QueueRowProps): ReactNode {
  const { index, row, label, status, isCurrent, isPicked, isFolded, isPending } = props
  const standing: Shown = { label, status, sides: row ? sidesOf(row, props.labels) : [] }
  const settled = heardStanding(standing) ?? en.review.notDecided
  const state = row === undefined ? en.review.loadingRow : isPending ? en.deciding.saving(settled) : settled
  const style: CSSProperties = { transform: `translateY(${props.start}px)`, blockSize: props.height }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the desk move through the rows.
    <div
      role="option"
      className={styles.row}
      style={style}
      data-index={index}
      data-unread={row === undefined || undefined}
      data-current={isCurrent || undefined}
      data-decided={(isSettled(standing) && !isPending) || undefined}
      data-pending={isPending || undefined}
      data-picked={isPicked || undefined}
      aria-selected={isCurrent}
      // Beside the comment in the centre, which is the one that is selected in the list.
      aria-checked={isPicked ?? undefined}
      aria-posinset={index + 1}
      aria-setsize={props.total}
      aria-label={isFolded ? en.review.row(index + 1, state) : undefined}
      title={isFolded ? row?.excerpt : undefined}
      tabIndex={isCurrent ? 0 : -1}
      onClick={(event) => props.onOpen(index, event)}
    >
      <span className={styles.mark}>
        {isPicked ? <Picked /> : <StandingMark {...{ standing, isFolded, isCurrent }} />}
      </span>
      {!isFolded && <Words {...props} {...{ state, standing }} />}
    </div>
  )
})

/** In the folded strip a dispute has no other place. */
function StandingMark(props: {
  readonly standing: Shown
  readonly isFolded: boolean
  readonly isCurrent: boolean
}): ReactNode {
  const { standing, isFolded, isCurrent } = props
  const { label, status, sides } = standing
  if (status === 'disputed' && isFolded && sides.length > 0) return <Pair sides={sides} />
  if (label === null || status === 'disputed') return <Todo isCurrent={isCurrent} />
  return <Mark look={label} fill={status === 'proposed' ? 'half' : 'full'} />
}

function Words({
  row,
  query,
  standing,
  labels,
  hasSuggestion,
  state,
}: QueueRowProps & { readonly state: string; readonly standing: Shown }): ReactNode {
  if (row === undefined) return <span className="meta">{en.review.loadingRow}</span>
  const { prediction } = row
  const date = day(row.createdAt, new Date())
  return (
    <>
      <span className="only-heard">{state}: </span>
      <span className={`said one-line ${styles.text}`} dir="auto">
        <WithHits text={row.excerpt} hits={hitsIn(row.excerpt, query)} />
      </span>
      <span className={styles.sub}>
        <span className={styles.where}>
          <span>
            <Who name={row.author} unknown={en.review.noAuthor} />
          </span>
          <bdi>{row.thread}</bdi>
          {date !== '' && <span>{date}</span>}
        </span>
        {standing.status === 'disputed' && <Pair sides={standing.sides} />}
        {hasSuggestion && standing.label === null && prediction && !row.isMeasuring && (
          <SuggestionMark
            look={bandLook(prediction.band, labels)}
            words={<BandWords band={prediction.band} labels={labels} isShort />}
          />
        )}
      </span>
    </>
  )
}
