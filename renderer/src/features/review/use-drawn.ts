/** Notes when a comment is really on the screen: only then can it be decided. */
import { type RefObject, useEffect } from 'react'
import type { CommentView } from '../../../../core/contract/answers.ts'
import type { Desk } from './use-desk.ts'

/** What changed under the eyes, suggestion or comment, is not taken before it can have been read. */
export const readMs = 400

interface OnScreen {
  readonly desk: Desk
  readonly comment: CommentView
  /** Where the comment stands; it carries `data-drawn` once the comment can be decided. */
  readonly place: RefObject<Element | null>
}

export function useDrawn({ desk, comment, place }: OnScreen): void {
  const { drawn, seenSuggestions } = desk
  const { commentId } = comment
  const band = desk.suggestion?.band ?? null
  const unreadMs = desk.state.replacedBy === commentId ? readMs : 0
  useEffect(() => {
    const markDecidable = () => place.current?.setAttribute('data-drawn', '')
    let reading: ReturnType<typeof setTimeout> | undefined
    // The first frame is being made when this runs; by the second one it has been shown.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (band !== null) seenSuggestions.current.add(commentId)
        const before = drawn.current?.commentId === commentId ? drawn.current : null
        const sinceMs = before?.sinceMs ?? performance.now()
        drawn.current = {
          commentId,
          sinceMs,
          decidableMs: sinceMs + unreadMs,
          // Once seen it stays seen, also when it is hidden again.
          sawSuggestion: seenSuggestions.current.has(commentId),
          band,
          bandSinceMs:
            before === null
              ? Number.NEGATIVE_INFINITY
              : before.band === band
                ? before.bandSinceMs
                : performance.now(),
        }
        if (unreadMs === 0) markDecidable()
        else reading = setTimeout(markDecidable, unreadMs)
      })
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(reading)
    }
  }, [drawn, seenSuggestions, place, commentId, band, unreadMs])
  useEffect(
    () => () => {
      if (drawn.current?.commentId === commentId) drawn.current = null
    },
    [drawn, commentId],
  )
}
