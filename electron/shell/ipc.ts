/** Electron's door: two channels in, one out, and only for our own page. */
import {
  type BrowserWindow,
  type IpcMainInvokeEvent,
  ipcMain,
  shell,
  type WebContents,
  type WebFrameMain,
} from 'electron'
import type { Answers, PickedFile } from '../../core/contract/contract.ts'
import { AppError, type Result } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'
import { writeAtomically } from '../files/atomic-write.ts'
import type { Door } from '../service/door.ts'
import { type Channel, type FilePurpose, filePurposes, isOurAddress, type ShellAction } from './channels.ts'
import { askForFiles, askForTarget } from './dialogs.ts'
import { printToPdf } from './print-letter.ts'
import { failureOf } from './projects.ts'

export interface Mount {
  readonly door: Door
  readonly window: BrowserWindow
  /** Where the save dialog starts. */
  readonly documents: string
}

/** Characters of JSON, as many as browser mode takes. The largest honest request is an import of 500 files. */
export const mostCharacters = 1024 * 1024
const longestName = 4_096
/** Files picked or dropped at once; `imports.survey` takes as many. */
const mostPicked = 1_000

/** Answers the page's calls and passes the service's events on to it, for as long as the app runs. */
export function mountIpc({ door, window, documents }: Mount): void {
  const actions: Readonly<Record<ShellAction, (argument: unknown) => Promise<unknown>>> = {
    pickFile: async (purpose) => {
      const known = asPurpose(purpose)
      if (known !== 'project' && known !== 'copy') throw unknownPurpose()
      const [file] = await askForFiles(window, known)
      return file === undefined ? null : door.registerFile(file)
    },
    pickFiles: async (what) => {
      const purpose = asPurpose(what)
      if (purpose !== 'files' && purpose !== 'folder') throw unknownPurpose()
      return registerAll(door, await askForFiles(window, purpose))
    },
    takeDropped: async (files) => registerAll(door, asTexts(files, 'file')),
    pickTarget: async (name) => {
      const options = { folder: documents, suggestedName: asText(name, 'name') }
      const file = await askForTarget(window, options)
      return file === null ? null : door.registerTarget(file)
    },
    printLetter: (letter) => printLetter(door, letter),
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

/** In their order. @throws AppError where one is gone, or where they are too many */
async function registerAll(door: Door, files: readonly string[]): Promise<readonly PickedFile[]> {
  if (files.length > mostPicked) throw new AppError('bad-request', sentences.tooManyPicked(mostPicked))
  return Promise.all(files.map((file) => door.registerFile(file)))
}

/** The window says which letter; what is in it comes from the service. It is in the record when it is on the disk. */
async function printLetter(door: Door, asked: unknown): Promise<null> {
  if (typeof asked !== 'object' || asked === null || !('letter' in asked) || !('target' in asked)) {
    throw new AppError('bad-request', 'The window named no letter.')
  }
  const target = await door.pathOf(asText(asked.target, 'target'))
  const preview = answerOf(await door.dispatch('letters.preview', asked.letter))
  // Safe: that is what the service answers to this method.
  const { html } = preview as Answers['letters.preview']
  await writeAtomically(target, [await printToPdf(html)])
  answerOf(await door.dispatch('letters.save', { ...Object(asked.letter), target: null }))
  return null
}

/** @throws AppError the failure */
function answerOf(result: Result<unknown>): unknown {
  if (!result.ok) throw new AppError(result.failure.code, result.failure.message)
  return result.value
}

function asPurpose(value: unknown): FilePurpose {
  const purpose = filePurposes.find((one) => one === value)
  if (purpose === undefined) throw unknownPurpose()
  return purpose
}

const unknownPurpose = () => new AppError('bad-request', 'The window asked for an unknown kind of file.')

/** A dropped thing that lies on no disk, such as a picture out of a web page, has no path and is left out. */
function asTexts(value: unknown, what: string): readonly string[] {
  const texts = Array.isArray(value) ? value.filter((one) => one !== '') : []
  if (texts.length === 0) throw new AppError('bad-request', `The window named no ${what}.`)
  return texts.map((one) => asText(one, what))
}

function asText(value: unknown, what: string): string {
  if (typeof value === 'string' && value !== '' && value.length <= longestName) return value
  throw new AppError('bad-request', `The window named no ${what}.`)
}
