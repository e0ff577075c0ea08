/** Projects of before, the latest first, each with the number key that opens it. */
import type { ReactNode } from 'react'
import type { ProjectEntry } from '../../../../core/contract/answers.ts'
import { en } from '../../copy/en.ts'
import { lastOpened } from '../../copy/format.ts'
import { besideName } from '../../copy/told-apart.ts'
import { Key } from '../../ui/key.tsx'
import { Beside } from './beside.tsx'
import { GoneProject } from './gone-project.tsx'
import styles from './start.module.css'

interface RecentProjectsProps {
  readonly projects: readonly ProjectEntry[]
  readonly isBusy: boolean
  readonly onOpen: (project: ProjectEntry) => void
  readonly onForget: (project: ProjectEntry) => void
  /** Without number keys in a longer list. */
  readonly hasKeys?: boolean
}

export function RecentProjects(props: RecentProjectsProps): ReactNode {
  const { projects, isBusy, onOpen, onForget, hasKeys = true } = props
  const now = new Date()
  return (
    <ul className={styles.list}>
      {projects.map((project, index) =>
        project.isMissing ? (
          <GoneProject
            key={project.id}
            project={project}
            beside={besideName(project, projects)}
            onForget={() => onForget(project)}
          />
        ) : (
          <li key={project.id}>
            <button
              type="button"
              disabled={isBusy}
              onClick={() => onOpen(project)}
              title={project.folder}
              aria-keyshortcuts={hasKeys ? String(index + 1) : undefined}
            >
              <bdi className="strong one-line">{project.name}</bdi>
              <span className="meta number">{lastOpened(project.openedAt, now)}</span>
              <Beside name={besideName(project, projects)} />
              <span className="meta">{en.start.facts(project.comments, project.decided)}</span>
              <span className={styles.key}>{hasKeys && <Key>{index + 1}</Key>}</span>
            </button>
          </li>
        ),
      )}
    </ul>
  )
}
