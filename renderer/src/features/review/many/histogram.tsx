/** How the scores are spread, as bars, with the band that is chosen among them. Its edges are dragged, or moved by keys. */
import { type PointerEvent, type ReactNode, useRef } from 'react'
import type { Label } from '../../../../../core/labels.ts'
import { type ScoreBand, widerBins } from '../../../../../core/queue/histogram.ts'
import { en } from '../../../copy/en.ts'
import { count, isolated } from '../../../copy/format.ts'
import { labelWord } from '../../../copy/names.ts'
import { AsTable, Numbers } from '../../../ui/numbers.tsx'
import { Plot, usePlotScale } from '../../../ui/plot.tsx'
import { Bars, frame } from './bars.tsx'
import { Edge } from './edge.tsx'
import styles from './histogram.module.css'

export interface HistogramProps {
  /** See `ScoreCounts`. */
  readonly bins: readonly number[]
  /** Whose score it is. */
  readonly scored: Label
  /** The label that the band is to get: its colour. */
  readonly target: Label | null
  readonly band: ScoreBand
  /** Undecided comments in the band. */
  readonly inBand: number
  /** A share in [0, 1]; null for none. */
  readonly likelyFrom: number | null
  readonly onBand: (band: ScoreBand) => void
}

const tableRows = 20

export function Histogram(props: HistogramProps): ReactNode {
  const { scored, band, inBand, onBand } = props
  const scale = usePlotScale()
  /** What stays where it is while the band is dragged, in hundredths. */
  const anchor = useRef<number | null>(null)
  const letGo = () => {
    anchor.current = null
  }
  return (
    <div
      className={styles.ground}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        // An edge is dragged against the other one; anything else begins a band where it is touched.
        anchor.current = heldEdge(event.target, band) ?? hundredthAt(event, scale)
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => {
        if (anchor.current !== null) onBand(between(anchor.current, hundredthAt(event, scale)))
      }}
      onPointerUp={letGo}
      onPointerCancel={letGo}
    >
      <Plot
        label={en.many.chart(labelWord(scored), band, inBand)}
        height={frame.height}
        draw={(width) => <Bars {...props} width={width} />}
      />
      <Edge side="from" band={band} said={en.many.band(band, inBand)} onBand={onBand} />
      <Edge side="to" band={band} said={en.many.band(band, inBand)} onBand={onBand} />
    </div>
  )
}

/** The same as numbers. */
export function ScoreTable({ bins, scored }: Pick<HistogramProps, 'bins' | 'scored'>): ReactNode {
  return (
    <AsTable>
      <Numbers
        caption={en.many.axis(isolated(scored.name))}
        columns={[en.many.columns.score, en.many.columns.comments]}
        rows={widerBins(bins, tableRows).map((comments, row) => [
          `${(row * 100) / tableRows} to ${((row + 1) * 100) / tableRows}`,
          count(comments),
        ])}
      />
    </AsTable>
  )
}

/** The edge across from the one that was taken hold of; null where none was. */
function heldEdge(target: EventTarget, { from, to }: ScoreBand): number | null {
  const edge = target instanceof Element ? target.closest<HTMLElement>('[data-edge]') : null
  if (edge === null) return null
  return edge.dataset.edge === 'from' ? to : from
}

function hundredthAt({ clientX, currentTarget }: PointerEvent, scale: number): number {
  const { left, width } = currentTarget.getBoundingClientRect()
  const room = width / scale - frame.left - frame.right
  const share = ((clientX - left) / scale - frame.left) / Math.max(1, room)
  return Math.max(0, Math.min(100, Math.round(share * 100)))
}

/** At least one hundredth wide. */
function between(one: number, other: number): ScoreBand {
  const [from, to] = [Math.min(one, other), Math.max(one, other)]
  if (from < to) return { from, to }
  return to === 100 ? { from: 99, to } : { from, to: from + 1 }
}
