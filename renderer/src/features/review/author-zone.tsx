/** What else the same author wrote in this project, with what was decided on it. Never a score on the person. */
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { AuthorItem, ProjectSummary } from '../../../../core/contract/answers.ts'
import { useCommand } from '../../client/use-command.ts'
import { en } from '../../copy/en.ts'
import { moment } from '../../copy/format.ts'
import { kindBefore } from '../../copy/names.ts'
import { shortcuts } from '../../keyboard/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { SuggestionMark } from '../../ui/label-mark.tsx'
import { Said } from '../../ui/said.tsx'
import styles from './author.module.css'
import { BackButton } from './back-button.tsx'
import { BandWords } from './band-words.tsx'
import reading from './reading.module.css'
import { isSettled } from './shown-standing.ts'
import { HeardStanding, StandingChip } from './standing-chip.tsx'
import { isPending, type Spot } from './state.ts'
import { bandLook } from './suggestion.ts'
import { useAuthor } from './use-author.ts'
import type { Desk } from './use-desk.ts'
import { isDecidable } from './use-tree.ts'

interface AuthorZoneProps {
  readonly desk: Desk
  readonly project: ProjectSummary
  /** The comment that somebody came from. */
  readonly from: Spot
}

const words = en.reading
const likelyHeight = 72

export function AuthorZone({ desk, project, from }: AuthorZoneProps): ReactNode {
  const { facts, rows } = useAuthor(from.commentId, desk.state.handle?.queueId ?? null)
  const list = useRef<HTMLUListElement>(null)
  const [at, setAt] = useState(0)
  const total = facts?.total ?? 0
  const virtualizer = useVirtualizer({
    count: Math.max(total, 1),
    getScrollElement: () => list.current?.parentElement ?? null,
    estimateSize: () => likelyHeight,
    rangeExtractor: (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), at])].toSorted((a, b) => a - b),
    overscan: 6,
  })
  const items = virtualizer.getVirtualItems()
  const indexes = items.map(({ index }) => index)
  const seen = indexes.join()
  const { want } = rows
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows, written down.
  useEffect(() => want(indexes), [want, seen])
  useEffect(() => {
    desk.walk.current = {
      step: (by) => {
        // Before the list is read, and of nobody, there is no row to go to.
        const to = Math.max(0, Math.min(total - 1, at + by))
        setAt(to)
        virtualizer.scrollToIndex(to, { align: 'auto' })
      },
      following: () => null,
    }
    return () => {
      desk.walk.current = null
    }
  })
  useRowFocus(list, at, rows.at(at) !== undefined)
  return (
    <section className="zone" aria-label={words.author}>
      <AuthorHead desk={desk} author={facts?.author ?? null} total={facts?.total ?? null} />
      <div className={styles.body} data-reading tabIndex={-1}>
        <Lede desk={desk} project={project} total={facts?.total ?? null} author={facts?.author ?? null} />
        <ul ref={list} className={styles.rows} style={{ blockSize: virtualizer.getTotalSize() }}>
          {facts !== null &&
            total > 0 &&
            items.map(({ index, start }) => (
              <li
                key={index}
                ref={virtualizer.measureElement}
                data-index={index}
                style={{ transform: `translateY(${start}px)` }}
              >
                <AuthorRow
                  {...{ desk, project, from, index }}
                  item={rows.at(index)}
                  onFocus={() => setAt(index)}
                />
              </li>
            ))}
        </ul>
      </div>
    </section>
  )
}

/** The focus is on the row that J and K went to, and on the first one when the list has come. */
function useRowFocus(list: { readonly current: HTMLElement | null }, at: number, isRead: boolean): void {
  const last = useRef(-1)
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(`[data-index="${at}"] button`)
    if (!isRead || !row || last.current === at) return
    last.current = at
    row.focus({ preventScroll: true })
  })
}

interface HeadProps {
  readonly desk: Desk
  readonly author: string | null
  readonly total: number | null
}

function AuthorHead({ desk, author, total }: HeadProps): ReactNode {
  return (
    <header className={`zone-head ${reading.head}`}>
      <BackButton shortcut={shortcuts.author} onClick={() => desk.dispatch({ type: 'back' })} />
      <h2 className="one-line">
        <span className="muted">{words.author}: </span>
        <bdi className="strong">{words.authorTitle(author)}</bdi>
      </h2>
      <span className="grow" />
      {total !== null && <p className={reading.position}>{words.authorCount(total)}</p>}
    </header>
  )
}

function Lede({ desk, project, total, author }: HeadProps & { readonly project: ProjectSummary }): ReactNode {
  const update = useCommand('project.update')
  const hint = useId()
  if (total === null) return null
  return (
    <div className={styles.lede}>
      <p className="meta">
        {total === 0 ? words.authorNobody : total === 1 ? words.authorOnly : words.authorLede}
      </p>
      {author !== null && (
        <Button
          size="small"
          isPressed={project.pseudonyms}
          isDisabled={desk.isReader}
          describedBy={project.pseudonyms ? hint : undefined}
          onClick={() => update.run({ pseudonyms: !project.pseudonyms })}
        >
          {words.pseudonyms}
        </Button>
      )}
      {project.pseudonyms && (
        <p id={hint} className="meta">
          {words.pseudonymsHint}
        </p>
      )}
    </div>
  )
}

interface RowProps extends AuthorZoneProps {
  readonly index: number
  /** Undefined while it is not read. */
  readonly item: AuthorItem | undefined
  readonly onFocus: () => void
}

function AuthorRow({ desk, project, from, item, onFocus }: RowProps): ReactNode {
  if (item === undefined) return <p className={`meta ${styles.row}`}>{words.loadingRow}</p>
  const { labels } = project.codebook
  const standing = desk.standingOf(item)
  const { label } = standing
  const band = desk.showsSuggestions && isDecidable(item) ? item.prediction?.band : undefined
  const isHere = item.commentId === from.commentId
  return (
    <button
      type="button"
      className={styles.row}
      aria-current={isHere || undefined}
      data-decided={(isSettled(standing) && !isPending(desk.state, item.commentId)) || undefined}
      onFocus={onFocus}
      onClick={() =>
        isHere
          ? desk.dispatch({ type: 'back' })
          : desk.visit({ commentId: item.commentId, index: item.queueIndex })
      }
    >
      <span className={styles.by}>
        <bdi className="one-line">{item.thread}</bdi>
        <span className={styles.when}>
          {kindBefore(item.kind)}
          {moment(item.createdAt, new Date())}
        </span>
        {isHere && <span>· {words.authorHere}</span>}
      </span>
      <span className={styles.state}>
        <HeardStanding standing={standing} />
        <StandingChip standing={standing} />
        {label === null && band !== undefined && (
          <SuggestionMark
            look={bandLook(band, labels)}
            words={<BandWords band={band} labels={labels} isShort />}
          />
        )}
      </span>
      {item.length === 0 ? (
        <span className="muted">{words.empty}</span>
      ) : (
        <Said as="span" text={item.text} lines={2} />
      )}
    </button>
  )
}
