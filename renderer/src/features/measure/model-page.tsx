/** The Model page: what it has learned, the next step, and four questions about how wrong it is. */
import { type ReactNode, useRef } from 'react'
import type { ProjectSummary } from '../../../../core/contract/answers.ts'
import type { Measurement, ModelReport } from '../../../../core/contract/model-report.ts'
import { type Codebook, hasStarter } from '../../../../core/labels.ts'
import { useCommand } from '../../client/use-command.ts'
import { en } from '../../copy/en.ts'
import { Select } from '../../ui/select.tsx'
import { Accusations } from './accusations.tsx'
import { Confusion } from './confusion.tsx'
import { Learning } from './learning.tsx'
import styles from './measure.module.css'
import { NextStepBanner } from './next-step.tsx'
import { Awaited, Page } from './page.tsx'
import { Question } from './question.tsx'
import { ReliabilityQuestion } from './reliability.tsx'
import { StatusLine } from './status-line.tsx'
import { Suspects } from './suspects.tsx'
import { decisionsLearned, useModelReport } from './use-report.ts'

interface ModelPageProps {
  readonly project: ProjectSummary
  /** Opens the desk at a comment; null for the first one of a search. */
  readonly onDesk: (opening: number | null, search?: string) => void
}

export function ModelPage({ project, onDesk }: ModelPageProps): ReactNode {
  const reporting = useModelReport(project)
  const { report, hasFailed, again } = reporting
  return (
    <Page
      title={en.model.title}
      lede={report && ledeOf(report, project.codebook)}
      beside={report && <Suggestions areOn={report.suggestions} />}
    >
      {report === null ? (
        <Awaited {...{ hasFailed, again }} words={en.model} />
      ) : (
        <>
          <StatusLine {...{ report, reporting, project }} />
          <Body report={report} project={project} onDesk={onDesk} />
        </>
      )}
    </Page>
  )
}

function Suggestions({ areOn }: { readonly areOn: boolean }): ReactNode {
  const update = useCommand('project.update')
  return (
    <Select
      label={en.model.suggestions}
      value={areOn ? 'on' : 'off'}
      choices={[
        { value: 'on', words: en.model.suggestionsChoice.on },
        { value: 'off', words: en.model.suggestionsChoice.off },
      ]}
      onChange={(next) => update.run({ suggestions: next === 'on' })}
    />
  )
}

/** What it has learned from, and on what it was measured. */
function ledeOf(report: ModelReport, codebook: Codebook): string {
  const learned = decisionsLearned(report)
  if (learned === 0 && !hasStarter(codebook)) return en.model.own.noModel
  return `${en.model.learned(learned)} ${measuredOn(report.measurement)}`
}

function measuredOn(measurement: Measurement | null): string {
  if (measurement === null || measurement.total === 0) return en.model.notMeasured
  const { total, accusations } = measurement
  return accusations === null
    ? en.model.own.measured(total)
    : en.model.measured(total, accusations.of, accusations.hits)
}

interface BodyProps extends ModelPageProps {
  readonly report: ModelReport
}

function Body({ report, project, onDesk }: BodyProps): ReactNode {
  const { measurement, threshold } = report
  const { labels } = project.codebook
  const suspects = useRef<HTMLElement>(null)
  const onSearch = (search: string) => onDesk(null, search)
  return (
    <>
      {!report.suggestions && <p className={styles.off}>{en.model.off}</p>}
      <NextStepBanner
        report={report}
        labels={labels}
        onDesk={() => onDesk(null)}
        onLookAgain={() => {
          suspects.current?.scrollIntoView({ block: 'start' })
          suspects.current?.querySelector('button')?.focus({ preventScroll: true })
        }}
      />
      <div className={styles.grid}>
        {threshold !== null && <Accusations {...{ report, threshold, onSearch }} />}
        {measurement === null || measurement.total === 0 ? (
          <ToCome hasLimit={threshold !== null} />
        ) : (
          <>
            <Confusion {...{ measurement, labels, onSearch }} />
            <ReliabilityQuestion measurement={measurement} labels={labels} />
            <Learning measurement={measurement} hasStarter={hasStarter(project.codebook)} />
          </>
        )}
      </div>
      {measurement !== null && (
        <Suspects ref={suspects} suspects={report.suspects} labels={labels} onOpen={onDesk} />
      )}
    </>
  )
}

/** Before anything is measured: what for. */
function ToCome({ hasLimit }: { readonly hasLimit: boolean }): ReactNode {
  const { accusations, confusion, reliability, learning } = en.model
  const questions = [...(hasLimit ? [accusations] : []), confusion, reliability, learning]
  return (
    <Question title={en.model.first.title} lede={en.model.first.lede}>
      <ul className={styles.toCome}>
        {questions.map(({ title }) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </Question>
  )
}
