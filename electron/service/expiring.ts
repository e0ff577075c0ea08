/** Adverse labels end after the days that the rules say: looked for when a project is opened, and then once a day. */
import { type Context, changed } from './context.ts'
import { learnInBackground } from './learning.ts'
import { isOpen, type OpenProject } from './open-project.ts'
import { expireLabels } from './store/expiries.ts'

const everyMs = 86_400_000

export function expireDaily(context: Context, project: OpenProject): void {
  const timer = setInterval(() => isOpen(context, project) && expireNow(context, project), everyMs)
  timer.unref()
  project.closing.signal.addEventListener('abort', () => clearInterval(timer), { once: true })
  expireNow(context, project)
}

function expireNow(context: Context, project: OpenProject): void {
  try {
    const ended = expireLabels(project.db, context.now())
    if (ended.length === 0) return
    project.rereadDecided(ended)
    changed(context, 'decisions', 'appeals')
    learnInBackground(context, project)
  } catch (error) {
    // A full disk, say: the project opens all the same, and tomorrow it is tried again.
    console.error(error)
  }
}
