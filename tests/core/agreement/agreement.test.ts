/** Agreement between coders, against numbers that others published. */
import { describe, expect, test } from 'vitest'
import {
  cohenKappa,
  gwetAc1,
  krippendorffAlpha,
  percentAgreement,
} from '../../../core/agreement/coefficients.ts'
import { agreementOf, type CodedRow, fewestUnits } from '../../../core/agreement/report.ts'
import { addUnit, widthOf } from '../../../core/agreement/sums.ts'
import { createRandom } from '../../../core/random.ts'

/** A line a coder, a column a unit; a dot where the label is missing. */
function sumsOf(coders: readonly string[], labels: string): Float64Array {
  const lines = coders.map((line) => line.split(' '))
  const sums = new Float64Array(widthOf(labels.length))
  for (const at of (lines[0] ?? []).keys()) {
    const given = lines.map((line) => line[at])
    addUnit(
      sums,
      [...labels].map((label) => given.filter((one) => one === label).length),
    )
  }
  return sums
}

/** Units of a table of two coders. */
function sumsOfTable(table: readonly (readonly number[])[]): Float64Array {
  const labels = table.length
  const sums = new Float64Array(widthOf(labels))
  for (const [row, cells] of table.entries())
    for (const [column, n] of cells.entries())
      for (let unit = 0; unit < n; unit += 1) {
        addUnit(
          sums,
          Array.from({ length: labels }, (_, label) => Number(label === row) + Number(label === column)),
        )
      }
  return sums
}

const fourObservers = [
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
]

describe('Krippendorff’s alpha', () => {
  // Krippendorff (2011), Computing Krippendorff's alpha-reliability, parts A, B and C.
  test.each([
    ['two observers and two values', ['0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'], '01', 0.095],
    ['two observers and five values', ['a a b b d c c c e d d a', 'b a b b b c c c e d d d'], 'abcde', 0.692],
    ['four observers and missing values', fourObservers, '12345', 0.743],
  ])('of %s is as published', (_, coders, labels, alpha) => {
    expect(krippendorffAlpha(sumsOf(coders, labels), labels.length)).toBeCloseTo(alpha, 3)
  })

  test('has no value where all gave one label, and where nobody labelled twice', () => {
    expect(krippendorffAlpha(sumsOf(['1 1 1', '1 1 1'], '12'), 2)).toBeNull()
    expect(krippendorffAlpha(sumsOf(['1 2 .', '. . 2'], '12'), 2)).toBeNull()
  })
})

// Gwet (2014), Handbook of Inter-Rater Reliability, as his R package irrCAC gives it (cont3x3abstractors).
const abstractors = [
  [13, 0, 0],
  [0, 20, 7],
  [0, 4, 56],
]

describe('Cohen’s kappa', () => {
  test.each([
    // Cohen (1960), tables 1 (of proportions) and 2.
    ['chance that does better', [0.25, 0.13, 0.12, 0.12, 0.02, 0.16, 0.03, 0.15, 0.02], -0.092],
    ['a moderate agreement', [88, 10, 2, 14, 40, 6, 18, 10, 12], 0.492],
    // Fleiss, Cohen and Everitt (1969), Psychological Bulletin 72, 323-327.
    ['psychiatrists', [0.53, 0.05, 0.02, 0.11, 0.14, 0.05, 0.01, 0.06, 0.03], 0.429],
    ['abstractors', abstractors.flat(), 0.7964],
  ])('of %s is as published', (_, table, kappa) => {
    expect(cohenKappa(table, 3)).toBeCloseTo(kappa, 3)
  })

  test('has no value where both gave one label to all, and of nothing', () => {
    expect(cohenKappa([9, 0, 0, 0], 2)).toBeNull()
    expect(cohenKappa([0, 0, 0, 0], 2)).toBeNull()
  })
})

describe('Gwet’s AC1', () => {
  test('of many raters with missing labels is as published', () => {
    // irrCAC, cac.raw4raters: the data of Krippendorff's third example.
    const sums = sumsOf(fourObservers, '12345')
    expect(gwetAc1(sums, 5)).toBeCloseTo(0.77544, 5)
    expect(percentAgreement(sums)).toBeCloseTo(0.818182, 6)
  })

  test('of two raters is as published, beside the others', () => {
    const sums = sumsOfTable(abstractors)
    expect(gwetAc1(sums, 3)).toBeCloseTo(0.8493305, 6)
    expect(krippendorffAlpha(sums, 3)).toBeCloseTo(0.7972585, 6)
    expect(percentAgreement(sums)).toBeCloseTo(0.89, 12)
  })

  test('stays high where one label is rare and kappa falls below chance', () => {
    const table = [
      [118, 5],
      [2, 0],
    ]
    expect(gwetAc1(sumsOfTable(table), 2)).toBeCloseTo(0.9408, 4)
    expect(cohenKappa(table.flat(), 2)).toBeCloseTo(-0.0234, 4)
  })
})

/** Two coders on `units` comments in `threads` threads, who differ on every `every`th. */
function work(units: number, threads: number, every: number): readonly CodedRow[] {
  return Array.from({ length: units }, (_, unit) => {
    const thread = unit % threads
    const label = ['critic', 'neither', 'troll'][unit % 3] ?? ''
    const other = unit % every === 0 ? 'unsure' : label
    return [
      { unit, thread, coder: 'Priya', label },
      { unit, thread, coder: 'Sam', label: other },
    ]
  }).flat()
}

