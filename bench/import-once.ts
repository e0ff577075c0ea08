/** One import in a process of its own, so that its memory is its own: `node bench/import-once.ts FOLDER FILE`. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openBench } from './door-calls.ts'

export interface ImportOnce {
  readonly inspectMs: number
  readonly importMs: number
  /** Of the whole process with its threads, in MB. */
  readonly mostMemoryMb: number
  /** The longest time for which the main thread, which a window would hang on, did not answer, in ms. */
  readonly longestPauseMs: number
}

const [folder = '', file = ''] = process.argv.slice(2)
const pauses = monitorEventLoopDelay({ resolution: 5 })
pauses.enable()
const { inspectMs, importMs } = await openBench(folder, file)
pauses.disable()
const found: ImportOnce = {
  inspectMs,
  importMs,
  mostMemoryMb: process.resourceUsage().maxRSS / 1024,
  longestPauseMs: pauses.max / 1e6,
}
console.log(JSON.stringify(found))
// The suggestions that are being made now are another benchmark's.
process.exit(0)
