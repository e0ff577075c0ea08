/** The record: all that was done in the project, in plain sentences, and whether it is as it was written. */
import { type ReactNode, useState } from 'react'
import type { ProjectSummary, VerifyReport } from '../../../../../core/contract/answers.ts'
import { describeEntry } from '../../../../../core/record/describe.ts'
import { type EntryGroup, entryGroups, type RecordEntry } from '../../../../../core/record/entry.ts'
import { recordFormats } from '../../../../../core/record/file.ts'
import { useQuery } from '../../../client/use-query.ts'
import { en } from '../../../copy/en.ts'
import { isolated, moment } from '../../../copy/format.ts'
import { Button } from '../../../ui/button.tsx'
import { choicesOf, Select } from '../../../ui/select.tsx'
import { TableHead } from '../../../ui/table-head.tsx'
import { Words } from '../../../ui/words.tsx'
import { Page, Status } from '../page.tsx'
import styles from './record.module.css'
import { type Check, useRecord } from './use-record.ts'

const words = en.record
const pageSize = 100
const all = ''

interface RecordPageProps {
  readonly project: ProjectSummary
  readonly onDesk: (opening: number | null) => void
}

export function RecordPage({ project, onDesk }: RecordPageProps): ReactNode {
  const [group, setGroup] = useState<EntryGroup | typeof all>(all)
  const [coder, setCoder] = useState(all)
  const [before, setBefore] = useState<number | null>(null)
  const filter = { groups: group === all ? null : [group], coder: coder === all ? null : coder }
  const { value: page } = useQuery('record.entries', { ...filter, commentId: null, before, limit: pageSize })
  const coders = useQuery('coders.list', {}).value ?? []
  const { check, verify, save } = useRecord()
  const anew =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setBefore(null)
      set(value)
    }
  return (
    <Page
      title={words.title}
      lede={page && (page.rows === 0 ? words.empty : words.lede(page.rows))}
      beside={
        <Button onClick={verify} isIdle={check === 'running'}>
          {words.verify}
        </Button>
      }
    >
      <Outcome check={check} />
      <div className={`row wraps ${styles.bar}`}>
        <Select
          label={words.what}
          size="small"
          value={group}
          choices={[{ value: all, words: words.everything }, ...choicesOf(words.groups)]}
          onChange={anew(setGroup)}
        />
        <Select
          label={words.who}
          size="small"
          value={coder}
          choices={[
            { value: all, words: words.everyone },
            ...coders.map(({ name }) => ({ value: name, words: name })),
          ]}
          onChange={anew(setCoder)}
        />
        <span className={`row wraps meta ${styles.save}`}>
          {words.save}
          {recordFormats.map((format) => (
            <Button
              key={format}
              kind="link"
              size="small"
              onClick={() => save(filter, page?.suggestedName ?? words.title, format)}
            >
              {words.formats[format]}
            </Button>
          ))}
        </span>
      </div>
      {page === null ? (
        <Status>{words.reading}</Status>
      ) : (
        <Entries entries={page.entries} project={project} onDesk={onDesk} />
      )}
      <Pager page={page?.entries ?? []} before={before} onBefore={setBefore} />
      {page !== null && page.rows > 0 && <Head head={page.head} />}
    </Page>
  )
}

function Outcome({ check }: { readonly check: Check }): ReactNode {
  const isWrong = typeof check === 'object' && (check.broken !== null || check.wrongLabels > 0)
  return (
    <div role="status" className={styles.outcome} data-state={isWrong ? 'broken' : 'sound'}>
      {check === 'running' && <p>{words.checking}</p>}
      {typeof check === 'object' &&
        sentencesOf(check).map((one) => (
          <p key={one}>
            <Words>{one}</Words>
          </p>
        ))}
    </div>
  )
}

function sentencesOf({ rows, broken, wrongLabels }: VerifyReport): readonly string[] {
  if (broken === null && wrongLabels === 0) return [words.sound(rows)]
  return [
    ...(broken === null ? [] : [words.broken[broken.kind](broken.id)]),
    ...(wrongLabels === 0 ? [] : [words.wrongLabels(wrongLabels)]),
    words.keep,
  ]
}

interface EntriesProps extends RecordPageProps {
  readonly entries: readonly RecordEntry[]
}

function Entries({ entries, project, onDesk }: EntriesProps): ReactNode {
  if (entries.length === 0) return <Status>{words.nothing}</Status>
  const now = new Date()
  const isHiding = entries.some(
    ({ judged, kind }) =>
      judged?.label === null && (entryGroups.decisions as readonly string[]).includes(kind),
  )
  return (
    <>
      {isHiding && <Status>{words.hidden}</Status>}
      <div className={styles.scroll} data-scrolls>
        <table className={styles.entries}>
          <TableHead
            columns={[words.columns.row, words.columns.when, words.columns.what, words.columns.comment]}
          />
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.id}>
                <td>{entry.id}</td>
                <td>
                  <time dateTime={entry.at} title={entry.at}>
                    {moment(entry.at, now)}
                  </time>
                </td>
                <td dir="auto">
                  {describeEntry({ ...entry, coder: isolated(entry.coder) }, project.codebook.labels)}
                </td>
                <td>
                  <CommentLink entry={entry} onDesk={onDesk} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function CommentLink({
  entry,
  onDesk,
}: { readonly entry: RecordEntry } & Pick<RecordPageProps, 'onDesk'>): ReactNode {
  const { commentId, excerpt } = entry
  if (commentId === null || excerpt === null) return null
  return (
    <button
      type="button"
      className={styles.comment}
      aria-label={words.open(excerpt)}
      onClick={() => onDesk(commentId)}
    >
      <span dir="auto">{excerpt}</span>
    </button>
  )
}

interface PagerProps {
  readonly page: readonly RecordEntry[]
  readonly before: number | null
  readonly onBefore: (before: number | null) => void
}

function Pager({ page, before, onBefore }: PagerProps): ReactNode {
  const last = page.at(-1)
  const hasOlder = page.length === pageSize && last !== undefined && last.id > 1
  if (before === null && !hasOlder) return null
  return (
    <p className={styles.pager}>
      <Button size="small" onClick={() => onBefore(null)} isIdle={before === null}>
        {words.newest}
      </Button>
      <Button size="small" onClick={() => onBefore(last?.id ?? null)} isIdle={!hasOlder}>
        {words.older}
      </Button>
    </p>
  )
}

function Head({ head }: { readonly head: string }): ReactNode {
  return (
    <section className={styles.head}>
      <h2>{words.head}</h2>
      <code>{head}</code>
      <p className="meta">{words.headHint}</p>
    </section>
  )
}
