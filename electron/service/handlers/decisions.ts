/** What people decide. Saved for good before the answer goes out. */
import type { Service } from '../../../core/contract/contract.ts'
import { AppError } from '../../../core/result.ts'
import { sentences } from '../../../core/sentences.ts'
import { type Context, changed } from '../context.ts'
import { learnInBackground } from '../learning.ts'
import type { OpenProject } from '../open-project.ts'
import { textOf } from '../store/comments.ts'
import { appendDecision, recentDecisions, undoLatest } from '../store/decisions.ts'
import { explained } from '../store/project-file.ts'
import { predictionsFor } from '../suggesting.ts'

export function decisionHandlers(
  context: Context,
): Pick<Service, 'decisions.record' | 'decisions.undo' | 'decisions.recent'> {
  const { current, settings } = context
  return {
    'decisions.record': ({ commentId, queueId, label, suggestionShown, shownMs, note }) => {
      const project = current.require()
      const text = textOf(project.db, commentId)
      if (text === null) throw new AppError('not-found', sentences.commentMissing())
      if (!project.codebook.labels.some(({ id }) => id === label)) {
        throw new AppError('bad-request', sentences.unknownLabel(label))
      }
      project.requireInPlace()
      const decision = explained(project.path, () =>
        appendDecision(project.db, {
          commentId,
          label,
          coder: settings.settings.get().coder,
          decidedAt: context.now().toISOString(),
          note,
          codebook: project.codebook,
          // A comment that was found by its score is not decided blind, whatever is on the screen.
          suggestionShown: suggestionShown || project.revealsSuggestion(queueId),
          shownMs,
          suggestion: predictionsFor(project, [text])[0] ?? null,
          draw: project.drawOf(queueId, commentId),
        }),
      )
      project.setDecided(commentId, true)
      afterwards(context, project)
      return { decision, decided: project.decidedCount }
    },
    'decisions.undo': () => {
      const project = current.require()
      project.requireInPlace()
      const by = { coder: settings.settings.get().coder, at: context.now().toISOString() }
      const undone = explained(project.path, () => undoLatest(project.db, by))
      if (undone) {
        project.setDecided(undone.commentId, undone.label !== null)
        afterwards(context, project)
      }
      return undone
    },
    'decisions.recent': ({ limit }) => recentDecisions(current.require().db, limit),
  }
}

function afterwards(context: Context, project: OpenProject): void {
  project.scoring.decisions += 1
  changed(context, 'decisions')
  learnInBackground(context, project)
}
