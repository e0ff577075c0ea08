/** Adverse labels end after the days that the rules say: looked for when a project is opened, and then once a day. */
import { type Context, changed } from './context.ts'
import { learnInBackground } from './learning.ts'
import { isOpen, type OpenProject } from './open-project.ts'
import { theApp } from './store/events.ts'
import { expireLabels } from './store/expiries.ts'

const everyMs = 86_400_000

export function expireDaily(context: Context, project: OpenProject): void {
  const timer = setInterval(() => {
    if (isOpen(context, project) && expireNow(context, project)) learnInBackground(context, project)
  }, everyMs)
  timer.unref()
  project.closing.signal.addEventListener('abort', () => clearInterval(timer), { once: true })
  // What is learned at opening is learned when all of that is settled.
  expireNow(context, project)
}

/** @returns whether any label ended */
function expireNow(context: Context, project: OpenProject): boolean {
  try {
    const ended = expireLabels(project.db, context.now())
    if (ended.length === 0) return false
    project.rereadDecided(Int32Array.from(ended), theApp)
    changed(context, 'decisions', 'appeals')
    return true
  } catch (error) {
    // A full disk, say: the project opens all the same, and tomorrow it is tried again.
    console.error(error)
    return false
  }
}
