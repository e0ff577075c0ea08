/** What stands out, then one dimension at a time: its plot and its table. */
import { type ReactNode, useState } from 'react'
import type { BiasDimension, BiasMeasure, BiasReport } from '../../../../../core/contract/bias-report.ts'
import { en } from '../../../copy/en.ts'
import type { Finding } from '../../../copy/en-bias.ts'
import { Select } from '../../../ui/select.tsx'
import { Figure } from '../progress/figure.tsx'
import styles from './bias.module.css'
import { Drawing, heightOf } from './drawing.tsx'
import { dataOf, findingsOf, measures } from './findings.ts'
import { GroupsTable } from './groups-table.tsx'

const words = en.bias
/** More are for the choice below. */
const mostFindings = 6

interface GroupsProps {
  readonly report: BiasReport
  readonly harmful: string
  readonly onSearch: (search: string) => void
}

interface Chosen {
  readonly id: BiasDimension
  readonly measure: BiasMeasure
}

export function Groups({ report, harmful, onSearch }: GroupsProps): ReactNode {
  const findings = findingsOf(report, 'clear')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const { id, measure } = chosen ?? findings[0] ?? findingsOf(report, 'perhaps')[0] ?? comparedIn(report)
  // What was chosen may have gone with the decisions that it was of.
  const dimension = report.dimensions.find((one) => one.id === id) ?? report.dimensions[0]
  if (!dimension) return null
  const { id: shown, of } = dimension
  const title = words.figure(words.measures[measure], words.dimensions[shown])
  const left = words.left(dimension.left, dimension.unknown, of)
  return (
    <>
      {findings.length > 0 && (
        <Findings findings={findings} shown={{ id: shown, measure }} onChoose={setChosen} />
      )}
      <div className={`row wraps ${styles.choices}`}>
        <Select
          label={words.choose.measure}
          size="small"
          value={measure}
          choices={measures.map((value) => ({ value, words: words.measures[value] }))}
          onChange={(next) => setChosen({ id: shown, measure: next })}
        />
        <span className="muted">{words.choose.by}</span>
        <Select
          label={words.choose.dimension}
          size="small"
          value={shown}
          choices={report.dimensions.map((one) => ({ value: one.id, words: words.dimensions[one.id] }))}
          onChange={(next) => setChosen({ id: next, measure })}
        />
      </div>
      <Figure
        title={title}
        lede={words.figureLede(words.bases[measure][of], measure.startsWith('by-'))}
        fileName={`bias-by-${shown}`}
        height={heightOf(dimension)}
        draw={(width) => <Drawing dimension={dimension} measure={measure} width={width} />}
        data={dataOf([dimension])}
      >
        <GroupsTable {...{ dimension, measure, harmful, onSearch }} caption={title} />
        {left !== '' && <p className="meta">{left}</p>}
      </Figure>
    </>
  )
}

/** The first dimension in which anything can be said of what was called troll. */
function comparedIn({ dimensions }: BiasReport): {
  readonly id: BiasDimension | null
  readonly measure: BiasMeasure
} {
  const one = dimensions.find(({ groups }) => groups.some(({ rates }) => rates.troll.comparison !== null))
  return { id: one?.id ?? null, measure: 'troll' }
}

interface FindingsProps {
  readonly findings: readonly Finding[]
  readonly shown: Chosen
  readonly onChoose: (chosen: Chosen) => void
}

function Findings({ findings, shown, onChoose }: FindingsProps): ReactNode {
  const rest = findings.length - mostFindings
  return (
    <section className={styles.findings} aria-labelledby="what-stands-out">
      <h2 id="what-stands-out" className="strong">
        {words.found}
      </h2>
      <p className="meta">{words.foundMeta}</p>
      <ul>
        {findings.slice(0, mostFindings).map((finding) => {
          const { id, measure, group, of } = finding
          return (
            <li key={`${id} ${measure} ${group.key}`}>
              <button
                type="button"
                aria-pressed={id === shown.id && measure === shown.measure}
                onClick={() => onChoose({ id, measure })}
              >
                <span>{words.sentence(finding)}</span>
                <span className="meta">{words.numbers(finding, words.bases[measure][of])}</span>
              </button>
            </li>
          )
        })}
      </ul>
      {rest > 0 && <p className="meta">{words.more(rest)}</p>}
    </section>
  )
}
