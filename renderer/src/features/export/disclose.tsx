/** What a public body could release, made in one act. */
import type { ReactNode } from 'react'
import type { ProjectSummary } from '../../../../core/contract/answers.ts'
import { useClient } from '../../client/client.ts'
import { useReadingOnly } from '../../client/reading-only.ts'
import { en } from '../../copy/en.ts'
import { Button } from '../../ui/button.tsx'
import { GoBar, Outcome, Running } from './go-bar.tsx'
import styles from './share.module.css'
import { useWritten } from './use-written.ts'

interface DiscloseProps {
  readonly project: ProjectSummary
  readonly onNote: (words: string) => void
}

const words = en.disclosure

export function Disclose({ project, onNote }: DiscloseProps): ReactNode {
  const client = useClient()
  const { kind } = client
  const disclosing = useWritten('disclose', () => onNote(words.stopped))
  const { job, result } = disclosing
  const isReadingOnly = useReadingOnly() !== null
  const start = () => {
    const name = words.fileName(project.name, new Date().toISOString().slice(0, 10))
    void disclosing.write(name, (target) => client.call('disclosure.start', { target }))
  }
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
            <Button kind="primary" isDisabled={isReadingOnly} onClick={start}>
              {words.go}
            </Button>
          </>
        )}
      </GoBar>
    </main>
  )
}
