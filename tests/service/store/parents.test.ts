/** Replies and what they answer, in files that come together or one after another. */
import { describe, expect, test } from 'vitest'
import type { ImportedComment } from '../../../core/records.ts'
import type { WritableDB } from '../../../electron/service/store/database.ts'
import {
  beginImport,
  discardUnfinished,
  finishImports,
  type ReadImport,
} from '../../../electron/service/store/imports.ts'
import { insertBatch } from '../../../electron/service/store/incoming.ts'
import { linkParents } from '../../../electron/service/store/parents.ts'
import { readTotals } from '../../../electron/service/store/project.ts'
import { verifyProject } from '../../../electron/service/store/verify.ts'
import { at, comment, emptyProject, plainReading } from '../../support/project.ts'

interface FileOf {
  readonly platform?: string
  readonly areIdsWide?: boolean
}

function read(db: WritableDB, comments: readonly ImportedComment[], of: FileOf = {}): ReadImport {
  const { platform = 'x', areIdsWide = true } = of
  const running = beginImport(db, { name: 'part.js', reading: plainReading, platform, areIdsWide, at })
  const { added, alreadyHere, updated } = insertBatch(db, running, comments)
  const strays = [...linkParents(db, running)].flat()
  const ledger = { read: comments.length, added, alreadyHere, updated, skipped: [], repaired: [] }
  return { ...running, strays, ledger, incomplete: [] }
}

/** Files of one import, each with its comments. */
const bringIn = (db: WritableDB, files: readonly (readonly ImportedComment[])[], of?: FileOf) =>
  finishImports(
    db,
    files.map((comments) => read(db, comments, of)),
    at,
  )

/** "reply < parent in thread" of all there is, by its own id. */
const tree = (db: WritableDB) =>
  db
    .all<{ id: string; parent: string | null; thread: string }>(
      `select c.external_id as id, p.external_id as parent, t.title as thread from seen c
       left join comments p on p.id = c.parent_id join threads t on t.id = c.thread_id order by c.external_id`,
    )
    .map(({ id, parent, thread }) => `${id} < ${parent ?? '-'} in ${thread}`)

const sound = (db: WritableDB) => verifyProject(db).every(({ problem }) => problem === null)
/** A tweet whose file knows of no other: its thread is its own. */
const alone = (n: number, parentId: string | null = null) =>
  comment(n, { parentId, threadId: String(n), threadTitle: `thread ${n}` })

const parts = [
  [alone(1)],
  [
    alone(2, '1'),
    comment(3, { parentId: '2', threadId: '2', threadTitle: 'thread 2' }),
    alone(8, 'of somebody else'),
  ],
  [alone(4, '3')],
]
const together = [
  '1 < - in thread 1',
  '2 < 1 in thread 1',
  '3 < 2 in thread 1',
  '4 < 3 in thread 1',
  '8 < - in thread 8',
]

describe('replies in one file to a comment in another', () => {
  test('find it and its thread, in whichever order the files of an import are', () => {
    for (const files of [parts, parts.toReversed()]) {
      const { db } = emptyProject()
      const ledgers = bringIn(db, files)
      expect(tree(db)).toEqual(together)
      expect(ledgers.reduce((sum, { orphans }) => sum + orphans, 0)).toBe(1)
      expect(db.get('select count(*) as n from threads')).toEqual({ n: 2 })
      expect(sound(db)).toBe(true)
    }
  })

  test('find it in an earlier import, and in a later one', () => {
    for (const files of [parts, parts.toReversed()]) {
      const { db } = emptyProject()
      for (const file of files) bringIn(db, [file])
      expect(tree(db)).toEqual(together)
      expect(sound(db)).toBe(true)
    }
  })

  test('stay where they are when their file comes again', () => {
    const { db } = emptyProject()
    bringIn(db, parts)
    bringIn(db, [[...(parts[1] ?? []), alone(9, '2')]])
    expect(tree(db)).toEqual([...together, '9 < 2 in thread 1'])
    expect(readTotals(db).threads).toBe(2)
  })

  test('are not tied to another platform’s comment, nor where ids say too little', () => {
    const { db } = emptyProject()
    bringIn(db, [[alone(1)]], { platform: 'reddit' })
    bringIn(db, [[alone(2, '1')]])
    bringIn(db, [[alone(3, '1')]], { platform: 'reddit', areIdsWide: false })
    expect(tree(db).filter((line) => !line.includes('< -'))).toEqual([])
  })

  test('may answer in a circle, and nothing hangs', () => {
    const { db } = emptyProject()
    bringIn(db, [[alone(1, '2')], [alone(2, '3')], [alone(3, '1')]])
    expect(new Set(tree(db).map((line) => line.split(' in ')[1])).size).toBe(1)
    expect(sound(db)).toBe(true)
  })

  test('leave nothing behind when the import is stopped', () => {
    const { db } = emptyProject()
    bringIn(db, [[alone(1)]])
    for (const file of parts.slice(1))
      read(db, [...file, ...file.map((one) => ({ ...one, id: `${one.id}b`, key: `${one.key}b` }))])
    for (const _ of discardUnfinished(db));
    expect(tree(db)).toEqual(['1 < - in thread 1'])
    expect(db.get('select count(*) as n from threads')).toEqual({ n: 1 })
    expect(sound(db)).toBe(true)
  })
})

