/** Fields against columns, with what is in each column and why it was taken for that. */
import type { ReactNode } from 'react'
import type { InspectReport } from '../../../../core/contract/import-answers.ts'
import { type Field, fields, type Reading } from '../../../../core/records.ts'
import { en } from '../../copy/en.ts'
import { fieldNames } from '../../copy/names.ts'
import { Select } from '../../ui/select.tsx'
import { TableHead } from '../../ui/table-head.tsx'
import { withColumn } from './file-state.ts'
import styles from './match.module.css'

interface MatchTableProps {
  readonly report: InspectReport
  readonly reading: Reading
  readonly onChange: (reading: Reading) => void
}

/** Stands for no column; a column of the file is written with a sign before it, so it can never be this. */
const none = 'none'
const named = (column: string) => `=${column}`

export function MatchTable({ report, reading, onChange }: MatchTableProps): ReactNode {
  const choices = [
    { value: none, words: en.import.notInFile },
    ...report.columns.map(({ name }) => ({ value: named(name), words: name })),
  ]
  return (
    <table className={styles.table}>
      <TableHead columns={[en.import.field, en.import.column, en.import.because]} />
      <tbody>
        {fields.map((field) => {
          const column = reading.columns[field] ?? null
          return (
            <tr key={field} data-empty={column === null || undefined}>
              <th scope="row">
                {fieldNames[field]} {field === 'text' && <span>{en.import.needed}</span>}
              </th>
              <td>
                <Select
                  size="small"
                  fills
                  label={en.import.columnOf(fieldNames[field])}
                  value={column === null ? none : named(column)}
                  choices={choices}
                  onChange={(value) =>
                    onChange(withColumn(reading, field, value === none ? null : value.slice(1)))
                  }
                />
              </td>
              <td>
                <Because report={report} field={field} column={column} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

interface BecauseProps {
  readonly report: InspectReport
  readonly field: Field
  readonly column: string | null
}

function Because({ report, field, column }: BecauseProps): ReactNode {
  const facts = report.columns.find((one) => one.name === column)
  if (facts === undefined) return null
  const guess = report.guesses.find((one) => one.field === field && one.column === column)
  return (
    <>
      <bdi className="one-line">{facts.examples.join(', ')}</bdi>
      <span className="meta one-line">{guess?.because ?? en.import.filled(facts.filled)}</span>
    </>
  )
}
