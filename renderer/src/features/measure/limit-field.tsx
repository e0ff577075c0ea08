/** The false-accusation limit: the usual ones to press, and any other to type. */
import { type ReactNode, useId, useState } from 'react'
import { en } from '../../copy/en.ts'
import { percent } from '../../copy/format.ts'
import { Segmented } from '../../ui/segmented.tsx'
import styles from './limit-field.module.css'

interface LimitFieldProps {
  /** In (0, 1). */
  readonly limit: number
  readonly onChange: (limit: number) => void
}

const usual = [0.005, 0.01, 0.02, 0.03, 0.05, 0.1] as const
/** What the service takes. */
const smallest = 0.001
const largest = 0.2

/** "2", "0.5" or "1,5" per cent as a share; null when it is none that may be set. */
export function limitOf(typed: string): number | null {
  const value = /^\d{1,3}([.,]\d{1,3})?$/.test(typed.trim())
    ? Number(typed.trim().replace(',', '.')) / 100
    : 0
  return value >= smallest && value <= largest ? Number(value.toPrecision(6)) : null
}

export function LimitField({ limit, onChange }: LimitFieldProps): ReactNode {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [isWrong, setWrong] = useState(false)
  const isUsual = usual.some((one) => one === limit)
  const forget = () => {
    setTyped(null)
    setWrong(false)
  }
  const take = () => {
    if (typed === null || typed.trim() === '') return forget()
    const next = limitOf(typed)
    setWrong(next === null)
    if (next === null) return
    forget()
    if (next !== limit) onChange(next)
  }
  return (
    <fieldset className={styles.limitField}>
      <legend className="meta">{en.model.limit.legend}</legend>
      <div>
        <Segmented
          label={en.model.limit.label}
          value={String(limit)}
          choices={usual.map((one) => ({ value: String(one), words: percent(one) }))}
          onChange={(next) => {
            forget()
            if (Number(next) !== limit) onChange(Number(next))
          }}
        />
        <span className={styles.other} data-set={!isUsual || undefined}>
          <input
            className="field"
            inputMode="decimal"
            aria-label={en.model.limit.other}
            aria-invalid={isWrong || undefined}
            aria-describedby={isWrong ? `${id}-wrong` : undefined}
            placeholder={en.model.limit.otherShort}
            maxLength={7}
            value={typed ?? (isUsual ? '' : String(Number((limit * 100).toPrecision(6))))}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={take}
            onKeyDown={(event) => {
              if (event.key === 'Enter') take()
              else if (event.key === 'Escape') forget()
              else return
              event.preventDefault()
            }}
          />
          %
        </span>
      </div>
      {isWrong && (
        <p id={`${id}-wrong`} role="alert" className="problem">
          {en.model.limit.range}
        </p>
      )}
    </fieldset>
  )
}
