/** What the app was asked for when it was started: a command, a project file, or nothing. */
import path from 'node:path'

const helpFlags: readonly string[] = ['--help', '-h']
const projectEnding = '.fairhearing'

export interface Start {
  readonly argv: readonly string[]
  /** Unpacked, Electron's first plain argument is the app's own folder. */
  readonly isPackaged: boolean
}

/**
 * The words for the command line, from the command on; null when the app should open its window. Switches before
 * the command are Chromium's (`--no-sandbox`) and are left to it.
 *
 * @param names of the commands there are
 */
export function commandIn(start: Start, names: readonly string[]): readonly string[] | null {
  const words = ownWords(start)
  const first = words.findIndex((word) => !word.startsWith('-') || helpFlags.includes(word))
  const word = words[first]
  if (word === undefined) return null
  return names.includes(word) || helpFlags.includes(word) ? words.slice(first) : null
}

/** The project file a person double-clicked or named, as an absolute path; null when there is none. */
export function projectFileIn(start: Start, folder: string): string | null {
  const named = ownWords(start).find((word) => !word.startsWith('-') && word.endsWith(projectEnding))
  return named === undefined ? null : path.resolve(folder, named)
}

function ownWords({ argv, isPackaged }: Start): readonly string[] {
  const words = argv.slice(1)
  if (isPackaged) return words
  const appFolder = words.findIndex((word) => !word.startsWith('-'))
  return appFolder === -1 ? words : words.slice(appFolder + 1)
}
