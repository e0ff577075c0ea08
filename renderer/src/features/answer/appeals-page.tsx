/** Appeals: what came, and what one of them is about. */
import { Fragment, type ReactNode, useState } from 'react'
import type { AppealEntry } from '../../../../core/contract/appeals-answers.ts'
import type { Label } from '../../../../core/labels.ts'
import { useReadingOnly } from '../../client/reading-only.ts'
import { useQuery } from '../../client/use-query.ts'
import { en } from '../../copy/en.ts'
import { day } from '../../copy/format.ts'
import { Button } from '../../ui/button.tsx'
import { PageMessage } from '../../ui/page-message.tsx'
import styles from './answer.module.css'
import { Case } from './case.tsx'
import { RecordDialog } from './record-dialog.tsx'
import { type Row, Rows } from './rows.tsx'

interface AppealsPageProps {
  /** Null while they are not known. */
  readonly appeals: readonly AppealEntry[] | null
  readonly labels: readonly Label[]
  readonly onDesk: (opening: number) => void
  readonly onNote: (words: string) => void
  readonly toSender: () => void
}

const words = en.answer

export function AppealsPage({ appeals, labels, onDesk, onNote, toSender }: AppealsPageProps): ReactNode {
  const [chosen, setChosen] = useState<number | null>(null)
  const [isRecording, setRecording] = useState(false)
  const isReadingOnly = useReadingOnly() !== null
  const all = appeals ?? []
  const open = all.filter(({ outcome }) => outcome === 'open')
  const gone = all.filter(({ outcome }) => outcome === 'gone')
  const answered = all.filter(({ outcome }) => outcome === 'upheld' || outcome === 'overturned')
  const current = all.find(({ appealId }) => appealId === chosen) ?? open[0] ?? gone[0] ?? answered[0] ?? null
  const found = useQuery('appeals.get', current === null ? null : { appealId: current.appealId })
  const groups = [
    [words.list.open, open],
    [words.list.gone, gone],
    [words.list.answered, answered],
  ] as const
  const shown = found.value?.appealId === current?.appealId ? found.value : null
  return (
    <>
      <section className={styles.list} aria-label={words.list.appeals}>
        <header className={styles.head}>
          <h1 className="strong grow">{words.list.appeals}</h1>
          <Button size="small" isDisabled={isReadingOnly} onClick={() => setRecording(true)}>
            {words.list.record}
          </Button>
        </header>
        {groups.map(([label, rows]) => (
          <Fragment key={label}>
            {rows.length > 0 && <h2 className={styles.group}>{label}</h2>}
            <Rows
              label={label}
              rows={rows.map(rowOf)}
              current={current?.appealId ?? null}
              onChoose={setChosen}
            />
          </Fragment>
        ))}
      </section>
      <main className={styles.detail} tabIndex={-1}>
        {appeals !== null && current === null && (
          <PageMessage title={words.none.appeals} lede={words.none.appealsLede} />
        )}
        {shown !== null && (
          <Case
            key={shown.appealId}
            appeal={shown}
            {...{ labels, onDesk, onNote, toSender, isReadingOnly }}
            onAnswered={() => setChosen(shown.appealId)}
          />
        )}
      </main>
      {isRecording && (
        <RecordDialog
          labels={labels}
          onClose={() => setRecording(false)}
          onRecorded={({ appealId, reference }) => {
            setRecording(false)
            setChosen(appealId)
            onNote(words.recording.saved(reference))
          }}
        />
      )}
    </>
  )
}

function rowOf({ appealId, excerpt, reference, receivedAt, outcome }: AppealEntry): Row {
  const came = day(receivedAt, new Date())
  return {
    id: appealId,
    excerpt,
    sub: reference,
    end: outcome === 'open' || outcome === 'gone' ? words.list.came(came) : words.outcome[outcome],
  }
}
