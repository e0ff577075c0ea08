/**
 * Stands in for the `electron` module where its runtime cannot be: what we use of it, with the same names, and
 * everything that crosses a process boundary copied by `structuredClone`, as Electron does.
 */
import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'

export interface Frame {
  url: string
  parent: Frame | null
}

interface Message {
  readonly channel: string
  readonly value: unknown
}

/** Shaped like a `webContents`, as far as we use it. */
export class StandInContents extends EventEmitter {
  readonly mainFrame: Frame = { url: 'about:blank', parent: null }
  readonly sent: Message[] = []
  /** Pages that were printed, with how. */
  readonly printed: { readonly url: string; readonly options: Electron.PrintToPDFOptions }[] = []
  openHandler: ((details: { url: string }) => { action: string }) | null = null

  send(channel: string, value: unknown): void {
    const message = { channel, value: structuredClone(value) }
    this.sent.push(message)
    this.emit('sent', message)
  }
  /** A PDF as far as its first bytes go. */
  printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    this.printed.push({ url: this.mainFrame.url, options })
    return Promise.resolve(Buffer.from('%PDF-1.7 printed'))
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler
  }
}

export class StandInWindow extends EventEmitter {
  readonly webContents = new StandInContents()
  readonly acts: string[] = []
  readonly options: Electron.BrowserWindowConstructorOptions
  bounds: Electron.Rectangle
  isGone = false

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    this.options = options
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.bounds = { x, y, width, height }
  }
  loadURL(url: string): Promise<void> {
    this.webContents.mainFrame.url = url
    this.emit('ready-to-show')
    return Promise.resolve()
  }
  show = () => void this.acts.push('show')
  focus = () => void this.acts.push('focus')
  restore = () => void this.acts.push('restore')
  maximize = () => void this.acts.push('maximize')
  isMinimized = () => false
  isMaximized = () => this.acts.includes('maximize')
  isVisible = () => this.acts.includes('show')
  isDestroyed = () => this.isGone
  destroy = () => {
    this.isGone = true
  }
  getNormalBounds = () => this.bounds
}

/** An event whose default can be prevented, as Electron's can. */
export function preventable<T extends object>(
  details: T,
): T & { prevented: boolean; preventDefault(): void } {
  const event = {
    ...details,
    prevented: false,
    preventDefault: () => {
      event.prevented = true
    },
  }
  return event
}

export class StandInApp extends EventEmitter {
  isPackaged = true
  /** What `requestSingleInstanceLock` answers. */
  isFirst = true
  readonly acts: string[] = []
  readonly switches: string[] = []
  readonly folders: Record<string, string> = {
    userData: '/home/ada/settings',
    documents: '/home/ada/Documents',
  }
  readonly commandLine = {
    appendSwitch: (name: string, value = '') =>
      void this.switches.push(value === '' ? name : `${name}=${value}`),
  }
  getPath = (name: string) => this.folders[name] ?? ''
  setPath = (name: string, folder: string) => {
    this.folders[name] = folder
  }
  getVersion = () => '1.2.3'
  enableSandbox = () => void this.acts.push('enableSandbox')
  whenReady = () => Promise.resolve()
  exit = (status: number) => void this.acts.push(`exit ${status}`)
  requestSingleInstanceLock = (data: unknown) => {
    this.acts.push(`lock ${JSON.stringify(data)}`)
    return this.isFirst
  }
  /** As Electron: asks the listeners of `will-quit`, and is gone unless one of them objects. */
  quit = () => {
    const event = preventable({})
    this.emit('will-quit', event)
    this.acts.push(event.prevented ? 'quit held back' : 'quit')
  }
}

type PermissionAnswer = (isGranted: boolean) => void

export class StandInSession extends EventEmitter {
  permission: ((contents: null, name: string, answer: PermissionAnswer) => void) | null = null
  check: ((contents: null, name: string) => boolean) | null = null
  device: (() => boolean) | null = null
  spelling = true
  filter: ((details: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void) | null = null
  readonly schemes = new Map<string, (request: Request) => Promise<Response>>()
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
      void this.schemes.set(scheme, handler),
  }
  readonly webRequest = {
    onBeforeRequest: (filter: typeof this.filter) => {
      this.filter = filter
    },
  }
  setPermissionRequestHandler = (handler: typeof this.permission) => {
    this.permission = handler
  }
  setPermissionCheckHandler = (handler: typeof this.check) => {
    this.check = handler
  }
  setDevicePermissionHandler = (handler: typeof this.device) => {
    this.device = handler
  }
  setSpellCheckerEnabled = (isOn: boolean) => {
    this.spelling = isOn
  }
}

