/** Which rows of a queue are selected, by their place in it. */

export type Selection =
  | {
      readonly kind: 'rows'
      readonly picked: ReadonlySet<number>
      /** What was selected last by going on with Shift: from `anchor` to `reach`, both in it. Null where nothing was. */
      readonly span: { readonly anchor: number; readonly reach: number } | null
    }
  /** The whole queue, but for some. */
  | { readonly kind: 'all'; readonly out: ReadonlySet<number> }

export const noSelection: Selection = { kind: 'rows', picked: new Set(), span: null }

export function isPicked(selection: Selection, index: number): boolean {
  if (selection.kind === 'all') return !selection.out.has(index)
  return selection.picked.has(index) || isWithin(selection.span, index)
}

/** @param total rows of the queue */
export function sizeOf(selection: Selection, total: number): number {
  return selection.kind === 'all' ? total - selection.out.size : pickedOf(selection).length
}

/** The selected places, ascending. Not for a whole queue. */
export function pickedOf({ picked, span }: Extract<Selection, { readonly kind: 'rows' }>): readonly number[] {
  return [...withSpan(picked, span)].toSorted((one, other) => one - other)
}

/** Selects a row, or lets go of it. */
export function toggled(selection: Selection, index: number): Selection {
  if (selection.kind === 'all') return { kind: 'all', out: flipped(selection.out, index) }
  return { kind: 'rows', picked: flipped(withSpan(selection.picked, selection.span), index), span: null }
}

/**
 * Goes on from one row to another, as Shift does: what was selected so before, from the same beginning, gives way.
 *
 * @param from where the desk is, and `to` where it goes
 */
export function extended(selection: Selection, from: number, to: number): Selection {
  if (selection.kind === 'all') return selection
  const { picked, span } = selection
  if (span?.reach === from) return { kind: 'rows', picked, span: { ...span, reach: to } }
  return { kind: 'rows', picked: withSpan(picked, span), span: { anchor: from, reach: to } }
}

type Span = Extract<Selection, { readonly kind: 'rows' }>['span']

function isWithin(span: Span, index: number): boolean {
  if (span === null) return false
  return index >= Math.min(span.anchor, span.reach) && index <= Math.max(span.anchor, span.reach)
}

function withSpan(picked: ReadonlySet<number>, span: Span): ReadonlySet<number> {
  if (span === null) return picked
  const first = Math.min(span.anchor, span.reach)
  const length = Math.abs(span.anchor - span.reach) + 1
  return new Set([...picked, ...Array.from({ length }, (_, at) => first + at)])
}

function flipped(set: ReadonlySet<number>, index: number): ReadonlySet<number> {
  const next = new Set(set)
  if (!next.delete(index)) next.add(index)
  return next
}
