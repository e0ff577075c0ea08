/** Selecting rows of the queue, by keys and by pointer, and what is to become of them. */
import { useState } from 'react'
import type { Label } from '../../../../core/labels.ts'
import { failureOf, useClient, useReport } from '../../client/client.ts'
import { en } from '../../copy/en.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { commentIdsAt } from './comment-ids.ts'
import { focusReading } from './focus-reading.ts'
import type { Many } from './many/many.ts'
import { extended, isPicked, noSelection, pickedOf, type Selection, sizeOf, toggled } from './selection.ts'
import type { Desk } from './use-desk.ts'

/** What the dialog asks about. */
export interface BulkWish {
  readonly label: Label
  readonly many: Many
  /** How many rows were selected. */
  readonly selected: number
}

export interface Picking {
  /** How many rows are selected. */
  readonly size: number
  readonly isAll: boolean
  readonly wish: BulkWish | null
  has(index: number): boolean
  /** Selects the current row, or lets go of it. */
  toggle(): void
  /** A step that takes the rows with it. */
  extend(by: 1 | -1): void
  /** All from the current row to this one. */
  extendTo(index: number): void
  toggleAt(index: number): void
  selectAll(): void
  clear(): void
  /** Asks about one label for all that is selected. */
  ask(label: Label): void
  /** The dialog was left. */
  leave(): void
}

export function usePicking(desk: Desk): Picking {
  const client = useClient()
  const report = useReport()
  const announce = useAnnounce()
  const { handle, spot } = desk.state
  const queueId = handle?.queueId ?? null
  const [kept, setKept] = useState<{ readonly queueId: string | null; readonly selection: Selection }>({
    queueId,
    selection: noSelection,
  })
  const [wish, setWish] = useState<BulkWish | null>(null)
  // Another queue has other rows in the same places.
  const selection = kept.queueId === queueId ? kept.selection : noSelection
  const total = handle?.total ?? 0
  const size = sizeOf(selection, total)
  const current = spot?.index ?? null

  const choose = (next: Selection, at: number | null = null) => {
    setKept({ queueId, selection: next })
    desk.dispatch({ type: 'selecting', isOn: sizeOf(next, total) > 0 })
    const selected = en.many.selected(sizeOf(next, total))
    announce(at === null ? selected : `${en.review.at(at + 1, total)} ${selected}`)
  }
  const extendTo = (from: number, to: number) => {
    if (to < 0 || to >= total) return
    desk.goTo(to)
    choose(extended(selection, from, to), to)
  }
  return {
    size,
    isAll: selection.kind === 'all',
    wish,
    has: (index) => isPicked(selection, index),
    toggle: () => current !== null && choose(toggled(selection, current)),
    toggleAt: (index) => choose(toggled(selection, index)),
    extend: (by) => current !== null && extendTo(current, current + by),
    extendTo: (index) => extendTo(current ?? index, index),
    selectAll: () => total > 0 && choose({ kind: 'all', out: new Set() }),
    clear: () => choose(noSelection),
    async ask(label) {
      if (desk.isReader) return announce(en.reader.refused)
      if (queueId === null) return
      try {
        const many = await manyOf(selection, (places) => commentIdsAt(client, queueId, places), queueId)
        setWish({ label, many, selected: size })
      } catch (error) {
        report(failureOf(error))
      }
    },
    leave() {
      setWish(null)
      // What had the focus before may have gone with the dialog, or with the queue.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) focusReading()
      })
    },
  }
}

/**
 * While rows are selected, a label is for all of them, and no suggestion is taken. Not in zen, where nobody sees them.
 */
export function useForSelection(desk: Desk, picking: Picking, isZen: boolean): Desk {
  const announce = useAnnounce()
  if (picking.size === 0 || isZen) return desk
  return { ...desk, decide: picking.ask, accept: () => announce(en.many.hint) }
}

async function manyOf(
  selection: Selection,
  idsAt: (places: readonly number[]) => Promise<readonly number[]>,
  queueId: string,
): Promise<Many> {
  if (selection.kind === 'all') return { queueId, commentIds: null, except: await idsAt([...selection.out]) }
  return { queueId, commentIds: [...(await idsAt(pickedOf(selection)))], except: [] }
}
