/** The first comments of a file as they will look, answers under what they answer. */
import type { CSSProperties, ReactNode } from 'react'
import type { PreviewComment } from '../../../../core/contract/answers.ts'
import { en } from '../../copy/en.ts'
import { moment } from '../../copy/format.ts'
import { Said, Who } from '../../ui/said.tsx'
import styles from './match.module.css'

/** Deeper answers stand no further in, or nothing would be left of the line. */
const deepest = 6

interface PreviewProps {
  readonly comments: readonly PreviewComment[]
  /** At the end of the head. */
  readonly children?: ReactNode
}

export function Preview({ comments, children }: PreviewProps): ReactNode {
  const rows = comments.map((comment) => comment.row)
  const now = new Date()
  return (
    <>
      <header className={styles.seeHead}>
        <h2 className="strong">{en.import.preview}</h2>
        <span className="grow" />
        {rows.length > 0 && (
          <span className="meta">{en.import.rows(Math.min(...rows), Math.max(...rows))}</span>
        )}
        {children}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can scroll must be reachable by keyboard. */}
      <section className={styles.preview} tabIndex={0} aria-label={en.import.preview} data-scrolls>
        {comments.length === 0 && <p className="muted">{en.import.previewNone}</p>}
        {comments.map((comment, index) => (
          <article
            key={comment.row}
            className={styles.one}
            style={{ '--depth': Math.min(comment.depth, deepest) } as CSSProperties}
          >
            <p className={styles.by}>
              <b>
                <Who name={comment.author} unknown={en.import.noAuthor} />
              </b>{' '}
              {moment(comment.createdAt, now, comments[index - 1]?.createdAt ?? null)}
            </p>
            <Said text={comment.text} />
          </article>
        ))}
      </section>
    </>
  )
}
