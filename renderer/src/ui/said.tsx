/** What somebody wrote: always text, in its own direction, never able to touch what is around it. */
import { memo, type ReactNode } from 'react'
import type { Address } from '../../../core/text/addresses.ts'
import type { HiddenMark } from '../../../core/text/hidden.ts'
import { type Run, runsOf, type Span } from '../../../core/text/runs.ts'
import { Covered, CoveredText } from './cover.tsx'
import styles from './said.module.css'

/** A passage that moved the model; offsets in UTF-16 units. */
export interface Passage extends Span {
  /** The id of a label. */
  readonly towards: string
  readonly line?: Line
}

/** How words are underlined. Ours: solid for critic, dashed for troll; others: solid for, dashed against. */
export type Line = 'critic' | 'troll' | 'for' | 'against'

/** What one of several people marked; 0 for the first of them. */
export interface SidePassage extends Span {
  readonly side: number
}

/** What lies over the text. Ranges of all kinds may overlap. */
export interface Layers {
  readonly passages?: readonly Passage[]
  /** The passage that a person marked. */
  readonly marked?: Span | null
  /** What each of several people marked. */
  readonly sides?: readonly SidePassage[]
  /** The words that are being chosen. */
  readonly chosen?: Span | null
  /** What a search has found. */
  readonly found?: readonly Span[]
  /** Made visible, each with its name. */
  readonly hidden?: readonly HiddenMark[]
  /** They look like links and can be reached by Tab; nothing happens by itself. */
  readonly addresses?: readonly Address[]
}

interface SaidProps extends Layers {
  readonly text: string
  readonly lines?: 1 | 2
  /** Where no paragraph may stand, as in a button. Of a few lines only. */
  readonly as?: 'span'
  readonly className?: string | undefined
  readonly onAddress?: AskAddress
}

/** Somebody asks where an address leads. */
export type AskAddress = (address: Address, place: HTMLElement) => void

