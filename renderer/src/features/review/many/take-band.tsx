/** The right of the page: what the band is taken as, what ten comments can say of it, and the step itself. */
import type { ReactNode } from 'react'
import { upperBound } from '../../../../../core/evaluation/intervals.ts'
import { harmfulLabel, type Label } from '../../../../../core/labels.ts'
import { countWithin, narrower } from '../../../../../core/queue/histogram.ts'
import { en } from '../../../copy/en.ts'
import { labelWord, wordOf } from '../../../copy/names.ts'
import { KeyButton } from '../../../keyboard/key-button.tsx'
import { shortcuts, shownKey } from '../../../keyboard/shortcuts.ts'
import { Button } from '../../../ui/button.tsx'
import { Key } from '../../../ui/key.tsx'
import { Mark } from '../../../ui/label-mark.tsx'
import styles from './bulk.module.css'
import { ManyRunning } from './many-running.tsx'
import { Never } from './never.tsx'
import type { Outcome } from './state.ts'
import { sampleSize } from './use-draw.ts'
import type { ManyPage } from './use-many.ts'

interface TakeBandProps {
  readonly page: ManyPage
  readonly labels: readonly Label[]
}

export function TakeBand({ page, labels }: TakeBandProps): ReactNode {
  const { state } = page
  const harmful = harmfulLabel({ labels })
  return (
    <section className={`zone ${styles.take}`} aria-label={en.many.take}>
      <header className={`zone-head ${styles.takeHead}`}>
        <h2 id="take" className="strong">
          {en.many.take}
        </h2>
      </header>
      <div className={styles.takeBody}>
        <Targets page={page} />
        {harmful && <Never label={harmful} why={en.many.neverWhy} />}
        <hr />
        {state.draw !== null && state.draw.undecided > 0 && <Says page={page} />}
        <span className="grow" />
        {state.outcome && <Done outcome={state.outcome} page={page} labels={labels} />}
        <Step page={page} />
      </div>
    </section>
  )
}

function Targets({ page }: { readonly page: ManyPage }): ReactNode {
  const { targets, state, dispatch } = page
  return (
    <div className={styles.targets} role="radiogroup" aria-labelledby="take">
      {targets.map((label) => (
        <label key={label.id} className={`${styles.target} ${label.tone}`}>
          <input
            type="radio"
            name="target"
            className={styles.radio}
            checked={label.id === state.target}
            onChange={() => dispatch({ type: 'target', label: label.id })}
          />
          <Mark look={label} />
          <bdi>{label.name}</bdi>
        </label>
      ))}
    </div>
  )
}

function Says({ page }: { readonly page: ManyPage }): ReactNode {
  const { state, reading, histogram, target, dispatch, isStale, inBand } = page
  const { read, misfits, isWhole } = reading
  const rows = state.draw?.rows.length ?? 0
  const bins = histogram?.bins ?? []
  const scores = misfits.flatMap(({ share }) => share ?? [])
  const less = isWhole || scores.length === 0 ? null : narrower(state.band, scores, bins)
  const now = countWithin(bins, state.band)
  return (
    <section className={styles.says}>
      <h3 className="strong">{en.many.says}</h3>
      <p className="meta" aria-live="polite">
        {read === 0
          ? en.many.notYet(rows)
          : isWhole && read === rows
            ? en.many.whole(misfits.length, read)
            : en.many.bound(
                misfits.length,
                read,
                upperBound(misfits.length, read),
                target ? labelWord(target) : '',
              )}
      </p>
      {less && (
        <>
          <p className="meta">{en.many.narrower(less, countWithin(bins, less), misfits.length)}</p>
          <Button size="small" onClick={() => dispatch({ type: 'band', band: less })}>
            {en.many.narrow(less)}
          </Button>
        </>
      )}
      {isStale && now !== inBand && (
        <>
          <p className="meta">{en.many.changed(now)}</p>
          <Button size="small" onClick={() => dispatch({ type: 'again' })}>
            {en.many.again}
          </Button>
        </>
      )}
    </section>
  )
}

function Step({ page }: { readonly page: ManyPage }): ReactNode {
  const { state, reading, busy, target, isReader, mark } = page
  const { draw } = state
  const unread = (draw?.rows.length ?? sampleSize) - reading.read
  const canMark = draw !== null && unread === 0 && reading.count > 0 && busy === null && !isReader
  const out = reading.keptOut.length
  const count = draw === null ? Math.max(0, page.inBand) : reading.count
  return (
    <div className={styles.step}>
      <Button
        kind={canMark || busy === 'marking' ? 'primary' : 'plain'}
        isIdle={!canMark}
        describedBy="step"
        onClick={mark}
      >
        {busy === 'marking' ? en.many.marking(count) : en.many.mark(count, target ? labelWord(target) : '')}
      </Button>
      <ManyRunning />
      <p id="step" className="meta">
        {isReader && `${en.reader.refused} `}
        {draw !== null && unread > 0 && `${en.many.readFirst(unread, draw.rows.length)} `}
        {out > 0 && `${en.many.out(out)} `}
        {reading.own.length > 0 && `${en.many.ownOnes(reading.own.length, out)} `}
        {en.many.oneStep} <Key>{shownKey(shortcuts.undo.keys[0])}</Key>
      </p>
    </div>
  )
}

interface DoneProps extends TakeBandProps {
  readonly outcome: Outcome
}

function Done({ outcome, page, labels }: DoneProps): ReactNode {
  if (outcome.kind === 'undone') return <p className={styles.done}>{en.many.undone(outcome.count)}</p>
  return (
    <div className={styles.done}>
      <p className="strong">{en.many.marked(outcome.count, wordOf(outcome.label, labels))}</p>
      {outcome.passedOver > 0 && <p className="meta">{en.many.metMeanwhile(outcome.passedOver)}</p>}
      <KeyButton
        size="small"
        icon="undo"
        shortcut={shortcuts.undo}
        isIdle={page.busy !== null}
        onClick={page.undo}
      >
        {page.busy === 'undoing' ? en.many.undoing : en.many.undo}
      </KeyButton>
    </div>
  )
}
