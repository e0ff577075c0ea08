/** The system's own dialogs: which file, where to, and what went wrong. Paths stay on this side. */
import path from 'node:path'
import {
  type BrowserWindow,
  dialog,
  type FileFilter,
  type MessageBoxOptions,
  type OpenDialogOptions,
} from 'electron'
import { safeFileName } from '../files/names.ts'
import type { FilePurpose } from './channels.ts'

const all: FileFilter = { name: 'All files', extensions: ['*'] }
const projects = [{ name: 'Fair Hearing project', extensions: ['fairhearing'] }, all]
/** Everything that can hold comments; `commentEndings` of the window has the same for browser mode. */
const commentEndings = 'csv tsv txt json jsonl ndjson js xml html htm zip gz zst xlsx ods mbox eml'.split(' ')

interface Opening {
  readonly title: string
  readonly filters: FileFilter[]
  readonly properties: NonNullable<OpenDialogOptions['properties']>
}

const openings: Readonly<Record<FilePurpose, Opening>> = {
  files: {
    title: 'Choose files of comments',
    filters: [{ name: 'Comments, exports, archives', extensions: commentEndings }, all],
    properties: ['openFile', 'multiSelections'],
  },
  folder: {
    title: 'Choose a folder of comments',
    filters: [],
    properties: ['openDirectory', 'multiSelections'],
  },
  project: {
    title: 'Open a project',
    filters: projects,
    properties: ['openFile'],
  },
  copy: {
    title: 'Choose a copy to merge',
    filters: projects,
    properties: ['openFile'],
  },
}

/** @returns the paths; none when the person thought better of it */
export async function askForFiles(window: BrowserWindow, purpose: FilePurpose): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { ...openings[purpose] })
  return canceled ? [] : filePaths
}

/** @returns the path of a project, or null when the person thought better of it */
export async function askForProject(window: BrowserWindow): Promise<string | null> {
  return (await askForFiles(window, 'project'))[0] ?? null
}

/**
 * @param folder where the dialog starts
 * @returns the path, or null when the person thought better of it
 */
export async function askForTarget(
  window: BrowserWindow,
  { folder, suggestedName }: { readonly folder: string; readonly suggestedName: string },
): Promise<string | null> {
  const name = safeFileName(suggestedName)
  const ending = path.extname(name).slice(1)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Save the export',
    defaultPath: path.join(folder, name),
    filters: ending === '' ? [all] : [{ name: ending.toUpperCase(), extensions: [ending] }, all],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  return canceled || filePath === '' ? null : filePath
}

export async function tellFailure(window: BrowserWindow, message: string): Promise<void> {
  const options: MessageBoxOptions = { type: 'warning', message, buttons: ['OK'] }
  // A dialog that hangs on a hidden window is hidden too (macOS), and nobody could answer it.
  await (window.isVisible() ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options))
}

/** @returns whether to open the screens again (else: quit) */
export async function askAfterCrash(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The window stopped working. Your decisions are saved.',
    buttons: ['Open it again', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  })
  return response === 0
}
