/** Marks the passage that decides: by selecting words, or word by word with the keys. */
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import {
  beginChoice,
  chosenSpan,
  moveChoice,
  type WordChoice,
  type WordStep,
} from '../../../../core/passage.ts'
import { wholeLetters, wordSpans } from '../../../../core/text/letters.ts'
import type { Span } from '../../../../core/text/runs.ts'
import { en } from '../../copy/en.ts'
import { isolated } from '../../copy/format.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { selectedSpan } from '../../ui/said-place.ts'
import type { Desk } from './use-desk.ts'

const words = en.reading
/** A screen reader hears so much of a passage, from both ends. */
const longestHeard = 120

interface Choosing {
  /** The words that are being chosen; null while nobody chooses. */
  readonly chosen: Span | null
  readonly onKeyDown: (event: KeyboardEvent) => void
}

interface Where {
  readonly desk: Desk
  readonly commentId: number
  /** As much of the text as is on the screen. */
  readonly text: string
  readonly place: RefObject<HTMLElement | null>
}

export function useChoosing({ desk, commentId, text, place }: Where): Choosing {
  const { dispatch, passage, state } = desk
  const { isChoosing } = state
  const announce = useAnnounce()
  // Only when somebody chooses: the words of a hundred thousand letters take their time.
  const all = useMemo(() => (isChoosing ? wordSpans(text) : []), [isChoosing, text])
  const [moved, setMoved] = useState<WordChoice | null>(null)
  const choice = isChoosing ? (moved ?? beginChoice(all, passage)) : null
  const chosen = choice && chosenSpan(choice, all)
  const say = (span: Span) => words.passageIs(heard(text.slice(span.start, span.end)))

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when somebody begins to choose.
  useLayoutEffect(() => {
    setMoved(null)
    if (!isChoosing) return
    if (chosen === null) {
      dispatch({ type: 'choosing', isOn: false })
      announce(words.passageNone)
      return
    }
    place.current?.focus({ preventScroll: true })
    announce(`${say(chosen)} ${words.passageKeys}`)
  }, [isChoosing])
  useEffect(() => {
    if (chosen) place.current?.querySelector('[data-chosen]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen?.start, chosen?.end, place, chosen])
  useSelecting(place, (selected) => {
    const span = wholeLetters(text, selected)
    if (span === null) return
    dispatch({ type: 'passage', commentId, passage: span })
    announce(say(span))
  })

  const set = (span: Span | null, said: string) => {
    dispatch({ type: 'passage', commentId, passage: span })
    announce(said)
    leave(place)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (choice === null || event.ctrlKey || event.metaKey || event.altKey) return
    const step = stepOf(event.key, isRightToLeft(place.current))
    if (step === null && !['Enter', 'Escape', 'Backspace', 'Delete', 'e', 'E'].includes(event.key)) return
    event.preventDefault()
    if (step !== null) {
      const next = moveChoice(choice, step, { words: all, extend: event.shiftKey })
      const span = chosenSpan(next, all)
      setMoved(next)
      if (span) announce(say(span))
    } else if (event.key === 'Enter') {
      if (chosen) set(chosen, say(chosen))
    } else if (event.key === 'Backspace' || event.key === 'Delete') {
      set(null, words.passageCleared)
    } else {
      dispatch({ type: 'choosing', isOn: false })
      announce(words.passageLeft)
      leave(place)
    }
  }
  return { chosen, onKeyDown }
}

/** Where the text runs from right to left, the left arrow goes on. */
function stepOf(key: string, isRightToLeft: boolean): WordStep | null {
  switch (key) {
    case 'ArrowLeft':
      return isRightToLeft ? 'right' : 'left'
    case 'ArrowRight':
      return isRightToLeft ? 'left' : 'right'
    case 'ArrowUp':
      return 'up'
    case 'ArrowDown':
      return 'down'
    case 'Home':
      return 'start'
    case 'End':
      return 'end'
    default:
      return null
  }
}

function isRightToLeft(place: HTMLElement | null): boolean {
  const around = place?.querySelector('[data-chosen]')?.closest('p') ?? place
  return around != null && getComputedStyle(around).direction === 'rtl'
}

/** The comment is read on; its place in it stays. */
function leave(place: RefObject<HTMLElement | null>): void {
  place.current?.closest<HTMLElement>('[data-reading], [role=treeitem]')?.focus({ preventScroll: true })
}

/** Calls back when a selection that began in the text has been made with the pointer. */
function useSelecting(place: RefObject<HTMLElement | null>, onSelect: (span: Span) => void): void {
  useEffect(() => {
    const onUp = (event: PointerEvent) => {
      if (event.button !== 0) return
      // The selection is the new one only after this event.
      requestAnimationFrame(() => {
        const selected = place.current && selectedSpan(place.current, document.getSelection())
        if (selected) onSelect(selected)
      })
    }
    document.addEventListener('pointerup', onUp)
    return () => document.removeEventListener('pointerup', onUp)
  })
}

/** On one line, and cut in the middle where it is long. */
export function heard(passage: string): string {
  const line = passage.replace(/\s+/gu, ' ')
  const letters = [...line]
  if (letters.length <= longestHeard) return isolated(line)
  const half = longestHeard / 2
  return isolated(`${letters.slice(0, half).join('')} … ${letters.slice(-half).join('')}`)
}