export function Said({ text, lines, as, className = '', onAddress, ...layers }: SaidProps): ReactNode {
  if (lines !== undefined) {
    const Few = as ?? 'p'
    return (
      <Few className={`said ${lines === 1 ? 'one-line' : 'two-lines'} ${className}`} dir="auto">
        {layers.hidden && layers.hidden.length > 0 ? (
          pieces(text, coversOf({ hidden: layers.hidden }))
        ) : (
          <Covered text={text} canFocus={false} />
        )}
      </Few>
    )
  }
  const covers = coversOf(layers)
  return (
    <div className={`said ${styles.whole} ${className}`} dir="auto">
      <CoveredText>
        {paragraphs(text).map(({ start, words }) => (
          <Paragraph
            key={start}
            start={start}
            words={words}
            covers={covers.filter((one) => one.end > start && one.start < start + words.length)}
            onAddress={onAddress}
          />
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

type Cover = Span &
  (
    | { readonly kind: 'push'; readonly of: Passage }
    | { readonly kind: 'hidden'; readonly of: HiddenMark }
    | { readonly kind: 'address'; readonly of: Address }
    | { readonly kind: 'side'; readonly of: SidePassage }
    | { readonly kind: 'marked' | 'chosen' | 'found' }
  )

function coversOf({
  passages = [],
  marked,
  sides = [],
  chosen,
  found = [],
  hidden = [],
  addresses = [],
}: Layers): readonly Cover[] {
  const span = ({ start, end }: Span) => ({ start, end })
  return [
    ...addresses.map((of): Cover => ({ kind: 'address', of, ...span(of) })),
    ...passages.map((of): Cover => ({ kind: 'push', of, ...span(of) })),
    ...found.map((of): Cover => ({ kind: 'found', ...span(of) })),
    ...sides.map((of): Cover => ({ kind: 'side', of, ...span(of) })),
    ...(marked ? [{ kind: 'marked', ...span(marked) } as const] : []),
    ...(chosen ? [{ kind: 'chosen', ...span(chosen) } as const] : []),
    ...hidden.map((of): Cover => ({ kind: 'hidden', of, ...span(of) })),
  ]
}

interface ParagraphProps {
  /** Where it begins in the whole text, which the offsets of its covers belong to. */
  readonly start: number
  readonly words: string
  readonly covers: readonly Cover[]
  readonly onAddress: AskAddress | undefined
}

/** Drawn again only when what lies over this one has changed: a comment may have thousands of them. */
const Paragraph = memo(
  function Paragraph({ start, words, covers, onAddress }: ParagraphProps): ReactNode {
    const whole = { start, end: start + words.length }
    const addresses = covers.filter((one) => one.kind === 'address')
    const others = covers.filter((one) => one.kind !== 'address')
    return (
      <p dir="auto" data-start={start}>
        {runsOf(whole, addresses).map((run) => {
          const [link] = run.of
          return link?.kind === 'address' && onAddress ? (
            <AddressWords key={run.start} address={link.of} onAsk={onAddress}>
              {pieces(words, others, run, start)}
            </AddressWords>
          ) : (
            pieces(words, others, run, start)
          )
        })}
      </p>
    )
  },
  (before, after) =>
    before.words === after.words &&
    before.start === after.start &&
    before.onAddress === after.onAddress &&
    isSame(before.covers, after.covers),
)

function isSame(before: readonly Cover[], after: readonly Cover[]): boolean {
  return JSON.stringify(before) === JSON.stringify(after)
}

/** @param start where `words` begin in the text that the offsets belong to */
function pieces(
  words: string,
  covers: readonly Cover[],
  within: Span = { start: 0, end: words.length },
  start = 0,
): ReactNode {
  return runsOf(within, covers).map((run) => (
    <Piece key={run.start} run={run} words={words.slice(run.start - start, run.end - start)} />
  ))
}

/** A run of the text in all the looks that cover it. Where none does it is a bare text node. */
function Piece({ run, words }: { readonly run: Run<Cover>; readonly words: string }): ReactNode {
  if (run.of.length === 0) return <Covered text={words} />
  const push = run.of.find((one) => one.kind === 'push')?.of
  const hidden = run.of.find((one) => one.kind === 'hidden')?.of
  const sides = run.of.flatMap((one) => (one.kind === 'side' ? [sideName(one.of.side)] : []))
  const has = (kind: Cover['kind']) => run.of.some((one) => one.kind === kind) || undefined
  return (
    <span
      className={styles.piece}
      data-towards={push?.towards}
      data-line={push && (push.line ?? 'critic')}
      data-found={has('found')}
      data-marked={has('marked')}
      data-sides={sides.length > 0 ? sides.join(' ') : undefined}
      data-chosen={has('chosen')}
    >
      {hidden ? (
        <span className={styles.hidden} data-kind={hidden.kind} data-name={hidden.name}>
          {words}
        </span>
      ) : (
        <Covered text={words} />
      )}
    </span>
  )
}

interface AddressProps {
  readonly address: Address
  readonly onAsk: AskAddress
  readonly children: ReactNode
}

/** Neither an `a`, which can be dragged out and opened by itself, nor a button, which would not break over lines. */
function AddressWords({ address, onAsk, children }: AddressProps): ReactNode {
  return (
    // biome-ignore lint/a11y/useSemanticElements: as said above.
    <span
      role="button"
      tabIndex={0}
      aria-haspopup="dialog"
      className={styles.address}
      onClick={(event) => onAsk(address, event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        onAsk(address, event.currentTarget)
      }}
    >
      {children}
    </span>
  )
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
    <span className={styles.piece} data-towards={props.towards} data-line={props.line}>
      {props.children}
    </span>
  )
}

/** A word with the look of what this person marked. */
export function SideKey(props: { readonly side: number; readonly children: ReactNode }): ReactNode {
  return (
    <span className={styles.piece} data-sides={sideName(props.side)}>
      {props.children}
    </span>
  )
}

/** The first is underlined, the second painted, whoever comes after them dotted. */
const sideName = (side: number): string => ['first', 'second'][side] ?? 'other'
