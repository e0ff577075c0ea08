/** Covers for those who want them: over single words, and over a whole text, until they are looked at. */
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { en } from '../copy/en.ts'
import { Button } from './button.tsx'
import styles from './cover.module.css'

export interface Covers {
  /** Where words to cover stand in a text, as UTF-16 offsets in order; null where none are covered. */
  readonly find: ((text: string) => readonly { readonly start: number; readonly end: number }[]) | null
  readonly coversText: boolean
  /** Everything is uncovered at the moment, by a key. */
  readonly isOff: boolean
  /** The cap of that key; empty where there is none. */
  readonly key: string
}

export const CoverContext = createContext<Covers>({ find: null, coversText: false, isOff: false, key: '' })

interface CoveredProps {
  readonly text: string
  /** False inside of something that is itself pressed, as a row of a list: the pointer alone uncovers there. */
  readonly canFocus?: boolean
}

/** A text with a bar over each word that is to be covered. What is in the page is the text itself, letter for letter. */
export function Covered({ text, canFocus = true }: CoveredProps): ReactNode {
  const { find, coversText, isOff } = useContext(CoverContext)
  const isWhole = coversText && !canFocus && text !== ''
  const words = isOff ? [] : isWhole ? [{ start: 0, end: text.length }] : (find?.(text) ?? [])
  if (words.length === 0) return text
  return [
    ...words.map(({ start, end }, at) => [
      text.slice(words[at - 1]?.end ?? 0, start),
      canFocus ? (
        <CoveredWord key={start} word={text.slice(start, end)} />
      ) : (
        <span key={start} className={styles.word} role="img" aria-label={en.cover.word}>
          {text.slice(start, end)}
        </span>
      ),
    ]),
    text.slice(words.at(-1)?.end),
  ]
}

/** Whoever moves the focus here reads it, with the eyes or with the ears. */
function CoveredWord({ word }: { readonly word: string }): ReactNode {
  const [isRead, setRead] = useState(false)
  return (
    <button
      type="button"
      className={styles.word}
      data-read={isRead || undefined}
      aria-label={isRead ? word : en.cover.word}
      onFocus={(event) => event.target.matches(':focus-visible') && setRead(true)}
      onBlur={() => setRead(false)}
      onClick={() => setRead(!isRead)}
    >
      {word}
    </button>
  )
}

/** A whole text behind a cover, where that is wanted: a press, the key, or the pointer at rest takes it away. */
export function CoveredText({ children }: { readonly children: ReactNode }): ReactNode {
  const { coversText, isOff, key } = useContext(CoverContext)
  const [isRead, setRead] = useState(false)
  useEffect(() => {
    if (isOff) setRead(true)
  }, [isOff])
  if (!coversText || isOff || isRead) return children
  return (
    <div className={styles.text} data-covered>
      <div className={styles.behind} inert>
        {children}
      </div>
      <p className={styles.front}>
        <span className="muted">{en.cover.text}</span>
        <Button size="small" keyCap={key || undefined} onClick={() => setRead(true)}>
          {en.cover.read}
        </Button>
      </p>
    </div>
  )
}
