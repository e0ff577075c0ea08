/** Jobs of the invented service: half done at once, done a moment later. */
import type { Job, JobKind, JobResults } from '../../../core/contract/answers.ts'
import type { Service } from '../../../core/contract/contract.ts'
import { AppError } from '../../../core/result.ts'
import { failureOf } from './client.ts'
import type { FakeWorld } from './fake-world.ts'

export interface JobScript {
  /** How long a job takes in all. */
  readonly ms?: number
  /** Jobs of this kind stay half done until they are cancelled. */
  readonly stays?: JobKind
  /** Jobs of this kind end with a failure. */
  readonly fails?: JobKind
  readonly obstacle?: string
  readonly rows?: number
}

export interface FakeJobs {
  start<K extends JobKind>(kind: K, total: number, finish: () => JobResults[K]): { readonly jobId: string }
  /** What is answered when all is done: at once, or, where jobs of this kind stay, never; then it is stopped. */
  within<T>(kind: JobKind, total: number, work: () => T | Promise<T>): T | Promise<T>
  readonly methods: Pick<Service, 'jobs.get' | 'jobs.list' | 'jobs.cancel'>
}

export function createFakeJobs(world: FakeWorld, script: JobScript): FakeJobs {
  const jobs = new Map<string, Job>()
  const get = (jobId: string): Job => {
    const job = jobs.get(jobId)
    if (!job) throw new AppError('not-found', 'That job is not known.')
    return job
  }
  const set = (job: Job): Job => {
    jobs.set(job.id, job)
    for (const listener of world.listeners) listener({ type: 'job', job })
    return job
  }
  return {
    within(kind, total, work) {
      if (script.stays !== kind) return work()
      const id = `job-${jobs.size + 1}`
      return new Promise((_, reject) => {
        world.listeners.add((event) => {
          if (event.type !== 'job' || event.job.id !== id || event.job.failure === null) return
          reject(new AppError(event.job.failure.code, event.job.failure.message))
        })
        set(newJob(id, kind, total))
      })
    },
    start(kind, total, finish) {
      const id = `job-${jobs.size + 1}`
      set(newJob(id, kind, total))
      if (script.stays !== kind) {
        setTimeout(() => {
          // A job of one kind with a result of that kind, which the type cannot follow.
          const done = { ...get(id), status: 'done', done: total, leftMs: 0 } as Job
          if (get(id).status !== 'running') return
          if (script.fails === kind) set({ ...get(id), status: 'failed', failure: brokenOff })
          else set(finished(done, finish))
        }, script.ms ?? 0)
      }
      return { jobId: id }
    },
    methods: {
      'jobs.get': ({ jobId }) => get(jobId),
      'jobs.list': () => [...jobs.values()],
      'jobs.cancel': ({ jobId }) =>
        set({ ...get(jobId), status: 'cancelled', failure: { code: 'cancelled', message: 'Stopped.' } }),
    },
  }
}

/** A job whose work throws fails with its sentence. */
function finished(done: Job, finish: () => Job['result']): Job {
  try {
    return { ...done, result: finish() } as Job
  } catch (error) {
    return { ...done, status: 'failed', failure: failureOf(error) }
  }
}

const brokenOff = { code: 'unexpected', message: 'The worker did not answer.' } as const

const units: Partial<Record<JobKind, Job['unit']>> = {
  measure: 'steps',
  export: 'comments',
  survey: 'files',
  package: 'comments',
  many: 'comments',
  'merge-look': 'steps',
  merge: 'steps',
}

function newJob(id: string, kind: JobKind, total: number): Job {
  return {
    id,
    kind,
    status: 'running',
    unit: units[kind] ?? 'bytes',
    done: Math.round(total / 2),
    total,
    comments: 2400,
    startedAt: '2026-09-14T10:00:00.000Z',
    leftMs: 20_000,
    result: null,
    failure: null,
  }
}
