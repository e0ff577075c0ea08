/** What a public body could release, made in one act. */
import { type ReactNode, useRef, useState } from 'react'
import type { Job, ProjectSummary } from '../../../../core/contract/answers.ts'
import type { DisclosureReport } from '../../../../core/contract/appeals-answers.ts'
import { failureOf, useClient, useReport } from '../../client/client.ts'
import { followJob } from '../../client/follow-job.ts'
import { useReadingOnly } from '../../client/reading-only.ts'
import { en } from '../../copy/en.ts'
import { Button } from '../../ui/button.tsx'
import { GoBar, Outcome, Running } from './go-bar.tsx'
import styles from './share.module.css'

interface DiscloseProps {
  readonly project: ProjectSummary
  readonly onNote: (words: string) => void
}

const words = en.disclosure

export function Disclose({ project, onNote }: DiscloseProps): ReactNode {
  const { kind } = useClient()
  const disclosing = useDisclosing(onNote)
  const { job, result } = disclosing
  const isReadingOnly = useReadingOnly() !== null
  const name = words.fileName(project.name, new Date().toISOString().slice(0, 10))
  return (
    <main className={styles.page} tabIndex={-1}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can scroll must be reachable by keyboard. */}
      <div className={styles.inside} tabIndex={0}>
        <h1 className="title">{words.heading}</h1>
        <p className="muted">{words.lede}</p>
        <h2 className="strong">{words.inside}</h2>
        <dl className={styles.files}>
          {words.files.map(([file, note]) => (
            <div key={file}>
              <dt>{file}</dt>
              <dd>{note}</dd>
            </div>
          ))}
        </dl>
        <h2 className="strong">{words.before}</h2>
        <p className="muted">{words.beforeLede}</p>
      </div>
      <GoBar>
        {job ? (
          <Running
            job={job}
            words={words.working}
            more={en.review.progress(job.done, job.total)}
            onStop={disclosing.stop}
          />
        ) : (
          <>
            <Outcome
              made={result && words.saved(result.name, result.files, result.bytes)}
              before={words.where[kind]}
            />
            {result && <Button onClick={disclosing.deliver}>{en.share.deliver[kind]}</Button>}
            <span className="grow" />
            <Button kind="primary" isDisabled={isReadingOnly} onClick={() => disclosing.start(name)}>
              {words.go}
            </Button>
          </>
        )}
      </GoBar>
    </main>
  )
}

/** Where to, the job, and what came of it. */
function useDisclosing(onNote: (words: string) => void) {
  const client = useClient()
  const report = useReport()
  const [job, setJob] = useState<Job | null>(null)
  const [made, setMade] = useState<{ readonly report: DisclosureReport; readonly target: string } | null>(
    null,
  )
  const isBusy = useRef(false)
  const say = (error: unknown) => report(failureOf(error))
  const run = async (name: string) => {
    const target = await client.pickTarget(name)
    if (target === null) return
    const { jobId } = await client.call('disclosure.start', { target })
    const ended = await followJob(client, jobId, setJob)
    if (ended.kind === 'disclose' && ended.result) {
      setMade({ report: ended.result, target })
      if (client.kind === 'browser') await client.deliver(target)
    } else if (ended.status === 'cancelled') onNote(words.stopped)
    else if (ended.failure) report(ended.failure)
  }
  return {
    job,
    result: made?.report ?? null,
    start(name: string) {
      if (isBusy.current) return
      isBusy.current = true
      setMade(null)
      run(name)
        .catch(say)
        .finally(() => {
          isBusy.current = false
          setJob(null)
        })
    },
    stop() {
      if (job) client.call('jobs.cancel', { jobId: job.id }).catch(say)
    },
    deliver() {
      if (made) client.deliver(made.target).catch(say)
    },
  }
}
