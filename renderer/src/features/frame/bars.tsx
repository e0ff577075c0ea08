/** What is said of the project under the top bar: that it can only be read, that it is a work package, or who sits here. */
import type { ReactNode } from 'react'
import type { ProjectSummary } from '../../../../core/contract/answers.ts'
import { PackageBar } from './package-bar.tsx'
import { ReaderBar } from './reader-bar.tsx'
import { WhoBar } from './who-bar.tsx'

interface BarsProps {
  readonly project: ProjectSummary | null
  readonly coder: string
  readonly onGiveBack: () => void
}

export function Bars({ project, coder, onGiveBack }: BarsProps): ReactNode {
  return (
    <div>
      <ReaderBar />
      {project?.package && <PackageBar package={project.package} onGiveBack={onGiveBack} />}
      {project && !project.package && <WhoBar key={project.id} coder={coder} />}
    </div>
  )
}
