import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AppError } from '../../core/result.ts'
import { createElectron, preventable, type StandIn } from '../support/electron-stand-in.ts'
import { recordingDoor } from './recording-door.ts'

const home = mkdtempSync(path.join(tmpdir(), 'fair-hearing-home-'))
const place = { x: 40, y: 50, width: 900, height: 700, maximized: true }

interface Options {
  /** What follows the name of the app. */
  readonly words?: readonly string[]
  readonly arrange?: (standIn: StandIn) => void
  readonly openDoor?: () => unknown
}

/** Starts the real main.ts on the stand-in, with a recording door and settings kept in memory. */
async function startMain({ words = [], arrange, openDoor }: Options = {}) {
  const standIn = createElectron()
  const door = recordingDoor()
  const saved: unknown[] = []
  const cli = vi.fn(async (_words: readonly string[]) => 3)
  arrange?.(standIn)
  vi.resetModules()
  vi.doMock('electron', () => standIn.electron)
  vi.doMock('../../electron/service/door.ts', () => ({ openDoor: openDoor ?? (() => door.door) }))
  vi.doMock('../../electron/cli.ts', () => ({ commandNames: ['label', 'export'], runCli: cli }))
  vi.doMock('../../electron/service/settings/window-state.ts', () => ({
    loadWindowState: async () => place,
    saveWindowState: async (_folder: string, state: unknown) => void saved.push(state),
  }))
  vi.stubEnv('FAIR_HEARING_HOME', home)
  vi.stubGlobal('process', Object.assign(Object.create(process), { argv: ['/opt/fair-hearing', ...words] }))
  await import('../../electron/main.ts')
  return { standIn, door, saved, cli }
}

/** As above, and waits until the screens are loaded. */
async function startWindow(options: Options = {}) {
  const parts = await startMain(options)
  await vi.waitFor(() => expect(parts.standIn.windows[0]?.acts).toContain('show'))
  const window = parts.standIn.windows[0]
  if (window === undefined) throw new Error('No window was made.')
  return { ...parts, window }
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
})

describe('starting the app', () => {
  test('opens one window on our page, sandboxed, where it was before', async () => {
    const { standIn, window } = await startWindow()
    expect(standIn.windows).toHaveLength(1)
    expect(window.webContents.mainFrame.url).toBe('app://fair-hearing/')
    expect(window.options).toMatchObject({ x: 40, y: 50, webPreferences: { sandbox: true, devTools: false } })
    expect(window.acts).toEqual(['maximize', 'show'])
    expect(standIn.app.acts).toEqual(['lock {"project":null}', 'enableSandbox'])
    expect(standIn.privileged).toEqual(['app'])
    expect(standIn.app.switches).toContain('host-resolver-rules=MAP * ~NOTFOUND')
    expect(standIn.menus).toHaveLength(1)
  })

  test('guards and serves the very session the window uses, which keeps nothing on the disk', async () => {
    const { standIn, window } = await startWindow()
    const partition = window.options.webPreferences?.partition ?? ''
    expect(partition).not.toMatch(/^persist:/)
    const session = standIn.sessions.get(partition)
    expect([...(session?.schemes.keys() ?? [])]).toEqual(['app'])
    expect(session?.filter).not.toBeNull()
    expect(session?.permission).not.toBeNull()
    expect(window.webContents.openHandler?.({ url: 'https://example.com' })).toEqual({ action: 'deny' })
  })

  test('opens the project it was given', async () => {
    const { door } = await startWindow({ words: ['--no-sandbox', '/home/ada/ward.fairhearing'] })
    expect(door.passed).toEqual(['projects.open {"file":"ref:/home/ada/ward.fairhearing"}'])
  })

  test('says why when the service cannot start, and ends', async () => {
    const { standIn } = await startMain({
      openDoor: () => {
        throw new AppError('disk-full', 'The disk is full.')
      },
    })
    await vi.waitFor(() => expect(standIn.app.acts).toContain('exit 1'))
    expect(standIn.dialogs.said).toEqual(['Fair Hearing could not start: The disk is full.'])
    expect(standIn.windows).toEqual([])
  })
})

