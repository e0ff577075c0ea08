/** The ground of every plot: drawn anew at the width it is shown, so that its words are 12 px like all others. */
import { type ReactNode, useCallback, useState } from 'react'
import styles from './plot.module.css'

/** The frame of a plot with two axes, in pixels from its left and top: its words stand above and below it. */
export const frame = { left: 36, top: 28, bottom: 212, ticks: 228, title: 12, axisTitle: 246 }
export const plotHeight = 252

interface PlotProps {
  /** What it shows, in a sentence. */
  readonly label: string
  readonly height: number
  readonly draw: (width: number) => ReactNode
}

export function Plot({ label, height, draw }: PlotProps): ReactNode {
  const [width, setWidth] = useState(0)
  const place = useCallback((element: HTMLDivElement | null) => {
    if (element === null) return
    setWidth(element.clientWidth)
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={place} className={styles.plot} style={{ blockSize: height }}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={label}>
          {draw(width)}
        </svg>
      )}
    </div>
  )
}

export { styles as plotStyles }
