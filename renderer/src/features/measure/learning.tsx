/** "Is it still learning?": how often it was right after so many decisions, always on the same comments. */
import type { ReactNode } from 'react'
import type { LearningPoint, Measurement } from '../../../../core/contract/model-report.ts'
import { en } from '../../copy/en.ts'
import { count, of100 } from '../../copy/format.ts'
import { Numbers } from '../../ui/numbers.tsx'
import { frame, Plot, plotStyles as plot, plotHeight } from '../../ui/plot.tsx'
import { learningAxis, niceTicks, path, scale } from '../../ui/scale.ts'
import { Question } from './question.tsx'

const words = en.model.learning
/** Room on the right for the words at the last point. */
const endWords = 84
/** The end of the line is compared with where it was so many decisions before. */
const lookBack = 100

interface LearningProps {
  readonly measurement: Measurement
  /** Whether it began with the model that came with the app. */
  readonly hasStarter: boolean
}

export function Learning({ measurement, hasStarter }: LearningProps): ReactNode {
  const { learning, total } = measurement
  const lede = learning.length === 0 ? words.none : ledeOf(learning, total)
  return (
    <Question title={words.title} lede={lede} table={learning.length > 0 && <Table points={learning} />}>
      {learning.length > 0 && (
        <Plot
          label={`${words.title} ${lede}`}
          height={plotHeight}
          draw={(width) => <Drawing points={learning} hasStarter={hasStarter} width={width} />}
        />
      )}
    </Question>
  )
}

const rightAt = ({ right }: LearningPoint) => (right.of === 0 ? 0 : right.hits / right.of)

function ledeOf(points: readonly LearningPoint[], total: number): string {
  const last = points.at(-1)
  if (last === undefined) return words.none
  const before =
    points.findLast(({ decisions }) => decisions <= last.decisions - lookBack) ?? points[0] ?? last
  const gain = Math.round(rightAt(last) * 100) - Math.round(rightAt(before) * 100)
  return words.lede(total, last.decisions - before.decisions, gain)
}

interface DrawingProps extends Pick<LearningProps, 'hasStarter'> {
  readonly points: readonly LearningPoint[]
  readonly width: number
}

function Drawing({ points, hasStarter, width }: DrawingProps): ReactNode {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return null
  const lines = learningAxis(Math.min(...points.map(({ right }) => right.low)) * 100)
  const right = width - endWords
  const most = Math.max(10, last.decisions)
  const x = scale([0, most], [frame.left, right])
  const y = scale([lines[0] ?? 0, 100], [frame.bottom, frame.top])
  const at = (point: LearningPoint, share: number) => [x.at(point.decisions), y.at(share * 100)] as const
  const band = [
    ...points.map((one) => at(one, one.right.low)),
    ...points.toReversed().map((one) => at(one, one.right.high)),
  ]
  const end = at(last, rightAt(last))
  return (
    <>
      <text x={frame.left} y={frame.title}>
        {words.y}
      </text>
      {lines.map((line, index) => (
        <g key={line}>
          <path className={index === 0 ? plot.axis : plot.grid} d={`M${frame.left} ${y.at(line)}H${right}`} />
          <text className={plot.end} x={frame.left - 8} y={y.at(line) + 4}>
            {line}
          </text>
        </g>
      ))}
      {niceTicks(most, 4).map((tick) => (
        <text key={tick} className={plot.middle} x={x.at(tick)} y={frame.ticks}>
          {count(tick)}
        </text>
      ))}
      <text x={frame.left} y={frame.axisTitle}>
        {words.x}
      </text>
      {points.length > 1 ? (
        <>
          <path className={plot.soft} d={`${path(band)}Z`} />
          <path className={plot.ink} d={path(points.map((one) => at(one, rightAt(one))))} />
          <text
            x={x.at(first.decisions) + 6}
            y={Math.min(frame.bottom - 8, y.at(first.right.low * 100) + 18)}
          >
            {hasStarter ? words.shipped(rightAt(first)) : en.model.own.atFirst(rightAt(first))}
          </text>
        </>
      ) : (
        <path className={plot.ink} d={path([at(last, last.right.low), at(last, last.right.high)])} />
      )}
      <circle className={plot.dot} cx={end[0]} cy={end[1]} r={4} />
      <text className={plot.bold} x={end[0] + 10} y={end[1] + 4}>
        {words.now(rightAt(last))}
      </text>
    </>
  )
}

function Table({ points }: { readonly points: readonly LearningPoint[] }): ReactNode {
  const { decisions, right, interval } = words.columns
  return (
    <Numbers
      caption={words.title}
      columns={[decisions, right, interval]}
      rows={points.map((point) => [
        count(point.decisions),
        of100(rightAt(point)),
        en.model.interval(point.right.low, point.right.high),
      ])}
    />
  )
}
