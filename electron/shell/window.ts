/** The one window: its settings, and where it stands on the screen. */
import { BrowserWindow, type BrowserWindowConstructorOptions, type Rectangle } from 'electron'
import { appPage } from './channels.ts'
import { closed } from './closed.ts'

/** As `WindowState` of the settings: whole pixels, the size when not maximized; x and y null before the first move. */
export interface Placement {
  readonly x: number | null
  readonly y: number | null
  readonly width: number
  readonly height: number
  readonly maximized: boolean
}

export interface WindowOptions {
  readonly placement: Placement
  /** Work areas of the screens there are now. */
  readonly screens: readonly Readonly<Rectangle>[]
  readonly preload: string
  readonly partition: string
  readonly dark: boolean
  readonly devTools: boolean
}

const smallest = { minWidth: 760, minHeight: 520 }
/** `--bg` of tokens.css, so that nothing flashes before the page has drawn. */
const background = { light: '#FFFFFF', dark: '#15171B' }
/** This much of the window must be on a screen, or it could not be taken hold of. */
const graspable = { width: 120, height: 40 }

/** Makes the window, hidden until its page is drawn. Does not load it: see `loadScreens`. */
export function createWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow(windowSettings(options))
  window.once('ready-to-show', () => {
    if (options.placement.maximized) window.maximize()
    window.show()
  })
  return window
}

export function loadScreens(window: BrowserWindow): Promise<void> {
  return window.loadURL(appPage)
}

export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

export function placementOf(window: BrowserWindow): Placement {
  const { x, y, width, height } = window.getNormalBounds()
  return { x, y, width, height, maximized: window.isMaximized() }
}

/** With the settings that the Electron security checklist asks for. */
export function windowSettings(options: WindowOptions): BrowserWindowConstructorOptions {
  return {
    ...boundsFor(options.placement, options.screens),
    ...smallest,
    title: 'Fair Hearing',
    show: false,
    backgroundColor: options.dark ? background.dark : background.light,
    webPreferences: {
      preload: options.preload,
      partition: options.partition,
      ...closed,
      navigateOnDragDrop: false,
      devTools: options.devTools,
    },
  }
}

/** Where the window was, if it can still be seen there; else its size only, and the system finds the place. */
export function boundsFor(placement: Placement, screens: readonly Readonly<Rectangle>[]): Partial<Rectangle> {
  const { x, y } = placement
  const width = Math.max(placement.width, smallest.minWidth)
  const height = Math.max(placement.height, smallest.minHeight)
  if (x === null || y === null) return { width, height }
  const isReachable = screens.some(
    (screen) =>
      overlap(x, width, screen.x, screen.width) >= graspable.width &&
      y >= screen.y - graspable.height / 2 &&
      overlap(y, height, screen.y, screen.height) >= graspable.height,
  )
  return isReachable ? { x, y, width, height } : { width, height }
}

function overlap(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart)
}
