/** Work packages and merging in the invented project. */

import type { Service } from '../../../core/contract/contract.ts'
import type { MadePackage, MergeReport } from '../../../core/contract/package-answers.ts'
import type { FakeJobs } from './fake-jobs.ts'
import type { FakeWorld } from './fake-world.ts'

/** What is in the copy that is picked: a package that came back, one whose coder is known by another, or nothing new. */
export type FakeCopy = 'package' | 'same-name' | 'nothing'

type PackageMethods = Extract<keyof Service, `packages.${string}` | `merge.${string}`>

const earlier: MadePackage = {
  id: 'package-1',
  forCoder: 'Sam',
  madeBy: 'Priya',
  madeAt: '2026-09-14T09:30:00.000Z',
  comments: 200,
  overlap: 50,
  back: 120,
}

export function fakePackages(
  world: FakeWorld,
  jobs: FakeJobs,
  copy: FakeCopy = 'package',
): Pick<Service, PackageMethods> {
  let made: readonly MadePackage[] = [earlier]
  let isMerged = false
  const free = () => world.comments.length - world.standing.size
  const report = (merged: boolean): MergeReport => {
    const found = copy === 'nothing' || (isMerged && !merged) ? nothing : reportOf(world, copy)
    return { ...found, isMerged: merged }
  }
  return {
    'packages.count': () => ({ comments: free(), overlap: 12 }),
    'packages.list': () => made,
    'packages.progress': () => ({ decided: world.standing.size }),
    'packages.make': ({ name, count, overlap }) =>
      jobs.start('package', 60, () => {
        const comments = Math.min(count ?? free(), free()) + Math.min(overlap, 12)
        const madeAt = '2026-09-15T11:00:00.000Z'
        made = [
          {
            id: `package-${made.length + 1}`,
            forCoder: name,
            madeBy: 'Priya',
            madeAt,
            comments,
            overlap,
            back: 0,
          },
          ...made,
        ]
        world.tell('project')
        return { name: `${world.name}, ${name}.fairhearing`, bytes: 412_000, comments, overlap, context: 31 }
      }),
    'merge.inspect': () => jobs.start('merge-look', 420, () => report(false)),
    'merge.start': () =>
      jobs.start('merge', 420, () => {
        const done = report(true)
        isMerged = true
        world.tell('decisions')
        return done
      }),
  }
}

const nothing: MergeReport = {
  name: 'Fern ward report, Sam.fairhearing',
  package: { forCoder: 'Sam', madeAt: earlier.madeAt },
  lastAt: '2026-09-15T16:40:00.000Z',
  coders: [],
  decisions: { new: 0, here: 200 },
  undos: { new: 0, here: 4 },
  events: { new: 0, here: 0 },
  brought: { imports: 0, comments: 0, threads: 0, authors: 0 },
  conflicts: [],
  listed: [],
  sameNames: [],
  isMerged: false,
}

function reportOf(world: FakeWorld, copy: FakeCopy): MergeReport {
  const listed = (['disputed', 'disputed', 'other-label', 'before-comment'] as const).map((kind, at) => ({
    kind,
    commentId: at + 1,
    excerpt: world.comments[at]?.text.slice(0, 160) ?? '',
    coder: 'Sam',
    ours: kind === 'before-comment' ? null : kind === 'disputed' ? 'troll' : 'neither',
    theirs: 'critic',
    at: '2026-09-15T16:20:00.000Z',
  }))
  const ofProject = { commentId: null, excerpt: null, coder: null, ours: null, theirs: null, at: null }
  return {
    ...nothing,
    coders: [{ name: 'Sam', decisions: 200 }],
    decisions: { new: 200, here: 0 },
    undos: { new: 4, here: 0 },
    events: { new: 1, here: 0 },
    conflicts: [
      ...(copy === 'same-name' ? [{ kind: 'same-name' as const, count: 1 }] : []),
      { kind: 'disputed', count: 2 },
      { kind: 'other-label', count: 1 },
      { kind: 'before-comment', count: 1 },
      { kind: 'other-rules', count: 1 },
    ],
    listed: [...listed, { ...ofProject, kind: 'other-rules' }],
    sameNames: copy === 'same-name' ? ['Sam'] : [],
  }
}
