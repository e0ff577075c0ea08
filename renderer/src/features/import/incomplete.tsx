/** What an export says itself that it does not hold. */
import type { ReactNode } from 'react'
import { en } from '../../copy/en.ts'
import styles from './match.module.css'

export function Incomplete({ sentences }: { readonly sentences: readonly string[] }): ReactNode {
  if (sentences.length === 0) return null
  return (
    <section className={styles.obstacle} aria-label={en.import.incomplete}>
      <p className="strong">{en.import.incomplete}</p>
      {sentences.map((sentence) => (
        <p key={sentence} dir="auto" className="said">
          {sentence}
        </p>
      ))}
    </section>
  )
}
