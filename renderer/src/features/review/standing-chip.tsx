/** What stands on a comment of a list, for the eye and for the ear. */
import type { ReactNode } from 'react'
import { en } from '../../copy/en.ts'
import { LabelChip, Pair } from '../../ui/label-mark.tsx'
import { heardStanding, type Shown } from './shown-standing.ts'

interface ChipProps {
  readonly standing: Shown
  /** Nothing beside it says the same for the ear. */
  readonly isHeard?: true
}

export function StandingChip({ standing, isHeard }: ChipProps): ReactNode {
  const { label, status, sides } = standing
  if (label === null) return null
  return (
    <span aria-hidden={isHeard ? undefined : 'true'}>
      {isHeard && status === 'disputed' && <span className="only-heard">{heardStanding(standing)}</span>}
      {status === 'disputed' && sides.length > 0 ? (
        <Pair sides={sides} />
      ) : (
        <LabelChip label={label} status={status} />
      )}
    </span>
  )
}

export function HeardStanding({ standing }: { readonly standing: Shown }): ReactNode {
  const heard = heardStanding(standing)
  return (
    <span className="only-heard">{heard === null ? en.reading.notDecided : en.reading.decided(heard)}</span>
  )
}
