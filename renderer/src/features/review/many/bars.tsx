/** What is drawn of the histogram: bars by the square root of their numbers, the band behind them, and its words. */
import type { ReactNode } from 'react'
import { type ScoreBand, widerBins } from '../../../../../core/queue/histogram.ts'
import { en } from '../../../copy/en.ts'
import { count, isolated } from '../../../copy/format.ts'
import { labelWord } from '../../../copy/names.ts'
import { plotStyles as plot } from '../../../ui/plot.tsx'
import { type Scale, scale } from '../../../ui/scale.ts'
import styles from './histogram.module.css'
import type { HistogramProps } from './histogram.tsx'
import { rootTicks } from './root-ticks.ts'

const bars = 40
/** From the left, from the right, and from the top. */
export const frame = {
  left: 44,
  right: 14,
  top: 8,
  highest: 20,
  axis: 196,
  ticks: 214,
  title: 232,
  height: 236,
}
const words = { first: 22, second: 42, gap: 12 }
/** About, of bold words and of others. */
const letterWidth = { bold: 7, plain: 6 }

/** What stands at both ends of the line under the axis needs so much. */
const roomy = 640

type BarsProps = HistogramProps & { readonly width: number }

export function Bars(props: BarsProps): ReactNode {
  const { bins, band, scored, target, width } = props
  const wide = widerBins(bins, bars)
  const { ticks, most } = rootTicks(Math.max(...wide))
  const end = width - frame.right
  const x = scale([0, 100], [frame.left, end])
  const y = scale([0, Math.sqrt(most)], [frame.axis, frame.highest])
  const heightOf = (comments: number) => Math.round(y.at(Math.sqrt(comments)))
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <path className={plot.grid} d={`M${frame.left} ${heightOf(tick) + 0.5}H${end}`} />
          <text className={plot.end} x={frame.left - 8} y={heightOf(tick) + 4}>
            {count(tick)}
          </text>
        </g>
      ))}
      <rect
        className={styles.band}
        x={x.at(band.from)}
        y={frame.top}
        width={x.at(band.to) - x.at(band.from)}
        height={frame.axis - frame.top}
      />
      {wide.map((comments, at) => (
        <Bar
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place.
          key={at}
          from={x.at((at * 100) / bars)}
          to={x.at(((at + 1) * 100) / bars)}
          top={comments === 0 ? frame.axis : Math.min(frame.axis - 2, heightOf(comments))}
          className={isIn(at, band) ? `${plot.part} ${target?.tone ?? ''}` : plot.bar}
        />
      ))}
      <path className={plot.axis} d={`M${frame.left} ${frame.axis + 0.5}H${end}`} />
      <Words {...props} x={x} />
      {Array.from({ length: 11 }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a tick is its place.
        <text key={at} className={plot.middle} x={x.at(at * 10)} y={frame.ticks}>
          {at * 10}
        </text>
      ))}
      <text x={frame.left} y={frame.title}>
        {en.many.axis(isolated(scored.name))}
      </text>
      {width > roomy && (
        <text className={plot.end} x={end} y={frame.title}>
          {en.many.height}
        </text>
      )}
    </>
  )
}

/** Whether the middle of a bar is in the band. */
function isIn(at: number, { from, to }: ScoreBand): boolean {
  const middle = ((at + 0.5) * 100) / bars
  return middle > from && middle < to
}

interface BarProps {
  readonly from: number
  readonly to: number
  readonly top: number
  readonly className: string | undefined
}

function Bar({ from, to, top, className }: BarProps): ReactNode {
  if (top >= frame.axis) return null
  const left = Math.round(from) + 1.5
  return (
    <rect
      className={className}
      x={left}
      y={top + 0.5}
      width={Math.max(1, Math.round(to) - 0.5 - left)}
      height={frame.axis - top}
    />
  )
}

/** What stands at the band, and where the model begins to say "likely": on another line where the two would meet. */
function Words(props: BarsProps & { readonly x: Scale }): ReactNode {
  const { band, inBand, likelyFrom, scored, width, x } = props
  const said = en.many.band(band, inBand)
  const length = said.length * letterWidth.bold
  const isAfter = x.at(band.to) + words.gap + length < width
  const isBefore = !isAfter && x.at(band.from) - words.gap - length > frame.left
  const begins = isAfter
    ? x.at(band.to) + words.gap
    : isBefore
      ? x.at(band.from) - words.gap - length
      : Math.max(frame.left, Math.min(x.at(band.from), width - length - words.gap * 2)) + words.gap
  const line = likelyFrom === null || likelyFrom >= 1 ? null : Math.round(x.at(likelyFrom * 100)) + 0.5
  const likely = en.many.likely(labelWord(scored))
  const hasRoom = line !== null && line - words.gap - likely.length * letterWidth.plain > frame.left
  const likelyBegins = (line ?? 0) + (hasRoom ? -likely.length * letterWidth.plain : 0) - words.gap
  const likelyEnds = likelyBegins + likely.length * letterWidth.plain
  const meets = likelyBegins < begins + length && (line ?? 0) > begins - words.gap
  const isLikelyWithin = likelyBegins > x.at(band.from) && likelyEnds < x.at(band.to)
  return (
    <>
      {line !== null && (
        <>
          <path className={plot.reference} d={`M${line} ${frame.top}V${frame.axis}`} />
          <text
            className={`${hasRoom ? plot.end : plot.start} ${isLikelyWithin ? styles.within : ''}`}
            x={line + (hasRoom ? -8 : 8)}
            y={meets ? words.second : words.first}
          >
            {likely}
          </text>
        </>
      )}
      <text
        className={`${plot.bold} ${isBefore ? plot.end : plot.start} ${isAfter || isBefore ? '' : styles.within}`}
        x={isBefore ? x.at(band.from) - words.gap : begins}
        y={words.first}
      >
        {said}
      </text>
    </>
  )
}
