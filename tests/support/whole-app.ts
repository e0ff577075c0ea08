/**
 * The whole app but for Electron's own runtime: the bundled main with the real service in its worker, started on
 * the stand-in, and the built screens with the bundled preload in a real Chromium.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { vi } from 'vitest'
import { openElectronPage } from './electron-page.ts'
import { createElectron, type StandIn } from './electron-stand-in.ts'
import type { Started } from './flow.ts'

export interface WholeApp extends Started {
  readonly standIn: StandIn
}

/** One at a time in a process: the bundle finds its Electron and its home in the process's own. */
export async function startWholeApp(options: {
  /** What is built: `out` and `resources`. */
  readonly folder: string
  readonly browser: Browser
  /** Settings and projects are in here. */
  readonly home: string
}): Promise<WholeApp> {
  const standIn = createElectron()
  process.env.FAIR_HEARING_HOME = options.home
  vi.resetModules()
  vi.doMock('electron', () => standIn.electron)
  await import(path.join(options.folder, 'out/electron/main.js'))
  const window = await until(() => {
    const [complaint] = standIn.dialogs.said
    if (complaint !== undefined) throw new Error(complaint)
    return standIn.windows[0]
  })
  const serve = standIn.sessions.get(window.options.webPreferences?.partition ?? '')?.schemes.get('app')
  if (serve === undefined) throw new Error('Nothing serves app:// in the session of the window.')
  const preload = readFileSync(window.options.webPreferences?.preload ?? '', 'utf8')
  const page = await openElectronPage({
    browser: options.browser,
    standIn,
    window,
    preload,
    serve: (request) => serve(new Request(request.url, { method: request.method })),
  })
  const quit = async () => {
    await page.context().close()
    window.emit('close')
    window.isGone = true
    standIn.app.emit('window-all-closed')
    await until(() => standIn.app.acts.includes('quit') || undefined)
  }
  return { standIn, page, quit }
}

async function until<T>(look: () => T | undefined): Promise<T> {
  for (;;) {
    const found = look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
