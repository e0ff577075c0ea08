/** The name that goes on decisions. */
import type { Context } from './context.ts'
import type { OpenProject } from './open-project.ts'
import { knownSpelling } from './store/coders.ts'

/** Whoever has the window, as the project spells them: "sam " and "Sam" are one person. */
export function whoDecides({ settings }: Pick<Context, 'settings'>, { db }: Pick<OpenProject, 'db'>): string {
  return knownSpelling(db, settings.settings.get().coder)
}
