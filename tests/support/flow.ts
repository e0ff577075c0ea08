/** The flow that every way of running the app in a window must carry: on the stand-in, and in Electron itself. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Answers } from '../../core/contract/contract.ts'
import type { Method, Request } from '../../core/contract/requests.ts'

export interface Started {
  readonly page: Page
  /** Resolves when the app has quit. */
  quit(): Promise<void>
}

/**
 * Opens the sample, decides on a comment, quits, starts again and finds the decision.
 *
 * @param start starts the app, each time with the same settings and projects
 */
export async function keepsDecisionThroughQuit(start: () => Promise<Started>): Promise<void> {
  const first = await start()
  const complaints: string[] = []
  first.page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await first.page.reload()
  assert.match(await first.page.title(), /Fair Hearing/)
  const sample = await call(first.page, 'projects.trySample', {})
  const filter = { show: 'undecided', text: '', importId: null } as const
  const { queueId } = await call(first.page, 'queue.open', { order: 'oldest-first', filter })
  const [row] = await call(first.page, 'queue.rows', { queueId, offset: 0, limit: 1 })
  assert(row, 'The sample has nothing to decide.')
  const { commentId } = row
  const shown = { suggestionShown: false, shownMs: 900, mode: 'code' } as const
  const said = { label: 'critic', note: null, passage: null, reason: null }
  const { decided } = await call(first.page, 'decisions.record', {
    commentId,
    queueId,
    ...shown,
    ...said,
  })
  assert.equal(decided, sample.decided + 1)
  assert.deepEqual(complaints, [])
  await first.quit()

  const second = await start()
  const [entry] = await call(second.page, 'projects.list', {})
  assert(entry, 'The project is not remembered.')
  await call(second.page, 'projects.open', { id: entry.id })
  const [latest] = await call(second.page, 'decisions.recent', { limit: 1 })
  assert.equal(latest?.decision.commentId, commentId)
  assert.equal(latest.decision.label, 'critic')
  await second.quit()
}

/** Checks what a page of ours cannot do, whatever it holds: the policy refuses even its own address to a script. */
export async function isLockedIn(page: Page): Promise<void> {
  const found = await page.evaluate(async () => ({
    tools: ['require', 'process', 'ipcRenderer'].filter((name) => Reflect.has(globalThis, name)),
    window: window.open('/') === null ? 'refused' : 'opened',
    network: await fetch('/index.html').then(
      () => 'reached',
      () => 'refused',
    ),
  }))
  assert.deepEqual(found, { tools: [], window: 'refused', network: 'refused' })
}

/** Calls the service from inside the page, as the screens do. @throws Error with the failure's sentence */
async function call<M extends Method>(page: Page, method: M, request: Request<M>): Promise<Answers[M]> {
  const result = await page.evaluate(
    ([name, asked]) => Reflect.get(globalThis, 'fairHearing').invoke(name, asked),
    [method, request] as const,
  )
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}
