/** Electron's door: two channels in, one out, and only for our own page. */
import {
  type BrowserWindow,
  type IpcMainInvokeEvent,
  ipcMain,
  shell,
  type WebContents,
  type WebFrameMain,
} from 'electron'
import { AppError, type Result } from '../../core/result.ts'
import type { Door } from '../service/door.ts'
import { type Channel, type FilePurpose, filePurposes, isOurAddress, type ShellAction } from './channels.ts'
import { askForFile, askForTarget } from './dialogs.ts'
import { failureOf } from './projects.ts'

export interface Mount {
  readonly door: Door
  readonly window: BrowserWindow
  /** Where the save dialog starts. */
  readonly documents: string
}

/** Characters of JSON. The largest honest request is a note of 10,000 characters with a reading of ten columns. */
export const mostCharacters = 200_000
const longestName = 4_096

/** Answers the page's calls and passes the service's events on to it, for as long as the app runs. */
export function mountIpc({ door, window, documents }: Mount): void {
  const actions: Readonly<Record<ShellAction, (argument: unknown) => Promise<unknown>>> = {
    pickFile: async (purpose) => {
      const file = await askForFile(window, asPurpose(purpose))
      return file === null ? null : door.registerFile(file)
    },
    takeDropped: (file) => door.registerFile(asText(file, 'file')),
    pickTarget: async (name) => {
      const options = { folder: documents, suggestedName: asText(name, 'name') }
      const file = await askForTarget(window, options)
      return file === null ? null : door.registerTarget(file)
    },
    deliver: async (target) => {
      shell.showItemInFolder(await door.pathOf(asText(target, 'target')))
      return null
    },
  }
  listen('api', window, async (method, request) => {
    if (isTooLarge(request)) throw new AppError('bad-request', 'The request is too large.')
    return door.dispatch(asText(method, 'method'), request)
  })
  listen('shell', window, async (action, argument) => {
    if (!isAction(action, actions))
      throw new AppError('bad-request', 'The window asked for an unknown thing.')
    return { ok: true, value: await actions[action](argument) }
  })
  door.subscribe((event) => {
    if (!window.isDestroyed()) window.webContents.send('event' satisfies Channel, event)
  })
}

/** Passes for the main frame of our own window while it shows our own page. @throws Error for anyone else */
export function assertOurs(
  sender: { readonly sender: WebContents; readonly senderFrame: WebFrameMain | null },
  window: BrowserWindow,
): void {
  const frame = sender.senderFrame
  const isOurs =
    frame !== null && frame.parent === null && sender.sender === window.webContents && isOurAddress(frame.url)
  // Thrown, not answered: a stranger gets no Result to learn from.
  if (!isOurs) throw new Error('Refused.')
}

function listen(
  channel: Channel,
  window: BrowserWindow,
  answer: (first: unknown, second: unknown) => Promise<Result<unknown>>,
): void {
  ipcMain.handle(channel, async (event: IpcMainInvokeEvent, first: unknown, second: unknown) => {
    assertOurs(event, window)
    try {
      return await answer(first, second)
    } catch (error) {
      return { ok: false, failure: failureOf(error) } satisfies Result<unknown>
    }
  })
}

function isTooLarge(request: unknown): boolean {
  return (JSON.stringify(request) ?? '').length > mostCharacters
}

function isAction(name: unknown, actions: object): name is ShellAction {
  return typeof name === 'string' && Object.hasOwn(actions, name)
}

function asPurpose(value: unknown): FilePurpose {
  const purpose = filePurposes.find((one) => one === value)
  if (purpose === undefined)
    throw new AppError('bad-request', 'The window asked for an unknown kind of file.')
  return purpose
}

function asText(value: unknown, what: string): string {
  if (typeof value === 'string' && value !== '' && value.length <= longestName) return value
  throw new AppError('bad-request', `The window named no ${what}.`)
}
