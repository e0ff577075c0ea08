/** From what a person types in the search field to what is looked for, and what was not understood. */
import { readField } from './query-fields.ts'
import { lex, type Piece } from './query-pieces.ts'
import type { Surroundings } from './query-surroundings.ts'
import type { Group, Hint, Part, Query, Term } from './query-terms.ts'
import { textTerm } from './query-text.ts'

/**
 * Words (all must be there), "phrases", prefix*, `-` before what must not be there, `OR` between what may stand for
 * each other, and fields: author: thread: source: label: decided: status: rule: coder: suggestion: measured: score: date: has:. The last word may
 * still be being typed. Never throws: what cannot be understood is left out, or looked for as words, and said in a hint.
 */
export function parseQuery(typed: string, surroundings: Surroundings): Query {
  const hints: Hint[] = []
  const groups: Part[][] = []
  let joins = false
  const pieces = lex(typed)
  pieces.forEach((piece, at) => {
    if (piece.kind === 'or') {
      const isBetween = groups.length > 0 && !joins && at < pieces.length - 1
      if (isBetween) joins = true
      else if (at < pieces.length - 1 || groups.length === 0)
        hints.push({ ...placeOf(piece), kind: 'lone', sign: 'OR' })
      return
    }
    const part = partOf(piece, surroundings, hints)
    if (part === null) return
    const before = groups.at(-1)
    if (joins && before) before.push(part)
    else groups.push([part])
    joins = false
  })
  return { groups: groups satisfies readonly Group[], hints }
}

function partOf(
  piece: Exclude<Piece, { kind: 'or' }>,
  surroundings: Surroundings,
  hints: Hint[],
): Part | null {
  const { isNot } = piece
  if (piece.kind === 'field') {
    const { term, hints: said } = readField(piece, surroundings)
    hints.push(...said)
    return term && { isNot, term }
  }
  if (piece.isOpen) hints.push({ ...placeOf(piece), kind: 'unclosed-quote' })
  const term = textTerm(piece)
  if (term === null && piece.isLone)
    hints.push({ ...placeOf(piece), kind: 'lone', sign: piece.text === '' ? '-' : '*' })
  if (term !== null && piece.isLast && !term.isPrefix && !term.isPlain) {
    hints.push({ ...placeOf(piece), kind: 'short-word', word: term.text })
  }
  return term && { isNot, term }
}

const placeOf = ({ start, end }: Piece) => ({ start, end })

const ofOthers: ReadonlySet<Term['kind']> = new Set<Term['kind']>([
  'label',
  'decided',
  'status',
  'rule',
  'coder',
  'measured',
])

/** Whether finding comments by it tells what people decided, or having what they gave with it. */
export function asksOthers({ groups }: Query): boolean {
  return groups.some((group) =>
    group.some(
      ({ term }) =>
        ofOthers.has(term.kind) ||
        (term.kind === 'has' && term.what.some((what) => what === 'note' || what === 'passage')),
    ),
  )
}

/** Whether finding comments by it tells what the model thinks of them. */
export function asksTheModel({ groups }: Query): boolean {
  const kinds: readonly Term['kind'][] = ['suggestion', 'measured', 'score']
  return groups.some((group) => group.some(({ term }) => kinds.includes(term.kind)))
}
