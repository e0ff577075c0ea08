/** The service's door as a benchmark calls it. */
import path from 'node:path'
import type { Answers } from '../core/contract/contract.ts'
import type { Method, Request } from '../core/contract/requests.ts'
import { type Door, openDoor } from '../electron/service/door.ts'
import { type Places, resourcesFolder } from '../electron/service/paths.ts'
import { withFolder, writeComments } from './support.ts'

export type Call = <M extends Method>(method: M, request: Request<M>) => Promise<Answers[M]>

/** @throws Error with the sentence of a refusal */
function callThrough(door: Door): Call {
  return async <M extends Method>(method: M, request: Request<M>) => {
    const result = await door.dispatch(method, request)
    if (!result.ok) throw new Error(`${method}: ${result.failure.message}`)
    // Safe: the contract ties the method to its answer.
    return result.value as Answers[M]
  }
}

/** Waits until the job is done. */
async function jobOf(call: Call, { jobId }: { readonly jobId: string }) {
  for (;;) {
    const job = await call('jobs.get', { jobId })
    if (job.status === 'done') return job
    if (job.status !== 'running') throw new Error(job.failure?.message ?? job.status)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Waits until nothing runs any more. */
export async function quiet(call: Call): Promise<void> {
  while ((await call('jobs.list', {})).some(({ status }) => status === 'running')) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export interface OpenBench {
  readonly door: Door
  readonly call: Call
  readonly places: Places
  /** Until it was said what the file is. */
  readonly inspectMs: number
  /** From the wish to import to comments that can be searched. */
  readonly importMs: number
}

/** A service of its own in `folder` with the comments of `file` in a new project. Close its door when done. */
export async function openBench(folder: string, file: string): Promise<OpenBench> {
  const places = {
    settings: path.join(folder, 'settings'),
    projects: path.join(folder, 'projects'),
    resources: resourcesFolder(),
  }
  const door = openDoor({ places, version: 'bench' })
  const call = callThrough(door)
  const { ref } = await door.registerFile(file)
  const begun = performance.now()
  const inspected = await jobOf(call, await call('imports.inspect', { file: ref, reading: null }))
  if (inspected.kind !== 'inspect' || !inspected.result) throw new Error('The file could not be read.')
  const { reading } = inspected.result
  const from = performance.now()
  const inspectMs = from - begun
  await jobOf(
    call,
    await call('imports.start', {
      files: [{ file: ref, reading }],
      into: 'new',
      name: 'Bench',
      codebook: null,
    }),
  )
  return { door, call, places, inspectMs, importMs: performance.now() - from }
}

/** A service that was just started, beside a project of so many invented comments that are scored; it is not open yet. */
export async function withStarted(count: number, work: (call: Call) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    const file = path.join(folder, 'comments.csv')
    await writeComments(file, count)
    const { door, call, places } = await openBench(folder, file)
    await quiet(call)
    await door.close()
    const again = openDoor({ places, version: 'bench' })
    try {
      await work(callThrough(again))
    } finally {
      await again.close()
    }
  })
}
