/** An invented measurement of a model of labels that are not ours. */
import type { ConfusionRow, Measurement } from '../../../core/contract/model-report.ts'
import { type Codebook, teachingLabels } from '../../../core/labels.ts'
import { unsureBand } from '../../../core/records.ts'
import { bins, share } from './fake-measurement.ts'

export function ownMeasurement(codebook: Codebook): Measurement {
  const ids = teachingLabels(codebook).map(({ id }) => id)
  const confusion = ids.map((label, row) => confusionRow(label, row, ids))
  const total = confusion.reduce((sum, row) => sum + row.total, 0)
  const saidIn = (id: string) => confusion.reduce((sum, { said }) => sum + (said[id] ?? 0), 0)
  return {
    modelVersion: 'own-1+212.c3d4e5',
    total,
    confusion,
    quality: confusion.map(({ label, said, total: of }) => ({
      label,
      precision: saidIn(label) === 0 ? null : share(said[label] ?? 0, saidIn(label)),
      recall: share(said[label] ?? 0, of),
    })),
    accusations: null,
    reliability: ids.map((label, at) => ({
      label,
      bins: at % 5 === 4 ? [] : bins([0.06, 4, 90], [0.3, 9, 28], [0.58, 17, 30], [0.86, 20 - (at % 4), 22]),
      error: 0.03 + at / 500,
    })),
    learning: [20, 40, 80, 120, 160, 212].map((decisions, at) => ({
      decisions,
      right: share(Math.round(total * (0.48 + at * 0.06)), total),
    })),
  }
}

function confusionRow(label: string, row: number, ids: readonly string[]): ConfusionRow {
  const said: Record<string, number> = { [unsureBand]: 3 + (row % 4) }
  for (const [at, id] of ids.entries()) said[id] = at === row ? 118 - row * 9 : (row * 5 + at * 3) % 4
  return { label, said, total: Object.values(said).reduce((sum, one) => sum + one, 0) }
}
