/** What was done last, for the foot. */
import { en } from '../../copy/en.ts'
import type { DeskState } from './state.ts'

/** "Marked critic" and the like; null before anything was done. */
export function lastWords({ last }: DeskState, wordOf: (label: string) => string): string | null {
  if (last === null) return null
  switch (last.kind) {
    case 'skipped':
      return en.review.skipped
    case 'refused':
      return en.review.notSaved
    case 'marked':
      return last.isProposal
        ? en.judging.proposedShort(wordOf(last.label))
        : en.review.marked(wordOf(last.label))
    case 'taken-back':
      return en.deciding.takenBack(wordOf(last.label), last.count)
    case 'given-again':
      return en.deciding.markedAgain(wordOf(last.label), last.count)
    case 'marked-many':
      return en.many.marked(last.count, wordOf(last.label))
    case 'amended':
      return en.deciding.amended
  }
}
