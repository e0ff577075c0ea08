/** Reads damaged fixtures in a thread beside, which is stopped where it does not come back. */
import { Worker } from 'node:worker_threads'

export interface FuzzTask {
  readonly format: string
  readonly seed: number
  readonly from: number
  readonly to: number
  /** The round that the thread is at. */
  readonly place: Int32Array<SharedArrayBuffer>
}

export type FuzzMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'wrong'; readonly round: number; readonly what: string }
  | { readonly type: 'done'; readonly slowestMs: number; readonly slowestRound: number }

export interface FuzzReport {
  readonly format: string
  readonly rounds: number
  readonly wrong: readonly { readonly round: number; readonly what: string }[]
  /** Rounds that took longer than two seconds, and again when they were tried alone. */
  readonly hangs: readonly number[]
  readonly slowestMs: number
  readonly slowestRound: number
}

const longestMs = 2000
const lookEveryMs = 100

export async function fuzzFormat(
  format: string,
  { rounds, seed }: { readonly rounds: number; readonly seed: number },
): Promise<FuzzReport> {
  const wrong: { readonly round: number; readonly what: string }[] = []
  const hangs: number[] = []
  let slowest = { slowestMs: 0, slowestRound: 0 }
  for (let from = 0; from < rounds; ) {
    const run = await runFrom({ format, seed, from, to: rounds })
    wrong.push(...run.wrong)
    if (run.slowestMs > slowest.slowestMs) slowest = run
    if (run.stuckAt === null) break
    // A busy machine may stand still for a while too: only what hangs twice hangs.
    const again = await runFrom({ format, seed, from: run.stuckAt, to: run.stuckAt + 1 })
    if (again.stuckAt === null) wrong.push(...again.wrong)
    else hangs.push(run.stuckAt)
    from = run.stuckAt + 1
  }
  return { format, rounds, wrong, hangs, ...slowest }
}

interface Run {
  readonly wrong: readonly { readonly round: number; readonly what: string }[]
  readonly stuckAt: number | null
  readonly slowestMs: number
  readonly slowestRound: number
}

function runFrom(task: Omit<FuzzTask, 'place'>): Promise<Run> {
  const place = new Int32Array(new SharedArrayBuffer(4))
  Atomics.store(place, 0, -1)
  const worker = new Worker(new URL('./fuzz.worker.ts', import.meta.url), {
    workerData: { ...task, place } satisfies FuzzTask,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  })
  const wrong: { readonly round: number; readonly what: string }[] = []
  return new Promise((resolve) => {
    let seen = -1
    let since = performance.now()
    const end = (run: Omit<Run, 'wrong'>) => {
      clearInterval(watch)
      void worker.terminate().then(() => resolve({ wrong, ...run }))
    }
    const watch = setInterval(() => {
      const at = Atomics.load(place, 0)
      // Before the first round the thread is still being started.
      if (at !== seen || at === -1) [seen, since] = [at, performance.now()]
      else if (performance.now() - since > longestMs)
        end({ stuckAt: at, slowestMs: longestMs, slowestRound: at })
    }, lookEveryMs)
    worker.on('message', (message: FuzzMessage) => {
      if (message.type === 'wrong') wrong.push(message)
      if (message.type === 'done') end({ stuckAt: null, ...message })
    })
    worker.on('error', (error) => {
      const round = Math.max(task.from, Atomics.load(place, 0))
      wrong.push({
        round,
        what: `the thread died: ${error instanceof Error ? error.message : String(error)}`,
      })
      // The rounds after it are another thread's.
      end({ stuckAt: null, slowestMs: 0, slowestRound: round })
    })
  })
}
