/** What of a search was not understood, and what to do: under the field, never in its way. */
import type { ReactNode } from 'react'
import type { Hint } from '../../../../core/queue/query-terms.ts'
import { en } from '../../copy/en.ts'
import { hintWords } from '../../copy/en-search.ts'
import { Button } from '../../ui/button.tsx'
import styles from './filter-bar.module.css'

interface SearchHintsProps {
  readonly id: string
  readonly typed: string
  readonly hints: readonly Hint[]
  /** The search as it was probably meant. */
  readonly onUse: (typed: string) => void
}

/** More would push the queue off the screen. */
const mostShown = 3

export function SearchHints({ id, typed, hints, onUse }: SearchHintsProps): ReactNode {
  if (hints.length === 0) return null
  return (
    <ul id={id} className={styles.hints} aria-label={en.search.hints}>
      {hints.slice(0, mostShown).map((hint) => {
        const meant = mended(typed, hint)
        return (
          <li key={`${hint.start} ${hint.kind}`} dir="auto">
            {hintWords(hint)}
            {meant !== null && (
              <>
                {' '}
                <Button kind="link" onClick={() => onUse(meant.typed)}>
                  {en.search.use(meant.word)}
                </Button>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** @returns null where nothing near is known */
function mended(typed: string, hint: Hint): { readonly word: string; readonly typed: string } | null {
  const put = (word: string, start: number, end: number) => ({
    word,
    typed: typed.slice(0, start) + word + typed.slice(end),
  })
  if (hint.kind === 'unknown-field' && hint.nearest !== null) {
    const start = typed.indexOf(hint.name, hint.start)
    return put(`${hint.nearest}:`, start < 0 ? hint.start : start, hint.end)
  }
  if (hint.kind === 'unknown-value' && hint.nearest !== null) {
    const word = /\s/.test(hint.nearest) ? `"${hint.nearest}"` : hint.nearest
    const start = typed.indexOf(hint.value, hint.start)
    // The place of a value in quotes is the whole of it.
    return typed.slice(hint.start, hint.end) === hint.value
      ? put(word, hint.start, hint.end)
      : put(hint.nearest, start, start + hint.value.length)
  }
  return null
}
