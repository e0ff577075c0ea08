/** A real project file with invented comments in it, for tests of the store. */
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { ImportedComment, Reading } from '../../core/records.ts'
import type { WritableDB } from '../../electron/service/store/database.ts'
import { beginImport, finishImport, insertBatch, linkParents } from '../../electron/service/store/imports.ts'
import { initProject } from '../../electron/service/store/project.ts'
import { createProjectFile } from '../../electron/service/store/project-file.ts'
import { temporaryFolder } from './temporary.ts'

export const plainReading: Reading = {
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  hasHeader: true,
  dateOrder: 'ymd',
  columns: { text: 'text' },
}

export const at = '2026-09-12T18:42:00.000Z'

/** Row `n` of an invented file; anything can be overridden. */
export function comment(n: number, over: Partial<ImportedComment> = {}): ImportedComment {
  return {
    row: n + 1,
    id: String(n),
    parentId: null,
    threadId: 'fern-ward',
    threadTitle: 'Report published',
    author: `Plover ${n % 3}`,
    createdAt: new Date(Date.parse(at) + n * 60_000).toISOString(),
    createdOriginal: null,
    text: `Comment number ${n}`,
    likes: null,
    state: 'visible',
    kind: 'comment',
    url: null,
    raw: `{"n":${n}}`,
    key: `key-${n}`,
    ...over,
  }
}

export function emptyProject(): { readonly path: string; readonly db: WritableDB; close(): void } {
  const file = path.join(temporaryFolder(), 'test.fairhearing')
  const project = createProjectFile(file)
  initProject(project.db, { uid: '5eed0000-0000-4000-8000-000000000000', name: 'Test', at })
  let open = true
  const close = () => {
    if (open) project.close()
    open = false
  }
  onTestFinished(close)
  return { path: file, db: project.db, close }
}

/** Brings the comments in as one finished import. @returns the import's id */
export function addComments(db: WritableDB, comments: readonly ImportedComment[], name = 'a.csv'): number {
  const running = beginImport(db, { name, reading: plainReading, at })
  const { added, alreadyHere } = insertBatch(db, running, comments)
  for (const _ of linkParents(db, running.id));
  finishImport(db, running.id, { read: comments.length, added, alreadyHere, skipped: [], repaired: [] })
  return running.id
}
