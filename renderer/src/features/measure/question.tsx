/** A question of the page: its title, what was counted, the plot, and the same as a table. */
import { type ReactNode, useId } from 'react'
import { AsTable } from '../../ui/numbers.tsx'
import styles from './measure.module.css'

interface QuestionProps {
  readonly title: string
  /** The line under the title: what was counted, or the answer. */
  readonly lede: string
  /** Stands at the end of the title's line. */
  readonly choice?: ReactNode
  /** Takes the whole width of the page. */
  readonly isWide?: boolean
  readonly children: ReactNode
  /** The numbers of the plot, for those who would rather read them. */
  readonly table?: ReactNode
}

export function Question({ title, lede, choice, isWide, children, table }: QuestionProps): ReactNode {
  const id = useId()
  return (
    <section className={styles.question} data-wide={isWide || undefined} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id} className="strong">
            {title}
          </h2>
          <p className="meta">{lede}</p>
        </div>
        {choice}
      </header>
      {children}
      {table && <AsTable>{table}</AsTable>}
    </section>
  )
}
