/** What waits for a second and a third person, and what each of them thinks. */
import type { Service } from '../../../core/contract/contract.ts'
import { mixedIn, seedOfDay } from '../../../core/queue/second.ts'
import { AppError } from '../../../core/result.ts'
import { sentences } from '../../../core/sentences.ts'
import { type Context, changed } from '../context.ts'
import type { OpenProject } from '../open-project.ts'
import type { OwnWork } from '../own-work.ts'
import { settledBy } from '../refusals.ts'
import { worksBlind } from '../sight.ts'
import { countAppeals } from '../store/appeals.ts'
import { textOf } from '../store/comments.ts'
import { appendEvent } from '../store/events.ts'
import { countTests, disputedByOthers, judgementsOn, openOnes, proposedOnes } from '../store/judging.ts'
import { explained } from '../store/project-file.ts'
import { whoDecides } from '../who-decides.ts'

export function judgingHandlers(
  context: Context,
): Pick<Service, 'deciding.counts' | 'comments.judgements' | 'opposite.changed'> {
  const { current, now } = context
  return {
    'deciding.counts': () => {
      const project = current.require()
      const own = project.own(whoDecides(context, project))
      const { coder } = own
      const kept = own.kept()
      return {
        second: own.isAlone ? 0 : countSecond(context, project, own),
        adjudicate: own.isAlone
          ? 0
          : disputedByOthers(project.db, coder).filter((id) => !kept.has(id)).length,
        appeals: countAppeals(project.db, coder),
        ...countTests(project.db),
      }
    },
    'comments.judgements': ({ commentId }) => {
      const project = current.require()
      if (textOf(project.db, commentId) === null) throw new AppError('not-found', sentences.commentMissing())
      const own = project.own(whoDecides(context, project))
      const mayKnow = own.has(commentId) || settledBy(project, commentId, own.coder) !== null
      if (worksBlind(context, project, null) && !mayKnow) {
        throw new AppError('bad-request', sentences.othersHidden())
      }
      own.show([commentId])
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

/** How many the mixed queue holds: how many of them are proposed would tell too much. */
function countSecond(context: Context, project: OpenProject, own: OwnWork): number {
  const { db, seed } = project
  const kept = own.kept()
  const proposed = proposedOnes(db).filter((id) => !own.has(id) && !kept.has(id))
  const others = new Set([...openOnes(db), ...kept].filter((id) => !own.has(id)))
  const available = project.totals().decidable - own.count() - others.size
  const today = context.now().toISOString().slice(0, 10)
  return proposed.length + mixedIn(proposed.length, available, seedOfDay(seed, today))
}
