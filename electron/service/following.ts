/** A project that somebody else writes is read again when they have written. */
import { type Context, changed } from './context.ts'
import { isOpen, type OpenProject } from './open-project.ts'

const everyMs = 1000

/** Looks once a second, as long as the project is open, whether another connection has written to the file. */
export function followOthers(context: Context, project: OpenProject): void {
  let seen = dataVersion(project)
  const timer = setInterval(() => {
    if (!isOpen(context, project)) return clearInterval(timer)
    const now = dataVersion(project)
    if (now === seen) return
    seen = now
    project.othersWrote()
    changed(context, 'comments', 'decisions', 'predictions', 'project')
  }, everyMs)
  project.closing.signal.addEventListener('abort', () => clearInterval(timer), { once: true })
}

/** Another number after each commit of another connection. @source SQLite, PRAGMA data_version */
function dataVersion({ db }: OpenProject): number {
  return db.get<{ data_version: number }>('pragma data_version')?.data_version ?? 0
}