test('ids that begin anew in every thread of a file tie replies within their thread', () => {
  const { db } = emptyProject()
  const inThread = (n: number, id: string, threadId: string, parentId: string | null) =>
    comment(n, { id, parentId, threadId, threadTitle: threadId })
  const file = [
    inThread(1, '1', 'a', null),
    inThread(2, '1', 'b', null),
    inThread(3, '2', 'b', '1'),
    inThread(4, '3', 'b', '4'),
    inThread(5, '4', 'a', null),
    inThread(6, '4', 'b', null),
  ]
  bringIn(db, [file], { platform: 'telegram', areIdsWide: false })
  expect(
    db.all<{ row: number; parent: number }>(
      'select c.row, p.row as parent from comments c join comments p on p.id = c.parent_id order by c.row',
    ),
  ).toEqual([
    { row: 4, parent: 3 },
    { row: 5, parent: 7 },
  ])
})

describe('threads and people of the same number on two sites', () => {
  const of = { platform: 'wordpress', areIdsWide: false }
  const on = (site: string | null, n: number, more: Partial<ImportedComment> = {}) =>
    comment(n, {
      key: `${site ?? 'lowgate.example'} ${n}`,
      site,
      threadId: '12',
      threadTitle: `Report on ${site}`,
      authorId: '1',
      author: `Admin of ${site}`,
      ...more,
    })
  const headings = (db: WritableDB) =>
    db.all('select t.title, count(*) as n from seen c join threads t on t.id = c.thread_id group by t.id')
  const people = (db: WritableDB) => db.all('select name from authors order by id')

  test('are two, and a later export of a site adds to its own', () => {
    const { db } = emptyProject()
    bringIn(db, [[on('lowgate.example', 1)], [on('other.example', 1)]], of)
    bringIn(db, [[on('lowgate.example', 1), on('lowgate.example', 2)]], of)
    expect(headings(db)).toEqual([
      { title: 'Report on lowgate.example', n: 2 },
      { title: 'Report on other.example', n: 1 },
    ])
    expect(people(db)).toEqual([{ name: 'Admin of lowgate.example' }, { name: 'Admin of other.example' }])
  })

  test('are told apart from one that an earlier version brought in without its site', () => {
    const { db } = emptyProject()
    const before = { threadTitle: 'Report on lowgate.example', author: 'Admin of lowgate.example' }
    bringIn(db, [[on(null, 1, before)]], of)
    // By its title where the first comment is new, by the comment where somebody has changed the title.
    bringIn(db, [[on('lowgate.example', 2), on('lowgate.example', 1)]], of)
    bringIn(db, [[on('lowgate.example', 1, { threadTitle: 'New title' }), on('lowgate.example', 3)]], of)
    bringIn(db, [[on('other.example', 1)]], of)
    expect(headings(db)).toEqual([
      { title: 'Report on lowgate.example', n: 3 },
      { title: 'Report on other.example', n: 1 },
    ])
    expect(people(db)).toEqual([{ name: 'Admin of lowgate.example' }, { name: 'Admin of other.example' }])
  })

  test('stay one thread where a later export no longer says which site it is', () => {
    const { db } = emptyProject()
    bringIn(db, [[on('lowgate.example', 1)]], of)
    bringIn(db, [[on(null, 1), on(null, 2)]], of)
    expect(headings(db)).toEqual([{ title: 'Report on lowgate.example', n: 2 }])
  })
})
