/** The model of the invented service: what it says of a comment, and its report. No number here was measured. */
import type { CommentView } from '../../../core/contract/answers.ts'
import type { Service } from '../../../core/contract/contract.ts'
import type { Measurement, ModelReport, NextStep, Suspect } from '../../../core/contract/model-report.ts'
import type { Order } from '../../../core/contract/requests.ts'
import { hasStarter, teachingLabels } from '../../../core/labels.ts'
import type { Band } from '../../../core/records.ts'
import { ownBand, ownEvidence, ownShares } from './fake-codebook.ts'
import { evidenceIn, type FakeComment, sharesOf } from './fake-data.ts'
import type { FakeJobs } from './fake-jobs.ts'
import { fullMeasurement, youngMeasurement } from './fake-measurement.ts'
import { ownMeasurement } from './fake-own-measurement.ts'
import type { FakeWorld } from './fake-world.ts'

export const modelVersion = 'starter-1+312.a1b2c3'

/** What the model takes a comment for: as written, unless it was taught otherwise. */
export function bandOf(world: FakeWorld, comment: FakeComment): Band {
  const written = hasStarter(world.codebook) ? comment.band : ownBand(world.codebook, comment.commentId)
  return world.taught.get(comment.commentId) ?? written
}

/** What the model says of a comment; null where there is none, and where suggestions are off. */
export function suggestionOf(world: FakeWorld, comment: FakeComment): CommentView['suggestion'] {
  const { codebook, model } = world
  const isOwn = !hasStarter(codebook)
  if (!model.suggestions || (isOwn && model.stage === 'starter')) return null
  const band = bandOf(world, comment)
  const evidence = evidenceIn(comment.text)
  return {
    band,
    shares: isOwn ? ownShares(codebook, band) : sharesOf(band),
    evidence: isOwn ? ownEvidence(codebook, band, evidence) : evidence,
    modelVersion,
  }
}

/** In Random every comment measures, in Teach every fourth. */
export function isMeasuring(order: Order | undefined, index: number): boolean {
  return order === 'random' || (order === 'teach' && index % 4 === 3)
}

type ModelMethods = 'model.report' | 'model.measure'

export function fakeModel(world: FakeWorld, jobs: FakeJobs): Pick<Service, ModelMethods> {
  return {
    'model.report': () => reportOf(world),
    'model.measure': () =>
      jobs.start('measure', 10, () => {
        world.model = { ...world.model, measured: 'current' }
        world.tell('predictions')
        return { measured: measurementOf(world)?.total ?? 0, modelVersion }
      }),
  }
}

function reportOf(world: FakeWorld): ModelReport {
  const { accusationLimit, model, codebook } = world
  const common = { accusationLimit, suggestions: model.suggestions, isStale: model.measured === 'stale' }
  return { ...common, ...(hasStarter(codebook) ? oursOf(world) : ownOf(world)) }
}

type Differs = Omit<ModelReport, 'accusationLimit' | 'suggestions' | 'isStale'>

function ownOf({ codebook, model, comments }: FakeWorld): Differs {
  const ids = teachingLabels(codebook).map(({ id }) => id)
  const [first = '', second = ''] = ids
  const isFirst = model.stage === 'starter'
  const suspects = isFirst
    ? []
    : comments.slice(0, Math.min(2, model.suspects)).map(({ commentId, text }) => ({
        commentId,
        excerpt: text.replace(/\s+/g, ' ').slice(0, 160),
        label: first,
        likely: second,
        probability: 0.91,
      }))
  return {
    version: isFirst ? 'none' : 'own-1+212.c3d4e5',
    learned: Object.fromEntries(ids.map((id, at) => [id, isFirst ? 0 : 40 - at * 2])),
    threshold: null,
    measurement: isFirst || model.measured === 'never' ? null : ownMeasurement(codebook),
    suspects,
    next:
      model.next ??
      (isFirst
        ? { kind: 'first-lesson', missing: ids }
        : { kind: 'draw-more', count: 30, nonTrolls: 0, needed: 0 }),
  }
}

function oursOf(world: FakeWorld): Differs {
  const { model, accusationLimit } = world
  const isCurrent = model.measured !== 'never'
  const suspects = model.stage === 'grown' && isCurrent ? suspectsOf(world, model.suspects) : []
  const nonTrolls = { starter: 0, young: 8, grown: 196 }[model.stage]
  const needed = Math.ceil(1 / accusationLimit - 1e-9) - 1
  return {
    version: model.stage === 'starter' ? 'starter-1' : modelVersion,
    learned: {
      starter: { troll: 0, critic: 0, neither: 0 },
      young: { troll: 2, critic: 6, neither: 4 },
      grown: { troll: 22, critic: 178, neither: 112 },
    }[model.stage],
    threshold: { from: nonTrolls >= needed ? 'project' : 'shipped', nonTrolls, needed },
    measurement: isCurrent ? measurementOf(world) : null,
    suspects,
    next: model.next ?? nextOf(model.stage, nonTrolls, needed, suspects.length),
  }
}

function measurementOf({ model, codebook }: FakeWorld): Measurement | null {
  if (model.stage === 'starter') return null
  if (!hasStarter(codebook)) return ownMeasurement(codebook)
  return model.stage === 'young' ? youngMeasurement : fullMeasurement
}

function nextOf(
  stage: FakeWorld['model']['stage'],
  nonTrolls: number,
  needed: number,
  suspects: number,
): NextStep {
  if (stage === 'starter') return { kind: 'first-lesson', missing: ['troll', 'critic'] }
  if (nonTrolls < needed) {
    return { kind: 'draw-more', count: Math.ceil((needed - nonTrolls) * 1.1), nonTrolls, needed }
  }
  return suspects > 0 ? { kind: 'look-again', count: suspects } : { kind: 'nothing' }
}

/** The hostile comment of the first thread is always among them. */
function suspectsOf(world: FakeWorld, count: number): readonly Suspect[] {
  const ids = [13, 9, 4, 19, 11, 16, 6].concat(Array.from({ length: 50 }, (_, at) => 20 + at))
  return ids.slice(0, count).flatMap((commentId, at): readonly Suspect[] => {
    const comment = world.comments[commentId - 1]
    if (!comment) return []
    const [label, likely] =
      at % 3 === 2 ? ['troll', 'critic'] : at % 3 === 1 ? ['neither', 'troll'] : ['critic', 'troll']
    return [
      {
        commentId,
        excerpt: comment.text.replace(/\s+/g, ' ').slice(0, 160),
        label: label ?? 'critic',
        likely: likely ?? 'troll',
        probability: Math.max(0.8, 0.97 - at * 0.01),
      },
    ]
  })
}
