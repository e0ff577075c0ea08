/** Reads damaged fixtures in a thread beside, which is stopped where it does not come back. */
import { Worker } from 'node:worker_threads'

/** All rounds of the first format, then those of the next: case 7 of three rounds each is round 1 of the third. */
export interface FuzzTask {
  readonly formats: readonly string[]
  readonly rounds: number
  readonly seed: number
  readonly from: number
  readonly to: number
  /** The case that the thread is at. */
  readonly place: Int32Array<SharedArrayBuffer>
}

export type FuzzMessage =
  | { readonly type: 'case'; readonly at: number; readonly what: string | null; readonly tookMs: number }
  | { readonly type: 'done' }

export interface FuzzReport {
  readonly format: string
  readonly wrong: readonly { readonly round: number; readonly what: string }[]
  /** Rounds that took longer than two seconds, and again when they were tried alone. */
  readonly hangs: readonly number[]
  readonly slowestMs: number
  readonly slowestRound: number
}

const longestMs = 2000
const lookEveryMs = 100

export async function fuzz(
  formats: readonly string[],
  { rounds, seed }: { readonly rounds: number; readonly seed: number },
): Promise<readonly FuzzReport[]> {
  const task = { formats, rounds, seed }
  const cases = new Map<number, Case>()
  const hangs = new Set<number>()
  const end = formats.length * rounds
  for (let from = 0; from < end; ) {
    const stuckAt = await runFrom({ ...task, from, to: end }, cases)
    if (stuckAt === null) break
    // A busy machine may stand still for a while too: only what hangs twice hangs.
    if ((await runFrom({ ...task, from: stuckAt, to: stuckAt + 1 }, cases)) !== null) hangs.add(stuckAt)
    from = stuckAt + 1
  }
  return formats.map((format, place) => {
    const own = Array.from({ length: rounds }, (_, round) => ({ round, at: place * rounds + round }))
    const done = own.map(({ round, at }) => ({ round, what: null, tookMs: 0, ...cases.get(at) }))
    const slowest = done.reduce((one, other) => (other.tookMs > one.tookMs ? other : one))
    return {
      format,
      wrong: done.flatMap(({ round, what }) => (what === null ? [] : [{ round, what }])),
      hangs: own.filter(({ at }) => hangs.has(at)).map(({ round }) => round),
      slowestMs: slowest.tookMs,
      slowestRound: slowest.round,
    }
  })
}

interface Case {
  readonly what: string | null
  readonly tookMs: number
}

/** @returns the case at which the thread did not come back; null where it came to the end */
function runFrom(task: Omit<FuzzTask, 'place'>, cases: Map<number, Case>): Promise<number | null> {
  const place = new Int32Array(new SharedArrayBuffer(4))
  Atomics.store(place, 0, -1)
  const worker = new Worker(new URL('./fuzz.worker.ts', import.meta.url), {
    workerData: { ...task, place } satisfies FuzzTask,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  })
  return new Promise((resolve) => {
    let seen = -1
    let since = performance.now()
    const end = (stuckAt: number | null) => {
      clearInterval(watch)
      void worker.terminate().then(() => resolve(stuckAt))
    }
    const watch = setInterval(() => {
      const at = Atomics.load(place, 0)
      // Before the first case the thread is still being started.
      if (at !== seen || at === -1) [seen, since] = [at, performance.now()]
      else if (performance.now() - since > longestMs) end(at)
    }, lookEveryMs)
    worker.on('message', (message: FuzzMessage) => {
      if (message.type === 'done') end(null)
      else cases.set(message.at, message)
    })
    worker.on('error', (error) => {
      const at = Math.max(task.from, Atomics.load(place, 0))
      cases.set(at, {
        what: `the thread died: ${error instanceof Error ? error.message : String(error)}`,
        tookMs: 0,
      })
      // Another thread goes on after it; should it die again when tried alone, it is still told once.
      end(at)
    })
  })
}
