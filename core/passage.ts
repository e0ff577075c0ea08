/** Choosing the passage that decides, word by word. */
import type { Span } from './text/runs.ts'

/** Indexes into the words of the text; `anchor` is where the choosing began, `head` moves. */
export interface WordChoice {
  readonly anchor: number
  readonly head: number
}

/** One word back or on, about a line of them, or to the first or the last one. */
export type WordStep = 'left' | 'right' | 'up' | 'down' | 'start' | 'end'

/** About a line of text. */
const stride = 10

/** Begins at the passage there is, or at the first word. @returns null for a text without words */
export function beginChoice(words: readonly Span[], passage: Span | null): WordChoice | null {
  if (words.length === 0) return null
  if (passage === null) return { anchor: 0, head: 0 }
  const anchor = words.findIndex(({ end }) => end > passage.start)
  const head = words.findLastIndex(({ start }) => start < passage.end)
  return { anchor: Math.max(0, anchor), head: Math.max(0, head) }
}

/** Without `extend` the choice becomes the one word it moves to. Stops at both ends of the text. */
export function moveChoice(
  choice: WordChoice,
  step: WordStep,
  { words, extend }: { readonly words: readonly Span[]; readonly extend: boolean },
): WordChoice {
  const last = words.length - 1
  const by = { left: -1, right: 1, up: -stride, down: stride, start: -last, end: last }[step]
  const head = Math.min(last, Math.max(0, choice.head + by))
  return { anchor: extend ? choice.anchor : head, head }
}

/** From the beginning of the first word to the end of the last one. */
export function chosenSpan(choice: WordChoice, words: readonly Span[]): Span | null {
  const first = words[Math.min(choice.anchor, choice.head)]
  const last = words[Math.max(choice.anchor, choice.head)]
  return first && last ? { start: first.start, end: last.end } : null
}
