/** Notes when a comment is really on the screen: only then can it be decided. */
import { useEffect } from 'react'
import type { CommentView } from '../../../../core/contract/answers.ts'
import type { Mode } from '../../../../core/contract/requests.ts'
import type { Desk } from './use-desk.ts'

export function useDrawn(desk: Desk, comment: CommentView, mode: Mode): void {
  const { drawn } = desk
  const { commentId } = comment
  const isSuggestionShown = mode === 'check' && comment.suggestion !== null
  useEffect(() => {
    // The first frame is being made when this runs; by the second one it has been shown.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        const before = drawn.current?.commentId === commentId ? drawn.current : null
        drawn.current = {
          commentId,
          sinceMs: before?.sinceMs ?? performance.now(),
          // Once seen it stays seen, also when it is hidden again.
          sawSuggestion: isSuggestionShown || (before?.sawSuggestion ?? false),
        }
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [drawn, commentId, isSuggestionShown])
  useEffect(
    () => () => {
      if (drawn.current?.commentId === commentId) drawn.current = null
    },
    [drawn, commentId],
  )
}
