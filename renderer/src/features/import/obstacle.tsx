/** What a person must settle before the file can be imported. */
import type { ReactNode } from 'react'
import type { InspectReport } from '../../../../core/contract/import-answers.ts'
import { en } from '../../copy/en.ts'
import styles from './match.module.css'

export function Obstacle({ report }: { readonly report: InspectReport }): ReactNode {
  if (report.obstacle === null) return null
  return (
    <p id="obstacle" className={styles.obstacle} role="alert">
      <b>{en.import.obstacle}:</b> {report.obstacle}
    </p>
  )
}
