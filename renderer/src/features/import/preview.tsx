/** The first comments of a file as they will look, answers under what they answer. */
import type { CSSProperties, ReactNode } from 'react'
import type { PreviewComment } from '../../../../core/contract/import-answers.ts'
import { en } from '../../copy/en.ts'
import { moment } from '../../copy/format.ts'
import { stateNames } from '../../copy/names.ts'
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
          <span className="meta one-line">{en.import.rows(Math.min(...rows), Math.max(...rows))}</span>
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
              <State comment={comment} />
            </p>
            {comment.text.trim() === '' ? <Gone comment={comment} /> : <Said text={comment.text} />}
          </article>
        ))}
      </section>
    </>
  )
}

/** Said of words that are still there though the comment is not simply there for all to see. */
function State({ comment: { state, text } }: { readonly comment: PreviewComment }): ReactNode {
  const words = stateNames[state]
  return words === null || text.trim() === '' ? null : ` · ${words}`
}

/** The place of a comment whose words are gone. */
function Gone({ comment: { state } }: { readonly comment: PreviewComment }): ReactNode {
  if (state !== 'deleted-by-author' && state !== 'removed-by-moderator') return null
  return <p className="muted">{en.import.gone[state]}</p>
}
