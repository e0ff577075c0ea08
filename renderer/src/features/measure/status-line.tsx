/** Whether what the page shows is up to date, or being measured. One line that is always there, so that nothing jumps. */
import type { ReactNode } from 'react'
import type { ProjectSummary } from '../../../../core/contract/answers.ts'
import type { ModelReport } from '../../../../core/contract/model-report.ts'
import { hasStarter } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { Button } from '../../ui/button.tsx'
import { Meter } from '../../ui/progress.tsx'
import styles from './measure.module.css'
import { Status } from './page.tsx'
import { canMeasure, decisionsLearned, type Measuring, type Reporting } from './use-report.ts'

interface StatusLineProps {
  readonly report: ModelReport
  readonly reporting: Reporting
  readonly project: ProjectSummary
}

const { status } = en.model

export function StatusLine({ report, reporting, project }: StatusLineProps): ReactNode {
  const { isRunning, job, ended } = reporting.measuring
  if (isRunning) {
    const done = job?.done ?? 0
    const total = job?.total ?? 0
    return (
      <Status>
        <span className={styles.meter}>
          <Meter label={status.running} done={done} total={total} />
        </span>
        {status.soFar(done, total)}
        <Button size="small" onClick={reporting.stop} isDisabled={job === null}>
          {status.stop}
        </Button>
      </Status>
    )
  }
  const isNew = report.measurement === null && canMeasure(report, project) && ended !== 'done'
  return (
    <Status>
      {wordsOf(report, ended, project)}
      {(report.isStale || isNew || ended === 'failed') && (
        <Button size="small" onClick={reporting.measure}>
          {isNew ? status.now : status.again}
        </Button>
      )}
    </Status>
  )
}

function wordsOf(report: ModelReport, ended: Measuring['ended'], project: ProjectSummary): string {
  if (ended === 'failed') return status.failed
  if (report.measurement === null) {
    if (!canMeasure(report, project)) {
      return hasStarter(project.codebook) || decisionsLearned(report) > 0
        ? status.starter(report.version)
        : en.model.own.version
    }
    return ended === 'done' ? status.nothing : status.never
  }
  if (!report.isStale) return status.current(report.version)
  return ended === 'stopped' ? status.stopped : status.stale
}
