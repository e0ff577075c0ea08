/**
 * Import, next comment and search with 100,000 comments of about 300 characters, beside lowdb's own JSON file,
 * which is what a small app would keep them in.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { type Call, openBench, quiet } from './door-calls.ts'
import { type InventedComment, inventedComments, quantile, timed, withFolder, writeCsv } from './support.ts'

const count = 100_000
const decisions = 300

export async function benchProject(say: (line: string) => void): Promise<void> {
  await withFolder(async (folder) => {
    const comments = inventedComments(count)
    const file = path.join(folder, 'comments.csv')
    writeCsv(file, comments)
    say(`${count.toLocaleString('en')} comments, ${(readFileSync(file).length / 1e6).toFixed(1)} MB of CSV`)
    const word = comments[0]?.text.split(' ').at(-1) ?? ''
    const ours = await benchOurs(folder, file, word, say)
    const theirs = await benchLowdb(folder, comments, say)
    say(
      `ratio, one decision saved: lowdb takes ${(theirs.decisionMs / ours.decisionMs).toFixed(0)} times as long`,
    )
  })
}

async function benchOurs(folder: string, file: string, word: string, say: (line: string) => void) {
  const { door, call, importMs } = await openBench(folder, file)
  try {
    say(`import, searchable at its end: ${(importMs / 1000).toFixed(1)} s`)
    await whileScoring(call, say)
    return await benchDesk(call, word, say)
  } finally {
    await door.close()
  }
}

async function benchDesk(
  call: Call,
  word: string,
  say: (line: string) => void,
): Promise<{ readonly decisionMs: number }> {
  const filter = { show: 'all', text: '', importId: null } as const
  const opened = await timed(() => call('queue.open', { order: 'unsure-first', filter }))
  say(`queue of ${opened.value.total} opened: ${opened.ms.toFixed(0)} ms`)
  const { queueId } = opened.value
  const times: number[] = []
  const saves: number[] = []
  let next = await call('queue.next', { queueId, from: 0 })
  for (let n = 0; n < decisions && next; n += 1) {
    const { commentId, index } = next
    const from = performance.now()
    const shown = { suggestionShown: true, shownMs: 900, mode: 'check' } as const
    const request = { commentId, queueId, label: 'critic', note: null, passage: null, reason: null, ...shown }
    await call('decisions.record', request)
    saves.push(performance.now() - from)
    next = await call('queue.next', { queueId, from: index })
    if (next) await call('comments.get', { commentId: next.commentId, queueId })
    times.push(performance.now() - from)
  }
  say(
    `decision saved: median ${quantile(saves, 0.5).toFixed(1)} ms, 95 % ${quantile(saves, 0.95).toFixed(1)} ms`,
  )
  say(
    `decision and next comment, at the door: median ${quantile(times, 0.5).toFixed(1)} ms, 95 % ${quantile(times, 0.95).toFixed(1)} ms`,
  )
  const search = await timed(() =>
    call('queue.open', { order: 'newest-first', filter: { ...filter, text: word } }),
  )
  say(`search for one word: ${search.value.total} found in ${search.ms.toFixed(0)} ms`)
  return { decisionMs: quantile(saves, 0.5) }
}

/** How long the suggestions take, and what a decision costs meanwhile. */
async function whileScoring(call: Call, say: (line: string) => void): Promise<void> {
  const from = performance.now()
  await quiet(call)
  say(`suggestions for all of them, beside the work: ${((performance.now() - from) / 1000).toFixed(1)} s`)
}

async function benchLowdb(folder: string, comments: readonly InventedComment[], say: (line: string) => void) {
  type Data = { comments: InventedComment[]; decisions: { id: string; label: string }[] }
  const low = new Low<Data>(new JSONFile(path.join(folder, 'low.json')), { comments: [], decisions: [] })
  low.data.comments = [...comments]
  const wrote = await timed(() => low.write())
  const saves: number[] = []
  for (const { id } of comments.slice(0, 5)) {
    low.data.decisions.push({ id, label: 'critic' })
    saves.push((await timed(() => low.write())).ms)
  }
  const decisionMs = quantile(saves, 0.5)
  say(
    `lowdb JSON file: comments written in ${(wrote.ms / 1000).toFixed(1)} s (not searchable), one decision ${decisionMs.toFixed(0)} ms`,
  )
  return { decisionMs }
}
