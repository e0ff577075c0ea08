/** What is in a drop or a choice of a browser: files, and folders walked to their last file. */

export interface FolderFile {
  /** Within the folder, with `/` between. */
  readonly path: string
  readonly file: File
}

export type Dropped =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'folder'; readonly name: string; readonly files: () => Promise<readonly FolderFile[]> }

/** As many as the service takes in one folder; one more shows that there are too many. */
const mostFiles = 20_001

/** Must be called while the drop is being heard: afterwards the browser gives nothing away. */
export function thingsDropped(transfer: DataTransfer): readonly Dropped[] {
  const items = [...transfer.items].filter((item) => item.kind === 'file')
  const things = items.flatMap((item): readonly Dropped[] => {
    const entry = item.webkitGetAsEntry()
    if (entry !== null && isFolder(entry)) {
      return [{ kind: 'folder', name: entry.name, files: () => walk(entry) }]
    }
    const file = item.getAsFile()
    return file === null ? [] : [{ kind: 'file', file }]
  })
  return things
}

/** The files of an `<input webkitdirectory>`: one folder, its name at the head of each path. */
export function folderChosen(files: readonly File[]): Dropped | null {
  const [first] = files
  if (first === undefined) return null
  const inside = files.map((file) => ({ file, path: file.webkitRelativePath.split('/').slice(1).join('/') }))
  const name = first.webkitRelativePath.split('/')[0] ?? ''
  return { kind: 'folder', name, files: async () => inside }
}

async function walk(folder: FileSystemDirectoryEntry): Promise<readonly FolderFile[]> {
  const found: FolderFile[] = []
  const waiting: { readonly entry: FileSystemDirectoryEntry; readonly path: string }[] = [
    { entry: folder, path: '' },
  ]
  for (let at = waiting.pop(); at !== undefined && found.length < mostFiles; at = waiting.pop()) {
    for (const entry of await entriesOf(at.entry)) {
      const path = at.path + entry.name
      if (isFolder(entry)) waiting.push({ entry, path: `${path}/` })
      else if (isFile(entry)) found.push({ path, file: await fileOf(entry) })
    }
  }
  return found
}

/** A browser gives the entries of a folder a hundred at a time, and then none. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => entry.file(resolve, reject))
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
