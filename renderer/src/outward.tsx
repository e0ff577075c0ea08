/** The sections in which something leaves: answers to authors, and what is shared. */
import type { ReactNode } from 'react'
import type { ProjectSummary } from '../../core/contract/answers.ts'
import { Answer, type AnswerPage } from './features/answer/answer.tsx'
import { Share, type SharePage } from './features/export/share.tsx'

export type OutwardPlace =
  | { readonly at: 'answer'; readonly page: AnswerPage }
  | { readonly at: 'share'; readonly page: SharePage }

interface OutwardProps {
  readonly place: OutwardPlace
  readonly project: ProjectSummary
  readonly go: (place: OutwardPlace) => void
  /** Opens the desk at a comment; null for the first undecided one. */
  readonly onDesk: (opening: number | null) => void
  readonly onNote: (words: string) => void
}

export function Outward({ place, project, go, onDesk, onNote }: OutwardProps): ReactNode {
  return place.at === 'answer' ? (
    <Answer
      project={project}
      page={place.page}
      onPage={(page) => go({ at: 'answer', page })}
      onDesk={onDesk}
      onNote={onNote}
    />
  ) : (
    <Share {...{ project, page: place.page, onDesk, onNote }} onPage={(page) => go({ at: 'share', page })} />
  )
}
