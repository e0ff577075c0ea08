/** The system's own dialogs: which file, where to, and what went wrong. Paths stay on this side. */
import path from 'node:path'
import { type BrowserWindow, dialog, type FileFilter, type MessageBoxOptions } from 'electron'
import { safeFileName } from '../files/names.ts'
import type { FilePurpose } from './channels.ts'

const all: FileFilter = { name: 'All files', extensions: ['*'] }
const openings: Readonly<Record<FilePurpose, { readonly title: string; readonly filters: FileFilter[] }>> = {
  comments: {
    title: 'Choose a file of comments',
    filters: [
      { name: 'Comments (CSV, JSON Lines)', extensions: ['csv', 'tsv', 'txt', 'jsonl', 'ndjson'] },
      all,
    ],
  },
  project: {
    title: 'Open a project',
    filters: [{ name: 'Fair Hearing project', extensions: ['fairhearing'] }, all],
  },
}

/** @returns the path, or null when the person thought better of it */
export async function askForFile(window: BrowserWindow, purpose: FilePurpose): Promise<string | null> {
  const { title, filters } = openings[purpose]
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    filters,
    properties: ['openFile'],
  })
  return canceled ? null : (filePaths[0] ?? null)
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
