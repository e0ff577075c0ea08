/**
 * Many at once in a project of 1,000,000 comments: the histogram, a band with its sample, the band marked, its undo
 * and its redo, and how long who asks for a comment meanwhile has to wait. `FAIR_HEARING_BENCH_COMMENTS` asks for another number of comments.
 */

import { bandQuery, countWithin, type ScoreBand } from '../core/queue/histogram.ts'
import { type Call, quiet, withStarted } from './door-calls.ts'
import { measured, told } from './support.ts'

const count = Number(process.env.FAIR_HEARING_BENCH_COMMENTS ?? 1_000_000)
const wanted = count / 10
const everything = { show: 'undecided', text: '', importId: null } as const

export async function benchBulk(say: (line: string) => void): Promise<void> {
  await withStarted(count, (call) => benchOpened(call, say))
}

async function benchOpened(call: Call, say: (line: string) => void): Promise<void> {
  const [entry] = await call('projects.list', {})
  if (!entry) throw new Error('The project is not remembered.')
  await call('projects.open', { id: entry.id })
  await quiet(call)
  const histogram = () => call('queue.histogram', { filter: everything, label: null })
  const first = await measured(histogram)
  const again = await measured(histogram)
  say(`histogram of ${count.toLocaleString('en')}: first time ${told(first)}, again ${told(again)}`)

  const band = bandOfAbout(first.value.bins)
  const filter = { ...everything, text: bandQuery(band, null) }
  const opened = await measured(() => call('queue.open', { order: 'random', filter, isBeside: true }))
  const { queueId, undecided } = opened.value
  const many = { queueId, commentIds: null }
  const sample = await measured(() => call('queue.sample', { ...many, size: 10, except: [], label: null }))
  say(`band of ${undecided.toLocaleString('en')}: opened ${told(opened)}, ten of it ${told(sample)}`)

  const except = sample.value.rows.slice(0, 1).map(({ commentId }) => commentId)
  const how = { label: 'neither', note: null, mode: 'code' } as const
  const waits: number[] = []
  const asking = <T>(work: () => Promise<T>) => measured(() => whileAsking(call, queueId, waits, work))
  const marked = await asking(() => call('decisions.recordMany', { ...many, ...how, except }))
  const after = await measured(histogram)
  await quiet(call)
  // Both learn afterwards, in a thread of its own: that is no part of them.
  const undone = await asking(() => call('decisions.undo', {}))
  await quiet(call)
  const redone = await asking(() => call('decisions.redo', {}))
  say(
    `${marked.value.count.toLocaleString('en')} marked at once: ${told(marked)}, undone ${told(undone)}, redone ${told(redone)}; the histogram after it ${told(after)}`,
  )
  say(
    `meanwhile ${waits.length.toLocaleString('en')} times a page of rows and a comment were asked for: the longest wait ${Math.max(...waits).toFixed(0)} ms`,
  )
}

/** More often than a hand at the keyboard, and seldom enough to keep no processor from the step. */
const betweenMs = 100

/** @param waits each time that somebody waited meanwhile for rows and a comment, in milliseconds */
async function whileAsking<T>(
  call: Call,
  queueId: string,
  waits: number[],
  work: () => Promise<T>,
): Promise<T> {
  let isOver = false
  const working = work().finally(() => {
    isOver = true
  })
  while (!isOver) {
    const from = performance.now()
    const [row] = await call('queue.rows', { queueId, offset: 0, limit: 50 })
    if (row) await call('comments.get', { commentId: row.commentId, queueId })
    waits.push(performance.now() - from)
    await new Promise((resolve) => setTimeout(resolve, betweenMs))
  }
  return working
}

/** The band whose number of comments is nearest to the one that is wanted. */
function bandOfAbout(bins: readonly number[]): ScoreBand {
  let best: ScoreBand = { from: 0, to: 100 }
  const off = (band: ScoreBand) => Math.abs(countWithin(bins, band) - wanted)
  for (let from = 0; from < 100; from += 1) {
    for (let to = from + 1; to <= 100; to += 1) if (off({ from, to }) < off(best)) best = { from, to }
  }
  return best
}
