/** Codebooks that are not ours, for the invented service: two labels, three with Arabic names, and twelve. */
import {
  type Codebook,
  type Label,
  type Reason,
  standardCodebook,
  teachingLabels,
} from '../../../core/labels.ts'
import { type Evidence, type Shares, unsureBand } from '../../../core/records.ts'

/** How many labels, "unsure" not counted. */
export type FakeCodebook = 2 | 3 | 12

type Written = readonly [name: string, definition: string]

const written: Readonly<Record<FakeCodebook, readonly Written[]>> = {
  2: [
    ['Needs an answer', 'asks something that the trust can answer, or asks for something to be done.'],
    ['No answer', 'is said to the room, to another person, or to nobody.'],
  ],
  3: [
    ['شكوى', 'يقول صاحب التعليق إن أمراً ما قد أخطأ، ويطلب إصلاحه.'],
    ['سؤال', 'يسأل عن شيء ويمكن الإجابة عنه.'],
    ['شكر وتقدير للعاملين في الجناح', ''],
  ],
  12: [
    ['Billing', 'is about money: parking charges, travel costs, invoices.'],
    ['Cleanliness', 'is about dirt, smell, or things left lying about.'],
    ['Communication', 'is about letters, calls and answers that did not come.'],
    ['Delay', 'is about waiting, for a bed, a letter or a decision.'],
    ['Food and drink', 'is about meals, water, and help with eating.'],
    ['Staff attitude', 'is about how somebody was spoken to.'],
    ['Noise', ''],
    ['Safety', 'is about harm, or what could have done harm.'],
    ['Access', 'is about getting in, getting round, and being understood.'],
    ['Privacy and dignity', 'is about curtains, records, and being left exposed.'],
    ['Kindness', 'praises somebody, named or not.'],
    ['Something else that none of these covers', 'is about the hospital, and about nothing on this list.'],
  ],
}

const names: Readonly<Record<FakeCodebook, string>> = {
  2: 'To answer',
  3: 'رموز المستشفى',
  12: 'What it is about',
}

/** Ours where none is asked for. */
export function fakeCodebook(labels: FakeCodebook | undefined): Codebook {
  if (labels === undefined) return standardCodebook
  const book = codebookFrom({
    name: names[labels],
    labels: written[labels].map(([name, definition]) => ({ name, definition })),
  })
  // In the shortest one the first label can be given for something.
  const isFirst = (at: number) => labels === 2 && at === 0
  return { ...book, labels: book.labels.map((one, at) => (isFirst(at) ? { ...one, reasons } : one)) }
}

const reasons: readonly Reason[] = [
  { id: 'question', name: 'A question', sentence: 'Asks for something to be said.', needsSentence: false },
  { id: 'request', name: 'A request', sentence: 'Asks for something to be done.', needsSentence: false },
]

interface Draft {
  readonly name: string
  readonly labels: readonly { readonly name: string; readonly definition: string }[]
}

/** About as the service makes one: ids, letters, and an "unsure" at the end. */
export function codebookFrom(draft: Draft): Codebook {
  const used = new Set<string>()
  const labels = draft.labels.map(({ name, definition }, at): Label => {
    const letters = [...name.toUpperCase()].filter((one) => /\p{L}/u.test(one))
    const letter = letters.find((one) => !used.has(one)) ?? String(at + 1)
    used.add(letter)
    return {
      id: `label-${at + 1}`,
      name,
      letter,
      shape: 'letter',
      tone: 'own',
      short: definition,
      definition,
      examples: [],
      reasons: [],
      needsGrounds: false,
    }
  })
  const unsure = standardCodebook.labels.filter(({ id }) => id === unsureBand)
  return { id: 'own-1', version: 1, name: draft.name, labels: [...labels, ...unsure], notGrounds: '' }
}

/** What an invented model takes a comment for: the same for the same comment, now and then not sure. */
export function ownBand(codebook: Codebook, commentId: number): string {
  const labels = teachingLabels(codebook)
  return commentId % 7 === 6 ? unsureBand : (labels[(commentId * 5) % labels.length]?.id ?? unsureBand)
}

/** Most for the band, or nearly all alike; they add up to 1. */
export function ownShares(codebook: Codebook, band: string): Shares {
  const ids = teachingLabels(codebook).map(({ id }) => id)
  const weights = ids.map((id, at) => (id === band ? 4 * ids.length : 1 + ((at * 3) % 4)))
  const sum = weights.reduce((total, one) => total + one, 0)
  return Object.fromEntries(ids.map((id, at) => [id, (weights[at] ?? 0) / sum]))
}

/** Evidence for ours, turned into evidence for others: critic stands for the band, troll for the label after it. */
export function ownEvidence(
  codebook: Codebook,
  band: string,
  evidence: readonly Evidence[],
): readonly Evidence[] {
  const ids = teachingLabels(codebook).map(({ id }) => id)
  const at = Math.max(0, ids.indexOf(band))
  const other = ids[(at + 1) % ids.length] ?? ''
  return evidence.map((one) => ({ ...one, towards: one.towards === 'critic' ? (ids[at] ?? '') : other }))
}
