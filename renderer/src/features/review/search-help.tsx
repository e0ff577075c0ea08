/** A small sheet: what can be searched for, each with an example. */
import type { ReactNode } from 'react'
import { en } from '../../copy/en.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TableHead } from '../../ui/table-head.tsx'
import styles from './searches.module.css'

export function SearchHelp({ onClose }: { readonly onClose: () => void }): ReactNode {
  return (
    <Dialog title={en.search.help} width="wide" onClose={onClose}>
      <p className={styles.lede}>{en.search.helpLede}</p>
      <table className={styles.help}>
        <TableHead columns={[en.search.typed, en.search.finds]} />
        <tbody>
          {en.search.rows.map(([typed, finds]) => (
            <tr key={typed}>
              <th scope="row">
                <code>{typed}</code>
              </th>
              <td>{finds}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">{en.search.helpModel}</p>
    </Dialog>
  )
}
