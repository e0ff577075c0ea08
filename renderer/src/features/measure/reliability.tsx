/** "Does it mean what it says?": of the comments it called 80 of 100 alike, how many were decided so. */
import { type ReactNode, useState } from 'react'
import type { Measurement, Reliability } from '../../../../core/contract/model-report.ts'
import type { Label } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { count, isolated, of100 } from '../../copy/format.ts'
import { wordOf } from '../../copy/names.ts'
import { Numbers } from '../../ui/numbers.tsx'
import { frame, Plot, plotStyles as plot, plotHeight } from '../../ui/plot.tsx'
import { scale } from '../../ui/scale.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './measure.module.css'
import { Question } from './question.tsx'

interface ReliabilityProps {
  readonly measurement: Measurement
  readonly labels: readonly Label[]
}

const words = en.model.reliability

export function ReliabilityQuestion({ measurement, labels }: ReliabilityProps): ReactNode {
  const ids = measurement.reliability.map(({ label }) => label)
  const [picked, setPicked] = useState<string | null>(null)
  // The first until one is picked, and again when the picked one is not measured any more.
  const chosen = picked !== null && ids.includes(picked) ? picked : (ids[0] ?? '')
  const shown = measurement.reliability.find((one) => one.label === chosen)
  const nameOf = (id: string) => labels.find((label) => label.id === id)?.name ?? id
  const name = wordOf(chosen, labels)
  const hasPoints = shown !== undefined && shown.bins.length > 0
  return (
    <Question
      title={words.title}
      lede={hasPoints ? words.lede(shown.error) : words.none}
      choice={
        ids.length > 1 && (
          <LabelChoice
            chosen={chosen}
            choices={ids.map((value) => ({ value, words: nameOf(value) }))}
            onChange={setPicked}
          />
        )
      }
      table={hasPoints && <Table shown={shown} />}
    >
      {hasPoints && (
        <Plot
          label={`${words.title} ${isolated(nameOf(chosen))}. ${words.lede(shown.error)}`}
          height={plotHeight}
          draw={(width) => <Drawing shown={shown} name={name} width={width} />}
        />
      )}
    </Question>
  )
}

interface LabelChoiceProps {
  readonly chosen: string
  readonly choices: readonly { readonly value: string; readonly words: string }[]
  readonly onChange: (label: string) => void
}

/** Side by side as long as they have room there. */
const mostSegments = 3
const mostLetters = 24

function LabelChoice({ chosen, choices, onChange }: LabelChoiceProps): ReactNode {
  const letters = choices.reduce((sum, { words: { length } }) => sum + length, 0)
  if (choices.length > mostSegments || letters > mostLetters) {
    return (
      <span className={styles.pick}>
        <Select size="small" label={words.which} value={chosen} choices={choices} onChange={onChange} />
      </span>
    )
  }
  return (
    <span className={styles.choice} data-many={choices.length > 2 || undefined}>
      <Segmented label={words.which} value={chosen} choices={choices} onChange={onChange} />
    </span>
  )
}

interface DrawingProps {
  readonly shown: Reliability
  readonly name: string
  readonly width: number
}

function Drawing({ shown, name, width }: DrawingProps): ReactNode {
  const right = width - 12
  const x = scale([0, 1], [frame.left, right])
  const y = scale([0, 1], [frame.bottom, frame.top])
  return (
    <>
      <text x={frame.left} y={frame.title}>
        {words.y(name)}
      </text>
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <path
            className={share === 0 ? plot.axis : plot.grid}
            d={`M${frame.left} ${y.at(share)}H${right}`}
          />
          <text className={plot.end} x={frame.left - 8} y={y.at(share) + 4}>
            {of100(share)}
          </text>
        </g>
      ))}
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <text key={share} className={plot.middle} x={x.at(share)} y={frame.ticks}>
          {of100(share)}
        </text>
      ))}
      <text x={frame.left} y={frame.axisTitle}>
        {words.x(name)}
      </text>
      <path className={plot.reference} d={`M${x.at(0)} ${y.at(0)}L${x.at(1)} ${y.at(1)}`} />
      {/* At the end of the line, above which no interval reaches. */}
      <text className={plot.end} x={right} y={y.at(1) - 5}>
        {words.exactly}
      </text>
      {shown.bins.map(({ said, decided }) => (
        <g key={said}>
          <path className={plot.ink} d={`M${x.at(said)} ${y.at(decided.low)}V${y.at(decided.high)}`} />
          <circle className={plot.dot} cx={x.at(said)} cy={y.at(decided.hits / decided.of)} r={4} />
        </g>
      ))}
    </>
  )
}

function Table({ shown }: { readonly shown: Reliability }): ReactNode {
  const { said, decided, interval, of } = words.columns
  return (
    <Numbers
      caption={words.title}
      columns={[said, decided, interval, of]}
      rows={shown.bins.map((bin) => [
        of100(bin.said),
        of100(bin.decided.hits / bin.decided.of),
        en.model.interval(bin.decided.low, bin.decided.high),
        count(bin.decided.of),
      ])}
    />
  )
}
