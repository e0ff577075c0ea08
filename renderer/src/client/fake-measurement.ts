/** Two invented measurements: one of many decisions, as the design draws it, and one of very few. */
import type { Measurement, Reliability, Share } from '../../../core/contract/model-report.ts'

/** About what an interval would be (Wilson); the service has the exact ones. */
export function share(hits: number, of: number): Share {
  const z = 1.96
  const p = of === 0 ? 0 : hits / of
  const middle = (p + z ** 2 / (2 * of)) / (1 + z ** 2 / of)
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2))
  return { hits, of, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

export const bins = (...points: readonly (readonly [said: number, hits: number, of: number])[]) =>
  points.map(([said, hits, of]) => ({ said, decided: share(hits, of) }))

const reliability: readonly Reliability[] = [
  {
    label: 'troll',
    bins: bins([0.02, 2, 120], [0.08, 2, 41], [0.22, 3, 19], [0.47, 3, 7], [0.71, 5, 8], [0.93, 11, 12]),
    error: 0.034,
  },
  {
    label: 'critic',
    bins: bins(
      [0.04, 2, 38],
      [0.13, 2, 18],
      [0.24, 4, 15],
      [0.38, 6, 17],
      [0.52, 11, 20],
      [0.66, 16, 26],
      [0.79, 32, 40],
      [0.92, 30, 33],
    ),
    error: 0.028,
  },
]

const learning = [
  [0, 120],
  [20, 126],
  [40, 137],
  [60, 143],
  [80, 149],
  [120, 155],
  [160, 160],
  [200, 163],
  [240, 165],
  [280, 167],
  [312, 168],
] as const

export const fullMeasurement: Measurement = {
  modelVersion: 'starter-1+312.a1b2c3',
  total: 207,
  confusion: [
    { label: 'troll', said: { troll: 7, critic: 1, neither: 0, unsure: 3 }, total: 11 },
    { label: 'critic', said: { troll: 1, critic: 111, neither: 6, unsure: 14 }, total: 132 },
    { label: 'neither', said: { troll: 0, critic: 4, neither: 50, unsure: 10 }, total: 64 },
  ],
  quality: [
    { label: 'troll', precision: share(7, 8), recall: share(7, 11) },
    { label: 'critic', precision: share(111, 116), recall: share(111, 132) },
    { label: 'neither', precision: share(50, 56), recall: share(50, 64) },
  ],
  accusations: { hits: 1, of: 196, low: 0, high: 0.024 },
  reliability,
  learning: learning.map(([decisions, hits]) => ({ decisions, right: share(hits, 207) })),
}

export const youngMeasurement: Measurement = {
  modelVersion: 'starter-1+12.b2c3d4',
  total: 9,
  confusion: [
    { label: 'troll', said: { troll: 0, critic: 0, neither: 0, unsure: 1 }, total: 1 },
    { label: 'critic', said: { troll: 0, critic: 4, neither: 0, unsure: 1 }, total: 5 },
    { label: 'neither', said: { troll: 0, critic: 0, neither: 2, unsure: 1 }, total: 3 },
  ],
  quality: [
    { label: 'troll', precision: null, recall: share(0, 1) },
    { label: 'critic', precision: share(4, 4), recall: share(4, 5) },
    { label: 'neither', precision: share(2, 2), recall: share(2, 3) },
  ],
  accusations: { hits: 0, of: 8, low: 0, high: 0.3123 },
  reliability: [
    { label: 'troll', bins: bins([0.12, 1, 9]), error: 0.01 },
    { label: 'critic', bins: bins([0.21, 1, 4], [0.81, 4, 5]), error: 0.02 },
  ],
  learning: [{ decisions: 0, right: share(6, 9) }],
}
