/** The sections in which something leaves: answers to authors, and what is shared. */
import type { ReactNode } from 'react'
import { Answer, type AnswerPage } from './features/answer/answer.tsx'
import { Share, type SharePage, type ShareProps } from './features/export/share.tsx'

export type OutwardPlace =
  | { readonly at: 'answer'; readonly page: AnswerPage }
  | { readonly at: 'share'; readonly page: SharePage }

interface OutwardProps extends Omit<ShareProps, 'page' | 'onPage'> {
  readonly place: OutwardPlace
  readonly go: (place: OutwardPlace) => void
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