test('the runtime keeps its own files beside the settings, wherever these are', async () => {
  const { standIn } = await startMain()
  expect(standIn.app.folders.userData).toBe(path.join(home, 'settings/runtime'))
  expect(existsSync(path.join(home, 'settings/runtime'))).toBe(true)
})

describe('the command line of the app', () => {
  test('runs without a window and gives its status', async () => {
    const { standIn, cli } = await startMain({ words: ['label', 'ward.csv'] })
    expect(cli).toHaveBeenCalledExactlyOnceWith(['label', 'ward.csv'])
    expect(standIn.app.acts).toEqual(['exit 3'])
    expect(standIn.windows).toEqual([])
  })
})

describe('a second start', () => {
  test('passes its project to the first and ends', async () => {
    const { standIn } = await startMain({
      words: ['/home/ada/ward.fairhearing'],
      arrange: (electron) => {
        electron.app.isFirst = false
      },
    })
    expect(standIn.app.acts).toEqual(['lock {"project":"/home/ada/ward.fairhearing"}', 'quit'])
    expect(standIn.windows).toEqual([])
  })

  test('brings the first to the front and opens the project there', async () => {
    const { standIn, window, door } = await startWindow()
    standIn.app.emit('second-instance', {}, [], '/', { project: '/home/ada/ward.fairhearing' })
    await vi.waitFor(() => expect(door.passed).toHaveLength(1))
    expect(door.passed).toEqual(['projects.open {"file":"ref:/home/ada/ward.fairhearing"}'])
    expect(window.acts.slice(-2)).toEqual(['show', 'focus'])
  })

  test('may come without a project, or with nonsense', async () => {
    const { standIn, window, door } = await startWindow()
    for (const data of [{ project: null }, null, undefined, { project: 7 }]) {
      standIn.app.emit('second-instance', {}, [], '/', data)
    }
    expect(window.acts).toContain('focus')
    expect(door.passed).toEqual([])
  })
})

test('a file opened from the desktop is opened here, and a failure is told', async () => {
  const { standIn, door } = await startWindow()
  door.door.dispatch = async () => ({
    ok: false,
    failure: { code: 'project-newer', message: 'The project was made by a newer version.' },
  })
  const event = preventable({})
  standIn.app.emit('open-file', event, '/home/ada/ward.fairhearing')
  expect(event.prevented).toBe(true)
  await vi.waitFor(() => expect(standIn.dialogs.said).toEqual(['The project was made by a newer version.']))
})

describe('quitting', () => {
  test('waits until the service has closed, and remembers where the window was', async () => {
    const { standIn, window, door, saved } = await startWindow()
    const ends = () => standIn.app.acts.filter((act) => act.startsWith('quit'))
    window.bounds = { x: 7, y: 8, width: 1000, height: 800 }
    window.emit('close')
    standIn.app.emit('window-all-closed')
    expect(saved).toEqual([{ x: 7, y: 8, width: 1000, height: 800, maximized: true }])
    expect(door.passed).toEqual(['close'])
    expect(ends()).toEqual(['quit held back'])
    // Asked again while it closes: still held back, and the service is not closed twice.
    standIn.app.quit()
    expect(ends()).toEqual(['quit held back', 'quit held back'])
    door.finishClosing()
    await vi.waitFor(() => expect(ends().at(-1)).toBe('quit'))
    expect(door.passed).toEqual(['close'])
  })

  test('is offered when the page has crashed, and opening it again is, too', async () => {
    const { standIn, window } = await startWindow()
    window.webContents.mainFrame.url = 'chrome-error://chromewebdata/'
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    await vi.waitFor(() => expect(window.webContents.mainFrame.url).toBe('app://fair-hearing/'))
    standIn.dialogs.button = 1
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    await vi.waitFor(() => expect(standIn.app.acts).toContain('quit held back'))
  })
})
