/** Text with the words in it underlined that were searched for. */
import type { ReactNode } from 'react'
import styles from './hits.module.css'

/** UTF-16 units into the text. */
export interface Hit {
  readonly start: number
  readonly end: number
}

/** @param hits in their order, none over another; those outside the text are left out */
export function WithHits({
  text,
  hits,
}: {
  readonly text: string
  readonly hits: readonly Hit[]
}): ReactNode {
  if (hits.length === 0) return text
  const parts: ReactNode[] = []
  let at = 0
  for (const { start, end } of hits) {
    const from = Math.max(start, at)
    const to = Math.min(end, text.length)
    if (to <= from) continue
    parts.push(text.slice(at, from))
    parts.push(
      <mark key={from} className={styles.hit}>
        {text.slice(from, to)}
      </mark>,
    )
    at = to
  }
  return [...parts, text.slice(at)]
}
