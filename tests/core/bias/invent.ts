/** Invented decided comments: nothing depends on anything, unless a test plants it. */
import type { BiasFacts } from '../../../core/bias/report.ts'
import type { DecidedComment, Opinion } from '../../../core/bias/rows.ts'
import type { BiasDimension, BiasGroup, BiasReport } from '../../../core/contract/bias-report.ts'
import { createRandom } from '../../../core/random.ts'

export const facts: BiasFacts = {
  timeZone: 'Europe/London',
  harmful: 'troll',
  threads: new Map([
    [1, 'Report published'],
    [2, 'Fern ward'],
  ]),
  threadCount: 2,
  topics: [
    { word: 'report', forms: ['report', 'reports'] },
    { word: 'ward', forms: ['ward', 'wards'] },
  ],
}

export function opinion(over: Partial<Opinion> = {}): Opinion {
  return {
    coder: 'Priya',
    label: 'critic',
    decidedAt: '2026-09-14T09:00:00.000Z',
    run: 'first',
    isBlind: true,
    isRandom: false,
    suggested: 'critic',
    ...over,
  }
}

export function decided(over: Partial<DecidedComment> = {}): DecidedComment {
  const label = over.label ?? 'critic'
  return {
    text: 'When does the report come out?',
    thread: 1,
    source: 'a.csv',
    platform: null,
    lang: null,
    byAuthor: 1,
    createdAt: '2026-09-12T18:42:00.000Z',
    label,
    isFinal: true,
    isOverturned: false,
    opinions: [opinion({ label })],
    ...over,
  }
}

/** @param plant changes one comment; `chance` is in [0, 1) */
export function invent(
  n: number,
  plant: (one: DecidedComment, chance: number) => DecidedComment = (one) => one,
  seed = 11,
): readonly DecidedComment[] {
  const random = createRandom(seed)
  const one = <T>(...of: readonly [T, ...T[]]): T => of[Math.floor(random() * of.length)] ?? of[0]
  return Array.from({ length: n }, () => {
    const label = one('troll', 'critic', 'critic', 'neither', 'neither')
    const day = 1 + Math.floor(random() * 28)
    const hour = Math.floor(random() * 24)
    const time = `2026-09-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`
    const words = one('the report is late again', 'who runs the ward', 'no answer from Lowgate')
    const text = `${words} ${'and on '.repeat(Math.floor(random() * 60))}`
    const plain: DecidedComment = {
      text: random() < 0.2 ? text.toUpperCase() : text,
      thread: one(1, 2),
      source: one('a.csv', 'b.csv'),
      platform: one('reddit', 'youtube'),
      lang: one('en', 'pt-BR', null),
      byAuthor: one(1, 3, 9, null),
      createdAt: one(time, null),
      label,
      isFinal: random() < 0.9,
      isOverturned: false,
      opinions: [
        opinion({
          label,
          coder: one('Priya', 'Sam'),
          decidedAt: time,
          run: one('first', 'between', 'late'),
          suggested: random() < 0.1 ? 'troll' : 'critic',
        }),
      ],
    }
    return plant(plain, random())
  })
}

/** With another label, its coder's as well. */
export function labelled(one: DecidedComment, label: string): DecidedComment {
  return { ...one, label, opinions: one.opinions.map((each) => ({ ...each, label })) }
}

export function groupOf(report: BiasReport, id: BiasDimension, key: string): BiasGroup {
  const group = report.dimensions.find((one) => one.id === id)?.groups.find((one) => one.key === key)
  if (!group) throw new Error(`No group ${key} of ${id}.`)
  return group
}

export const flagged = (report: BiasReport, stands: 'clear' | 'perhaps') =>
  report.dimensions.flatMap(({ id, groups }) =>
    groups.flatMap(({ key, rates }) =>
      Object.entries(rates)
        .filter(([, { comparison }]) => comparison?.stands === stands)
        .map(([measure]) => `${id} ${key} ${measure}`),
    ),
  )
