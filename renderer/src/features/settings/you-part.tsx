/** Who decides. */
import { type ReactNode, type RefObject, useState } from 'react'
import { en } from '../../copy/en.ts'
import { TextField } from '../../ui/text-field.tsx'
import styles from './settings.module.css'

interface YouPartProps {
  readonly version: string
  /** What stands in the field; it is kept when the field or the dialog is left. */
  readonly written: RefObject<string>
  readonly onLeave: () => void
}

export function YouPart({ version, written, onLeave }: YouPartProps): ReactNode {
  const [coder, setCoder] = useState(written.current)
  return (
    <>
      <div className={styles.narrow}>
        <TextField
          label={en.settings.name}
          hint={en.settings.nameHint}
          value={coder}
          onLeave={onLeave}
          onChange={(next) => {
            written.current = next
            setCoder(next)
          }}
          maxLength={80}
        />
      </div>
      <p className="meta">{en.settings.version(version)}</p>
    </>
  )
}