type Handler = (event: object, ...args: readonly unknown[]) => Promise<unknown>

export interface StandIn {
  /** The module itself: `vi.doMock('electron', () => standIn.electron)`. */
  readonly electron: object
  readonly app: StandInApp
  readonly windows: StandInWindow[]
  readonly sessions: Map<string, StandInSession>
  readonly handlers: Map<string, Handler>
  /** Files and folders shown to the person. */
  readonly shown: string[]
  readonly privileged: string[]
  readonly menus: Electron.MenuItemConstructorOptions[][]
  /** What the next dialogs answer; `said` is what they said. */
  readonly dialogs: {
    open: string[]
    save: string
    button: number
    readonly said: string[]
    /** What the latest dialog for opening let a person choose. */
    asked: readonly string[]
  }
}

/** A fresh runtime. */
export function createElectron(): StandIn {
  const parts = {
    app: new StandInApp(),
    windows: [],
    sessions: new Map(),
    handlers: new Map(),
    shown: [],
    privileged: [],
    menus: [],
    dialogs: { open: [], save: '', button: 0, said: [], asked: [] },
  }
  return { ...parts, electron: moduleOf({ ...parts, electron: {} }) }
}

/** `ipcRenderer.invoke` from a frame: arguments and answer are copied; without a frame, from the main frame. */
export async function invokeFrom(
  { handlers }: StandIn,
  from: { readonly contents: StandInContents; readonly frame?: Frame | null },
  ...[channel, ...args]: readonly [string, ...unknown[]]
): Promise<unknown> {
  const handler = handlers.get(channel)
  if (!handler) throw new Error(`No handler registered for '${channel}'`)
  const senderFrame = from.frame === undefined ? from.contents.mainFrame : from.frame
  return structuredClone(await handler({ sender: from.contents, senderFrame }, ...structuredClone(args)))
}

function moduleOf(parts: StandIn): object {
  const { app, windows, sessions, handlers, shown, privileged, menus } = parts
  return {
    app,
    BrowserWindow: class extends StandInWindow {
      constructor(options: Electron.BrowserWindowConstructorOptions) {
        super(options)
        windows.push(this)
        app.emit('web-contents-created', {}, this.webContents)
      }
    },
    dialog: dialogOf(parts),
    ipcMain: { handle: (channel: string, handler: Handler) => void handlers.set(channel, handler) },
    Menu: {
      buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
      setApplicationMenu: (template: Electron.MenuItemConstructorOptions[]) => void menus.push(template),
    },
    nativeTheme: { shouldUseDarkColors: false },
    protocol: {
      registerSchemesAsPrivileged: (schemes: readonly Electron.CustomScheme[]) =>
        void privileged.push(...schemes.map(({ scheme }) => scheme)),
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] },
    session: {
      fromPartition: (name: string) => {
        const session = sessions.get(name) ?? new StandInSession()
        sessions.set(name, session)
        return session
      },
    },
    shell: {
      showItemInFolder: (file: string) => void shown.push(file),
      openPath: async (folder: string) => void shown.push(folder),
    },
  } satisfies Partial<Record<keyof typeof Electron, unknown>>
}

function dialogOf({ dialogs }: StandIn): object {
  return {
    showOpenDialog: async (_window: unknown, options: Electron.OpenDialogOptions) => {
      dialogs.asked = options.properties ?? []
      return { canceled: dialogs.open.length === 0, filePaths: dialogs.open }
    },
    showSaveDialog: async (_window: unknown, options: Electron.SaveDialogOptions) => {
      dialogs.said.push(options.defaultPath ?? '')
      return { canceled: dialogs.save === '', filePath: dialogs.save }
    },
    showMessageBox: async (...args: readonly [unknown, Electron.MessageBoxOptions?]) => {
      // Safe: Electron takes (window, options) or (options), and we pass nothing else.
      const options = (args[1] ?? args[0]) as Electron.MessageBoxOptions
      dialogs.said.push(options.message)
      return { response: dialogs.button }
    },
    showErrorBox: (title: string, message: string) => void dialogs.said.push(`${title}: ${message}`),
  }
}