describe('the report', () => {
  test('of two coders has every coefficient with an interval around it', () => {
    const report = agreementOf(work(200, 25, 7))
    expect(report).toMatchObject({ units: 200, labelled: 200, threads: 25, drawn: 'threads' })
    expect(report.pairs).toMatchObject([{ coders: ['Priya', 'Sam'], units: 200, same: 171 }])
    expect(report.percent.value).toBeCloseTo(171 / 200, 12)
    for (const one of [report.percent, report.alpha, report.ac1, report.kappa]) {
      expect(one?.whyNot).toBeNull()
      expect(one?.interval?.low).toBeLessThan(one?.value ?? 0)
      expect(one?.interval?.high).toBeGreaterThan(one?.value ?? 1)
    }
  })

  test('is the same for the same seed, and another for another', () => {
    const rows = work(120, 15, 7)
    expect(agreementOf(rows)).toEqual(agreementOf(rows))
    expect(agreementOf(rows, { seed: 2 }).alpha.interval).not.toEqual(agreementOf(rows).alpha.interval)
    expect(agreementOf(rows).draws).toEqual({ seed: 1, resamples: 2000 })
  })

  test('draws whole threads: where a thread is alike, the interval is wider than from single comments', () => {
    const alike = (threadOf: (unit: number) => number) =>
      Array.from({ length: 200 }, (_, unit) => {
        const differs = Math.floor(unit / 10) % 4 === 0
        const label = unit % 2 === 0 ? 'critic' : 'neither'
        return [
          { unit, thread: threadOf(unit), coder: 'Priya', label },
          { unit, thread: threadOf(unit), coder: 'Sam', label: differs ? 'troll' : label },
        ]
      }).flat()
    const width = (rows: readonly CodedRow[]) => {
      const { interval } = agreementOf(rows).percent
      return (interval?.high ?? 0) - (interval?.low ?? 0)
    }
    expect(width(alike((unit) => Math.floor(unit / 10)))).toBeGreaterThan(width(alike((unit) => unit)) * 2)
  })

  test('its interval holds the true share about nineteen times in twenty', () => {
    const random = createRandom(7)
    let held = 0
    for (let time = 0; time < 200; time += 1) {
      const rows = Array.from({ length: 150 }, (_, unit) => {
        const label = random() < 0.5 ? 'critic' : 'neither'
        const other = random() < 0.8 ? label : 'troll'
        return [
          { unit, thread: unit, coder: 'Priya', label },
          { unit, thread: unit, coder: 'Sam', label: other },
        ]
      }).flat()
      const { interval } = agreementOf(rows, { resamples: 200, seed: time }).percent
      if (interval && interval.low <= 0.8 && interval.high >= 0.8) held += 1
    }
    expect(held).toBeGreaterThan(178)
    expect(held).toBeLessThan(200)
  })

  test('of too few units says so and gives no number', () => {
    const report = agreementOf(work(fewestUnits - 1, 19, 5))
    expect(report.units).toBe(fewestUnits - 1)
    for (const one of [report.percent, report.alpha, report.ac1, report.kappa])
      expect(one).toEqual({ value: null, interval: null, whyNot: 'too-few' })
    expect(agreementOf([])).toMatchObject({ units: 0, labelled: 0, coders: [], pairs: [], kappa: null })
  })

  test('where all agree gives the share an interval, and claims none for the others', () => {
    const report = agreementOf(work(40, 20, 1000).filter(({ unit }) => unit !== 0))
    expect(report.percent).toMatchObject({ value: 1, interval: { high: 1 }, whyNot: null })
    expect(report.percent.interval?.low).toBeCloseTo(0.9103, 3)
    expect(report.alpha).toEqual({ value: 1, interval: null, whyNot: 'no-spread' })
  })

  test('where everybody gave one label says that there is nothing to agree on', () => {
    const rows = work(40, 20, 1000).map((row) => ({ ...row, label: 'critic' }))
    expect(agreementOf(rows).alpha).toEqual({ value: null, interval: null, whyNot: 'one-label' })
  })

  test('of few threads draws comments, and says so', () => {
    expect(agreementOf(work(60, 3, 5)).drawn).toBe('units')
  })

  test('of three coders has each pair, and kappa only there', () => {
    const third = work(100, 20, 3)
      .filter(({ coder, unit }) => coder === 'Sam' && Number(unit) < 50)
      .map((row) => ({ ...row, coder: 'Noor' }))
    const report = agreementOf([...work(100, 20, 5), ...third])
    expect(report.kappa).toBeNull()
    expect(report.pairs.map(({ coders, units }) => [...coders, units])).toEqual([
      ['Priya', 'Sam', 100],
      ['Noor', 'Priya', 50],
      ['Noor', 'Sam', 50],
    ])
    expect(report.alpha.value).not.toBeNull()
  })

  test('counts the latest label of a coder on a unit, and labels that nobody gave for AC1', () => {
    const rows = work(60, 20, 4)
    const again = [...rows.map((row) => ({ ...row, label: 'troll' })), ...rows]
    expect(agreementOf(again).percent).toEqual(agreementOf(rows).percent)
    const wider = agreementOf(rows, { labels: ['troll', 'critic', 'neither', 'unsure', 'spam'] })
    expect(wider.ac1.value).toBeGreaterThan(agreementOf(rows).ac1.value ?? 1)
    expect(wider.alpha.value).toBe(agreementOf(rows).alpha.value)
  })
})
