/** The dialog about what is selected in the queue, once a label was chosen for it. */
import type { ReactNode } from 'react'
import type { Label } from '../../../../../core/labels.ts'
import type { Mode } from '../../../../../core/records.ts'
import type { Desk } from '../use-desk.ts'
import type { Picking } from '../use-selection.ts'
import { BulkDialog } from './bulk-dialog.tsx'

interface AskAboutManyProps {
  readonly desk: Desk
  readonly picking: Picking
  readonly labels: readonly Label[]
  readonly mode: Mode
}

export function AskAboutMany({ desk, picking, labels, mode }: AskAboutManyProps): ReactNode {
  const { wish } = picking
  if (wish === null) return null
  return (
    <BulkDialog
      {...wish}
      {...{ labels, mode }}
      projectId={desk.projectId}
      onMarked={(count, asked) => desk.markedMany(wish.label, count, asked)}
      onClose={picking.leave}
    />
  )
}
