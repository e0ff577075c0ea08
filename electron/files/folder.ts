/** Walks through a folder that was chosen, following no links. */
import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { PassReason } from '../../core/records.ts'

export interface FolderFile {
  readonly path: string
  /** From the folder that was chosen, "/" between. */
  readonly relative: string
  /** Why it is not read; null where nothing speaks against it. */
  readonly refused: PassReason | null
}

const deepest = 16

/**
 * Files in the order of their names, those of a folder before those of the folders in it.
 *
 * @throws what the file system throws about the folder itself; what cannot be opened inside is given as refused
 */
export async function* walkFolder(top: string): AsyncGenerator<FolderFile> {
  const waiting = [{ folder: top, relative: '', depth: 0 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { folder, relative, depth } = next
    const found = await entriesOf(folder, depth === 0)
    if (found === null) {
      yield { path: folder, relative, refused: 'unreadable' }
      continue
    }
    const inside: typeof waiting = []
    for (const entry of found) {
      const place = {
        path: path.join(folder, entry.name),
        relative: relative === '' ? entry.name : `${relative}/${entry.name}`,
      }
      if (!entry.isDirectory()) yield { ...place, refused: entry.isFile() ? null : 'link' }
      else if (depth + 1 > deepest) yield { ...place, refused: 'too-deep' }
      else inside.push({ folder: place.path, relative: place.relative, depth: depth + 1 })
    }
    waiting.push(...inside.reverse())
  }
}

async function entriesOf(folder: string, isTop: boolean): Promise<readonly Dirent[] | null> {
  try {
    const found = await readdir(folder, { withFileTypes: true })
    return found.toSorted((one, other) => (one.name < other.name ? -1 : 1))
  } catch (error) {
    if (isTop) throw error
    return null
  }
}
