/** What disclosure folders of the tests are written from, with a record that is chained as a project's is. */
import { createHash } from 'node:crypto'
import { agreementOf } from '../../../core/agreement/report.ts'
import type { DisclosureFacts, RecordRow } from '../../../core/disclosure/facts.ts'
import { standardCodebook } from '../../../core/labels.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Ten rows: three from before format 0100, then seven that can be checked. */
export function aRecord(): readonly RecordRow[] {
  const rows: RecordRow[] = []
  for (let id = 1; id <= 10; id += 1) {
    const before = rows.at(-1)?.hash ?? ''
    const digest = id <= 3 ? null : sha256(`content ${id}`)
    const hash = sha256(digest === null ? `old ${id}` : `${before}\n${digest}`)
    const coder = id % 4 === 0 ? 'Sam Cole' : 'Ada Fernsby'
    rows.push({
      id,
      kind: id === 7 ? 'appeal' : 'label',
      at: `2026-11-0${id % 9}T09:00:00.000Z`,
      coder,
      digest,
      hash,
    })
  }
  return rows
}

/** Made once: to draw for its intervals takes longer than all else here. */
const agreement = agreementOf(
  Array.from({ length: 60 }, (_, unit) =>
    ['Ada Fernsby', 'Sam Cole'].map((coder, at) => ({
      unit,
      thread: unit % 12,
      coder,
      label: (unit + (unit % 7 === 0 ? at : 0)) % 2 === 0 ? 'critic' : 'neither',
    })),
  ).flat(),
)

export function someFacts(other: Partial<DisclosureFacts> = {}): DisclosureFacts {
  const record = aRecord()
  const last = record.at(-1)
  return {
    madeAt: '2026-11-26T09:30:00.000Z',
    appVersion: '0.1.0',
    body: 'Lowgate Hospital Trust',
    project: { name: 'The delayed report', comments: 1200, threads: 14 },
    codebooks: [
      { codebook: { ...standardCodebook, version: 1 }, since: null },
      { codebook: { ...standardCodebook, version: 2 }, since: '2026-10-01T08:00:00.000Z' },
    ],
    opposite: { taken: 31, changed: 4 },
    harmful: 'troll',
    policy: [
      { name: 'Two people for a troll', value: 'yes' },
      { name: 'Days to appeal', value: '28' },
    ],
    changes: [
      { at: '2026-11-02T09:00:00.000Z', coder: 'Sam Cole', what: 'Labels end after 365 days; before, never' },
    ],
    counts: [
      { label: 'troll', status: 'final', month: '2026-09', source: 'Disqus export', count: 12 },
      { label: 'troll', status: 'proposed', month: '2026-09', source: 'Disqus export', count: 5 },
      { label: 'troll', status: 'disputed', month: null, source: 'Table (CSV)', count: 2 },
      { label: 'critic', status: 'final', month: '2026-09', source: 'Disqus export', count: 400 },
      { label: null, status: 'undecided', month: null, source: '=Table|x', count: 781 },
    ],
    agreement,
    errors: {
      limit: 0.005,
      measurement: {
        modelVersion: 'p-3c1',
        total: 450,
        confusion: [],
        quality: [
          {
            label: 'troll',
            precision: null,
            recall: { hits: 9, of: 38, low: 0.114, high: 0.402 },
          },
        ],
        accusations: { hits: 3, of: 412, low: 0, high: 0.0187 },
        reliability: [],
        learning: [],
      },
    },
    appeals: [
      {
        reference: 'FH-7K3M-92QD',
        label: 'troll',
        letterAt: '2026-11-01T09:00:00.000Z',
        appealedAt: '2026-11-05T09:00:00.000Z',
        answeredAt: '2026-11-12T09:00:00.000Z',
        outcome: 'overturned',
      },
      {
        reference: 'FH-0000-0000',
        label: 'troll',
        letterAt: null,
        appealedAt: '2026-11-20T09:00:00.000Z',
        answeredAt: null,
        outcome: 'open',
      },
    ],
    model: {
      version: 'p-3c1',
      decisions: 419,
      suggestions: true,
      card: '# The starter model\n\nIts card.\n',
    },
    coders: ['Ada Fernsby', 'Sam Cole'],
    record: () => record,
    head: last ? { id: last.id, hash: last.hash } : null,
    ...other,
  }
}
