/** Composition root of the app: picks the parts, ties them together, opens the window. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { app, type BrowserWindow, dialog, nativeTheme, screen, session, shell } from 'electron'
import { commandNames, runCli } from './cli.ts'
import { type Door, openDoor } from './service/door.ts'
import { resourcesFolder, standardPlaces } from './service/paths.ts'
import { loadWindowState, saveWindowState } from './service/settings/window-state.ts'
import { commandIn, projectFileIn } from './shell/arguments.ts'
import { closeBeforeQuit } from './shell/closing.ts'
import { askAfterCrash, askForProject, tellFailure } from './shell/dialogs.ts'
import { mountIpc } from './shell/ipc.ts'
import { setMenu } from './shell/menu.ts'
import { openProject } from './shell/projects.ts'
import { registerAppScheme, serveScreens } from './shell/protocol.ts'
import { closeNetwork, secureContents, secureSession } from './shell/security.ts'
import { createWindow, focusWindow, loadScreens, placementOf } from './shell/window.ts'

/** Without "persist:": nothing a page keeps is ever written to the disk. */
const partition = 'fair-hearing'
const here = import.meta.dirname
const devTools = !app.isPackaged
const places = standardPlaces(resourcesFolder(here))
const started = { argv: process.argv, isPackaged: app.isPackaged }

interface Running {
  readonly door: Door
  readonly window: BrowserWindow
}
let running: Running | null = null
let wantedProject = projectFileIn(started, process.cwd())

const command = commandIn(started, commandNames)
if (command !== null) app.exit(await runCli(command))
else openApp()

function openApp(): void {
  // Chromium's own files, and its lock for a second start, go where the settings are: FAIR_HEARING_HOME moves all.
  const runtimeFolder = path.join(places.settings, 'runtime')
  mkdirSync(runtimeFolder, { recursive: true })
  app.setPath('userData', runtimeFolder)
  if (!app.requestSingleInstanceLock({ project: wantedProject })) {
    app.quit()
    return
  }
  app.enableSandbox()
  closeNetwork(app)
  registerAppScheme()
  secureContents(app)
  app.on('second-instance', (_event, _argv, _folder, data) => {
    if (running) focusWindow(running.window)
    void open(projectIn(data))
  })
  app.on('open-file', (event, file) => {
    event.preventDefault()
    void open(file)
  })
  app.on('window-all-closed', () => app.quit())
  app.whenReady().then(start).catch(giveUp)
}

async function start(): Promise<void> {
  const pages = session.fromPartition(partition)
  secureSession(pages, { devTools })
  serveScreens(pages.protocol, path.join(here, '../renderer'))
  const door = openDoor({ places, version: app.getVersion() })
  const window = createWindow({
    placement: await loadWindowState(places.settings),
    screens: screen.getAllDisplays().map((display) => display.workArea),
    preload: path.join(here, 'preload.cjs'),
    partition,
    dark: nativeTheme.shouldUseDarkColors,
    devTools,
  })
  running = { door, window }
  keep(running)
  mountIpc({ door, window, documents: app.getPath('documents') })
  setMenu({
    platform: process.platform,
    devTools,
    openProject: async () => open(await askForProject(window)),
    closeProject: () => void door.dispatch('projects.close', {}),
    showProjectsFolder: () => void shell.openPath(places.projects),
  })
  await Promise.all([open(wantedProject), loadScreens(window)])
}

/** Opens a project at once, or as soon as there is a service to open it. */
async function open(file: string | null): Promise<void> {
  if (file === null) return
  wantedProject = file
  if (running === null) return
  const failure = await openProject(running.door, file)
  if (failure) await tellFailure(running.window, failure.message)
}

/** What lasts beyond the window: where it stood, and everything the service holds. */
function keep({ door, window }: Running): void {
  let saved: Promise<void> = Promise.resolve()
  window.on('close', () => {
    saved = saveWindowState(places.settings, placementOf(window))
  })
  window.webContents.on('render-process-gone', async (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    if (await askAfterCrash(window)) await loadScreens(window)
    else app.quit()
  })
  closeBeforeQuit(app, async () => {
    await Promise.all([saved, door.close()])
  })
}

function projectIn(data: unknown): string | null {
  const hasProject = typeof data === 'object' && data !== null && 'project' in data
  return hasProject && typeof data.project === 'string' ? data.project : null
}

function giveUp(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  dialog.showErrorBox('Fair Hearing could not start', message)
  app.exit(1)
}
