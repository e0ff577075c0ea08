/** The first row of a table: what its columns are. */
import type { ReactNode } from 'react'

interface TableHeadProps {
  /** Their names, each another one. */
  readonly columns: readonly string[]
  /** Not drawn, for a table that shows what it is about. */
  readonly isOnlyHeard?: boolean
}

export function TableHead({ columns, isOnlyHeard = false }: TableHeadProps): ReactNode {
  return (
    <thead className={isOnlyHeard ? 'only-heard' : undefined}>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
  )
}
