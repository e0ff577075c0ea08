/** The Model page: what it has learned, the next step, and four questions about how wrong it is. */
import { type ReactNode, useRef } from 'react'
import type { ProjectSummary } from '../../../../core/contract/answers.ts'
import type { Measurement, ModelReport } from '../../../../core/contract/model-report.ts'
import { type Codebook, hasStarter } from '../../../../core/labels.ts'
import { useCommand } from '../../client/use-command.ts'
import { en } from '../../copy/en.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { Words } from '../../ui/words.tsx'
import { Accusations } from './accusations.tsx'
import { Confusion } from './confusion.tsx'
import { Learning } from './learning.tsx'
import styles from './measure.module.css'
import { NextStepBanner } from './next-step.tsx'
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
  const { report } = reporting
  return (
    <main className={styles.page} tabIndex={-1}>
      <div className={styles.inside}>
        {report === null ? (
          <>
            <h1 className="title">{en.model.title}</h1>
            {reporting.hasFailed ? (
              <p className={styles.status}>
                {en.model.unread}
                <Button size="small" onClick={reporting.again}>
                  {en.model.retry}
                </Button>
              </p>
            ) : (
              <p className={styles.status}>{en.model.reading}</p>
            )}
          </>
        ) : (
          <>
            <Head report={report} codebook={project.codebook} />
            <StatusLine {...{ report, reporting, project }} />
            <Body report={report} project={project} onDesk={onDesk} />
          </>
        )}
      </div>
    </main>
  )
}

interface HeadProps {
  readonly report: ModelReport
  readonly codebook: Codebook
}

function Head({ report, codebook }: HeadProps): ReactNode {
  const update = useCommand('project.update')
  return (
    <header className={styles.head}>
      <div>
        <h1 className="title">{en.model.title}</h1>
        <p className={styles.lede}>
          <Words>{ledeOf(report, codebook)}</Words>
        </p>
      </div>
      <Select
        label={en.model.suggestions}
        value={report.suggestions ? 'on' : 'off'}
        choices={[
          { value: 'on', words: en.model.suggestionsChoice.on },
          { value: 'off', words: en.model.suggestionsChoice.off },
        ]}
        onChange={(next) => update.run({ suggestions: next === 'on' })}
      />
    </header>
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
