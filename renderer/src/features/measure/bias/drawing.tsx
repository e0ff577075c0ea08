/** The plot: a dot and its interval for each group, beside what all of them have. */
import type { ReactNode } from 'react'
import type { BiasDimensionReport, BiasGroup, BiasMeasure } from '../../../../../core/contract/bias-report.ts'
import { en } from '../../../copy/en.ts'
import { isolated, percent } from '../../../copy/format.ts'
import { plotStyles as plot } from '../../../ui/plot.tsx'
import { niceTicks, scale } from '../../../ui/scale.ts'

const words = en.bias
const rowHeight = 28
const top = 6
const below = 26
/** Room for the figures on the right. */
const right = 184
/** Pixels that a letter of a name takes, about, in bold. */
const letter = 7.4
const widestName = 220

export const heightOf = ({ groups }: BiasDimensionReport): number => top + groups.length * rowHeight + below

interface DrawingProps {
  readonly dimension: BiasDimensionReport
  readonly measure: BiasMeasure
  readonly width: number
}

export function Drawing({ dimension, measure, width }: DrawingProps): ReactNode {
  const { id, groups } = dimension
  const rates = groups.map((group) => group.rates[measure])
  const names = groups.map((group) => words.groupName(id, group))
  const longest = Math.max(...names.map((name) => [...name].length))
  const left = Math.min(widestName, Math.round(width * 0.3), Math.round(longest * letter) + 8)
  const end = width - right
  const most = Math.max(0.01, ...rates.map(({ share }) => share?.high ?? 0))
  const ticks = niceTicks(most, 4)
  const x = scale([0, most * 1.04], [left + 12, end - 8])
  const axis = top + groups.length * rowHeight
  const { share: all } = dimension.all[measure]
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? plot.axis : plot.grid} d={`M${x.at(tick)} ${top}V${axis}`} />
          <text className={plot.middle} x={x.at(tick)} y={axis + 18}>
            {percent(tick)}
          </text>
        </g>
      ))}
      {all !== null && all.hits / all.of <= most && (
        <path className={plot.reference} d={`M${x.at(all.hits / all.of)} ${top}V${axis}`} />
      )}
      {groups.map((group, at) => (
        <Row
          key={group.key}
          {...{ group, measure, x, end, width }}
          name={shortened(names[at] ?? '', Math.floor(left / letter))}
          y={top + (at + 0.5) * rowHeight}
        />
      ))}
    </>
  )
}

interface RowProps {
  readonly group: BiasGroup
  readonly measure: BiasMeasure
  readonly name: string
  readonly x: { at(value: number): number }
  readonly y: number
  readonly end: number
  readonly width: number
}

function Row({ group, measure, name, x, y, end, width }: RowProps): ReactNode {
  const { hits, of, share, comparison } = group.rates[measure]
  const isClear = comparison?.stands === 'clear'
  return (
    <g>
      <text className={isClear ? plot.bold : plot.strong} x={0} y={y + 4}>
        {isolated(name)}
      </text>
      {share === null ? (
        <text x={x.at(0) + 8} y={y + 4}>
          {words.fewSay(of)}
        </text>
      ) : (
        <>
          <path className={plot.ink} d={`M${x.at(share.low)} ${y}H${x.at(share.high)}`} />
          <circle className={plot.dot} cx={x.at(hits / of)} cy={y} r={4} />
          <text className={`${plot.bold} ${plot.end}`} x={end + 40} y={y + 4}>
            {percent(hits / of)}
          </text>
          <text x={end + 52} y={y + 4}>
            {words.interval(share.low, share.high)}
          </text>
          {comparison !== null && comparison.stands !== 'none' && (
            <text className={`${isClear ? plot.bold : ''} ${plot.end}`} x={width - 2} y={y + 4}>
              {words.stands[comparison.stands]}
            </text>
          )}
        </>
      )}
    </g>
  )
}

/** Whole letters only: half an emoji is none. */
function shortened(name: string, most: number): string {
  const letters = [...name]
  return letters.length <= most ? name : `${letters.slice(0, most - 1).join('')}…`
}
