import { describe, expect, test, vi } from 'vitest'
import { createElectron } from '../support/electron-stand-in.ts'

vi.doMock('electron', () => createElectron().electron)
const { boundsFor, windowSettings } = await import('../../electron/shell/window.ts')
const { menuFor } = await import('../../electron/shell/menu.ts')

const screens = [
  { x: 0, y: 0, width: 1920, height: 1040 },
  { x: 1920, y: 0, width: 1280, height: 984 },
]
const place = { x: 2000, y: 50, width: 1000, height: 700, maximized: false }

describe('where the window opens', () => {
  test('is left to the system the first time', () => {
    expect(boundsFor({ ...place, x: null, y: null }, screens)).toEqual({ width: 1000, height: 700 })
  })

  test('is where it was, also on the second screen', () => {
    expect(boundsFor(place, screens)).toEqual({ x: 2000, y: 50, width: 1000, height: 700 })
  })

  test('is left to the system when that screen is gone, with the size kept', () => {
    expect(boundsFor(place, screens.slice(0, 1))).toEqual({ width: 1000, height: 700 })
  })

  test('is left to the system when its title would be above the screen', () => {
    expect(boundsFor({ ...place, x: 10, y: -400 }, screens)).toEqual({ width: 1000, height: 700 })
  })

  test('is never smaller than the screens can be used', () => {
    expect(boundsFor({ ...place, width: 3, height: 3 }, screens)).toMatchObject({ width: 760, height: 520 })
  })
})

test('a page gets no Node, no other pages and no way around the sandbox', () => {
  const { webPreferences } = windowSettings({
    placement: place,
    screens,
    preload: '/app/preload.cjs',
    partition: 'pages',
    dark: false,
    devTools: false,
  })
  expect(webPreferences).toEqual({
    preload: '/app/preload.cjs',
    partition: 'pages',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  })
})

describe('the menu', () => {
  const choices = { openProject: vi.fn(), closeProject: vi.fn(), showProjectsFolder: vi.fn() }
  const text = (options: { platform: string; devTools: boolean }) =>
    JSON.stringify(menuFor({ ...choices, ...options }))

  test('has the developer tools only where there are any', () => {
    expect(text({ platform: 'linux', devTools: true })).toContain('toggleDevTools')
    expect(text({ platform: 'linux', devTools: false })).not.toMatch(/toggleDevTools|reload/)
  })

  test('names no key of the window, and has no second size of text', () => {
    for (const platform of ['linux', 'darwin']) {
      expect(text({ platform, devTools: false })).not.toMatch(/accelerator|zoom/i)
    }
  })

  test('can quit and copy on every system', () => {
    for (const platform of ['linux', 'win32']) expect(text({ platform, devTools: false })).toContain('"quit"')
    expect(text({ platform: 'darwin', devTools: false })).toContain('appMenu')
    expect(text({ platform: 'darwin', devTools: false })).toContain('editMenu')
  })
})
