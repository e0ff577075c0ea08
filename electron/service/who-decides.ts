/** The name that goes on decisions. */
import type { Context } from './context.ts'
import type { OpenProject } from './open-project.ts'
import { knownSpelling } from './store/coders.ts'
import type { Doer } from './store/events.ts'

/** Whoever has the window, as the project spells them: "sam " and "Sam" are one person. */
export function whoDecides({ settings }: Pick<Context, 'settings'>, { db }: Pick<OpenProject, 'db'>): string {
  return knownSpelling(db, settings.settings.get().coder)
}

/** They, now. */
export function byNow(context: Pick<Context, 'settings' | 'now'>, project: Pick<OpenProject, 'db'>): Doer {
  return { coder: whoDecides(context, project), at: context.now().toISOString() }
}
