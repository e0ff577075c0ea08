/**
 * The ground of every plot: drawn anew at the width it is shown, so that its words are as large as all others. What is
 * drawn is drawn for letters of the usual size; with larger ones all of it grows, and has fewer pixels to lie on.
 */
import { type ReactNode, useCallback, useState } from 'react'
import { useRem } from './look.ts'
import styles from './plot.module.css'

/** Pixels of a rem for which everything is drawn. */
const drawnRem = 16

/** So many drawn pixels as the styles have it. */
export const grown = (pixels: number): string => `${pixels / drawnRem}rem`

/** How many pixels a drawn one has at the moment. */
export const usePlotScale = (): number => useRem() / drawnRem

/** The frame of a plot with two axes, in drawn pixels from its left and top: its words stand above and below it. */
export const frame = { left: 36, top: 28, bottom: 212, ticks: 228, title: 12, axisTitle: 246 }
export const plotHeight = 252

interface PlotProps {
  /** What it shows, in a sentence. */
  readonly label: string
  /** In drawn pixels, as all that follows. */
  readonly height: number
  readonly draw: (width: number) => ReactNode
}

export function Plot({ label, height, draw }: PlotProps): ReactNode {
  const [shown, setShown] = useState(0)
  const width = shown / usePlotScale()
  const place = useCallback((element: HTMLDivElement | null) => {
    if (element === null) return
    setShown(element.clientWidth)
    const observer = new ResizeObserver(() => setShown(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={place} className={styles.plot} style={{ blockSize: grown(height) }}>
      {width > 0 && (
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
          {draw(width)}
        </svg>
      )}
    </div>
  )
}

export { styles as plotStyles }
