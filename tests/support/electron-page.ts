/**
 * A page in a real Chromium that believes it runs in the app: the real bundled preload gives it
 * `window.fairHearing`, whose calls go to the handlers on the stand-in of Electron, and the real `app://` handler
 * serves it, headers and all. Any screens can stand in `root`.
 */
import type { Browser, Page } from 'playwright-core'
import { invokeFrom, type StandIn, type StandInWindow } from './electron-stand-in.ts'

/** Chromium does not know `app:`, so its pages have this (trustworthy) address and the handler is asked for ours. */
const pageOrigin = 'https://fair-hearing.test'

export interface PageParts {
  readonly browser: Browser
  readonly standIn: StandIn
  /** The window whose IPC is mounted; what is sent to it reaches the page. */
  readonly window: StandInWindow
  readonly preload: string
  /** Answers for `app://`, as `answer` of the shell's protocol. */
  readonly serve: (request: { readonly url: string; readonly method: string }) => Promise<Response>
}

export async function openElectronPage({
  browser,
  standIn,
  window,
  preload,
  serve,
}: PageParts): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await window.loadURL('app://fair-hearing/')
  await page.exposeFunction('standInInvoke', (channel: string, ...args: readonly unknown[]) =>
    invokeFrom(standIn, { contents: window.webContents }, channel, ...args),
  )
  await page.addInitScript({ content: withElectron(preload) })
  await page.route('**/*', async (route) => {
    const request = route.request()
    if (!request.url().startsWith(`${pageOrigin}/`)) return route.abort()
    const answer = await serve({
      url: request.url().replace(pageOrigin, 'app://fair-hearing'),
      method: request.method(),
    })
    return route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    })
  })
  window.webContents.on('sent', (message: { readonly channel: string; readonly value: unknown }) => {
    // A page that has just been closed need not hear it any more.
    void page.evaluate((sent) => Reflect.get(globalThis, 'standInSend')(sent), message).catch(() => undefined)
  })
  await page.goto(`${pageOrigin}/`)
  return page
}

/** The preload with the three parts of Electron a sandboxed preload may require. Names of dropped files: their own. */
function withElectron(preload: string): string {
  return `(() => {
    const { standInInvoke } = globalThis
    const listeners = new Map()
    const of = (channel) => listeners.get(channel) ?? listeners.set(channel, new Set()).get(channel)
    globalThis.standInSend = ({ channel, value }) => of(channel).forEach((listener) => listener({}, value))
    const ipcRenderer = {
      invoke: (channel, ...args) => standInInvoke(channel, ...args),
      on: (channel, listener) => { of(channel).add(listener); return ipcRenderer },
      removeListener: (channel, listener) => { of(channel).delete(listener); return ipcRenderer },
    }
    const electron = {
      contextBridge: { exposeInMainWorld: (name, api) => { globalThis[name] = Object.freeze(api) } },
      ipcRenderer,
      webUtils: { getPathForFile: (file) => '/home/ada/' + file.name },
    }
    const require = (name) => {
      if (name !== 'electron') throw new Error('A sandboxed preload cannot require ' + name)
      return electron
    }
    const module = { exports: {} }
    ;((require, module, exports) => { ${preload}
    })(require, module, module.exports)
  })()`
}
