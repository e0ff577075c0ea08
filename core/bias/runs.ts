/** Runs of decisions without a break: who decides for long may decide otherwise. */
import type { RunPlace } from './rows.ts'

/** A longer break ends the run. */
const breakMs = 30 * 60_000
const firstOnes = 50
const lateFrom = 150

/** Tells the place of each decision in its coder's run. Decisions of one coder come in their order. */
export function countRuns(): (coder: string, decidedAt: string) => RunPlace {
  const runs = new Map<string, { readonly lastMs: number; readonly n: number }>()
  return (coder, decidedAt) => {
    const atMs = Date.parse(decidedAt)
    const run = runs.get(coder)
    // A clock that was set back by more than a break begins a new run as well: nothing is known of what is between.
    const goesOn = run !== undefined && Math.abs(atMs - run.lastMs) <= breakMs
    const n = goesOn ? run.n + 1 : 1
    runs.set(coder, { lastMs: atMs, n })
    if (n <= firstOnes) return 'first'
    return n > lateFrom ? 'late' : 'between'
  }
}
