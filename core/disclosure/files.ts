/** The files of the disclosure folder: what a public body can hand out about how it judged comments. */
import { csvText } from '../exporters/csv.ts'
import { checkPy } from './check-py.ts'
import { coderName, type DisclosureFacts, type DisclosureFile, type RecordRow } from './facts.ts'
import { agreementJson, agreementMarkdown, errorsJson, errorsMarkdown, modelCard } from './measures.ts'
import { codebookJson, codebookMarkdown, policyMarkdown } from './policy.ts'
import { readmeHtml, readmeMarkdown } from './readme.ts'

/** All of them but the last, which `sumsFile` makes from what the others are. */
export function disclosureFiles(facts: DisclosureFacts): readonly DisclosureFile[] {
  const one = (name: string, make: (facts: DisclosureFacts) => string): DisclosureFile => ({
    name,
    text: () => [make(facts)],
  })
  return [
    one('README.html', readmeHtml),
    one('README.md', readmeMarkdown),
    one('policy.md', policyMarkdown),
    one('codebook.md', codebookMarkdown),
    one('codebook.json', codebookJson),
    { name: 'counts.csv', text: () => csvText(countRows(facts)) },
    one('agreement.md', agreementMarkdown),
    one('agreement.json', agreementJson),
    one('error-bounds.md', errorsMarkdown),
    one('error-bounds.json', errorsJson),
    { name: 'appeals.csv', text: () => csvText(appealRows(facts)) },
    one('model-card.md', modelCard),
    { name: 'record.jsonl', text: () => recordLines(facts) },
    one('chain.txt', ({ head }) => `${head?.id ?? 0}\n${head?.hash ?? ''}\n`),
    one('check.py', () => checkPy),
  ]
}

/** @param sums SHA-256 in hex of every other file, as it was written */
export function sumsFile(
  sums: readonly { readonly name: string; readonly sha256: string }[],
): DisclosureFile {
  const text = sums.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('')
  return { name: 'SHA256SUMS', text: () => [text] }
}

function countRows({ counts }: DisclosureFacts) {
  const rows = counts.map(({ label, status, month, source, count }) => [label, status, month, source, count])
  return [['label', 'status', 'month', 'source', 'comments'], ...rows]
}

function appealRows({ appeals }: DisclosureFacts) {
  const rows = appeals.map(({ reference, label, letterAt, appealedAt, answeredAt, outcome }) => [
    reference,
    label,
    letterAt,
    appealedAt,
    answeredAt,
    outcome,
  ])
  return [['reference', 'label', 'letter_at', 'appealed_at', 'answered_at', 'outcome'], ...rows]
}

/** Characters of a piece: a row at a time would be a million small writes. */
const pieceLength = 65_536

function* recordLines({ record, coders }: DisclosureFacts): Generator<string> {
  const names = new Map(coders.map((name) => [name, coderName(coders, name)]))
  let piece = ''
  for (const { id, kind, at, coder, digest, hash } of record()) {
    const known = names.get(coder) ?? coderName(coders, coder)
    const row: RecordRow = { id, kind, at, coder: known, digest, hash }
    piece += `${JSON.stringify(row)}\n`
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}
