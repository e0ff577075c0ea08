/** Labels that can be appealed against, and the letter about each. */
import { type ReactNode, useState } from 'react'
import type { AdverseEntry } from '../../../../core/contract/appeals-answers.ts'
import type { Label } from '../../../../core/labels.ts'
import { useReadingOnly } from '../../client/reading-only.ts'
import { useQuery } from '../../client/use-query.ts'
import { en } from '../../copy/en.ts'
import { day } from '../../copy/format.ts'
import { Button } from '../../ui/button.tsx'
import { LabelChip } from '../../ui/label-mark.tsx'
import { PageMessage } from '../../ui/page-message.tsx'
import { Said } from '../../ui/said.tsx'
import styles from './answer.module.css'
import { LetterPane } from './letter-pane.tsx'
import { type Row, Rows } from './rows.tsx'

interface LettersPageProps {
  readonly labels: readonly Label[]
  readonly onDesk: (opening: number) => void
  readonly onNote: (words: string) => void
  readonly toSender: () => void
}

const words = en.answer
const pageSize = 100
const most = 500

export function LettersPage({ labels, onDesk, onNote, toSender }: LettersPageProps): ReactNode {
  const [limit, setLimit] = useState(pageSize)
  const [chosen, setChosen] = useState<number | null>(null)
  const found = useQuery('appeals.adverse', { offset: 0, limit }).value
  const isReadingOnly = useReadingOnly() !== null
  const rows = found?.rows ?? []
  const current = rows.find(({ commentId }) => commentId === chosen) ?? rows[0] ?? null
  const label = labels.find(({ id }) => id === current?.label)
  const left = (found?.total ?? 0) - rows.length
  return (
    <>
      <section className={styles.list} aria-label={words.list.letters}>
        <header className={styles.head}>
          <h1 className="strong grow">{words.list.letters}</h1>
        </header>
        <Rows
          label={words.list.letters}
          rows={rows.map(rowOf)}
          current={current?.commentId ?? null}
          onChoose={setChosen}
        />
        {left > 0 && limit < most && (
          <div className={styles.more}>
            <Button size="small" onClick={() => setLimit(Math.min(most, limit + pageSize))}>
              {words.list.more(left)}
            </Button>
          </div>
        )}
      </section>
      <main className={styles.detail} tabIndex={-1}>
        {found !== null && current === null && (
          <PageMessage title={words.none.letters} lede={words.none.lettersLede} />
        )}
        {current !== null && (
          <>
            <header className={styles.head}>
              <h2 className="strong grow">{words.case.reference(current.reference)}</h2>
              <Button size="small" onClick={() => onDesk(current.commentId)}>
                {words.case.openDesk}
              </Button>
            </header>
            <div className={styles.inside}>
              <section aria-label={words.case.comment} className={styles.found}>
                {label && <LabelChip label={label} />}
                <Said lines={2} text={current.excerpt} />
              </section>
              <LetterPane
                key={current.commentId}
                {...letterOf(current)}
                {...{ isReadingOnly, onNote, toSender }}
              />
            </div>
          </>
        )}
      </main>
    </>
  )
}

/** What was decided on appeal has the letter that answers it: its reasons are there. */
function letterOf({ commentId, onAppeal }: AdverseEntry) {
  return onAppeal === null
    ? { title: words.letter.decision, about: { kind: 'decision', commentId } as const }
    : { title: words.letter.outcome, about: { kind: 'outcome', appealId: onAppeal } as const }
}

function rowOf({ commentId, excerpt, reference, letterAt, onAppeal }: AdverseEntry): Row {
  const written = letterAt === null ? words.list.notWritten : words.list.written(day(letterAt, new Date()))
  return { id: commentId, excerpt, sub: reference, end: onAppeal === null ? written : words.list.onAppeal }
}
