/** A calm page with one sentence, one or two ways on, and nothing else. */
import type { ReactNode } from 'react'
import styles from './page-message.module.css'

interface PageMessageProps {
  readonly title: string
  readonly lede?: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
  /** Stands under the actions, as what may be long. */
  readonly after?: ReactNode
}

export function PageMessage(props: PageMessageProps): ReactNode {
  return (
    <div className={styles.page}>
      <div>
        <h1 className="headline">{props.title}</h1>
        {props.lede && <p className={styles.lede}>{props.lede}</p>}
        {props.children}
        {props.actions && <div className="row">{props.actions}</div>}
        {props.after}
      </div>
    </div>
  )
}
