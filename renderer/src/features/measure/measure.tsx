/** The section Measure: a list of its pages on the left, and the page. */
import type { ReactNode } from 'react'
import type { ProjectSummary } from '../../../../core/contract/answers.ts'
import { en } from '../../copy/en.ts'
import styles from './measure.module.css'
import { ModelPage } from './model-page.tsx'

interface MeasureProps {
  readonly project: ProjectSummary
  /** Opens the desk at a comment; null for the first undecided one. */
  readonly onDesk: (opening: number | null) => void
}

export function Measure({ project, onDesk }: MeasureProps): ReactNode {
  return (
    <div className={styles.section}>
      <nav className={styles.pages} aria-label={en.model.pages}>
        <ul>
          <li>
            <button type="button" aria-current="page" onClick={() => document.querySelector('main')?.focus()}>
              {en.model.title}
            </button>
          </li>
        </ul>
      </nav>
      <ModelPage project={project} onDesk={onDesk} />
    </div>
  )
}
