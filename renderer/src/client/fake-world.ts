/** What the invented service remembers. */
import type { ProjectEntry, SavedSearch, Settings } from '../../../core/contract/answers.ts'
import type { AppEvent, Topic } from '../../../core/contract/contract.ts'
import type { Judgement } from '../../../core/contract/judging-answers.ts'
import type { Filter } from '../../../core/contract/requests.ts'
import type { OppositeTest, Rules } from '../../../core/deciding/rules.ts'
import type { Status } from '../../../core/deciding/standing.ts'
import { type Codebook, harmfulLabel, hasStarter } from '../../../core/labels.ts'
import type { Band, Decision } from '../../../core/records.ts'
import { fakeCodebook } from './fake-codebook.ts'
import { type FakeComment, inventComments, inventDeep } from './fake-data.ts'
import type { FakeModel } from './fake-model.ts'
import type { FakeOptions } from './fake-options.ts'

export interface FakeWorld {
  comments: readonly FakeComment[]
  isOpen: boolean
  /** Another program has the project open. */
  isReadOnly: boolean
  /** A row of the record was changed. */
  readonly isBroken: boolean
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

const given = ['critic', 'neither', 'critic', 'critic', 'neither', 'unsure', 'critic', 'troll']

export function newWorld(start: FakeOptions): FakeWorld {
  const listeners = new Set<(event: AppEvent) => void>()
  const texts = start.texts ?? {}
  const invented = start.deep
    ? inventDeep(start.comments ?? 24, start.deep)
    : inventComments(start.comments ?? 24)
  const comments = invented.map((one) => ({ ...one, text: texts[one.commentId] ?? one.text }))
  const decisions: Decision[] = []
  const standing = new Map<number, Decision>()
  const codebook = fakeCodebook(start.codebook)
  const labels = hasStarter(codebook) ? given : codebook.labels.map(({ id }) => id)
  for (let at = 0; at < (start.decided ?? 0); at += 1) {
    const decision = newDecision({
      commentId: comments.length - at,
      label: labels[at % labels.length] ?? 'critic',
      id: at + 1,
    })
    decisions.push(decision)
    standing.set(decision.commentId, decision)
  }
  return {
    comments,
    isOpen: start.comments !== null,
    isReadOnly: start.isReadOnly ?? false,
    isBroken: start.isBroken ?? false,
    isPackage: start.isPackage ?? false,
    isUndecidable: false,
    name: 'Fern ward report',
    codebook,
    settings: settingsFor(start),
    accusationLimit: 0.02,
    pseudonyms: start.pseudonyms ?? false,
    rules: { ...rulesFor(codebook), ...start.rules },
    filter: null,
    searches: [],
    model: {
      stage: decisions.length > (hasStarter(codebook) ? 0 : 19) ? 'grown' : 'starter',
      measured: 'current',
      suggestions: true,
      suspects: 4,
      isReading: false,
      ...start.model,
    },
    taught: new Map(),
    recent: recentProjects.map((one) => ({ ...one, isMissing: one.id === start.missing })),
    decisions,
    standing,
    batches: new Map(),
    others: new Map(Object.entries(start.others ?? {}).map(([id, all]) => [Number(id), all])),
    interests: start.interests ?? [],
    tests: [],
    listeners,
    tell: (topic) => {
      for (const listener of listeners) listener({ type: 'changed', topic })
    },
  }
}

const settingsFor = (start: FakeOptions): Settings => ({
  coder: 'Priya',
  theme: start.theme ?? 'system',
  mode: start.mode ?? 'check',
  order: start.order ?? 'oldest-first',
  contrast: 'system',
  density: 'comfortable',
  textSize: 100,
  singleKeys: true,
  keys: {},
  coverSlurs: false,
  coverText: false,
  breakAfter: 0,
  ...start.settings,
})

const rulesFor = (codebook: Codebook): Rules => ({
  twoPerson: hasStarter(codebook) ? ['troll'] : [],
  oppositeTest: false,
  expiresAfterDays: null,
})

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

const folder = '/home/priya/Fair Hearing'
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
const recentProjects: readonly ProjectEntry[] = [
  {
    id: 'p1',
    name: 'Fern ward report',
    folder,
    openedAt: daysAgo(0),
    comments: 4812,
    decided: 2316,
    isMissing: false,
  },
  {
    id: 'p2',
    name: 'Sam’s second opinions',
    folder,
    openedAt: daysAgo(3),
    comments: 200,
    decided: 41,
    isMissing: false,
  },
  {
    id: 'p3',
    name: 'Lowgate bus changes',
    folder,
    openedAt: daysAgo(40),
    comments: 1090,
    decided: 1090,
    isMissing: false,
  },
  {
    id: 'p4',
    name: 'Minor injuries unit, public meeting',
    folder,
    openedAt: daysAgo(500),
    comments: 12460,
    decided: 900,
    isMissing: false,
  },
]
