/** A project whose file is not where it was: where that was, and a way to take it out of the list. */
import type { ReactNode } from 'react'
import type { ProjectEntry } from '../../../../core/contract/answers.ts'
import { en } from '../../copy/en.ts'
import { isolated } from '../../copy/format.ts'
import { Button } from '../../ui/button.tsx'
import { Beside } from './beside.tsx'
import styles from './start.module.css'

interface GoneProjectProps {
  readonly project: ProjectEntry
  /** See `besideName`. */
  readonly beside: string | null
  readonly onForget: () => void
}

export function GoneProject({ project, beside, onForget }: GoneProjectProps): ReactNode {
  return (
    <li className={styles.gone}>
      <p className={styles.goneHead}>
        <bdi className="strong one-line muted">{project.name}</bdi>
        <span className="meta">{en.start.gone}</span>
      </p>
      <Beside name={beside} />
      <p className="meta">{en.start.goneWhy(project.folder)}</p>
      <Button kind="link" label={en.start.forgetOf(isolated(project.name))} onClick={onForget}>
        {en.start.forget}
      </Button>
    </li>
  )
}
