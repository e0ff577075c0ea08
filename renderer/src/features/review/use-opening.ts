/** Goes to a comment that somebody asked for from elsewhere while the desk is there already. */
import { useEffect, useRef } from 'react'
import type { Desk } from './use-desk.ts'

/** @param opening the comment; null to stay */
export function useOpening(desk: Desk, opening: number | null): void {
  // The first one is where the queue is opened.
  const known = useRef(opening)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each wish, not whenever the desk changes.
  useEffect(() => {
    if (opening !== null && opening !== known.current) desk.reopen(opening)
    known.current = opening
  }, [opening])
}
