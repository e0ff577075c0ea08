/** Invented work, added up as the service adds it up. */
import type { Service } from '../../../core/contract/contract.ts'
import { type Judged, progressOf } from '../../../core/progress/report.ts'
import type { FakeWorld } from './fake-world.ts'

/** How much there is to show: `some` is what the design draws. */
export type FakeProgress = 'none' | 'one' | 'some' | 'years'

const now = '2026-09-22T15:00:00.000Z'
/** Decisions by day, from the first on. */
const daysOf: Readonly<Record<FakeProgress, readonly number[]>> = {
  none: [],
  one: [1],
  some: [190, 262, 347, 421, 396, 121, 0, 447, 132],
  years: Array.from({ length: 1300 }, (_, at) => (at % 7 < 5 ? 40 + ((at * 37) % 90) : 0)),
}
const decidableOf = { none: 4812, one: 4812, some: 4812, years: 120_000 } as const

export function fakeProgress(
  world: FakeWorld,
  how: FakeProgress | undefined,
): Pick<Service, 'progress.report'> {
  const amount = how ?? (world.standing.size > 0 ? 'some' : 'none')
  return {
    'progress.report': ({ coder }) =>
      progressOf(invent(world, daysOf[amount]), {
        decidable: decidableOf[amount],
        timeZone: 'Europe/London',
        now,
        coder,
        labels: world.codebook.labels.map(({ id }) => id),
        open: new Map(world.codebook.id === 'troll-or-critic' ? proposals(amount) : []),
      }),
  }
}

/** Every third of the first label is still proposed; see `labelAt`. */
function proposals(amount: FakeProgress): readonly (readonly [number, 'proposed'])[] {
  const all = daysOf[amount].reduce((sum, many) => sum + many, 0)
  return Array.from({ length: Math.floor(all / 3) }, (_, at) => [3 * at + 3, 'proposed'] as const).filter(
    ([n]) => (n * 7) % 32 === 31,
  )
}

function* invent({ codebook }: FakeWorld, days: readonly number[]): Generator<Judged> {
  const ids = codebook.labels.map(({ id }) => id)
  const [first = '', second = first, third = first, last = first] = ids
  // In 32 decisions 17 critics, 12 that are neither, 2 unsure, 1 troll.
  const labelAt = (n: number) => (n % 32 < 17 ? second : n % 32 < 29 ? third : n % 32 < 31 ? last : first)
  const today = Date.parse(now) - 6 * 3_600_000
  let n = 0
  for (const [at, many] of days.entries()) {
    for (let of = 0; of < many; of += 1) {
      n += 1
      const suggestionShown = n % 3 !== 0
      const label = labelAt((n * 7) % 32)
      const isSame = (n * 13) % 100 < (suggestionShown ? 91 : 83)
      yield {
        commentId: n,
        coder: n % 5 === 0 ? 'Sam' : 'Priya',
        label,
        decidedAt: new Date(today - (days.length - 1 - at) * 86_400_000 + of * 9000).toISOString(),
        shownMs: n % 400 === 0 ? 900_000 : shownMs(n, at, label === first),
        suggestionShown,
        suggested: n % 11 === 0 ? 'unsure' : isSame ? label : label === second ? third : second,
      }
    }
  }
}

/** Quicker by the day, and slow where it matters. */
function shownMs(n: number, day: number, isFirst: boolean): number {
  const usual = 5000 + 9000 / (1 + day / 2) + ((n * 131) % 4000)
  return Math.round(isFirst ? usual + 33_000 : usual)
}
