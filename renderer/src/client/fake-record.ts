/** The record of the invented project: what its people did, and a chain that holds. */
import type { Service } from '../../../core/contract/contract.ts'
import { type ActKind, entryGroups, type RecordEntry } from '../../../core/record/entry.ts'
import type { FakeJobs } from './fake-jobs.ts'
import type { FakeWorld } from './fake-world.ts'

const hashOf = (id: number) =>
  `${id.toString(16).padStart(4, '0')}${'9f86d081884c7d65'.repeat(4)}`.slice(0, 64)

const acts: readonly (readonly [ActKind, string, object])[] = [
  ['import', 'Priya', { name: 'echo-comments.csv', added: 1240, read: 1250 }],
  ['coder', 'Sam', {}],
  ['setting', 'Priya', { now: { accusationLimit: 0.01 }, before: { accusationLimit: 0.02 } }],
  ['refit', 'Fair Hearing', { version: 'starter-5+3f2a', decisions: 40 }],
  ['package', 'Priya', { comments: 200, forCoder: 'Sam' }],
  ['merge', 'Priya', { decisions: 187, conflicts: 3 }],
  ['letter', 'Priya', { reference: 'FH-7K3M-92QD' }],
  ['appeal', 'Priya', { reference: 'FH-7K3M-92QD' }],
  ['outcome', 'Ellis', { reference: 'FH-7K3M-92QD', outcome: 'overturned' }],
  ['export', 'Priya', { rows: 132, format: 'csv' }],
]

function entriesOf({ decisions, comments }: FakeWorld): readonly RecordEntry[] {
  const excerpts = new Map(comments.map(({ commentId, text }) => [commentId, text.slice(0, 120)]))
  const at = (id: number) => new Date(Date.parse('2026-09-14T08:00:00.000Z') + id * 97_000).toISOString()
  const done = acts.map(([kind, coder, body], i) => ({
    ...{ id: i + 1, kind, coder, at: at(i + 1), commentId: null, excerpt: null, isMerged: false },
    ...{ judged: null, body: { ...body }, hash: hashOf(i + 1) },
  }))
  const decided = decisions.map(({ commentId, label, reason, role, mode, coder, suggestionShown }, i) => {
    const id = acts.length + i + 1
    const judged = { label, reason, role, mode, sawSuggestion: suggestionShown, together: 1 }
    const excerpt = excerpts.get(commentId) ?? null
    return {
      ...{ id, kind: 'decision' as const, coder, at: at(id), commentId, excerpt, isMerged: i % 7 === 3 },
      ...{ judged, body: null, hash: hashOf(id) },
    }
  })
  return [...done, ...decided]
}

export function fakeRecord(
  world: FakeWorld,
  jobs: FakeJobs,
): Pick<Service, 'record.entries' | 'record.verify' | 'record.export'> {
  return {
    'record.entries': ({ groups, coder, commentId, before, limit }) => {
      const all = entriesOf(world)
      const kinds = groups?.flatMap((group): readonly string[] => entryGroups[group]) ?? null
      const found = all.filter(
        (one) =>
          (kinds === null || kinds.includes(one.kind)) &&
          (coder === null || one.coder === coder) &&
          (commentId === null || one.commentId === commentId) &&
          (before === null || one.id < before),
      )
      const entries = found.toReversed().slice(0, limit)
      return { rows: all.length, head: hashOf(all.length), entries, suggestedName: `${world.name} record` }
    },
    'record.verify': () =>
      jobs.start('verify', 1, () => {
        const rows = entriesOf(world).length
        return {
          rows,
          head: hashOf(rows),
          broken: world.isBroken ? { id: 14, kind: 'decision' } : null,
          wrongLabels: 0,
        }
      }),
    'record.export': () =>
      jobs.start('export', 1, () => ({ name: 'record.csv', rows: entriesOf(world).length, bytes: 4_200 })),
  }
}
