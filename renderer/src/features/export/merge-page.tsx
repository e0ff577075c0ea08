/** Another copy of the project is merged: chosen, looked at, and brought in. */
import { type ComponentProps, type ReactNode, useState } from 'react'
import type { ProjectSummary } from '../../../../core/contract/answers.ts'
import type { MergeReport } from '../../../../core/contract/package-answers.ts'
import { en } from '../../copy/en.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { PageMessage } from '../../ui/page-message.tsx'
import { GoBar, Running } from './go-bar.tsx'
import { MergeReportView } from './merge-report.tsx'
import styles from './packages.module.css'
import share from './share.module.css'
import { type Merging, useMerge } from './use-merge.ts'

interface MergePageProps {
  readonly project: ProjectSummary
  readonly onDesk: (opening: number | null) => void
  readonly onNote: (words: string) => void
}

export function MergePage({ project, onDesk, onNote }: MergePageProps): ReactNode {
  const merging = useMerge(project.id, onNote)
  const { report, job } = merging
  return (
    <main className={share.page} tabIndex={-1}>
      {report === null ? (
        <PageMessage
          title={en.merging.idle}
          lede={en.merging.lede}
          actions={
            job === null && (
              <Button kind="primary" size="big" onClick={merging.choose}>
                {en.merging.choose}
              </Button>
            )
          }
        >
          {job && (
            <div className="row grow">
              <Merge job={job} words={en.merging.looking} onStop={merging.stop} />
            </div>
          )}
        </PageMessage>
      ) : (
        <Found
          key={`${report.name} ${report.isMerged}`}
          {...{ merging, report, onDesk }}
          labels={project.codebook.labels}
        />
      )}
    </main>
  )
}

interface FoundProps {
  readonly merging: Merging
  readonly report: MergeReport
  readonly labels: ProjectSummary['codebook']['labels']
  readonly onDesk: (opening: number | null) => void
}

function Found({ merging, report, labels, onDesk }: FoundProps): ReactNode {
  const [areSame, setSame] = useState(false)
  const { isMerged, sameNames, decisions, undos, events, brought } = report
  const isNothing = decisions.new + undos.new + events.new + brought.comments === 0
  const { merging: words } = en
  return (
    <>
      <div className={share.inside}>
        <h1 className="title">
          {isMerged ? words.didTitle : isNothing ? words.nothingTitle : words.willTitle}
        </h1>
        <MergeReportView report={report} labels={labels} onOpen={onDesk}>
          {!isMerged && sameNames.length > 0 && (
            <div className={styles.same}>
              <Check label={words.same(sameNames)} hint={words.sameHint} isOn={areSame} onChange={setSame} />
            </div>
          )}
        </MergeReportView>
      </div>
      <GoBar>
        {merging.job ? (
          <Merge job={merging.job} words={words.working} onStop={merging.stop} />
        ) : isMerged || isNothing ? (
          <>
            <span className="grow" />
            <Button onClick={merging.forget}>{words.another}</Button>
            <Button kind="primary" onClick={() => onDesk(null)}>
              {words.desk}
            </Button>
          </>
        ) : (
          <>
            <span className="meta">{en.import.safe}</span>
            <span className="grow" />
            <Button onClick={merging.forget}>{en.cancel}</Button>
            <Button
              kind="primary"
              onClick={() => merging.merge(areSame)}
              isDisabled={sameNames.length > 0 && !areSame}
            >
              {decisions.new > 0 ? words.go(decisions.new) : words.goRest}
            </Button>
          </>
        )}
      </GoBar>
    </>
  )
}

/** Its steps are rows of the other copy. */
function Merge({ job, ...how }: Omit<ComponentProps<typeof Running>, 'more'>): ReactNode {
  return <Running job={job} more={job.total > 0 ? en.merging.rows(job.done, job.total) : ''} {...how} />
}
