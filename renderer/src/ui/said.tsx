/** What somebody wrote: always text, in its own direction, never able to touch what is around it. */
import type { ReactNode } from 'react'
import { Covered, CoveredText } from './cover.tsx'
import styles from './said.module.css'

/** A passage that moved the model; offsets in UTF-16 units. */
export interface Passage {
  readonly start: number
  readonly end: number
  /** The id of a label. */
  readonly towards: string
  readonly line?: Line
}

/** How words are underlined. Ours: solid for critic, dashed for troll; others: solid for, dashed against. */
export type Line = 'critic' | 'troll' | 'for' | 'against'

interface SaidProps {
  readonly text: string
  readonly passages?: readonly Passage[]
  readonly lines?: 1 | 2
  readonly className?: string | undefined
}

export function Said({ text, passages = [], lines, className = '' }: SaidProps): ReactNode {
  if (lines !== undefined) {
    return (
      <p className={`said ${lines === 1 ? 'one-line' : 'two-lines'} ${className}`} dir="auto">
        <Covered text={text} canFocus={false} />
      </p>
    )
  }
  return (
    <div className={`said ${styles.whole} ${className}`} dir="auto">
      <CoveredText>
        {paragraphs(text).map(({ start, words }) => (
          <p key={start} dir="auto">
            {cut(words, shift(passages, start)).map((part) =>
              part.towards === null ? (
                <Covered key={part.start} text={part.text} />
              ) : (
                <span
                  key={part.start}
                  className={styles.push}
                  data-towards={part.towards}
                  data-line={part.line}
                >
                  <Covered text={part.text} />
                </span>
              ),
            )}
          </p>
        ))}
      </CoveredText>
    </div>
  )
}

/** The text between blank lines, and where each piece begins. Nothing but blank lines is left out. */
export function paragraphs(text: string): readonly { readonly start: number; readonly words: string }[] {
  const pieces: { readonly start: number; readonly words: string }[] = []
  let start = 0
  for (const gap of text.matchAll(/\n[ \t\r]*\n\s*/g)) {
    if (gap.index > start) pieces.push({ start, words: text.slice(start, gap.index) })
    start = gap.index + gap[0].length
  }
  if (start < text.length) pieces.push({ start, words: text.slice(start) })
  return pieces
}

function shift(passages: readonly Passage[], by: number): readonly Passage[] {
  return passages.map((one) => ({ ...one, start: one.start - by, end: one.end - by }))
}

export interface Part {
  readonly start: number
  readonly text: string
  readonly towards: string | null
  readonly line?: Line | undefined
}

/** The text in order, cut at the passages. Passages outside the text, or over one before them, are left out. */
export function cut(text: string, passages: readonly Passage[]): readonly Part[] {
  const parts: Part[] = []
  let at = 0
  for (const { start, end, towards, line } of passages.toSorted((a, b) => a.start - b.start)) {
    if (start < at || end <= start || end > text.length) continue
    if (start > at) parts.push({ start: at, text: text.slice(at, start), towards: null })
    parts.push({ start, text: text.slice(start, end), towards, line })
    at = end
  }
  if (at < text.length) parts.push({ start: at, text: text.slice(at), towards: null })
  return parts
}

/** The name somebody gave. */
export function Who(props: { readonly name: string | null; readonly unknown: string }): ReactNode {
  return props.name === null ? props.unknown : <bdi>{props.name}</bdi>
}

/** A word with the line that passages of this kind have. */
export function PushKey(props: {
  /** The id of a label. */
  readonly towards: string
  readonly line: Line
  readonly children: ReactNode
}): ReactNode {
  return (
    <span className={styles.push} data-towards={props.towards} data-line={props.line}>
      {props.children}
    </span>
  )
}
