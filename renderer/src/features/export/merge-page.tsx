/** Another copy of the project is merged: chosen, looked at, and brought in. */
import { type ReactNode, useState } from 'react'
import type { ProjectSummary } from '../../../../core/contract/answers.ts'
import type { MergeReport } from '../../../../core/contract/package-answers.ts'
import { en } from '../../copy/en.ts'
import { left } from '../../copy/format.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { PageMessage } from '../../ui/page-message.tsx'
import { Progress } from '../../ui/progress.tsx'
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
          {job && <Running merging={merging} words={en.merging.looking} />}
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
      <div className={share.go}>
        {merging.job ? (
          <Running merging={merging} words={words.working} />
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
      </div>
    </>
  )
}

function Running({ merging, words }: { readonly merging: Merging; readonly words: string }): ReactNode {
  const { job } = merging
  if (job === null) return null
  return (
    <div className="row grow">
      <span className="grow">
        <Progress
          label={words}
          done={job.done}
          total={job.total}
          words={words}
          more={job.total > 0 ? en.merging.rows(job.done, job.total) : ''}
          left={left(job.leftMs)}
        />
      </span>
      <Button onClick={merging.stop}>{en.import.stop}</Button>
    </div>
  )
}
