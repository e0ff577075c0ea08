/** The problems of a file, in a dialog, more of them on request. */
import type { ReactNode } from 'react'
import { en } from '../copy/en.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { type ProblemLine, ProblemsTable } from './problems-table.tsx'

interface ProblemsDialogProps {
  readonly lines: readonly ProblemLine[]
  readonly total: number
  readonly onMore?: (() => void) | undefined
  readonly onClose: () => void
}

export function ProblemsDialog({ lines, total, onMore, onClose }: ProblemsDialogProps): ReactNode {
  return (
    <Dialog title={en.problems.title} onClose={onClose} width="wide">
      <p className="muted">{en.problems.lede(lines.length, total)}</p>
      <ProblemsTable lines={lines} />
      {onMore && lines.length < total && <Button onClick={onMore}>{en.problems.more}</Button>}
    </Dialog>
  )
}
