/** A real project file with invented comments in it, for tests of the store. */
import { createHash } from 'node:crypto'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { type Label, standardCodebook } from '../../core/labels.ts'
import type { ImportedComment, Reading } from '../../core/records.ts'
import { openDatabase, type WritableDB } from '../../electron/service/store/database.ts'
import { beginImport, finishImports } from '../../electron/service/store/imports.ts'
import { insertBatch } from '../../electron/service/store/incoming.ts'
import { initial } from '../../electron/service/store/migrations/0010-initial.ts'
import { linkParents } from '../../electron/service/store/parents.ts'
import { initProject } from '../../electron/service/store/project.ts'
import { applicationId, createProjectFile, migrate } from '../../electron/service/store/project-file.ts'
import { temporaryFolder } from './temporary.ts'

export const plainReading: Reading = {
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  headerRow: 1,
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
    site: null,
    threadTitle: 'Report published',
    author: `Plover ${n % 3}`,
    authorId: null,
    createdAt: new Date(Date.parse(at) + n * 60_000).toISOString(),
    createdOriginal: null,
    text: `Comment number ${n}`,
    lang: null,
    likes: null,
    replies: null,
    reports: null,
    state: 'visible',
    kind: 'comment',
    url: null,
    editedAt: null,
    answers: [],
    raw: `{"n":${n}}`,
    key: `key-${n}`,
    ...over,
  }
}

export function emptyProject(): { readonly path: string; readonly db: WritableDB; close(): void } {
  const file = path.join(temporaryFolder(), 'test.fairhearing')
  const project = createProjectFile(file)
  initProject(project.db, {
    uid: '5eed0000-0000-4000-8000-000000000000',
    name: 'Test',
    at,
    codebook: standardCodebook,
  })
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
  const running = beginImport(db, { name, reading: plainReading, platform: null, areIdsWide: false, at })
  const { added, alreadyHere, updated } = insertBatch(db, running, comments)
  const strays = [...linkParents(db, running)].flat()
  const ledger = { read: comments.length, added, alreadyHere, updated, skipped: [], repaired: [] }
  finishImports(db, [{ ...running, strays, ledger, incomplete: [] }], at)
  return running.id
}

/** Columns of 0060 and 0100, as decisions from before it have them. */
export const notWrittenDown = {
  mode: null,
  passage_start: null,
  passage_end: null,
  reason: null,
  batch: null,
  redoes: null,
  uid: null,
  clock: null,
  role: null,
  independent: null,
  sitting: null,
  merge: null,
} as const

/** Ours, as it was before it had examples and reasons. */
const codebookOfOld = {
  ...standardCodebook,
  version: 1,
  // Safe: it stands for what an older app wrote.
  labels: standardCodebook.labels.map(
    ({ examples: _, reasons: __, ...label }) => label,
  ) as Partial<Label>[] as readonly Label[],
}

/** As the first version wrote them. */
function addToFirstForm(db: WritableDB, comments: readonly ImportedComment[]): void {
  db.execute(`
    insert into imports (id, name, reading, imported_at, state, ledger)
      values (1, 'a.csv', '${JSON.stringify(plainReading)}', '${at}', 'done',
        '{"read":3,"added":3,"alreadyHere":0,"skipped":[],"repaired":[],"orphans":0}');
    insert into threads (id, key, title, import_id) values (1, 'id:fern-ward', 'Report published', 1);
    update project set visible_through = ${comments.length};
  `)
  for (const { row, key, id, author, createdAt, text, raw } of comments) {
    db.run('insert or ignore into authors (name, import_id) values (?, 1)', author)
    const added = db.run(
      `insert into comments (import_id, row, key, external_id, thread_id, author_id, created_at, text, state, kind)
       values (1, ?, ?, ?, 1, (select id from authors where name = ?), ?, ?, 'visible', 'comment')`,
      row,
      key,
      id,
      author,
      createdAt,
      text,
    )
    db.run('insert into originals (comment_id, raw) values (?, ?)', added.id, raw)
    db.run('insert into comments_fts (rowid, text) values (?, ?)', added.id, text)
  }
}

/**
 * A file as the first version made it: by migration 0010 alone, with three comments, and decisions that were hashed
 * as that version hashed them. Comment 1 was decided twice, the decision on comment 2 was taken back.
 *
 * @returns its path; it is closed
 */
export function firstFormProject(): string {
  const file = path.join(temporaryFolder(), 'first.fairhearing')
  const db = openDatabase(file)
  db.execute(`pragma application_id = ${applicationId}`)
  migrate(db, [initial])
  initProject(db, {
    uid: '5eed0000-0000-4000-8000-000000000010',
    name: 'From the first version',
    at,
    codebook: codebookOfOld,
  })
  addToFirstForm(db, [comment(1), comment(2), comment(3)])
  const suggestion = '{"troll":0.1,"critic":0.7,"neither":0.2,"band":"critic"}'
  let before = ''
  for (const [id, comment, label, undoes] of [
    [1, 1, 'troll', null],
    [2, 1, 'critic', null],
    [3, 2, 'neither', null],
    [4, 2, null, 3],
  ] as const) {
    const seen = label === null ? [0, 0, null, null] : [1, 1200, suggestion, 'starter-1']
    const kind = label === null ? 'undo' : 'label'
    const cells = [id, comment, kind, label, undoes, 'Priya', at, null, 'troll-or-critic', 1, ...seen]
    before = createHash('sha256')
      .update(`${before}\n${JSON.stringify(cells)}`)
      .digest('hex')
    db.run(`insert into decisions values (${cells.map(() => '?').join(', ')}, ?)`, ...cells, before)
  }
  db.run(`insert into standing (comment_id, decision_id, label) values (1, 2, 'critic')`)
  db.close()
  return file
}
