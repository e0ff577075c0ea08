/** The queue that was worked in last is made while the window still asks what is open, and other work waits for it. */
import { setTimeout } from 'node:timers/promises'
import type { Context } from './context.ts'
import type { OpenProject } from './open-project.ts'

/** With fewer comments a queue is made, and all is counted, in no time. */
export const fewComments = 20_000
/** From the queue to its first comment on the screen; what is learned and scored meanwhile would only hold that up. */
const untilShownMs = 1000

/** @returns settles when work that nobody waits for may begin; never rejects */
export async function makeFirstQueue({ settings, now }: Context, project: OpenProject): Promise<void> {
  if (project.view === null) return
  const { order, filter } = project.view
  const asker = { coder: settings.settings.get().coder, now: now(), isGlance: true }
  // The window asks for it once more, and is told what went wrong.
  const made = project.queues.open(order, filter, asker).catch(() => undefined)
  if (project.totals().comments < fewComments) return
  await made
  const { signal } = project.closing
  await setTimeout(untilShownMs, undefined, { signal, ref: false }).catch(() => undefined)
}
