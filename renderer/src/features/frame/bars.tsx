/** What is said of the project under the top bar: that it can only be read, or that it is a work package. */
import type { ReactNode } from 'react'
import type { ProjectSummary } from '../../../../core/contract/answers.ts'
import { PackageBar } from './package-bar.tsx'
import { ReaderBar } from './reader-bar.tsx'

interface BarsProps {
  readonly project: ProjectSummary | null
  readonly onGiveBack: () => void
}

export function Bars({ project, onGiveBack }: BarsProps): ReactNode {
  return (
    <div>
      <ReaderBar />
      {project?.package && <PackageBar package={project.package} onGiveBack={onGiveBack} />}
    </div>
  )
}
