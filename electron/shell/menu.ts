/**
 * The application menu: the system's own items, and the few of ours. Ours name no keys: all keys are in the window's
 * table, where they can be changed. The size of the text is there too, so that there is one and not two.
 */
import { Menu, type MenuItemConstructorOptions } from 'electron'

export interface MenuChoices {
  readonly platform: string
  readonly devTools: boolean
  readonly openProject: () => void
  readonly closeProject: () => void
  readonly showProjectsFolder: () => void
}

export function setMenu(choices: MenuChoices): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate([...menuFor(choices)]))
}

/** The menu as plain data. */
export function menuFor(choices: MenuChoices): readonly MenuItemConstructorOptions[] {
  const isMac = choices.platform === 'darwin'
  const file: MenuItemConstructorOptions = {
    label: '&File',
    submenu: [
      { label: 'Open project…', click: choices.openProject },
      { label: 'Close project', click: choices.closeProject },
      { type: 'separator' },
      { label: 'Show projects folder', click: choices.showProjectsFolder },
      { type: 'separator' },
      isMac ? { role: 'close' } : { role: 'quit' },
    ],
  }
  const view: MenuItemConstructorOptions = {
    label: '&View',
    submenu: [{ role: 'togglefullscreen' }, ...developerItems(choices.devTools)],
  }
  const help: MenuItemConstructorOptions = { role: 'help', submenu: [{ role: 'about' }] }
  const common = [file, { role: 'editMenu' }, view, { role: 'windowMenu' }] as const
  // macOS has About in the app's own menu.
  return isMac ? [{ role: 'appMenu' }, ...common] : [...common, help]
}

function developerItems(devTools: boolean): readonly MenuItemConstructorOptions[] {
  return devTools ? [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }] : []
}
