/** Ten comments of the band, at random, to be read one after the other. The one in front is shown whole. */
import { type ReactNode, useEffect, useRef } from 'react'
import type { SampledComment } from '../../../../../core/contract/many-answers.ts'
import type { Label } from '../../../../../core/labels.ts'
import { en } from '../../../copy/en.ts'
import { isolated } from '../../../copy/format.ts'
import { shownKey } from '../../../keyboard/shortcuts.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Key } from '../../../ui/key.tsx'
import { LabelChip } from '../../../ui/label-mark.tsx'
import { Said, Who } from '../../../ui/said.tsx'
import styles from './bulk.module.css'
import type { Saying } from './sayings.ts'
import type { Verdict } from './state.ts'
import { sampleSize } from './use-draw.ts'
import type { ManyPage } from './use-many.ts'

interface TenProps {
  readonly page: ManyPage
  readonly sayings: readonly Saying[]
}

export function Ten({ page, sayings }: TenProps): ReactNode {
  const { state, reading, dispatch } = page
  const rows = state.draw?.rows ?? []
  const list = useRef<HTMLOListElement>(null)
  useFocusInFront(list, state.at)
  const title = rows.length < sampleSize && reading.isWhole ? en.many.some(rows.length) : en.many.ten
  return (
    <section aria-labelledby="ten" aria-busy={state.draw === null}>
      <header className={`row wraps ${styles.tenHead}`}>
        <h2 id="ten" className="section">
          {title}
        </h2>
        <p className="meta">
          {state.draw !== null && <span>{en.many.read(reading.read, rows.length)}</span>}
          {sayings.map(({ key, word }) => (
            <span key={key}>
              <Key>{shownKey(key)}</Key> {word}
            </span>
          ))}
        </p>
      </header>
      {state.draw === null && <p className={`muted ${styles.waiting}`}>{en.many.drawing}</p>}
      <ol ref={list} className={styles.ten}>
        {rows.map((row, at) => (
          <Row
            key={row.commentId}
            row={row}
            at={at}
            of={rows.length}
            page={page}
            sayings={at === state.at ? sayings : []}
            verdict={state.verdicts[row.commentId]}
            onFront={() => dispatch({ type: 'at', at })}
          />
        ))}
      </ol>
    </section>
  )
}

interface RowProps extends TenProps {
  readonly row: SampledComment
  readonly at: number
  readonly of: number
  readonly verdict: Verdict | undefined
  readonly onFront: () => void
}

function Row({ row, at, of, page, sayings, verdict, onFront }: RowProps): ReactNode {
  const isFront = at === page.state.at
  const said = verdictWords(verdict, page)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: J and K move through the rows.
    <li
      className={styles.row}
      data-front={isFront || undefined}
      data-read={verdict !== undefined || undefined}
      tabIndex={isFront ? 0 : -1}
      aria-current={isFront || undefined}
      onClick={isFront ? undefined : onFront}
    >
      <span className="only-heard">{en.many.row(at + 1, of, said)}</span>
      <span className={`meta ${styles.place}`} aria-hidden="true">
        {at + 1}
      </span>
      {isFront ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what can scroll must be reachable by keyboard.
        <div className={styles.whole} tabIndex={0} data-scrolls>
          <Said text={row.text} />
        </div>
      ) : (
        <Said text={row.text} lines={1} />
      )}
      <span className={`meta ${styles.who}`}>
        <Who name={row.author} unknown={en.review.noAuthor} />
      </span>
      <span className={styles.verdict} aria-hidden="true">
        <VerdictMark verdict={verdict} page={page} />
      </span>
      {isFront && (
        <div className={styles.sayings}>
          {sayings.map(({ key, name, run }) => (
            <Button key={key} size="small" keyCap={shownKey(key)} onClick={run}>
              {name}
            </Button>
          ))}
        </div>
      )}
    </li>
  )
}

function verdictWords(verdict: Verdict | undefined, { state, targets }: ManyPage): string {
  if (verdict === undefined) return en.many.unread
  if (verdict.label === state.target) return en.many.fits
  const label = targets.find(({ id }) => id === verdict.label)
  return label ? en.many.instead(isolated(label.name)) : en.many.keptOut
}

interface MarkProps {
  readonly verdict: Verdict | undefined
  readonly page: ManyPage
}

function VerdictMark({ verdict, page }: MarkProps): ReactNode {
  const words = verdictWords(verdict, page)
  const label: Label | undefined = page.targets.find(({ id }) => id === verdict?.label)
  if (verdict === undefined) return <span className="meta">{words}</span>
  if (label && label.id !== page.state.target) return <LabelChip label={{ ...label, name: words }} />
  return (
    <span className={styles.fits}>
      <Icon name={verdict.label === null ? 'cross' : 'check'} size={14} />
      {words}
    </span>
  )
}

/** The focus goes where the front goes, while it is in the list. */
function useFocusInFront(list: { readonly current: HTMLElement | null }, at: number): void {
  useEffect(() => {
    const row = list.current?.children[at]
    if (!(row instanceof HTMLElement)) return
    const isHere =
      list.current?.contains(document.activeElement) || document.activeElement?.localName === 'main'
    if (isHere) row.focus({ preventScroll: true })
    row.scrollIntoView({ block: 'nearest' })
  }, [list, at])
}
