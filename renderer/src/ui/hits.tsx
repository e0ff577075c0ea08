/** Text with the words in it underlined that were searched for. */
import type { ReactNode } from 'react'
import { Covered } from './cover.tsx'
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
  if (hits.length === 0) return <Covered text={text} canFocus={false} />
  const parts: ReactNode[] = []
  let at = 0
  for (const { start, end } of hits) {
    const from = Math.max(start, at)
    const to = Math.min(end, text.length)
    if (to <= from) continue
    parts.push(<Covered key={at} text={text.slice(at, from)} canFocus={false} />)
    parts.push(
      <mark key={from} className={styles.hit}>
        <Covered text={text.slice(from, to)} canFocus={false} />
      </mark>,
    )
    at = to
  }
  return [...parts, <Covered key={at} text={text.slice(at)} canFocus={false} />]
}
