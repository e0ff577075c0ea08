/** Every project of the usual folder, where the window cannot ask for a place on the disk. */
import type { ReactNode } from 'react'
import type { ProjectEntry } from '../../../../core/contract/answers.ts'
import { en } from '../../copy/en.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { RecentProjects } from './recent-projects.tsx'

interface AllProjectsProps {
  readonly projects: readonly ProjectEntry[]
  readonly onOpen: (project: ProjectEntry) => void
  readonly onForget: (project: ProjectEntry) => void
  readonly onClose: () => void
}

export function AllProjects({ projects, onOpen, onForget, onClose }: AllProjectsProps): ReactNode {
  return (
    <Dialog title={en.start.all} onClose={onClose}>
      {projects.length === 0 && <p className="muted">{en.start.noProjects}</p>}
      <RecentProjects {...{ projects, onOpen, onForget }} isBusy={false} hasKeys={false} />
    </Dialog>
  )
}
