/** What the invented service remembers when it begins. */
import type { ProjectEntry, Settings } from '../../../core/contract/answers.ts'
import type { AppEvent } from '../../../core/contract/contract.ts'
import type { Rules } from '../../../core/deciding/rules.ts'
import { type Codebook, hasStarter } from '../../../core/labels.ts'
import type { Decision } from '../../../core/records.ts'
import { fakeCodebook } from './fake-codebook.ts'
import { inventComments, inventDeep } from './fake-data.ts'
import type { FakeOptions } from './fake-options.ts'
import { type FakeWorld, newDecision } from './fake-world.ts'

const given = ['critic', 'neither', 'critic', 'critic', 'neither', 'unsure', 'critic', 'troll']

export function newWorld(start: FakeOptions): FakeWorld {
  const listeners = new Set<(event: AppEvent) => void>()
  const { texts = {}, authors = {} } = start
  const invented = start.deep
    ? inventDeep(start.comments ?? 24, start.deep)
    : inventComments(start.comments ?? 24)
  const comments = invented.map((one) => ({
    ...one,
    text: texts[one.commentId] ?? one.text,
    author: authors[one.commentId] ?? one.author,
  }))
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
    edited: start.edited ?? null,
    isPackage: start.isPackage ?? false,
    isUndecidable: false,
    name: start.name ?? 'Fern ward report',
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
    recent: recentProjects.map((one) => ({
      ...one,
      name: one.id === start.twin ? (recentProjects[0]?.name ?? '') : one.name,
      isMissing: one.id === start.missing,
    })),
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

const folder = '/home/priya/Fair Hearing'
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
const recentProjects: readonly ProjectEntry[] = [
  {
    id: 'p1',
    name: 'Fern ward report',
    file: 'Fern ward report.fairhearing',
    folder,
    openedAt: daysAgo(0),
    comments: 4812,
    decided: 2316,
    isMissing: false,
  },
  {
    id: 'p2',
    name: 'Sam’s second opinions',
    file: 'Sam’s second opinions.fairhearing',
    folder,
    openedAt: daysAgo(3),
    comments: 200,
    decided: 41,
    isMissing: false,
  },
  {
    id: 'p3',
    name: 'Lowgate bus changes',
    file: 'Lowgate bus changes.fairhearing',
    folder,
    openedAt: daysAgo(40),
    comments: 1090,
    decided: 1090,
    isMissing: false,
  },
  {
    id: 'p4',
    name: 'Minor injuries unit, public meeting',
    file: 'Minor injuries unit, public meeting.fairhearing',
    folder,
    openedAt: daysAgo(500),
    comments: 12460,
    decided: 900,
    isMissing: false,
  },
]
