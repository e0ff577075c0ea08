/** Goes through the cases, and lets the one who watches see which it is at. */
import { parentPort, workerData } from 'node:worker_threads'
import { checkCase, damagedOf } from './check.ts'
import type { FuzzMessage, FuzzTask } from './fuzz.ts'

// The one who starts this thread gives it a task of that type.
const { formats, rounds, seed, from, to, place } = workerData as FuzzTask
const post = (message: FuzzMessage) => parentPort?.postMessage(message)
const caseOf = (at: number) => ({ format: formats[Math.floor(at / rounds)] ?? '', seed, round: at % rounds })

// What is done once is no part of the first case.
damagedOf(caseOf(from))
for (let at = from; at < to; at += 1) {
  Atomics.store(place, 0, at)
  const began = performance.now()
  const what = await checkCase(caseOf(at))
  post({ type: 'case', at, what, tookMs: performance.now() - began })
}
post({ type: 'done' })
