import { expect, test } from 'vitest'
import { folderChosen, thingsDropped } from '../../renderer/src/client/dropped.ts'

type Tree = { readonly [name: string]: Tree | string }

/** An entry as a browser gives it, its children a few at a time. */
function entryOf(name: string, of: Tree | string): FileSystemEntry {
  const isFile = typeof of === 'string'
  const entry = {
    name,
    isFile,
    isDirectory: !isFile,
    file: (take: (file: File) => void) => take(new File([of as string], name)),
    createReader: () => {
      const waiting = Object.entries(of).map(([child, tree]) => entryOf(child, tree))
      return { readEntries: (take: (some: readonly FileSystemEntry[]) => void) => take(waiting.splice(0, 2)) }
    },
  }
  // Safe: it has every member that is used; a missing one fails the test.
  return entry as unknown as FileSystemEntry
}

const transferOf = (items: readonly object[]) => ({ items }) as unknown as DataTransfer
const itemOf = (name: string, of: Tree | string) => ({
  kind: 'file',
  webkitGetAsEntry: () => entryOf(name, of),
  getAsFile: () => (typeof of === 'string' ? new File([of], name) : null),
})

test('a drop is files and folders, whatever else it holds left out', () => {
  const words = { kind: 'string', webkitGetAsEntry: () => null, getAsFile: () => null }
  const things = thingsDropped(transferOf([itemOf('a.csv', '1'), words, itemOf('Takeout', {})]))
  expect(things.map((one) => [one.kind, one.kind === 'file' ? one.file.name : one.name])).toEqual([
    ['file', 'a.csv'],
    ['folder', 'Takeout'],
  ])
})

test('a folder is walked to its last file, however few entries come at a time', async () => {
  const tree = { 'a.csv': '1', 'b.csv': '2', 'c.csv': '3', deep: { deeper: { 'd.json': '4' }, empty: {} } }
  const [folder] = thingsDropped(transferOf([itemOf('Takeout', tree)]))
  const files = folder?.kind === 'folder' ? await folder.files() : []
  expect(files.map(({ path }) => path).sort()).toEqual(['a.csv', 'b.csv', 'c.csv', 'deep/deeper/d.json'])
  expect(await files.find(({ path }) => path.endsWith('d.json'))?.file.text()).toBe('4')
})

test('a file without an entry is taken as the file it is', () => {
  const bare = { kind: 'file', webkitGetAsEntry: () => null, getAsFile: () => new File(['1'], 'a.csv') }
  expect(thingsDropped(transferOf([bare]))).toMatchObject([{ kind: 'file' }])
})

test('a chosen folder has its name once, and its files where they lie in it', async () => {
  const file = (path: string) => Object.assign(new File(['1'], 'x'), { webkitRelativePath: path })
  const folder = folderChosen([file('Takeout/a.csv'), file('Takeout/deep/b.csv')])
  expect(folder).toMatchObject({ kind: 'folder', name: 'Takeout' })
  const files = folder?.kind === 'folder' ? await folder.files() : []
  expect(files.map(({ path }) => path)).toEqual(['a.csv', 'deep/b.csv'])
  expect(folderChosen([])).toBeNull()
})
