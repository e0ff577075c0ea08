/** The report of an import as a table: what became of the rows, then each problem with its row. */
import type { ImportReport } from '../contract/import-answers.ts'
import type { Problem } from '../records.ts'

const names = ['what', 'row', 'field', 'value', 'reason', 'count'] as const

/** Rows of six cells, names first. */
export function importReportRows(
  { name, title, importedAt, ledger, incomplete }: ImportReport,
  problems: Iterable<Problem>,
): readonly (readonly string[])[] {
  const total = (what: string, count: number) => [what, '', '', '', '', String(count)]
  return [
    names,
    ['file', '', '', name, title, ''],
    ['imported', '', '', importedAt, '', ''],
    total('read', ledger.read),
    total('added', ledger.added),
    total('already here', ledger.alreadyHere),
    total('updated', ledger.updated),
    ...ledger.skipped.map(({ reason, count }) => ['left out', '', '', '', reason, String(count)]),
    ...ledger.repaired.map(({ reason, count }) => ['repaired', '', '', '', reason, String(count)]),
    ...incomplete.map((sentence) => ['incomplete', '', '', sentence, '', '']),
    ...[...problems].map(({ row, field, value, reason, skipped }) => [
      skipped ? 'row left out' : 'row repaired',
      String(row),
      field ?? '',
      value ?? '',
      reason,
      '',
    ]),
  ]
}
