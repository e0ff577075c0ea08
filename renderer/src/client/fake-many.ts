/** What the invented service knows of many comments at once: how their scores are spread, and a sample of them. */
import type { Service } from '../../../core/contract/contract.ts'
import { harmfulLabel } from '../../../core/labels.ts'
import { countScores } from '../../../core/queue/histogram.ts'
import type { FakeComment } from './fake-data.ts'
import { suggestionOf } from './fake-model.ts'
import { seeks } from './fake-search.ts'
import type { FakeWorld } from './fake-world.ts'

/** The undecided ones of a queue, or among the comments named. */
export function undecidedOf(
  { standing }: FakeWorld,
  ids: readonly number[],
  except: readonly number[] = [],
): readonly number[] {
  return [...new Set(ids)].filter((id) => !standing.has(id) && !except.includes(id))
}

/** @param idsIn the comments of a queue. The sample is the first of them: what is invented is random enough. */
export function fakeMany(
  world: FakeWorld,
  idsIn: (queueId: string) => readonly number[],
  commentOf: (commentId: number) => FakeComment,
): Pick<Service, 'queue.histogram' | 'queue.sample'> {
  const scored = harmfulLabel(world.codebook)?.id ?? null
  const shareOf = (comment: FakeComment, label: string | null): number | null =>
    suggestionOf(world, comment)?.shares[label ?? scored ?? ''] ?? null
  return {
    'queue.histogram': ({ filter, label }) => {
      const found = world.comments.filter(seeks(world, { ...filter, show: 'undecided' }))
      const { isReading, suggestions } = world.model
      const shares = Float64Array.from(found, (one) => (isReading ? null : shareOf(one, label)) ?? -1)
      const isScored = isReading || shares.some((share) => share >= 0)
      return {
        ...countScores(shares, new Uint8Array(found.length).fill(1)),
        hasScores: isScored || (found.length === 0 && suggestions),
        isScoring: isReading,
        likelyFrom: label === null && scored !== null ? 0.84 : null,
      }
    },
    'queue.sample': ({ queueId, commentIds, except, size, label }) => {
      const all = undecidedOf(world, commentIds ?? idsIn(queueId ?? ''))
      const rows = all
        .filter((id) => !except.includes(id))
        .slice(0, size)
        .map(commentOf)
        .map((one) => ({
          commentId: one.commentId,
          text: one.text,
          author: one.author,
          share: shareOf(one, label),
        }))
      return { undecided: all.length, exceptHere: all.filter((id) => except.includes(id)), rows }
    },
  }
}
