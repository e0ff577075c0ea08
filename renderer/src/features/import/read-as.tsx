/** How the bytes of a file become rows: encoding, delimiter, names, order in dates. */
import type { ReactNode } from 'react'
import type { Reading } from '../../../../core/records.ts'
import { en } from '../../copy/en.ts'
import { dateOrderNames, delimiterNames, encodingNames } from '../../copy/names.ts'
import { choicesOf, Select } from '../../ui/select.tsx'
import styles from './match.module.css'

interface ReadAsProps {
  readonly reading: Reading
  /** @param namesChange whether the columns may have other names now */
  readonly onChange: (reading: Reading, namesChange: boolean) => void
}

export function ReadAs({ reading, onChange }: ReadAsProps): ReactNode {
  return (
    <fieldset className={styles.how} aria-label={en.import.readAs}>
      <span className="meta">{en.import.readAs}</span>
      <OneOf
        label={en.import.encoding}
        value={reading.encoding}
        names={encodingNames}
        onChange={(encoding) => onChange({ ...reading, encoding }, true)}
      />
      {reading.format === 'csv' && (
        <>
          <OneOf
            label={en.import.delimiter}
            value={reading.delimiter}
            names={delimiterNames}
            onChange={(delimiter) => onChange({ ...reading, delimiter }, true)}
          />
          <NamesInRow
            row={reading.headerRow}
            onChange={(headerRow) => onChange({ ...reading, headerRow }, true)}
          />
        </>
      )}
      <OneOf
        label={en.import.dateOrder}
        value={reading.dateOrder}
        names={dateOrderNames}
        onChange={(dateOrder) => onChange({ ...reading, dateOrder }, false)}
      />
    </fieldset>
  )
}

interface OneOfProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly names: Readonly<Record<T, string>>
  readonly onChange: (value: T) => void
}

function OneOf<T extends string>({ label, value, names, onChange }: OneOfProps<T>): ReactNode {
  return <Select size="small" choices={choicesOf(names)} {...{ label, value, onChange }} />
}

interface NamesInRowProps {
  /** 1-based; 0 where there are none. */
  readonly row: number
  readonly onChange: (row: number) => void
}

/** A choice and no free figure: every change reads the whole file again. */
function NamesInRow({ row, onChange }: NamesInRowProps): ReactNode {
  const rows = Array.from({ length: Math.max(rowsOffered, row) + 1 }, (_, index) => index)
  return (
    <Select
      size="small"
      label={en.import.header}
      value={String(row)}
      choices={rows.map((one) => ({ value: String(one), words: en.import.headerRow(one) }))}
      onChange={(value) => onChange(Number(value))}
    />
  )
}

const rowsOffered = 12
