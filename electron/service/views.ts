/** Remembers through which order and filter each project was looked at last, on this computer. */
import type { Filter, Order } from '../../core/contract/requests.ts'
import { type Context, changed } from './context.ts'
import type { OpenProject } from './open-project.ts'
import { type SettingsStore, viewsLimit } from './settings/settings.ts'

export interface Views {
  /**
   * On the disk a moment later: a search that is being typed does not wait for it.
   *
   * @returns false where it is known already
   */
  remember(project: OpenProject, order: Order, filter: Filter): boolean
  /** When all that was to be remembered is on the disk. */
  settled(): Promise<void>
}

export function createViews({ views }: SettingsStore): Views {
  let latest: { readonly project: string; readonly order: Order; readonly filter: Filter } | null = null
  let writing: Promise<void> | null = null

  async function write(): Promise<void> {
    while (latest !== null) {
      const view = latest
      latest = null
      await views.update((before) => ({
        ...before,
        views: [...before.views.filter(({ project }) => project !== view.project), view].slice(-viewsLimit),
      }))
    }
  }

  return {
    remember(project, order, filter) {
      if (JSON.stringify(project.view) === JSON.stringify({ order, filter })) return false
      project.view = { order, filter }
      latest = { project: project.uid, order, filter }
      writing ??= write()
        // A full disk costs the memory of a search, and nothing else.
        .catch((error: unknown) => console.error(error))
        .finally(() => {
          writing = null
        })
      return true
    },
    settled: async () => writing ?? undefined,
  }
}

/** Takes up a project where it was left. */
export async function restoreView(context: Context, project: OpenProject): Promise<void> {
  const { settings, views } = context.settings
  const view = views.get().views.find((one) => one.project === project.uid)
  if (!view) return
  project.view = { order: view.order, filter: view.filter }
  if (settings.get().order === view.order) return
  await settings.update((before) => ({ ...before, order: view.order }))
  changed(context, 'settings')
}
