/** What the invented service remembers. */
import type { ProjectEntry, SavedSearch, Settings } from '../../../core/contract/answers.ts'
import type { AppEvent, Topic } from '../../../core/contract/contract.ts'
import type { Judgement } from '../../../core/contract/judging-answers.ts'
import type { NextStep } from '../../../core/contract/model-report.ts'
import type { Filter } from '../../../core/contract/requests.ts'
import type { OppositeTest, Rules } from '../../../core/deciding/rules.ts'
import type { Status } from '../../../core/deciding/standing.ts'
import { type Codebook, harmfulLabel } from '../../../core/labels.ts'
import type { Band, Decision } from '../../../core/records.ts'
import type { FakeComment } from './fake-data.ts'

export interface FakeWorld {
  comments: readonly FakeComment[]
  isOpen: boolean
  /** Another program has the project open. */
  isReadOnly: boolean
  /** A row of the record was changed. */
  readonly isBroken: boolean
  readonly edited: FakeEdited | null
  /** A work package for whoever has the window. */
  isPackage: boolean
  /** Posts and service messages only. */
  isUndecidable: boolean
  name: string
  codebook: Codebook
  settings: Settings
  accusationLimit: number
  pseudonyms: boolean
  rules: Rules
  /** What the queue was filtered by last; null before the first one. */
  filter: Filter | null
  searches: readonly SavedSearch[]
  model: Required<Omit<FakeModel, 'next'>> & Pick<FakeModel, 'next'>
  /** What the model takes comments for, where that is not what is written. */
  readonly taught: Map<number, Band>
  recent: readonly ProjectEntry[]
  /** Every decision, undone ones left out; the latest last. */
  readonly decisions: Decision[]
  readonly standing: Map<number, Decision>
  /** Of decisions made many at once: the id of the first of their batch. */
  readonly batches: Map<number, number>
  /** What others think of comments, by id; whoever works here is not among them. */
  readonly others: Map<number, readonly Judgement[]>
  interests: readonly string[]
  /** Outcomes of the opposite test. */
  readonly tests: OppositeTest[]
  readonly listeners: Set<(event: AppEvent) => void>
  tell(topic: Topic): void
}

export type FakeEdited = 'since-own' | 'since-others'

/** How far the model of the project is. */
export interface FakeModel {
  /** `starter`: nothing decided. `young`: few decisions. `grown`: many. */
  readonly stage?: 'starter' | 'young' | 'grown'
  readonly measured?: 'never' | 'stale' | 'current'
  readonly suggestions?: boolean
  readonly suspects?: number
  /** It has read no comment yet, and is about to. */
  readonly isReading?: boolean
  /** Instead of what the stage would ask for. */
  readonly next?: NextStep
}

/** As the service has it with one coder: a harmful label is proposed. */
export function statusOf({ standing, codebook }: FakeWorld, commentId: number): Status | null {
  const decision = standing.get(commentId)
  if (decision === undefined) return null
  return decision.role === null && decision.label === harmfulLabel(codebook)?.id ? 'proposed' : 'final'
}

/** By label and how far it stands. */
export function countByStatus(world: FakeWorld): Record<string, Record<Status, number>> {
  const none = { final: 0, proposed: 0, disputed: 0 }
  const counts = Object.fromEntries(world.codebook.labels.map(({ id }) => [id, { ...none }]))
  for (const [commentId, { label }] of world.standing) {
    const of = counts[label]
    const status = statusOf(world, commentId)
    if (of !== undefined && status !== null) of[status] += 1
  }
  return counts
}

export function newDecision(
  from: Partial<Decision> & Pick<Decision, 'id' | 'commentId' | 'label'>,
): Decision {
  return {
    coder: 'Priya',
    decidedAt: '2026-09-14T10:00:00.000Z',
    note: null,
    suggestionShown: true,
    mode: 'check',
    passage: null,
    reason: null,
    role: null,
    ...from,
  }
}
