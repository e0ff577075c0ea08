/** More than one person in the invented project: second opinions, disputes, interests, the opposite test. */
import type { CommentView, QueueHandle, QueueRow } from '../../../core/contract/answers.ts'
import type { Service } from '../../../core/contract/contract.ts'
import type { Judgement } from '../../../core/contract/judging-answers.ts'
import type { Filter } from '../../../core/contract/requests.ts'
import { oppose } from '../../../core/deciding/opposite.ts'
import { harmfulLabel } from '../../../core/labels.ts'
import type { FakeComment } from './fake-data.ts'
import { type FakeWorld, newDecision } from './fake-world.ts'

/** One of the others' judgements, as a test or a page of the harness wants it. */
export function othersJudged(from: Partial<Judgement> & Pick<Judgement, 'coder' | 'label'>): Judgement {
  return {
    decisionId: 900,
    role: null,
    reason: from.label === 'troll' ? 'abuse' : null,
    note: null,
    passage: from.label === 'troll' ? { start: 0, end: 12 } : null,
    earlierText: null,
    mode: 'code',
    suggestionShown: false,
    shownMs: 14_000,
    decidedAt: '2026-09-13T09:12:00.000Z',
    isIndependent: true,
    isTakenBack: false,
    ...from,
  }
}

const labelsOf = (world: FakeWorld, commentId: number): ReadonlySet<string> =>
  new Set((world.others.get(commentId) ?? []).map(({ label }) => label))

/** Others do not agree, and whoever works here has not settled it. */
export function isDisputed(world: FakeWorld, commentId: number): boolean {
  return labelsOf(world, commentId).size > 1 && !world.standing.has(commentId)
}

export function isProposed(world: FakeWorld, commentId: number): boolean {
  const labels = labelsOf(world, commentId)
  return (
    labels.size === 1 && labels.has(harmfulLabel(world.codebook)?.id ?? '') && !world.standing.has(commentId)
  )
}

/** What is proposed, and as many beside it that are not: the ones that follow them. */
export function isForSecond(world: FakeWorld, commentId: number): boolean {
  return isProposed(world, commentId) || (isProposed(world, commentId - 1) && !isDisputed(world, commentId))
}

/** As the service has it; of others only where they are not hidden. */
export function standsOn(
  world: FakeWorld,
  commentId: number,
  hides: boolean,
): Pick<QueueRow, 'label' | 'status' | 'sides'> {
  const own = world.standing.get(commentId)
  const others = hides ? [] : (world.others.get(commentId) ?? [])
  const labels = [...new Set([...others, ...(own ? [own] : [])].map(({ label }) => label))]
  const harmful = harmfulLabel(world.codebook)?.id ?? null
  const harsh = labels.find((label) => label === harmful)
  const latest = own?.label ?? labels.at(-1) ?? null
  if (own?.role === 'adjudication' || harsh === undefined) {
    return { label: latest, status: latest === null ? null : 'final', sides: [] }
  }
  if (labels.length > 1) return { label: harsh, status: 'disputed', sides: labels }
  return { label: harsh, status: others.length + (own ? 1 : 0) > 1 ? 'final' : 'proposed', sides: [] }
}

/** The decision that stands, somebody else's too where it is not hidden. */
export function decisionOn(world: FakeWorld, commentId: number, hides: boolean): CommentView['decision'] {
  const own = world.standing.get(commentId)
  const [other] = hides ? [] : (world.others.get(commentId) ?? [])
  if (own || !other) return own ?? null
  const { decisionId: id, shownMs: _, isIndependent: __, isTakenBack: ___, ...said } = other
  return newDecision({ ...said, id, commentId })
}

export function interestIn({ interests }: FakeWorld, { text }: Pick<FakeComment, 'text'>): string | null {
  return interests.find((one) => text.toLowerCase().includes(one.toLowerCase())) ?? null
}

export function keptFrom(world: FakeWorld, ids: readonly number[]): Pick<QueueHandle, 'kept' | 'keptFor'> {
  const named = ids.flatMap((id) => {
    const comment = world.comments[id - 1]
    return comment ? (interestIn(world, comment) ?? []) : []
  })
  return { kept: named.length, keptFor: [...new Set(named)] }
}

export function hidesOthers({ settings }: FakeWorld, { show }: Filter): boolean {
  return show === 'second' || (settings.mode !== 'check' && show !== 'adjudicate')
}

type JudgingMethods =
  | 'deciding.counts'
  | 'comments.judgements'
  | 'opposite.text'
  | 'opposite.changed'
  | 'interests.list'
  | 'interests.set'

export function fakeJudging(world: FakeWorld): Pick<Service, JudgingMethods> {
  const count = (is: (commentId: number) => boolean) =>
    world.comments.filter((one) => is(one.commentId) && interestIn(world, one) === null).length
  return {
    'deciding.counts': () => ({
      second: count((id) => isForSecond(world, id)),
      adjudicate: count((id) => isDisputed(world, id)),
      appeals: 0,
      tests: world.tests.length,
      changedMinds: world.tests.filter((one) => one === 'changed').length,
    }),
    'comments.judgements': ({ commentId }) => world.others.get(commentId) ?? [],
    'opposite.text': ({ commentId }) => {
      const comment = world.comments[commentId - 1]
      return oppose(comment?.text ?? '', {
        names: ['the board', 'your nan'],
        author: comment?.author ?? null,
      })
    },
    'opposite.changed': () => {
      world.tests.push('changed')
      return null
    },
    'interests.list': () => world.interests,
    'interests.set': ({ phrases }) => {
      world.interests = phrases
      world.tell('decisions')
      return phrases
    },
  }
}
