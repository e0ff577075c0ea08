/** The Model page: what it has learned, the next step, and four questions about how wrong it is. */
import { type ReactNode, useRef } from 'react'
import type { ModelReport, ProjectSummary } from '../../../../core/contract/answers.ts'
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
import { useModelReport } from './use-report.ts'

interface ModelPageProps {
  readonly project: ProjectSummary
  readonly onDesk: (opening: number | null) => void
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
            <Head report={report} />
            <StatusLine report={report} reporting={reporting} decided={project.decided} />
            <Body report={report} project={project} onDesk={onDesk} />
          </>
        )}
      </div>
    </main>
  )
}

function Head({ report }: { readonly report: ModelReport }): ReactNode {
  const update = useCommand('project.update')
  const { measurement } = report
  const learned = Object.values(report.learned).reduce((sum, one) => sum + one, 0)
  const measured =
    measurement === null || measurement.total === 0
      ? en.model.notMeasured
      : en.model.measured(measurement.total, measurement.accusations.of, measurement.accusations.hits)
  return (
    <header className={styles.head}>
      <div>
        <h1 className="title">{en.model.title}</h1>
        <p className={styles.lede}>
          <Words>{`${en.model.learned(learned)} ${measured}`}</Words>
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

interface BodyProps extends ModelPageProps {
  readonly report: ModelReport
}

function Body({ report, project, onDesk }: BodyProps): ReactNode {
  const { measurement } = report
  const { labels } = project.codebook
  const suspects = useRef<HTMLElement>(null)
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
        <Accusations report={report} />
        {measurement === null || measurement.total === 0 ? (
          <ToCome />
        ) : (
          <>
            <Confusion measurement={measurement} labels={labels} />
            <ReliabilityQuestion measurement={measurement} labels={labels} />
            <Learning measurement={measurement} />
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
function ToCome(): ReactNode {
  return (
    <Question title={en.model.first.title} lede={en.model.first.lede}>
      <ul className={styles.toCome}>
        {[en.model.accusations, en.model.confusion, en.model.reliability, en.model.learning].map(
          ({ title }) => (
            <li key={title}>{title}</li>
          ),
        )}
      </ul>
    </Question>
  )
}
