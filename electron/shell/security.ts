/** What a page may not do: leave, open windows, ask for devices, reach the network, save files by itself. */
import type { App, Session, WebContents } from 'electron'
import { appPage, isOurAddress } from './channels.ts'

/** Copying is a person's own act ("Copy details"); reading the clipboard and all else is refused. */
const allowedPermission = 'clipboard-sanitized-write'

/** Must run before the app is ready. No name is ever looked up, not even by Chromium itself. */
export function closeNetwork(app: Pick<App, 'commandLine'>): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('no-pings')
}

export function secureSession(session: Session, { devTools }: { readonly devTools: boolean }): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(permission === allowedPermission)
  })
  session.setPermissionCheckHandler((_contents, permission) => permission === allowedPermission)
  session.setDevicePermissionHandler(() => false)
  // The spelling checker would fetch its dictionaries from the network.
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isAllowedRequest(url, { devTools }) })
  })
  session.on('will-download', (event) => event.preventDefault())
}

/** Holds for every page the app will ever make, also for one made by mistake. */
export function secureContents(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => lock(contents))
}

export function isAllowedRequest(url: string, { devTools }: { readonly devTools: boolean }): boolean {
  return isOurAddress(url) || (devTools && url.startsWith('devtools://'))
}

/** Reloading our page is no journey; anything else is. */
export function isOurPage(url: string): boolean {
  return url.split('#')[0] === appPage
}

function lock(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isOurPage(details.url)) details.preventDefault()
  })
  contents.on('will-redirect', (details) => details.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
