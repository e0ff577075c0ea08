/** The Progress page: how far, how fast, which labels, and whether the suggestion sways. */
import { type ReactNode, useState } from 'react'
import type { ProjectSummary } from '../../../../../core/contract/answers.ts'
import type { ProgressReport } from '../../../../../core/contract/progress-report.ts'
import type { Mode } from '../../../../../core/records.ts'
import { useCommand } from '../../../client/use-command.ts'
import { useQuery } from '../../../client/use-query.ts'
import { en } from '../../../copy/en.ts'
import { longDay } from '../../../copy/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/select.tsx'
import { Awaited, Page } from '../page.tsx'
import { LabelShares } from './label-shares.tsx'
import { PerDecision } from './per-decision.tsx'
import { isUpToNow, PerPeriod } from './per-period.tsx'
import styles from './progress.module.css'
import { SoFar } from './so-far.tsx'
import { SwayFigure } from './sway.tsx'

const words = en.progress

interface ProgressPageProps {
  readonly project: ProjectSummary
  readonly onDesk: (opening: number | null, search?: string) => void
}

export function ProgressPage({ project, onDesk }: ProgressPageProps): ReactNode {
  const [coder, setCoder] = useState<string | null>(null)
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const { value: report, hasFailed, again } = useQuery('progress.report', { timeZone, coder })
  return (
    <Page
      title={words.title}
      lede={report && ledeOf(report)}
      beside={
        report !== null &&
        report.coders.length > 1 && <Whose coders={report.coders} coder={coder} onChange={setCoder} />
      }
    >
      {report === null ? (
        <Awaited {...{ hasFailed, again, words }} />
      ) : (
        <Body report={report} project={project} onDesk={onDesk} />
      )}
    </Page>
  )
}

function ledeOf(report: ProgressReport): string {
  const { decided, decidable, pace, periods, today } = report
  if (decided === 0) return words.lede.none
  if (decided >= decidable) return words.lede.done
  const last = periods.at(-1)
  if (last !== undefined && !isUpToNow(report)) return words.lede.resting(longDay(last.start, today))
  if (pace !== null) return words.lede.pace(pace.activeDays, longDay(pace.doneOn, today))
  const active = periods.filter((one) => one.decided > 0)
  return active.length > 1 ? words.lede.far : words.lede.noPace
}

interface WhoseProps {
  readonly coders: ProgressReport['coders']
  readonly coder: string | null
  readonly onChange: (coder: string | null) => void
}

const everyone = ''

function Whose({ coders, coder, onChange }: WhoseProps): ReactNode {
  return (
    <Select
      label={words.whose}
      size="small"
      value={coder ?? everyone}
      choices={[
        { value: everyone, words: words.everyone },
        ...coders.map(({ name }) => ({ value: name, words: name })),
      ]}
      onChange={(next) => onChange(next === everyone ? null : next)}
    />
  )
}

interface BodyProps extends ProgressPageProps {
  readonly report: ProgressReport
}

function Body({ report, project, onDesk }: BodyProps): ReactNode {
  const settings = useCommand('settings.update')
  const { labels } = project.codebook
  const left = () => onDesk(null, 'label:none')
  const toMode = async (mode: Mode) => {
    // The desk shows its mode at once, so it has to be set before it.
    if ((await settings.run({ mode })).ok) onDesk(null)
  }
  if (report.periods.length === 0) {
    return (
      <>
        <SoFar report={report} onLeft={left} />
        {report.decidable > 0 && (
          <Button kind="primary" onClick={left}>
            {words.begin}
          </Button>
        )}
      </>
    )
  }
  return (
    <>
      <SoFar report={report} onLeft={left} />
      <div className={styles.grid}>
        <PerPeriod report={report} />
        <PerDecision report={report} labels={labels} />
        <LabelShares report={report} labels={labels} onLabel={(id) => onDesk(null, `label:"${id}"`)} />
        <SwayFigure sway={report.sway} onMode={toMode} />
      </div>
    </>
  )
}
