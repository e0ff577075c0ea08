/** A comment in the tree of its thread; the one to decide is whole. */
import { type CSSProperties, type ReactNode, useRef } from 'react'
import type { CommentView, ThreadItem } from '../../../../core/contract/answers.ts'
import type { Label } from '../../../../core/labels.ts'
import { hiddenIn } from '../../../../core/text/hidden.ts'
import { en } from '../../copy/en.ts'
import { moment } from '../../copy/format.ts'
import { kindBefore } from '../../copy/names.ts'
import { labelShortcuts } from '../../keyboard/label-shortcuts.ts'
import { shownKey } from '../../keyboard/shortcuts.ts'
import { Icon } from '../../ui/icon.tsx'
import { Key } from '../../ui/key.tsx'
import { SuggestionMark } from '../../ui/label-mark.tsx'
import { Said, Who } from '../../ui/said.tsx'
import { BandWords } from './band-words.tsx'
import { CommentText } from './comment-text.tsx'
import { isSettled, type Shown } from './shown-standing.ts'
import { HeardStanding, StandingChip } from './standing-chip.tsx'
import { isPending } from './state.ts'
import { bandLook } from './suggestion.ts'
import styles from './thread.module.css'
import type { Desk } from './use-desk.ts'
import { useDrawn } from './use-drawn.ts'
import { isDecidable, type Tree } from './use-tree.ts'

interface ThreadRowProps {
  readonly desk: Desk
  readonly comment: CommentView | null
  readonly labels: readonly Label[]
  readonly tree: Tree
  readonly place: number
  /** Undefined while it is not read. */
  readonly item: ThreadItem | undefined
  /** When the comment before was written. */
  readonly before: string | null
}

/** Deeper answers stand no further in, or nothing would be left of the line; their level is written down instead. */
const deepest = 8
/** Keys are named for so many labels; more would leave no room for the name. */
const mostKeys = 5

export function ThreadRow(props: ThreadRowProps): ReactNode {
  const { desk, tree, place, item, labels } = props
  if (item === undefined) return <Unread place={place} isCurrent={place === tree.current} />
  const isCurrent = item.commentId === desk.state.spot?.commentId
  const isFolded = tree.isFolded(place)
  const depth = Math.min(item.depth, deepest)
  const standing = desk.standingOf(item)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the tree move through the rows.
    <div
      role="treeitem"
      className={styles.row}
      style={{ '--depth': depth } as CSSProperties}
      tabIndex={place === tree.current ? 0 : -1}
      aria-level={item.depth + 1}
      aria-setsize={item.siblings}
      aria-posinset={item.sibling}
      aria-expanded={item.below > 0 ? !isFolded : undefined}
      aria-selected={isCurrent}
      data-place={place}
      data-current={isCurrent || undefined}
      data-decided={(isSettled(standing) && !isPending(desk.state, item.commentId)) || undefined}
      onClick={() => isCurrent || tree.goTo(place)}
    >
      {Array.from({ length: depth }, (_, level) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line for each level, and levels never move.
        <i key={level} className={styles.line} style={{ '--level': level } as CSSProperties} />
      ))}
      {item.below > 0 && <Toggle {...props} item={item} isFolded={isFolded} />}
      <div className={styles.words}>
        <By {...props} item={item} isFolded={isFolded} />
        <Words {...props} item={item} isCurrent={isCurrent} />
      </div>
      <State {...{ desk, item, standing, labels, isCurrent }} />
    </div>
  )
}

function Unread({ place, isCurrent }: { readonly place: number; readonly isCurrent: boolean }): ReactNode {
  return (
    <div
      role="treeitem"
      className={styles.row}
      data-place={place}
      tabIndex={isCurrent ? 0 : -1}
      aria-selected={isCurrent}
      aria-level={1}
    >
      <span className="meta">{en.reading.loadingRow}</span>
    </div>
  )
}

type Read = ThreadRowProps & { readonly item: ThreadItem; readonly isFolded: boolean }

/** For the pointer; the keyboard has the arrows of the tree. */
function Toggle({ tree, place, item, isFolded }: Read): ReactNode {
  return (
    <span
      className={styles.toggle}
      aria-hidden="true"
      title={isFolded ? en.reading.unfold(item.below) : en.reading.fold}
      onClick={(event) => {
        event.stopPropagation()
        tree.toggle({ place, below: item.below })
      }}
    >
      <Icon name={isFolded ? 'right' : 'down'} size={14} />
    </span>
  )
}

function By({ tree, place, item, isFolded, before }: Read): ReactNode {
  return (
    <p className={styles.by}>
      <b className="one-line">
        <Who name={item.author} unknown={en.review.noAuthor} />
      </b>{' '}
      <span className={styles.when}>
        {kindBefore(item.kind)}
        {moment(item.createdAt, new Date(), before)}
        {item.depth > deepest && ` · ${en.reading.level(item.depth + 1)}`}
      </span>
      {isFolded && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the right arrow unfolds.
        // biome-ignore lint/a11y/noStaticElementInteractions: as the toggle.
        <span
          className={styles.folded}
          onClick={(event) => {
            event.stopPropagation()
            tree.toggle({ place, below: item.below })
          }}
        >
          <Icon name="right" size={14} />
          {en.reading.folded(item.below)}
        </span>
      )}
    </p>
  )
}

function Words({
  desk,
  comment,
  labels,
  item,
  isCurrent,
}: ThreadRowProps & {
  readonly item: ThreadItem
  readonly isCurrent: boolean
}): ReactNode {
  if (isCurrent && comment?.commentId === item.commentId) return <Current {...{ desk, comment, labels }} />
  if (item.length === 0) return <p className="muted">{en.reading.empty}</p>
  return <Said text={item.text} lines={2} hidden={desk.state.showsHidden ? hiddenIn(item.text) : []} />
}

interface CurrentProps {
  readonly desk: Desk
  readonly comment: CommentView
  readonly labels: readonly Label[]
}

/** The comment to decide, whole. */
function Current({ desk, comment, labels }: CurrentProps): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  useDrawn({ desk, comment, place })
  return (
    <div ref={place}>
      <CommentText key={comment.commentId} desk={desk} comment={comment} labels={labels} />
    </div>
  )
}

interface StateProps {
  readonly desk: Desk
  readonly item: ThreadItem
  readonly standing: Shown
  readonly labels: readonly Label[]
  readonly isCurrent: boolean
}

/** Filled: a person decided. Half-filled: proposed. Hollow: the model suggests, where that may be seen. */
function State({ desk, item, standing, labels, isCurrent }: StateProps): ReactNode {
  const { label } = standing
  const keys = labelShortcuts(labels)
  // Posts are context: there is nothing to decide on them.
  const band = desk.showsSuggestions && isDecidable(item) ? item.prediction?.band : undefined
  return (
    <span className={styles.state}>
      {isCurrent && isDecidable(item) && keys.length <= mostKeys && (
        <span className={styles.keys} aria-hidden="true">
          {keys.map(({ label: one, keys: [key] }) => (
            <span key={one.id}>{key !== undefined && <Key>{shownKey(key)}</Key>}</span>
          ))}
        </span>
      )}
      <HeardStanding standing={standing} />
      <StandingChip standing={standing} />
      {label === null && band !== undefined && (
        <>
          <span className="only-heard">{en.reading.suggested}</span>
          <SuggestionMark
            look={bandLook(band, labels)}
            words={<BandWords band={band} labels={labels} isShort />}
          />
        </>
      )}
    </span>
  )
}
