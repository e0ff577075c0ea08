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
    'settings.update': async ({ coder, theme, mode, order }) => {
      const next = await settings.settings.update((before) => ({
        ...before,
        coder: coder ?? before.coder,
        theme: theme ?? before.theme,
        mode: mode ?? modeIn(before.mode, order),
        order: order ?? before.order,
      }))
      changed(context, 'settings')
      return shown(next)
    },
  }
}

/** Teach is an order as well: whoever chooses another order has left it. */
function modeIn(mode: Mode, order: Order | undefined): Mode {
  return mode === 'teach' && order !== undefined && order !== 'teach' ? 'code' : mode
}

function shown({ coder, theme, mode, order }: StoredSettings): Settings {
  return { coder, theme, mode, order }
}
