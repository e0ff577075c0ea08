/** What the app is and how it is set. */
import type { Settings } from '../../../core/contract/answers.ts'
import type { Service } from '../../../core/contract/contract.ts'
import type { Order } from '../../../core/contract/requests.ts'
import type { Mode } from '../../../core/records.ts'
import { sentences } from '../../../core/sentences.ts'
import { type Context, changed } from '../context.ts'
import type { StoredSettings } from '../settings/settings.ts'

export function appHandlers(context: Context): Pick<Service, 'app.state' | 'settings.update'> {
  const { settings } = context
  return {
    'app.state': () => ({
      version: context.version,
      settings: shown(settings.settings.get()),
      project: context.current.get()?.summary() ?? null,
      projectsFolder: context.places.projects,
      notice: context.current.notice ?? (settings.damaged && sentences.settingsSetAside(settings.damaged)),
    }),
    'settings.update': async (change) => {
      const before = settings.settings.get()
      const next = await settings.settings.update((stored) => ({
        ...stored,
        ...given(change),
        mode: change.mode ?? modeIn(stored.mode, change.order),
      }))
      changed(context, 'settings')
      // What others decided is told in one mode and hidden in another, and so are the decisions of whoever sat here before.
      if (next.mode !== before.mode || next.coder !== before.coder) changed(context, 'decisions')
      return shown(next)
    },
  }
}

/** Teach is an order as well: whoever chooses another order has left it. */
function modeIn(mode: Mode, order: Order | undefined): Mode {
  return mode === 'teach' && order !== undefined && order !== 'teach' ? 'code' : mode
}

function shown({ schemaVersion: _, ...settings }: StoredSettings): Settings {
  return settings
}

/** What was said; what was not stays as it is. */
function given<T extends object>(change: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  // Safe: nothing else is left out.
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]?: Exclude<T[K], undefined>
  }
}
