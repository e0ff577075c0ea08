/** What waits for a second and a third person, and what each of them thinks. */
import type { Service } from '../../../core/contract/contract.ts'
import { canSettle } from '../../../core/deciding/standing.ts'
import { AppError } from '../../../core/result.ts'
import { sentences } from '../../../core/sentences.ts'
import { type Context, changed } from '../context.ts'
import type { OpenProject } from '../open-project.ts'
import { textOf } from '../store/comments.ts'
import { standingDecision } from '../store/decisions.ts'
import { appendEvent } from '../store/events.ts'
import {
  countAppeals,
  countTests,
  disputedByOthers,
  judgementsOn,
  proposedByOthers,
} from '../store/judging.ts'
import { explained } from '../store/project-file.ts'
import { givenOn } from '../store/standing.ts'
import { whoDecides } from '../who-decides.ts'

export function judgingHandlers(
  context: Context,
): Pick<Service, 'deciding.counts' | 'comments.judgements' | 'opposite.changed'> {
  const { current, now } = context
  return {
    'deciding.counts': () => {
      const project = current.require()
      const coder = whoDecides(context, project)
      return {
        second: proposedByOthers(project.db, coder).length,
        adjudicate: disputedByOthers(project.db, coder).length,
        appeals: countAppeals(project.db, coder),
        ...countTests(project.db),
      }
    },
    'comments.judgements': ({ commentId }) => {
      const project = current.require()
      if (!maySeeAll(context, project, commentId)) throw new AppError('bad-request', sentences.othersHidden())
      return judgementsOn(project.db, commentId)
    },
    'opposite.changed': ({ commentId }) => {
      const project = current.require()
      if (textOf(project.db, commentId) === null) throw new AppError('not-found', sentences.commentMissing())
      project.requireInPlace()
      const by = { coder: whoDecides(context, project), at: now().toISOString() }
      explained(project.path, () =>
        project.db.transaction(() =>
          appendEvent(project.db, { kind: 'opposite', commentId, ...by, body: { outcome: 'changed' } }),
        ),
      )
      changed(context, 'decisions')
      return null
    },
  }
}

/** Whoever settles a dispute reads both sides, and so does whoever sees others' decisions anyway. */
function maySeeAll(context: Context, project: OpenProject, commentId: number): boolean {
  if (context.settings.settings.get().mode === 'check') return true
  const isDisputed = standingDecision(project.db, commentId).status === 'disputed'
  return isDisputed && canSettle(givenOn(project.db, commentId), whoDecides(context, project), 'adjudication')
}
