/** Labels out of the project: what leaves, exactly, and then the file. */
import { type ReactNode, useState } from 'react'
import type { ProjectSummary } from '../../../../core/contract/answers.ts'
import type { Request } from '../../../../core/contract/requests.ts'
import { useClient } from '../../client/client.ts'
import { useQuery } from '../../client/use-query.ts'
import { en } from '../../copy/en.ts'
import { count } from '../../copy/format.ts'
import { KeyButton } from '../../keyboard/key-button.tsx'
import { shortcuts } from '../../keyboard/shortcuts.ts'
import { useShortcuts } from '../../keyboard/use-shortcuts.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './export.module.css'
import { ExportForm } from './export-form.tsx'
import { ExportSheet } from './export-sheet.tsx'
import { GoBar, Outcome, Running } from './go-bar.tsx'
import { useWritten, type Writing } from './use-written.ts'

interface ExportProps {
  readonly project: ProjectSummary
  readonly onNote: (words: string) => void
}

export function Export({ project, onNote }: ExportProps): ReactNode {
  const [choice, setChoice] = useState<Request<'exports.preview'>>({ format: 'csv', scope: 'decided' })
  const preview = useQuery('exports.preview', choice)
  const stats = useQuery('project.stats', {}).value
  const client = useClient()
  const exporting = useWritten('export', () => onNote(en.share.stopped))
  const total = preview.isCurrent ? (preview.value?.total ?? 0) : 0
  const start = () => {
    if (!preview.value || total === 0) return
    void exporting.write(preview.value.suggestedName, (target) =>
      client.call('exports.start', { ...choice, target }),
    )
  }
  useShortcuts([{ shortcut: shortcuts.exportNow, run: start }])
  return (
    <main className={styles.page} tabIndex={-1}>
      <ExportForm
        choice={choice}
        decided={stats?.decided ?? project.decided}
        comments={stats?.comments ?? project.comments}
        isBusy={exporting.job !== null}
        onChange={(next) => {
          exporting.forget()
          setChoice(next)
        }}
      />
      <section className={styles.preview} data-dimmed={!preview.isCurrent || undefined}>
        {preview.value && (
          <ExportSheet preview={preview.value} scope={choice.scope} labels={project.codebook.labels} />
        )}
        <GoBar>
          <Go exporting={exporting} total={total} onStart={start} />
        </GoBar>
      </section>
    </main>
  )
}

interface GoProps {
  readonly exporting: Writing<'export'>
  readonly total: number
  readonly onStart: () => void
}

function Go({ exporting, total, onStart }: GoProps): ReactNode {
  const { kind } = useClient()
  const { job, result } = exporting
  if (job) {
    const more = job.total > 0 ? en.review.progress(job.done, job.total) : count(job.done)
    return <Running {...{ job, more }} words={en.share.working} onStop={exporting.stop} />
  }
  return (
    <>
      <Outcome
        made={result && en.share.saved(result.name, result.rows, result.bytes)}
        before={en.share.where[kind]}
      />
      {result && <Button onClick={exporting.deliver}>{en.share.deliver[kind]}</Button>}
      <span className="grow" />
      <KeyButton
        kind="primary"
        onClick={onStart}
        isDisabled={total === 0}
        shortcut={shortcuts.exportNow}
        hidesKey={total === 0}
      >
        {total === 0 ? en.share.none : en.share.go(total)}
      </KeyButton>
    </>
  )
}
