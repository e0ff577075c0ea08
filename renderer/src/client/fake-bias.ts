/** Invented decisions, compared as the service compares them. */
import { noBias } from '../../../core/bias/none.ts'
import { biasOf } from '../../../core/bias/report.ts'
import { type DecidedComment, runPlaces } from '../../../core/bias/rows.ts'
import type { Service } from '../../../core/contract/contract.ts'
import { harmfulLabel } from '../../../core/labels.ts'
import { createRandom } from '../../../core/random.ts'
import type { FakeWorld } from './fake-world.ts'

/** `capitals` is what the design tells of; `even`: nothing depends on anything. */
export type FakeBias = 'none' | 'even' | 'capitals'

const threads = new Map([
  [1, 'Delayed report of the Lowgate trust: who knew, and when'],
  [2, 'Fern ward'],
  [3, 'جناح السرخس'],
])
const coders = ['Priya', 'Sam'] as const
const texts = [
  'Who signed off the delay of the report?',
  'My brother was on Fern ward in the same month.',
  'So the board said one thing in January and another in April.',
  'Nobody at Lowgate answers letters, I have written four times.',
] as const

export function fakeBias(world: FakeWorld, how: FakeBias | undefined): Pick<Service, 'bias.report'> {
  const kind = how ?? (world.standing.size > 0 ? 'capitals' : 'none')
  return {
    'bias.report': ({ timeZone }) => {
      const harmful = harmfulLabel(world.codebook)?.id
      if (harmful === undefined) return noBias
      const comments = kind === 'none' ? [] : invent(2316, kind === 'capitals')
      const topics = ['report', 'ward', 'board', 'Lowgate'].map((word) => ({
        word,
        forms: [word.toLowerCase()],
      }))
      return biasOf(comments, { timeZone, harmful, topics, threads, threadCount: 41 })
    },
  }
}

function* invent(many: number, isPlanted: boolean): Generator<DecidedComment> {
  const random = createRandom(5)
  const one = <T>(of: readonly T[], fallback: T): T => of[Math.floor(random() * of.length)] ?? fallback
  for (let n = 0; n < many; n += 1) {
    const plain = one(texts, texts[0])
    const isLoud = random() < 0.12
    const [text, coder] = [isLoud ? plain.toUpperCase() : plain, one(coders, 'Priya')]
    const isTroll = random() < (isPlanted && isLoud ? 0.28 : 0.12)
    const label = isTroll ? 'troll' : one(['critic', 'critic', 'neither'], 'critic')
    const isOverturned = isTroll && random() < 0.15
    const at = new Date(Date.UTC(2026, 8, 1 + (n % 20), Math.floor(random() * 24))).toISOString()
    const opinion = {
      coder,
      label,
      decidedAt: at,
      run: one(runPlaces, 'first'),
      isBlind: n % 3 === 0,
      isRandom: n % 5 === 0,
      suggested: random() < (coder === 'Sam' && isPlanted ? 0.09 : 0.05) ? 'troll' : 'critic',
    }
    yield {
      text,
      thread: one([1, 1, 1, 2, 2, 3, null], 1),
      source: n < 2300 ? 'report-comments.csv' : 'late.jsonl',
      platform: null,
      lang: one(['en', 'en', 'ar', null], null),
      byAuthor: one([1, 1, 3, 12, null], 1),
      createdAt: at,
      label: isOverturned ? 'critic' : label,
      isFinal: random() < 0.95,
      isOverturned,
      opinions: [opinion],
    }
  }
}
