/** "Does the suggestion sway you?": agreement with it where it was shown, and where it was hidden. */
import type { ReactNode } from 'react'
import type { Share } from '../../../../../core/contract/model-report.ts'
import type { ProgressReport } from '../../../../../core/contract/progress-report.ts'
import type { ExportValue } from '../../../../../core/exporters/columns.ts'
import type { Mode } from '../../../../../core/records.ts'
import { en } from '../../../copy/en.ts'
import { count, of100, percent } from '../../../copy/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Numbers } from '../../../ui/numbers.tsx'
import { plotStyles as plot } from '../../../ui/plot.tsx'
import { learningAxis, scale } from '../../../ui/scale.ts'
import { exact, Figure } from './figure.tsx'
import styles from './progress.module.css'

const words = en.progress.sway
const rows = { shown: 28, hidden: 64, axis: 84, ticks: 102, height: 108 }
const left = 96
const right = 112

interface SwayProps {
  readonly sway: ProgressReport['sway']
  /** Sets the mode and opens the desk. */
  readonly onMode: (mode: Mode) => void
}

export function SwayFigure({ sway, onMode }: SwayProps): ReactNode {
  const { shown, hidden, difference, missing } = sway
  const { columns } = words
  return (
    <Figure
      title={words.title}
      lede={words.lede}
      fileName="suggestion-and-decision"
      height={rows.height}
      draw={(width) => <Drawing shown={shown} hidden={hidden} width={width} />}
      data={[
        [columns.mode, columns.same, columns.of, ...Object.values(words.inData)],
        dataOf(words.shown, shown),
        dataOf(words.hidden, hidden),
        ...(difference === null
          ? []
          : [
              [
                words.difference,
                null,
                null,
                ...[difference.difference, difference.low, difference.high].map(exact),
              ],
            ]),
      ]}
      table={
        <Numbers
          caption={words.title}
          columns={[columns.mode, columns.same, columns.of, columns.share, columns.interval]}
          rows={[row(words.shown, shown), row(words.hidden, hidden)]}
        />
      }
    >
      <p className={styles.say}>
        {sentenceOf(sway)}{' '}
        {difference !== null && difference.low > 0 && (
          <Button kind="link" onClick={() => onMode('code')}>
            {words.toCode}
          </Button>
        )}
        {difference === null && (
          <Button kind="link" onClick={() => onMode(missing.shown > missing.hidden ? 'check' : 'code')}>
            {missing.shown > missing.hidden ? words.toCheck : words.toCode}
          </Button>
        )}
      </p>
      {difference !== null && <p className="meta">{words.caution}</p>}
    </Figure>
  )
}

function sentenceOf({ difference, missing }: ProgressReport['sway']): string {
  if (difference === null) return words.tooFew(missing.shown, missing.hidden)
  const { difference: by, low, high } = difference
  if (low > 0) return words.more(by, low, high)
  return high < 0 ? words.less(by) : words.same(low, high)
}

const dataOf = (name: string, { hits, of, low, high }: Share): readonly ExportValue[] => [
  name,
  hits,
  of,
  of === 0 ? null : exact(hits / of),
  exact(low),
  exact(high),
]

const row = (name: string, { hits, of, low, high }: Share): readonly [string, ...string[]] => [
  name,
  count(hits),
  count(of),
  of === 0 ? '' : of100(hits / of),
  of === 0 ? '' : en.model.interval(low, high),
]

interface DrawingProps {
  readonly shown: Share
  readonly hidden: Share
  readonly width: number
}

function Drawing({ shown, hidden, width }: DrawingProps): ReactNode {
  const known = [shown, hidden].filter(({ of }) => of > 0)
  const ticks = learningAxis(Math.min(100, ...known.map(({ low }) => low * 100)))
  const end = width - right
  const x = scale([ticks[0] ?? 0, 100], [left, end])
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <path className={plot.grid} d={`M${x.at(tick)} 4V${rows.axis}`} />
          <text className={plot.middle} x={x.at(tick)} y={rows.ticks}>
            {tick}
          </text>
        </g>
      ))}
      {(
        [
          [words.shown, shown, rows.shown],
          [words.hidden, hidden, rows.hidden],
        ] as const
      ).map(([name, share, y]) => (
        <g key={name}>
          <text className={plot.strong} x={0} y={y + 4}>
            {name}
          </text>
          {share.of > 0 && (
            <>
              <path className={plot.ink} d={`M${x.at(share.low * 100)} ${y}H${x.at(share.high * 100)}`} />
              <circle className={plot.dot} cx={x.at((share.hits / share.of) * 100)} cy={y} r={4} />
              <text className={plot.bold} x={end + 14} y={y + 4}>
                {percent(share.hits / share.of)}
              </text>
              <text className={plot.end} x={width - 2} y={y + 4}>
                {en.progress.labels.between(share.low, share.high)}
              </text>
            </>
          )}
        </g>
      ))}
    </>
  )
}
