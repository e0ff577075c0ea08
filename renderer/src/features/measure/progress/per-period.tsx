/** "Decided a day": a bar for each day, week or month. */
import type { ReactNode } from 'react'
import type { PeriodUnit, ProgressReport } from '../../../../../core/contract/progress-report.ts'
import { startOf as startOfPeriod } from '../../../../../core/progress/calendar.ts'
import { en } from '../../../copy/en.ts'
import { count, day, month } from '../../../copy/format.ts'
import { Numbers } from '../../../ui/numbers.tsx'
import { plotStyles as plot } from '../../../ui/plot.tsx'
import { scale } from '../../../ui/scale.ts'
import { Figure } from './figure.tsx'

const words = en.progress.days
/** In pixels from the top. */
export const rows = { top: 24, axis: 120, ticks: 138, height: 144 }

type Drawn = Pick<ProgressReport, 'unit' | 'periods' | 'today'>

export function PerPeriod({ report }: { readonly report: ProgressReport }): ReactNode {
  const { unit, periods, earlier } = report
  const most = Math.max(...periods.map(({ decided }) => decided))
  return (
    <Figure
      title={words.title(unit)}
      lede={
        isUpToNow(report)
          ? words.lede(unit, periods.at(-1)?.decided ?? 0, most)
          : words.restingLede(unit, most)
      }
      fileName={`decided-a-${unit}`}
      height={rows.height}
      draw={(width) => <Drawing report={report} most={most} width={width} />}
      data={[[words.columns[unit], words.decided], ...periods.map(({ start, decided }) => [start, decided])]}
      table={
        <Numbers
          caption={words.title(unit)}
          columns={[words.columns[unit], words.decided]}
          rows={periods.map(({ start, decided }) => [startOf(unit, start, report.today), count(decided)])}
        />
      }
    >
      {earlier > 0 && <p className="meta">{words.earlier(earlier)}</p>}
    </Figure>
  )
}

interface DrawingProps {
  readonly report: Drawn
  readonly most: number
  readonly width: number
}

/** Two numbers over bars that are nearer to each other would run together. */
const nearest = 40
/** Among narrow bars a number would lie over its neighbours. */
const widestCrowd = 24
const letterWidth = 8

function Drawing({ report, most, width }: DrawingProps): ReactNode {
  const { periods } = report
  const step = Math.min(52, width / periods.length)
  const gap = step > 12 ? 4 : 1
  const y = scale([0, Math.max(1, most)], [rows.axis, rows.top])
  const last = periods.length - 1
  const peak = periods.findLastIndex(({ decided }) => decided === most)
  const middleOf = (at: number) => at * step + step / 2
  const named = step < widestCrowd || Math.abs(last - peak) * step < nearest ? [peak] : [peak, last]
  return (
    <>
      <path className={plot.axis} d={`M0 ${rows.axis + 0.5}H${width}`} />
      {periods.map(({ start, decided }, at) => {
        const top = Math.round(y.at(decided)) + 0.5
        return (
          decided > 0 && (
            <rect
              key={start}
              className={plot.bar}
              x={Math.round(at * step + gap / 2) + 0.5}
              y={top}
              width={Math.max(1, Math.round(step - gap) - 1)}
              height={rows.axis + 0.5 - top}
            />
          )
        )
      })}
      {named.map((at) => {
        const decided = periods[at]?.decided ?? 0
        const half = (count(decided).length * letterWidth) / 2
        return (
          <text
            key={at}
            className={`${plot.middle} ${plot.bold}`}
            x={Math.max(half, Math.min(width - half, middleOf(at)))}
            y={Math.round(y.at(decided)) - 6}
          >
            {count(decided)}
          </text>
        )
      })}
      <Ends report={report} from={2} to={Math.min(width, periods.length * step)} y={rows.ticks} />
    </>
  )
}

/** Whether the last period is the one that today is in. */
export function isUpToNow({ unit, periods, today }: Drawn): boolean {
  return periods.at(-1)?.start === startOfPeriod(unit, today)
}

/** "14 Sep"; of a month "Sep 2026". */
export function startOf(unit: PeriodUnit, start: string | null, today: string): string {
  return unit === 'month' ? month(start) : day(start, new Date(today))
}

interface EndsProps {
  readonly report: Drawn
  readonly from: number
  readonly to: number
  readonly y: number
}

/** The first and the last day under an axis. With few bars there is room for one only. */
export function Ends({ report: { unit, periods, today }, from, to, y }: EndsProps): ReactNode {
  const last = periods.at(-1)
  const lastWords = isUpToNow({ unit, periods, today })
    ? words.now[unit]
    : startOf(unit, last?.start ?? null, today)
  const room = periods.length > 1 && to - from > 140
  return (
    <>
      {room && (
        <text x={from} y={y}>
          {startOf(unit, periods[0]?.start ?? null, today)}
        </text>
      )}
      <text className={room ? plot.end : plot.start} x={room ? to - 2 : from} y={y}>
        {lastWords}
      </text>
    </>
  )
}
