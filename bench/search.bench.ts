/**
 * The queue of a project of 1,000,000 comments: opened, ordered, and searched letter by letter, and what a decision
 * costs meanwhile. `FAIR_HEARING_BENCH_COMMENTS` asks for another number of comments.
 */

import { orders } from '../core/contract/request-parts.ts'
import type { Order } from '../core/contract/requests.ts'
import { type Call, quiet, withStarted } from './door-calls.ts'
import { quantile, timed } from './support.ts'

const count = Number(process.env.FAIR_HEARING_BENCH_COMMENTS ?? 1_000_000)

/** Typed a letter at a time; each letter is a search whose first rows are read. */
const typed = [
  'hospal ',
  'trimo delay',
  '"lo wen tri"',
  't*',
  'tri*',
  'author:"author 77"',
  'date:2026-03..2026-04',
  'score:0.4..0.6',
  'label:none has:parent',
  '-trimo wenlo OR bera',
]

export async function benchSearch(say: (line: string) => void): Promise<void> {
  say(`${count.toLocaleString('en')} comments`)
  await withStarted(count, (call) => benchOpened(call, say))
}

async function benchOpened(call: Call, say: (line: string) => void): Promise<void> {
  const [entry] = await call('projects.list', {})
  if (!entry) throw new Error('The project is not remembered.')
  const opening = await timed(() => call('projects.open', { id: entry.id }))
  const first = await timed(() => firstCard(call, 'oldest-first'))
  say(`project opened: ${ms(opening.ms)}; first card ${ms(opening.ms + first.ms)} after the wish to open it`)
  await quiet(call)
  for (const order of orders) {
    const made = await timed(() => firstCard(call, order))
    const again = await timed(() => firstCard(call, order))
    say(`order ${order}: first time ${ms(made.ms)}, again ${ms(again.ms)}`)
  }
  await benchTyping(call, say)
  await benchMeanwhile(call, say)
}

async function firstCard(call: Call, order: Order, text = ''): Promise<void> {
  const filter = { show: 'all', text, importId: null } as const
  const { queueId } = await call('queue.open', { order, filter })
  const next = await call('queue.next', { queueId, from: 0 })
  await call('queue.rows', { queueId, offset: 0, limit: 50 })
  if (next) await call('comments.get', { commentId: next.commentId, queueId })
}

async function benchTyping(call: Call, say: (line: string) => void): Promise<void> {
  const all: number[] = []
  for (const text of typed) {
    const times: number[] = []
    for (let length = 1; length <= text.length; length += 1) {
      times.push((await timed(() => firstCard(call, 'oldest-first', text.slice(0, length)))).ms)
    }
    all.push(...times)
    say(`typing ${text}: median ${ms(quantile(times, 0.5))}, slowest letter ${ms(Math.max(...times))}`)
  }
  say(`all ${all.length} letters: median ${ms(quantile(all, 0.5))}, 95 % ${ms(quantile(all, 0.95))}`)
}

/** Decisions one after the other while queues are ordered without a pause. */
async function benchMeanwhile(call: Call, say: (line: string) => void): Promise<void> {
  let isOver = false
  const ordering = (async () => {
    for (let n = 0; !isOver; n += 1)
      await firstCard(call, orders[n % orders.length] ?? 'teach', n % 2 === 0 ? '' : 'tri*')
  })()
  const filter = { show: 'undecided', text: '', importId: null } as const
  const { queueId } = await call('queue.open', { order: 'newest-first', filter })
  const times: number[] = []
  let next = await call('queue.next', { queueId, from: 0 })
  for (let n = 0; n < 100 && next; n += 1) {
    const { commentId, index } = next
    const seen = { suggestionShown: false, shownMs: 900, mode: 'code' } as const
    const decision = { commentId, queueId, label: 'unsure', note: null, passage: null, reason: null, ...seen }
    const taken = await timed(async () => {
      await call('decisions.record', decision)
      return call('queue.next', { queueId, from: index })
    })
    times.push(taken.ms)
    next = taken.value
  }
  isOver = true
  await ordering
  say(
    `decision and next place while queues are ordered: median ${ms(quantile(times, 0.5))}, 95 % ${ms(quantile(times, 0.95))}`,
  )
}

const ms = (value: number) => `${value.toFixed(0)} ms`
