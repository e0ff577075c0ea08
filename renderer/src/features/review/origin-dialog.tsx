/** Where a comment came from: its file and row, the record as the file has it, and what it said before. */
import type { ReactNode } from 'react'
import type { Origin } from '../../../../core/contract/answers.ts'
import { en } from '../../copy/en.ts'
import { moment } from '../../copy/format.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Said } from '../../ui/said.tsx'
import styles from './origin.module.css'
import { prettyRecord } from './pretty-record.ts'

const words = en.origin

export function OriginDialog(props: { readonly origin: Origin; readonly onClose: () => void }): ReactNode {
  const { origin } = props
  const now = new Date()
  const record = prettyRecord(origin.raw ?? '')
  return (
    <Dialog title={words.title} width="wide" onClose={props.onClose}>
      <dl className={styles.facts}>
        <Fact name={words.file}>
          <bdi>{origin.file}</bdi>
        </Fact>
        <Fact name={words.what}>{origin.title}</Fact>
        <Fact name={words.row}>{words.rowOf(origin.row)}</Fact>
        <Fact name={words.imported}>{words.importedAt(moment(origin.importedAt, now))}</Fact>
      </dl>
      {origin.earlier.length > 0 && (
        <section className={styles.part}>
          <h3 className="strong">{words.earlier(origin.earlier.length)}</h3>
          {origin.earlier.map(({ text, until }) => (
            <article key={until + text} className={styles.earlier}>
              <p className="meta">{words.until(moment(until, now))}</p>
              <Said text={text} />
            </article>
          ))}
        </section>
      )}
      <section className={styles.part}>
        <h3 className="strong">{words.record}</h3>
        <p className="meta">
          {origin.raw === null
            ? en.reading.noRecord
            : record.text === ''
              ? words.noRecord
              : record.isPretty
                ? words.pretty
                : words.recordLede}
        </p>
        {record.text !== '' && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what can scroll must be reachable by keyboard.
          <section className={styles.raw} tabIndex={0} aria-label={words.record}>
            <pre className="said" dir="auto">
              {record.text}
            </pre>
          </section>
        )}
      </section>
    </Dialog>
  )
}

function Fact(props: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}
