/** The section Answer: a list of its pages on the left, and the page. */
import type { ReactNode } from 'react'
import type { ProjectSummary } from '../../../../core/contract/answers.ts'
import { useQuery } from '../../client/use-query.ts'
import { en } from '../../copy/en.ts'
import { Pages } from '../../ui/pages.tsx'
import styles from './answer.module.css'
import { AppealsPage } from './appeals-page.tsx'
import { LettersPage } from './letters-page.tsx'
import { SenderPage } from './sender-page.tsx'

/** In the order of the list. */
const pages = ['appeals', 'letters', 'sender'] as const
export type AnswerPage = (typeof pages)[number]

interface AnswerProps {
  readonly project: ProjectSummary
  readonly page: AnswerPage
  readonly onPage: (page: AnswerPage) => void
  /** Opens the desk at a comment. */
  readonly onDesk: (opening: number) => void
  readonly onNote: (words: string) => void
}

export function Answer({ project, page, onPage, onDesk, onNote }: AnswerProps): ReactNode {
  const appeals = useQuery('appeals.list', {}).value
  const waiting = appeals?.filter(({ outcome }) => outcome === 'open').length ?? 0
  const { labels } = project.codebook
  const toSender = () => onPage('sender')
  const links = pages.map((one) => ({
    page: one,
    name: en.answer[one],
    end: one === 'appeals' && waiting > 0 && (
      <span className="meta" title={en.answer.waiting(waiting)}>
        {en.answer.count(waiting)}
      </span>
    ),
  }))
  return (
    <Pages
      label={en.answer.pages}
      links={links}
      current={page}
      onOpen={onPage}
      className={page === 'sender' ? undefined : styles.withList}
    >
      {page === 'appeals' && <AppealsPage {...{ appeals, labels, onDesk, onNote, toSender }} />}
      {page === 'letters' && <LettersPage {...{ labels, onDesk, onNote, toSender }} />}
      {page === 'sender' && <SenderPage onNote={onNote} />}
    </Pages>
  )
}
