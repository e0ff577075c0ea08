/** Goes through the cases of one reader, and lets the one who watches see which it is at. */
import { parentPort, workerData } from 'node:worker_threads'
import { checkCase, damagedOf } from './check.ts'
import type { FuzzMessage, FuzzTask } from './fuzz.ts'

// The one who starts this thread gives it a task of that type.
const { format, seed, from, to, place } = workerData as FuzzTask
const post = (message: FuzzMessage) => parentPort?.postMessage(message)

let slowestMs = 0
let slowestRound = from
// What is done once is no part of the first round.
damagedOf({ format, seed, round: from })
post({ type: 'ready' })
for (let round = from; round < to; round += 1) {
  Atomics.store(place, 0, round)
  const began = performance.now()
  const wrong = await checkCase({ format, seed, round })
  const took = performance.now() - began
  if (took > slowestMs) [slowestMs, slowestRound] = [took, round]
  if (wrong !== null) post({ type: 'wrong', round, what: wrong })
}
post({ type: 'done', slowestMs, slowestRound })
