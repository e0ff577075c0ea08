/** "Time a decision": the median of each day, and which label takes longest. */
import type { ReactNode } from 'react'
import type { ProgressReport } from '../../../../../core/contract/progress-report.ts'
import type { Label } from '../../../../../core/labels.ts'
import { en } from '../../../copy/en.ts'
import { duration } from '../../../copy/en-progress.ts'
import { count, isolated } from '../../../copy/format.ts'
import { Numbers } from '../../../ui/numbers.tsx'
import { plotStyles as plot } from '../../../ui/plot.tsx'
import { niceTicks, path, scale } from '../../../ui/scale.ts'
import { Figure } from './figure.tsx'
import { Ends, rows, startOf } from './per-period.tsx'

const words = en.progress.time
const columns = en.progress.days.columns
/** Room on the right for the words at the last point. */
const endWords = 96

interface PerDecisionProps {
  readonly report: ProgressReport
  readonly labels: readonly Label[]
}

export function PerDecision({ report, labels }: PerDecisionProps): ReactNode {
  const { unit, periods, time } = report
  const seconds = (ms: number | null) => (ms === null ? null : Math.round(ms / 100) / 10)
  const lede = time.medianMs === null ? words.none : ledeOf(report, labels)
  return (
    <Figure
      title={words.title}
      lede={lede}
      fileName="time-a-decision"
      height={rows.height}
      draw={(width) => <Drawing report={report} width={width} />}
      data={[
        [columns[unit], words.columns.median, words.columns.timed],
        ...periods.map(({ start, medianMs, timed }) => [start, seconds(medianMs), timed]),
      ]}
      table={
        <Numbers
          caption={words.title}
          columns={[columns[unit], words.columns.median, words.columns.timed]}
          rows={periods.map(({ start, medianMs, timed }) => [
            startOf(unit, start, report.today),
            medianMs === null ? '' : String(seconds(medianMs)),
            count(timed),
          ])}
        />
      }
    >
      {time.cut > 0 && <p className="meta">{words.cut(time.cut, time.longestMs / 60_000)}</p>}
    </Figure>
  )
}

/** Of fewer one cannot say what a label takes. */
const fewestTimed = 5

/** Names the harmful label where it takes clearly longer than the middle: there haste would be wrong. */
function ledeOf({ unit, time }: ProgressReport, labels: readonly Label[]): string {
  const slow = time.byLabel.filter(({ label, medianMs, timed }) => {
    const isHarmful = labels.find(({ id }) => id === label)?.tone === 'troll'
    return isHarmful && timed >= fewestTimed && medianMs > (time.medianMs ?? 0) * 1.5
  })
  const nameOf = (id: string) => isolated(labels.find((one) => one.id === id)?.name ?? id)
  return words.lede(
    unit,
    slow.map(({ label, medianMs }) => words.slower(nameOf(label), medianMs)),
  )
}

interface DrawingProps {
  readonly report: ProgressReport
  readonly width: number
}

function Drawing({ report, width }: DrawingProps): ReactNode {
  const { periods } = report
  const known = periods.flatMap(({ medianMs }, at) => (medianMs === null ? [] : [{ at, ms: medianMs }]))
  const last = known.at(-1)
  const right = width - endWords
  const most = Math.max(1, ...known.map(({ ms }) => ms / 1000))
  const ticks = niceTicks(most * 1.1, 4)
  const x = scale([0, Math.max(1, periods.length - 1)], [32, right - 8])
  const y = scale([0, Math.max(most * 1.1, ticks.at(-1) ?? 1)], [rows.axis, rows.top])
  const points = known.map(({ at, ms }) => [x.at(at), y.at(ms / 1000)] as const)
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <path
            className={tick === 0 ? plot.axis : plot.grid}
            d={`M0 ${Math.round(y.at(tick)) + 0.5}H${right}`}
          />
          {tick > 0 && (
            <text x={0} y={y.at(tick) - 5}>
              {words.seconds(tick)}
            </text>
          )}
        </g>
      ))}
      {points.length > 1 && <path className={plot.ink} d={path(points)} />}
      {last !== undefined && (
        <>
          <circle className={plot.dot} cx={x.at(last.at)} cy={y.at(last.ms / 1000)} r={4} />
          <text className={plot.bold} x={x.at(last.at) + 10} y={y.at(last.ms / 1000) + 4}>
            {duration(last.ms)}
          </text>
        </>
      )}
      <Ends report={report} from={26} to={right} y={rows.ticks} />
    </>
  )
}
