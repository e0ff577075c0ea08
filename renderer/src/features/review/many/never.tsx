/** Why the label that accuses is never given to many at once. */
import type { ReactNode } from 'react'
import type { Label } from '../../../../../core/labels.ts'
import { en } from '../../../copy/en.ts'
import { isolated } from '../../../copy/format.ts'
import { Mark } from '../../../ui/label-mark.tsx'
import styles from './bulk.module.css'

export function Never(props: { readonly label: Label; readonly why: string }): ReactNode {
  const { label, why } = props
  return (
    <section className={styles.never}>
      <span className={label.tone}>
        <Mark look={label} />
      </span>
      <h3 className="strong">{en.many.never(isolated(label.name))}</h3>
      <p className="meta">{why}</p>
    </section>
  )
}
