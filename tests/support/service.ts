/** A real service over real files, and calls as a window makes them. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { Job, JobKind, JobResults } from '../../core/contract/answers.ts'
import type { Answers, AppEvent } from '../../core/contract/contract.ts'
import type { CodebookDraft, Method, Request } from '../../core/contract/requests.ts'
import { AppError } from '../../core/result.ts'
import { dispatch } from '../../electron/service/dispatch.ts'
import { type Places, resourcesFolder } from '../../electron/service/paths.ts'
import { createService, type RunningService } from '../../electron/service/service.ts'

export interface TestService {
  readonly running: RunningService
  readonly events: readonly AppEvent[]
  readonly places: Places
  /** Through the same lock as every door. @throws AppError */
  call<M extends Method>(method: M, request: Request<M>): Promise<Answers[M]>
  /** Waits until the job is over. */
  ended<K extends JobKind>(jobId: string): Promise<Job & { readonly kind: K }>
  /** The job's result. @throws AppError its failure */
  result<K extends JobKind>(kind: K, started: { readonly jobId: string }): Promise<JobResults[K]>
  /** Waits until nothing runs any more. */
  quiet(): Promise<void>
  close(): Promise<void>
}

export function placesIn(folder: string): Places {
  return {
    settings: path.join(folder, 'settings'),
    projects: path.join(folder, 'projects'),
    resources: resourcesFolder(),
  }
}

export async function startService(folder: string): Promise<TestService> {
  const events: AppEvent[] = []
  const places = placesIn(folder)
  const running = await createService({ places, emit: (event) => events.push(event), version: 'test' })
  let open = true
  const close = async () => {
    if (open) await running.close()
    open = false
  }
  onTestFinished(close)

  async function call<M extends Method>(method: M, request: Request<M>): Promise<Answers[M]> {
    const result = await dispatch(running.service, method, request)
    if (!result.ok) throw new AppError(result.failure.code, result.failure.message)
    // Safe: the contract ties the method to its answer.
    return result.value as Answers[M]
  }
  async function ended<K extends JobKind>(jobId: string): Promise<Job & { readonly kind: K }> {
    for (;;) {
      const job = await call('jobs.get', { jobId })
      if (job.status !== 'running' && job.status !== 'waiting') return job as Job & { readonly kind: K }
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  return {
    running,
    events,
    places,
    call,
    ended,
    async result<K extends JobKind>(kind: K, { jobId }: { readonly jobId: string }) {
      const job: Job = await ended(jobId)
      if (job.kind !== kind) throw new Error(`That was a ${job.kind} job.`)
      if (job.failure) throw new AppError(job.failure.code, job.failure.message)
      if (!job.result) throw new Error('The job has no result.')
      // Safe: its kind was just compared.
      return job.result as JobResults[K]
    },
    async quiet() {
      for (;;) {
        const jobs = await call('jobs.list', {})
        if (jobs.every(({ status }) => status !== 'running')) return
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    },
    close,
  }
}

/** Looks at a file and brings it in as it was guessed. */
export async function importAs(
  service: TestService,
  file: string,
  options: { readonly into: 'new' | 'current'; readonly name?: string; readonly codebook?: CodebookDraft },
) {
  const { ref } = service.running.files.register(file)
  const inspected = await service.result(
    'inspect',
    await service.call('imports.inspect', { file: ref, reading: null }),
  )
  const started = await service.call('imports.start', {
    files: [{ file: ref, reading: inspected.reading }],
    into: options.into,
    name: options.name ?? inspected.suggestedName,
    codebook: options.codebook ?? null,
  })
  return {
    inspected,
    jobId: started.jobId,
    report: async () => onlyOne(await service.result('import', started)),
  }
}

function onlyOne<T>(list: readonly T[]): T {
  const [one] = list
  if (one === undefined || list.length > 1) throw new Error(`One was expected, ${list.length} came.`)
  return one
}

export function writeFile(folder: string, name: string, content: string | Buffer): string {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}
