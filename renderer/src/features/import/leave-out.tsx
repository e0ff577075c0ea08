/** The offer to leave out what was deleted or removed since, made only where the files hold such a thing. */
import type { ReactNode } from 'react'
import { en } from '../../copy/en.ts'
import styles from './match.module.css'
import type { Importing } from './use-import.ts'

export function LeaveOut({ importing }: { readonly importing: Importing }): ReactNode {
  const { plan, state, dispatch } = importing
  if (plan.withdrawn === 0) return null
  return (
    <label className={styles.leaveOut}>
      <input
        type="checkbox"
        checked={state.leavesOut}
        onChange={(event) => dispatch({ type: 'leavesOut', leavesOut: event.currentTarget.checked })}
      />
      {en.import.leaveOutDeleted(plan.withdrawn)}
    </label>
  )
}
