/** After a chosen time of reading, a quiet line at the foot of the desk. It takes no focus and stops nothing. */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { en } from '../../copy/en.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './foot.module.css'
import { type Reading, readOn, startReading } from './reading-time.ts'

const minuteMs = 60_000

/** @returns the minutes that were read, once they are as many as `after`; null before, and when it was dismissed */
export function useBreak(after: number): { readonly minutes: number | null; readonly dismiss: () => void } {
  const announce = useAnnounce()
  const reading = useRef<Reading>(startReading)
  const [minutes, setMinutes] = useState<number | null>(null)
  useEffect(() => {
    if (after === 0) return
    const onActivity = () => {
      reading.current = readOn(reading.current, performance.now())
      if (reading.current.readMs < after * minuteMs) return
      reading.current = startReading
      setMinutes(after)
      announce(en.rest.line(after))
    }
    const kinds = ['keydown', 'pointerdown', 'wheel'] as const
    for (const kind of kinds) addEventListener(kind, onActivity, { passive: true })
    return () => {
      for (const kind of kinds) removeEventListener(kind, onActivity)
    }
  }, [after, announce])
  return { minutes: after === 0 ? null : minutes, dismiss: () => setMinutes(null) }
}

export function BreakNote(props: { readonly minutes: number; readonly onDismiss: () => void }): ReactNode {
  return (
    <p className={styles.break}>
      <span className="one-line">{en.rest.line(props.minutes)}</span>
      <Button kind="link" onClick={props.onDismiss}>
        {en.rest.dismiss}
      </Button>
    </p>
  )
}
