/** After how many days labels that accuse stand no longer; never, unless somebody says so. */
import { type ReactNode, useState } from 'react'
import { en } from '../../copy/en.ts'
import { Check } from '../../ui/check.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './rules-dialog.module.css'

interface ExpiryProps {
  readonly days: number | null
  readonly onChange: (days: number | null) => void
}

const words = en.judging.rules
/** Offered first: a year. */
const usualDays = 365
const mostDays = 3650

export function Expiry({ days, onChange }: ExpiryProps): ReactNode {
  const [written, setWritten] = useState(String(days ?? usualDays))
  const wanted = Number(written)
  const isGood = /^\d+$/.test(written.trim()) && wanted >= 1 && wanted <= mostDays
  return (
    <section aria-label={words.expiry}>
      <Check
        label={words.expiry}
        hint={words.expiryHint}
        isOn={days !== null}
        onChange={(isOn) => onChange(isOn ? (isGood ? wanted : usualDays) : null)}
      />
      {days !== null && (
        <div className={styles.days}>
          <TextField
            label={words.days}
            value={written}
            problem={isGood ? null : words.badDays}
            maxLength={4}
            onChange={setWritten}
            onLeave={() => isGood && wanted !== days && onChange(wanted)}
          />
        </div>
      )}
    </section>
  )
}
