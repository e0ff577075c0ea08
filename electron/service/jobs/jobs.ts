/** Everything long: started, watched, stopped. The state of a job can always be asked for. */
import { randomUUID } from 'node:crypto'
import type { Job, JobKind, JobResults } from '../../../core/contract/answers.ts'
import type { AppEvent } from '../../../core/contract/contract.ts'
import { AppError, type Failure } from '../../../core/result.ts'
import { sentences } from '../../../core/sentences.ts'

export interface JobContext {
  /** Aborts when the person presses Stop, or the project closes. */
  readonly signal: AbortSignal
  progress(step: { readonly done: number; readonly total: number; readonly comments?: number }): void
}

export interface Jobs {
  start<K extends JobKind>(
    kind: K,
    unit: Job['unit'],
    run: (context: JobContext) => Promise<JobResults[K]>,
  ): Job
  get(jobId: string): Job
  list(): readonly Job[]
  cancel(jobId: string): Job
  /** Stops all and waits until nothing runs any more. */
  cancelAll(): Promise<void>
  isRunning(kind: JobKind): boolean
  /** Stops those of these kinds and waits until none of them runs any more. */
  stopped(kinds: readonly JobKind[]): Promise<void>
  /** Resolves when nothing runs any more. */
  idle(): Promise<void>
}

export interface JobsOptions {
  readonly emit: (event: AppEvent) => void
  readonly now: () => Date
  readonly describe: (error: unknown) => Failure
}

interface Running {
  readonly controller: AbortController
  readonly finished: Promise<void>
}

/** Finished jobs are remembered so that a window that was away can read how they ended. */
const remembered = 50
const betweenEventsMs = 100

export function createJobs({ emit, now, describe }: JobsOptions): Jobs {
  const jobs = new Map<string, Job>()
  const running = new Map<string, Running>()
  const lastSaid = new Map<string, number>()

  function update(job: Job, options: { readonly always: boolean }): void {
    jobs.set(job.id, job)
    const at = now().getTime()
    if (!options.always && at - (lastSaid.get(job.id) ?? 0) < betweenEventsMs) return
    lastSaid.set(job.id, at)
    emit({ type: 'job', job })
  }

  function get(jobId: string): Job {
    const job = jobs.get(jobId)
    if (!job) throw new AppError('not-found', sentences.jobMissing())
    return job
  }

  async function idle(): Promise<void> {
    while (running.size > 0) await Promise.all([...running.values()].map(({ finished }) => finished))
  }

  function contextOf(jobId: string, signal: AbortSignal): JobContext {
    return {
      signal,
      progress({ done, total, comments }) {
        const job = get(jobId)
        const leftMs = timeLeft(now().getTime() - Date.parse(job.startedAt), done, total)
        update({ ...job, done, total, comments: comments ?? job.comments, leftMs }, { always: false })
      },
    }
  }

  return {
    get,
    list: () => [...jobs.values()],
    isRunning: (kind) => [...running.keys()].some((id) => jobs.get(id)?.kind === kind),
    start(kind, unit, run) {
      const controller = new AbortController()
      const job = newJob(kind, unit, now())
      update(job, { always: true })
      forgetOldest(jobs, running, lastSaid)
      const finished = run(contextOf(job.id, controller.signal))
        .then(
          // Safe: the result belongs to this kind, which `run`'s type holds.
          (result) => update({ ...get(job.id), status: 'done', leftMs: 0, result } as Job, { always: true }),
          (error: unknown) => update({ ...get(job.id), ...ending(describe(error)) }, { always: true }),
        )
        .finally(() => running.delete(job.id))
      running.set(job.id, { controller, finished })
      return job
    },
    cancel(jobId) {
      running.get(jobId)?.controller.abort()
      return get(jobId)
    },
    async cancelAll() {
      for (const { controller } of running.values()) controller.abort()
      await idle()
    },
    async stopped(kinds) {
      const meant = [...running].filter(([id]) => kinds.some((kind) => jobs.get(id)?.kind === kind))
      for (const [, { controller }] of meant) controller.abort()
      await Promise.all(meant.map(([, { finished }]) => finished))
    },
    idle,
  }
}

/**
 * @returns milliseconds still to go at the pace so far; null before there is a pace to speak of
 */
export function timeLeft(elapsedMs: number, done: number, total: number): number | null {
  if (total <= 0 || done <= 0 || elapsedMs < 300) return null
  return Math.round((elapsedMs * Math.max(0, total - done)) / done)
}

function newJob(kind: JobKind, unit: Job['unit'], at: Date): Job {
  return {
    id: randomUUID(),
    kind,
    unit,
    status: 'running',
    done: 0,
    total: 0,
    comments: 0,
    startedAt: at.toISOString(),
    leftMs: null,
    result: null,
    failure: null,
  }
}

function ending(failure: Failure): Pick<Job, 'status' | 'leftMs' | 'failure'> {
  return { status: failure.code === 'cancelled' ? 'cancelled' : 'failed', leftMs: null, failure }
}

function forgetOldest(
  jobs: Map<string, Job>,
  running: ReadonlyMap<string, Running>,
  lastSaid: Map<string, number>,
): void {
  const over = [...jobs.values()].filter(({ id, status }) => !running.has(id) && status !== 'running')
  // Two of these come with each decision, and nobody waits for how they ended: they go first.
  const isOften = ({ kind }: Job) => kind === 'train' || kind === 'score'
  for (const { id } of [...over.filter(isOften), ...over.filter((job) => !isOften(job))]) {
    if (jobs.size <= remembered) return
    jobs.delete(id)
    lastSaid.delete(id)
  }
}
