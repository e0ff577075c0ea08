/** What the model knows, how wrong it is, and how the project uses it. */

import type { Service } from '../../../core/contract/contract.ts'
import type { ModelReport, Suspect } from '../../../core/contract/model-report.ts'
import { fewestFor } from '../../../core/evaluation/conformal.ts'
import { nextStep } from '../../../core/evaluation/next-step.ts'
import { type Context, changed } from '../context.ts'
import { applyModelUse } from '../learning.ts'
import { measurableNow, startMeasuring } from '../measuring.ts'
import type { OpenProject } from '../open-project.ts'
import { sightOf } from '../sight.ts'
import { ownDecision } from '../store/decisions.ts'
import { openSuspects, readMeasured } from '../store/measurements.ts'
import { saveModelUse, savePseudonyms } from '../store/project.ts'
import { explained } from '../store/project-file.ts'
import { countMeasuring, isEnough, type TaughtFacts, taughtFacts } from '../store/taught.ts'
import { byNow } from '../who-decides.ts'

export function modelHandlers(
  context: Context,
): Pick<Service, 'project.update' | 'model.report' | 'model.measure'> {
  const { current } = context
  return {
    'project.update': ({ accusationLimit, suggestions, pseudonyms }) => {
      const project = current.require()
      const { use: before } = project
      const use = {
        accusationLimit: accusationLimit ?? before.accusationLimit,
        suggestions: suggestions ?? before.suggestions,
      }
      if (use.accusationLimit !== before.accusationLimit || use.suggestions !== before.suggestions) {
        project.requireInPlace()
        explained(project.path, () => saveModelUse(project.db, use, byNow(context, project)))
        project.use = use
        applyModelUse(context, project)
      }
      if (pseudonyms !== undefined && pseudonyms !== project.pseudonyms) {
        project.requireInPlace()
        explained(project.path, () => savePseudonyms(project.db, pseudonyms, byNow(context, project)))
        project.pseudonyms = pseudonyms
        // Every name on the screen is another one now.
        changed(context, 'project', 'decisions')
      }
      return project.summary()
    },
    'model.report': () => reportOn(context, current.require()),
    'model.measure': () => {
      const project = current.require()
      project.requireInPlace()
      return startMeasuring(context, project, measurableNow(project, taughtFacts(project.db)))
    },
  }
}

function reportOn(context: Context, project: OpenProject): ModelReport {
  const { db, classifier, use } = project
  const taught = taughtFacts(db)
  const measuring = countMeasuring(db)
  const measured = readMeasured(db)
  const suspects = suspectsTold(context, project, openSuspects(db, measured?.suspects ?? []))
  const measurement = measuring.total > 0 ? (measured?.measurement ?? null) : null
  const facts = {
    version: classifier.version,
    learned: learnedBy(project, taught),
    ...use,
    // The starter's own facts are the same in every project: it knows of no decision.
    threshold: project.model
      ? classifier.threshold
      : project.base.threshold && {
          from: 'shipped' as const,
          nonTrolls: measuring.nonTrolls,
          needed: fewestFor(use.accusationLimit),
        },
    measurement,
    isStale: measured ? measured.basis !== measurableNow(project, taught) : isEnough(taught),
    suspects,
  }
  // What helps the first model most depends on what was decided, though nothing was learned from it yet.
  return { ...facts, next: nextStep({ ...facts, learned: taught.byLabel }, project.base.labels) }
}

/** Where others' decisions are hidden, only their own are named. */
function suspectsTold(
  context: Context,
  project: OpenProject,
  suspects: readonly Suspect[],
): readonly Suspect[] {
  const { own, hides } = sightOf(context, project)
  const told = suspects.filter(
    ({ commentId, label }) =>
      !hides(commentId) || ownDecision(project.db, commentId, own.coder)?.label === label,
  )
  own.show(told.map(({ commentId }) => commentId).filter((id) => !hides(id)))
  return told
}

/** A model from before its labels were counted has learned what stands now. */
function learnedBy({ model, base }: OpenProject, { byLabel }: TaughtFacts): Readonly<Record<string, number>> {
  const learned: Readonly<Record<string, number>> = model ? (model.learned ?? byLabel) : {}
  return Object.fromEntries(base.labels.map((label) => [label, learned[label] ?? 0]))
}
