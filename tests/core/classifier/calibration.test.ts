import { describe, expect, test } from 'vitest'
import { calibrate, fewestToCalibrate, thresholdsFor } from '../../../core/classifier/calibration.ts'
import type { Taught } from '../../../core/classifier/classifier.ts'
import { gatherColumns } from '../../../core/classifier/columns.ts'
import type { Lesson } from '../../../core/classifier/lesson.ts'
import { loadProjectModel } from '../../../core/classifier/linear-classifier.ts'
import { createRandom } from '../../../core/random.ts'
import { scheme, starter } from './starter.ts'
import { inventDecisions } from './teaching.ts'

/** A lesson of labels alone, and what models without them said. */
function outOfFold(rows: readonly { readonly label: Taught['label']; readonly troll: number }[]) {
  const decisions = rows.map(
    ({ label }, commentId): Taught => ({ commentId, text: '', label, measures: true }),
  )
  const lesson: Lesson = {
    decisions,
    scheme,
    prior: [new Float64Array(rows.length), new Float64Array(rows.length)],
    columns: gatherColumns([]),
    copyKeys: rows.map((_, row) => row),
  }
  const { lines, nonTrolls } = calibrate(
    lesson,
    rows.map(({ troll }, row) => ({ row, logits: [troll, 0] })),
  )
  const [troll, critic] = lines
  if (!troll || !critic) throw new Error('Not a line a head')
  return { troll, critic, nonTrolls }
}

/** Labels that follow the log-odds slope * score + offset. */
function drawn(count: number, slope: number, offset: number) {
  const random = createRandom(5)
  return Array.from({ length: count }, () => {
    const troll = 6 * random() - 4
    const isTroll = random() < 1 / (1 + Math.exp(-(slope * troll + offset)))
    return { troll, label: isTroll ? ('troll' as const) : ('critic' as const) }
  })
}

describe('calibration', () => {
  test('leaves log-odds as they are until there are fifty decisions drawn at random', () => {
    expect(outOfFold(drawn(fewestToCalibrate - 1, 0.5, -1)).troll).toEqual({ slope: 1, offset: 0 })
    expect(outOfFold(drawn(fewestToCalibrate, 0.5, -1)).troll).not.toEqual({ slope: 1, offset: 0 })
  })

  test('finds what the log-odds are worth here, slowly for the slope', () => {
    const { slope, offset } = outOfFold(drawn(5000, 0.5, -1)).troll
    expect(Math.abs(slope - 0.5)).toBeLessThan(0.05)
    expect(Math.abs(offset + 1)).toBeLessThan(0.15)
    expect(outOfFold(drawn(60, 0.5, -1)).troll.slope).toBeGreaterThan(0.5)
  })

  test('never turns scores around, whatever was decided', () => {
    const { troll, nonTrolls } = outOfFold(drawn(2000, -1, 0))
    expect(troll.slope).toBeCloseTo(0.1, 9)
    expect(nonTrolls.every(Number.isFinite)).toBe(true)
  })

  test('stays finite where all decisions are the same', () => {
    const all = (label: Taught['label']) => outOfFold(drawn(80, 1, 0).map(({ troll }) => ({ troll, label })))
    for (const { troll, critic } of [all('troll'), all('critic'), all('neither')]) {
      for (const { slope, offset } of [troll, critic]) {
        expect(Number.isFinite(offset)).toBe(true)
        expect(slope).toBeGreaterThanOrEqual(0.1)
      }
    }
  })

  test('keeps the scores of the non-trolls, calibrated and ascending', () => {
    const { nonTrolls, troll } = outOfFold([
      ...Array.from({ length: 40 }, () => ({ label: 'troll' as const, troll: 2 })),
      ...[3, -1, -2].map((score) => ({ label: 'neither' as const, troll: score })),
      ...Array.from({ length: 20 }, () => ({ label: 'critic' as const, troll: -3 })),
    ])
    expect(nonTrolls).toHaveLength(23)
    expect([...nonTrolls]).toEqual([...nonTrolls].toSorted((one, other) => one - other))
    expect(nonTrolls.at(-1)).toBeCloseTo(3 * troll.slope + troll.offset, 12)
  })
})

describe('the line to troll', () => {
  const shipped = { troll: 2, unsure: 1, margin: 0.06 }
  const asItIs = { slope: 1, offset: 0 }
  const scores = (count: number, from: number) =>
    Float64Array.from({ length: count }, (_, at) => from + at / 100)
  const line = (nonTrolls: Float64Array, troll = asItIs, limit = 0.02) =>
    thresholdsFor(shipped, { lines: [troll, asItIs], nonTrolls }, limit)

  test('is the shipped one until there are enough non-trolls, then the project’s own', () => {
    expect(line(scores(48, 0.1))).toEqual(shipped)
    expect(line(scores(49, 0.1)).troll).toBeCloseTo(0.1 + 0.48, 12)
  })

  test('may be stricter than the shipped one', () => {
    expect(line(scores(49, 4))).toMatchObject({ troll: expect.closeTo(4.48, 12), unsure: 1 })
  })

  test('is never below even odds, and the zone of doubt never above it', () => {
    expect(line(scores(49, -5))).toEqual({ troll: 0, unsure: 0, margin: 0.06 })
    expect(line(scores(1000, -5), asItIs, 0.2).troll).toBeGreaterThanOrEqual(0)
  })

  test('is not less strict than shipped because calibration makes scores worth more', () => {
    expect(line(scores(3, 0), { slope: 1, offset: 1 }).troll).toBe(3)
    expect(line(scores(3, 0), { slope: 0.5, offset: -1 }).troll).toBe(2)
  })
})

describe('a model with decisions drawn at random', () => {
  const decisions = inventDecisions(300)
  const nonTrolls = decisions.filter(({ label }) => label !== 'troll').length

  test('says where its line comes from, by the limit it is loaded with', () => {
    const model = starter.learn(decisions, { accusationLimit: 0.02 })
    expect(model?.threshold).toEqual({ from: 'project', nonTrolls, needed: 49 })
    const bytes = model?.save() ?? new Uint8Array()
    const strict = loadProjectModel(starter, bytes, { accusationLimit: 0.002 })
    expect(strict.threshold).toEqual({ from: 'shipped', nonTrolls, needed: 499 })
    expect(strict.version).toBe(model?.version)
    expect(starter.threshold).toEqual({ from: 'shipped', nonTrolls: 0, needed: 49 })
  })

  test('accuses fewer the lower the limit', () => {
    const bytes = starter.learn(decisions, { accusationLimit: 0.02 })?.save() ?? new Uint8Array()
    const others = inventDecisions(400, { seed: 9 }).map(({ text }) => text)
    const accused = [0.2, 0.05, 0.01, 0.002].map(
      (accusationLimit) =>
        loadProjectModel(starter, bytes, { accusationLimit })
          .suggest(others)
          .filter(({ band }) => band === 'troll').length,
    )
    expect(accused).toEqual(accused.toSorted((one, other) => other - one))
    expect(accused[0]).toBeGreaterThan(0)
  })

  test('does not count decisions that were picked', () => {
    const picked = decisions.map((one) => ({ ...one, measures: false }))
    expect(starter.learn(picked, { accusationLimit: 0.02 })?.threshold).toMatchObject({
      from: 'shipped',
      nonTrolls: 0,
    })
  })
})
