/** "Called a troll, and was not": the share, its one-sided bound, the limit, and where the threshold comes from. */
import type { ReactNode } from 'react'
import type { ModelReport, Share } from '../../../../core/contract/model-report.ts'
import { useCommand } from '../../client/use-command.ts'
import { en } from '../../copy/en.ts'
import { atMost, count, percent } from '../../copy/format.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Numbers } from '../../ui/numbers.tsx'
import { Plot, plotStyles as plot } from '../../ui/plot.tsx'
import { scale, shareAxis } from '../../ui/scale.ts'
import { LimitField } from './limit-field.tsx'
import styles from './measure.module.css'
import { Question } from './question.tsx'

const words = en.model.accusations
/** Rows of the plot, in pixels from its top. */
const rows = { limit: 10, value: 34, line: 48, below: 66, axis: 72, tick: 90, height: 98 }

type Threshold = NonNullable<ModelReport['threshold']>

interface AccusationsProps {
  readonly report: ModelReport
  readonly threshold: Threshold
  /** Shows the comments of a search on the desk. */
  readonly onSearch: (search: string) => void
}

export function Accusations({ report, threshold, onSearch }: AccusationsProps): ReactNode {
  const { accusationLimit: limit, measurement } = report
  const accusations = measurement?.accusations ?? null
  const isKnown = accusations !== null && accusations.of > 0
  return (
    <Question
      title={words.title}
      lede={ledeOf(accusations)}
      table={isKnown && <Table share={accusations} limit={limit} />}
    >
      {isKnown && (
        <Plot
          label={`${words.title}: ${ledeOf(accusations)}. ${en.model.limit.label}: ${percent(limit)}`}
          height={rows.height}
          draw={(width) => <Drawing share={accusations} limit={limit} width={width} />}
        />
      )}
      {isKnown && accusations.hits > 0 && (
        <p className={styles.show}>
          <Button kind="link" onClick={() => onSearch(`measured:troll -label:troll`)}>
            {words.show(accusations.hits)}
          </Button>
        </p>
      )}
      <Limit limit={limit} threshold={threshold} />
    </Question>
  )
}

function ledeOf(share: Share | null): string {
  if (share === null) return words.notYet
  return share.of === 0 ? words.none : words.lede(share.hits, share.of, share.high)
}

interface DrawingProps {
  readonly share: Share
  readonly limit: number
  readonly width: number
}

/** About what the words beside the bound need. */
const boundWidth = 176

function Drawing({ share, limit, width }: DrawingProps): ReactNode {
  const { max, ticks } = shareAxis(share.high, limit)
  const { at } = scale([0, max], [8, width - 16])
  const [value, high, line] = [at(share.hits / share.of), at(share.high), at(limit)]
  const hasRoom = high + boundWidth < width
  return (
    <>
      <path className={plot.axis} d={`M${at(0)} ${rows.axis}H${at(max)}`} />
      {ticks.map((tick) => (
        <g key={tick}>
          <path className={plot.axis} d={`M${at(tick)} ${rows.axis}v4`} />
          <text className={tick === 0 ? plot.start : plot.middle} x={tick === 0 ? 0 : at(tick)} y={rows.tick}>
            {percent(tick)}
          </text>
        </g>
      ))}
      <path className={plot.reference} d={`M${line} ${rows.limit + 4}V${rows.axis}`} />
      <text
        className={`${plot.strong} ${line < 32 ? plot.start : plot.middle}`}
        x={line < 32 ? 0 : line}
        y={rows.limit}
      >
        {words.yourLimit}
      </text>
      <path className={plot.ink} d={`M${at(0)} ${rows.line}H${high}M${high} ${rows.line - 6}v12`} />
      <circle className={plot.dot} cx={value} cy={rows.line} r={5} />
      <text
        className={`${plot.bold} ${value < 24 ? plot.start : plot.middle}`}
        x={value < 24 ? 0 : value}
        y={rows.value}
      >
        {percent(share.hits / share.of)}
      </text>
      <text
        className={`${plot.strong} ${hasRoom ? plot.start : plot.end}`}
        x={hasRoom ? high + 10 : high}
        y={hasRoom ? rows.line + 4 : rows.below}
      >
        {words.bound(share.high)}
      </text>
    </>
  )
}

function Table({ share, limit }: { readonly share: Share; readonly limit: number }): ReactNode {
  return (
    <Numbers
      caption={words.title}
      columns={[words.columns.what, words.columns.count, words.columns.share]}
      rows={[
        [words.rows.called, count(share.hits), percent(share.hits / share.of)],
        [words.rows.all, count(share.of), percent(1)],
        [words.rows.atMost, '', atMost(share.high)],
        [words.rows.limit, '', percent(limit)],
      ]}
    />
  )
}

/** The limit, and what the model does to keep it. */
function Limit(props: { readonly limit: number; readonly threshold: Threshold }): ReactNode {
  const update = useCommand('project.update')
  const announce = useAnnounce()
  const { from, nonTrolls, needed } = props.threshold
  return (
    <div className={styles.limit}>
      <LimitField
        limit={props.limit}
        onChange={async (accusationLimit) => {
          if ((await update.run({ accusationLimit })).ok) announce(en.model.limit.set(accusationLimit))
        }}
      />
      <p className="meta">
        {from === 'shipped'
          ? en.model.limit.shipped(needed, nonTrolls)
          : en.model.limit.project(nonTrolls, needed)}
      </p>
    </div>
  )
}
