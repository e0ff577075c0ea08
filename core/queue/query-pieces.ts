/** Cuts what was typed into words, phrases, fields and ORs, each with its place. */

export interface Value {
  readonly text: string
  readonly isQuoted: boolean
  readonly start: number
  readonly end: number
}

interface Placed {
  /** UTF-16 units in what was typed. */
  readonly start: number
  readonly end: number
}

export type Piece = Placed &
  (
    | { readonly kind: 'or' }
    | {
        readonly kind: 'text'
        readonly isNot: boolean
        readonly text: string
        readonly isQuoted: boolean
        /** The quote that began it does not end. */
        readonly isOpen: boolean
        /** Nothing stands after it: the next letter may still belong to it. */
        readonly isLast: boolean
        /** Only a sign, without what it belongs to. */
        readonly isLone: boolean
      }
    | {
        readonly kind: 'field'
        readonly isNot: boolean
        /** As it was typed. */
        readonly name: string
        readonly values: readonly Value[]
        readonly isOpen: boolean
      }
  )
export type FieldPiece = Extract<Piece, { readonly kind: 'field' }>
export type TextPiece = Extract<Piece, { readonly kind: 'text' }>

/** Those that a keyboard gives, and those that word processors make of them. */
const quote = /["“”„‟]/u
// An address has "//" after its colon.
const fieldStart = /(-?)(\p{L}+):(?!\/\/)/uy
const bare = /[^\s"“”„‟]+/uy
const bareValue = /[^\s,"“”„‟]+/uy

export function lex(typed: string): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  while (at < typed.length) {
    const gap = /\s/u.test(typed[at] ?? '')
    if (gap) {
      at += 1
      continue
    }
    const piece = pieceAt(typed, at)
    pieces.push(piece)
    // Nothing is empty, so that this ends.
    at = Math.max(piece.end, at + 1)
  }
  return pieces
}

function pieceAt(typed: string, start: number): Piece {
  const field = matchAt(fieldStart, typed, start)
  if (field) {
    const found = valuesAt(typed, start + field[0].length)
    return { kind: 'field', isNot: field[1] === '-', name: field[2] ?? '', start, ...found }
  }
  const isNot = typed[start] === '-'
  const from = isNot ? start + 1 : start
  if (quote.test(typed[from] ?? '')) {
    const { text, end, isOpen } = quotedAt(typed, from)
    return {
      kind: 'text',
      isNot,
      text,
      isQuoted: true,
      isOpen,
      isLast: isOpen,
      isLone: false,
      start,
      end,
    }
  }
  const text = matchAt(bare, typed, from)?.[0] ?? ''
  const end = from + text.length
  if (text === 'OR' && !isNot) return { kind: 'or', start, end }
  const isLone = text === '' || text === '*'
  const isLast = end === typed.length
  return { kind: 'text', isNot, text, isQuoted: false, isOpen: false, isLast, isLone, start, end }
}

function valuesAt(typed: string, from: number): Pick<FieldPiece, 'values' | 'isOpen' | 'end'> {
  const values: Value[] = []
  let at = from
  let isOpen = false
  for (;;) {
    if (quote.test(typed[at] ?? '')) {
      const quoted = quotedAt(typed, at)
      // score:"Billing issue":0.4..0.6
      const more = typed[quoted.end] === ':' ? (matchAt(bareValue, typed, quoted.end)?.[0] ?? '') : ''
      const end = quoted.end + more.length
      values.push({ text: quoted.text + more, isQuoted: true, start: at, end })
      isOpen = quoted.isOpen
      at = end
    } else {
      const text = matchAt(bareValue, typed, at)?.[0] ?? ''
      if (text !== '') values.push({ text, isQuoted: false, start: at, end: at + text.length })
      at += text.length
    }
    if (typed[at] !== ',') return { values, isOpen, end: at }
    at += 1
  }
}

/** From the quote at `start` to the next one, or to the end. */
function quotedAt(
  typed: string,
  start: number,
): { readonly text: string; readonly end: number; readonly isOpen: boolean } {
  const length = typed.slice(start + 1).search(quote)
  if (length < 0) return { text: typed.slice(start + 1), end: typed.length, isOpen: true }
  return { text: typed.slice(start + 1, start + 1 + length), end: start + length + 2, isOpen: false }
}

function matchAt(pattern: RegExp, typed: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(typed)
}
