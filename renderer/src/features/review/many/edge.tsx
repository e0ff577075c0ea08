/** An edge of the band: a slider, which moves by arrows as well as by dragging. */
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react'
import type { ScoreBand } from '../../../../../core/queue/histogram.ts'
import { en } from '../../../copy/en.ts'
import { grown } from '../../../ui/plot.tsx'
import { frame } from './bars.tsx'
import styles from './histogram.module.css'

interface EdgeProps {
  readonly side: 'from' | 'to'
  readonly band: ScoreBand
  /** The band and what is in it, in words. */
  readonly said: string
  readonly onBand: (band: ScoreBand) => void
}

/** With Shift, and by a page. */
const farther = 5

export function Edge({ side, band, said, onBand }: EdgeProps): ReactNode {
  const value = band[side]
  const [lowest, highest] = side === 'from' ? [0, band.to - 1] : [band.from + 1, 100]
  const onKeyDown = (event: KeyboardEvent) => {
    const to = moved(event, { value, lowest, highest })
    if (to === null) return
    event.preventDefault()
    onBand({ ...band, [side]: Math.max(lowest, Math.min(highest, to)) })
  }
  const style: CSSProperties = {
    insetInlineStart: `calc(${grown(frame.left)} + (100% - ${grown(frame.left + frame.right)}) * ${value / 100})`,
    insetBlockStart: grown(frame.top),
    blockSize: grown(frame.axis - frame.top),
  }
  return (
    <div
      className={styles.edge}
      style={style}
      data-edge={side}
      role="slider"
      aria-label={side === 'from' ? en.many.lower : en.many.upper}
      aria-orientation="horizontal"
      aria-valuemin={lowest}
      aria-valuemax={highest}
      aria-valuenow={value}
      aria-valuetext={said}
      tabIndex={0}
      onKeyDown={onKeyDown}
    />
  )
}

interface Range {
  readonly value: number
  readonly lowest: number
  readonly highest: number
}

/** Null for a key that moves nothing. */
function moved({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent, range: Range): number | null {
  if (ctrlKey || metaKey || altKey) return null
  const step = shiftKey ? farther : 1
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return range.value + step
    case 'ArrowLeft':
    case 'ArrowDown':
      return range.value - step
    case 'PageUp':
      return range.value + farther
    case 'PageDown':
      return range.value - farther
    case 'Home':
      return range.lowest
    case 'End':
      return range.highest
    default:
      return null
  }
}
