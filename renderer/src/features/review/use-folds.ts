/** What of a thread is folded away, and what is left out because it is decided. */
import { useEffect, useMemo, useState } from 'react'
import {
  type Branch,
  gapBelow,
  gapOf,
  isBelow,
  type ShownRows,
  shownRows,
} from '../../../../core/thread-folds.ts'

type Folded = ReadonlyMap<number, Branch>

export interface Folds {
  readonly shown: ShownRows
  isFolded(place: number): boolean
  toggle(branch: Branch): void
  /** Folds all of these; single comments stay as they are. */
  fold(branches: readonly Branch[]): void
  readonly isLeavingOut: boolean
  /** Leaves these out altogether; null for none. They stay left out until told otherwise: nothing jumps under the hand. */
  leaveOut(branches: readonly Branch[] | null): void
}

/** @param current the place of the comment to decide, which is never folded away */
export function useFolds(size: number, current: number): Folds {
  const [folded, setFolded] = useState<Folded>(new Map())
  const [out, setOut] = useState<readonly Branch[] | null>(null)
  useEffect(() => {
    setFolded((before) => opened(before, current))
    setOut((before) => before && without(before, current))
  }, [current])
  const shown = useMemo(
    () => shownRows(size, [...[...folded.values()].map(gapBelow), ...(out ?? []).map(gapOf)]),
    [size, folded, out],
  )
  return {
    shown,
    isFolded: (place) => folded.has(place),
    toggle: (branch) => setFolded((before) => toggled(before, branch)),
    fold: (branches) =>
      setFolded((before) => {
        const long = without(branches, current).filter(({ below }) => below > 0)
        return new Map([...before, ...long.map((one) => [one.place, one] as const)])
      }),
    isLeavingOut: out !== null,
    leaveOut: (branches) => setOut(branches && without(branches, current)),
  }
}

function toggled(folded: Folded, branch: Branch): Folded {
  const others = [...folded].filter(([place]) => place !== branch.place)
  return new Map(others.length === folded.size ? [...others, [branch.place, branch]] : others)
}

/** Those that hide this place are open. */
function opened(folded: Folded, place: number): Folded {
  const others = [...folded].filter(([, branch]) => !isBelow(place, branch))
  return others.length === folded.size ? folded : new Map(others)
}

function without(branches: readonly Branch[], place: number): readonly Branch[] {
  return branches.filter((branch) => branch.place !== place && !isBelow(place, branch))
}
