/** What is decided in the invented service: one at a time, many at once, taken back and given again. */
import type { Step } from '../../../core/contract/answers.ts'
import type { Service } from '../../../core/contract/contract.ts'
import { harmfulLabel } from '../../../core/labels.ts'
import type { Decision } from '../../../core/records.ts'
import { AppError } from '../../../core/result.ts'
import { undecidedOf } from './fake-many.ts'
import { type FakeWorld, newDecision, statusOf } from './fake-world.ts'

/**
 * @param idsIn the comments of a queue
 * @param textOf the text of a comment; throws where there is none
 */
export function fakeDecisions(
  world: FakeWorld,
  idsIn: (queueId: string) => readonly number[],
  textOf: (commentId: number) => string,
): Pick<Service, Extract<keyof Service, `decisions.${string}`>> {
  /** What was taken back, by step; the latest last. */
  const undone: (readonly Decision[])[] = []
  let lastId = world.decisions.length
  const decide = (from: Omit<Decision, 'id' | 'coder' | 'decidedAt'>, batch?: number): Decision => {
    lastId += 1
    const decision = newDecision({ ...from, id: lastId })
    world.decisions.push(decision)
    world.standing.set(decision.commentId, decision)
    if (batch !== undefined) world.batches.set(decision.id, batch)
    return decision
  }
  const blank = { passage: null, reason: null, role: null }
  return {
    'decisions.record': ({ queueId: _, shownMs: __, role = null, opposite = null, ...given }) => {
      textOf(given.commentId)
      if (opposite !== null) world.tests.push(opposite)
      undone.length = 0
      const decision = decide({ ...given, role })
      world.tell('decisions')
      return { decision, decided: world.standing.size, status: statusOf(world, given.commentId) ?? 'final' }
    },
    'decisions.recordMany': ({ queueId, commentIds, except, label, note, mode }) => {
      if (label === harmfulLabel(world.codebook)?.id) {
        throw new AppError('bad-request', 'A troll is never marked in bulk.')
      }
      const ids = undecidedOf(world, commentIds ?? idsIn(queueId ?? ''), except)
      undone.length = 0
      const batch = lastId + 1
      for (const commentId of ids) {
        decide({ ...blank, commentId, label, note, mode, suggestionShown: mode === 'check' }, batch)
      }
      world.tell('decisions')
      return { count: ids.length, decided: world.standing.size }
    },
    'decisions.undo': () => {
      const last = world.decisions.at(-1)
      if (!last) return null
      const batch = world.batches.get(last.id)
      const first = batch === undefined ? -1 : world.decisions.findIndex(({ id }) => id >= batch)
      const step = world.decisions.splice(first)
      undone.push(step)
      for (const { commentId } of step) {
        const before = world.decisions.findLast((one) => one.commentId === commentId)
        if (before) world.standing.set(commentId, before)
        else world.standing.delete(commentId)
      }
      world.tell('decisions')
      return stepOf(world, step, step[0]?.label ?? null)
    },
    'decisions.redo': () => {
      const step = undone.pop()
      if (!step) return null
      const batch = step.length > 1 ? lastId + 1 : undefined
      const before = world.standing.get(step[0]?.commentId ?? 0)?.label ?? null
      for (const decision of step) decide(decision, batch)
      world.tell('decisions')
      return stepOf(world, step, before)
    },
    'decisions.steps': () => ({ canUndo: world.decisions.length > 0, canRedo: undone.length > 0 }),
    'decisions.recent': ({ limit }) =>
      world.decisions
        .slice(-limit)
        .reverse()
        .map((decision) => ({
          decision,
          status: statusOf(world, decision.commentId),
          excerpt: textOf(decision.commentId).slice(0, 80),
        })),
  }
}

function stepOf(world: FakeWorld, step: readonly Decision[], before: string | null): Step | null {
  const [first] = step
  if (!first) return null
  const commentIds = step.map(({ commentId }) => commentId)
  return {
    commentIds: commentIds.slice(0, 500),
    count: step.length,
    commentId: first.commentId,
    given: first.label,
    before,
    label: world.standing.get(first.commentId)?.label ?? null,
  }
}
