import { describe, expect, test } from 'vitest'
import type { WritableDB } from '../../../electron/service/store/database.ts'
import {
  areKnown,
  beginImport,
  discardUnfinished,
  insertProblems,
  listImports,
  pageOfProblems,
} from '../../../electron/service/store/imports.ts'
import { insertBatch } from '../../../electron/service/store/incoming.ts'
import { readTotals } from '../../../electron/service/store/project.ts'
import { verifyProject } from '../../../electron/service/store/verify.ts'
import { addComments, at, comment, emptyProject, plainReading } from '../../support/project.ts'
import { queueIds } from '../../support/queues.ts'

const all = { show: 'all', text: '', importId: null } as const
const parents = (db: WritableDB) =>
  db.all<{ a: string; b: string }>(
    'select c.external_id as a, p.external_id as b from seen c join comments p on p.id = c.parent_id order by c.id',
  )

describe('an import', () => {
  test('ties replies to parents that come later in the file', () => {
    const { db } = emptyProject()
    addComments(db, [comment(1, { parentId: '2' }), comment(2), comment(3, { parentId: '1' })])
    expect(parents(db)).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '1' },
    ])
  })

  test('adds nothing the second time, and only what is new the third', () => {
    const { db } = emptyProject()
    const first = [comment(1), comment(2)]
    addComments(db, first)
    addComments(db, first)
    addComments(db, [...first, comment(3, { parentId: '2' })])
    expect(readTotals(db).comments).toBe(3)
    expect(parents(db)).toEqual([{ a: '3', b: '2' }])
    expect(listImports(db).map(({ ledger }) => [ledger.added, ledger.alreadyHere])).toEqual([
      [1, 2],
      [0, 2],
      [2, 0],
    ])
  })

  test('gives an orphan its parent when a later file of the same thread brings it', () => {
    const { db } = emptyProject()
    addComments(db, [comment(2, { parentId: '1' })])
    expect(listImports(db)[0]?.ledger.orphans).toBe(1)
    addComments(db, [comment(1)])
    expect(parents(db)).toEqual([{ a: '2', b: '1' }])
  })

  test('does not take a comment of another thread for the parent', () => {
    const { db } = emptyProject()
    addComments(db, [comment(1, { threadId: 'bus-changes' })])
    addComments(db, [comment(2, { parentId: '1' })])
    expect(parents(db)).toEqual([])
  })

  test('stays out of sight until it is finished', () => {
    const { db } = emptyProject()
    addComments(db, [comment(1)])
    const running = beginImport(db, {
      name: 'b.csv',
      reading: plainReading,
      platform: null,
      areIdsWide: false,
      at,
    })
    insertBatch(db, running, [comment(2, { text: 'hidden words' })])
    expect(readTotals(db).comments).toBe(1)
    expect([...queueIds(db, 'oldest-first', all, 1)]).toHaveLength(1)
    expect([...queueIds(db, 'oldest-first', { ...all, text: 'hidden' }, 1)]).toEqual([])
    expect(areKnown(db, ['key-1', 'key-2'])).toEqual([true, false])
  })

  test('leaves nothing behind when it is discarded, parents before or after their replies', () => {
    const { db } = emptyProject()
    addComments(db, [comment(1)])
    const before = db.all(`select name from authors order by name`)
    const running = beginImport(db, {
      name: 'b.csv',
      reading: plainReading,
      platform: null,
      areIdsWide: false,
      at,
    })
    const many = Array.from({ length: 1200 }, (_, n) =>
      comment(n + 2, { parentId: String(n + 3), threadId: 'another', author: `Teal ${n}` }),
    )
    insertBatch(db, running, many)
    insertProblems(db, running.id, [{ row: 9, field: null, value: null, reason: 'no-text', skipped: true }])
    for (const _ of discardUnfinished(db));
    expect(readTotals(db)).toEqual({ comments: 1, decidable: 1, threads: 1, authors: 1 })
    expect(db.all('select name from authors order by name')).toEqual(before)
    expect(db.get('select count(*) as n from originals')).toEqual({ n: 1 })
    expect(verifyProject(db).filter(({ problem }) => problem !== null)).toEqual([])
  })

  test('that is alone in a project is let go whole, and the project is sound', () => {
    const { db } = emptyProject()
    for (const name of ['one.csv', 'two.csv']) {
      const running = beginImport(db, {
        name,
        reading: plainReading,
        platform: null,
        areIdsWide: false,
        at,
      })
      insertBatch(db, running, [comment(name === 'one.csv' ? 1 : 2, { text: 'Lowgate hides it' })])
    }
    for (const _ of discardUnfinished(db));
    const left = ['comments', 'originals', 'threads', 'authors', 'imports'].map(
      (table) => db.get<{ n: number }>(`select count(*) as n from ${table}`)?.n,
    )
    expect(left).toEqual([0, 0, 0, 0, 0])
    expect(db.get(`select rowid from comments_fts where comments_fts match 'Lowgate'`)).toBeUndefined()
    addComments(db, [comment(3)])
    expect(readTotals(db).comments).toBe(1)
    expect(verifyProject(db).filter(({ problem }) => problem !== null)).toEqual([])
  })

  test('ties a reply to its parent and knows a comment again within one batch of many', () => {
    const { db } = emptyProject()
    const many = Array.from({ length: 120 }, (_, n) => comment(n + 1, n > 0 ? { parentId: String(n) } : {}))
    addComments(db, [comment(40)])
    addComments(
      db,
      many.flatMap((one) => (one.id === '40' ? [one] : [one, { ...one, text: 'came twice' }])),
    )
    expect(readTotals(db).comments).toBe(120)
    expect(parents(db)).toHaveLength(118)
    expect(parents(db)).toContainEqual({ a: '41', b: '40' })
    expect(db.get(`select count(*) as n from seen where text = 'came twice'`)).toEqual({ n: 0 })
    expect(verifyProject(db).filter(({ problem }) => problem !== null)).toEqual([])
  })

  test('that is refused in the middle of a batch leaves no half of it, and references checked as before', () => {
    const { db } = emptyProject()
    addComments(db, [comment(1)])
    const running = beginImport(db, {
      name: 'b.csv',
      reading: plainReading,
      platform: null,
      areIdsWide: false,
      at,
    })
    insertBatch(db, running, [comment(2)])
    // Safe: no reader gives this; it stands for whatever the database refuses.
    const refused = comment(80, { row: 'no number' as unknown as number })
    const many = Array.from({ length: 70 }, (_, n) => comment(n + 3))
    expect(() => insertBatch(db, running, [...many, refused])).toThrow()
    expect(db.get('select count(*) as n from comments')).toEqual({ n: 1 })
    expect(() => db.run('insert into originals (comment_id, raw) values (99, ?)', '')).toThrow('FOREIGN KEY')
    for (const _ of discardUnfinished(db));
    expect(verifyProject(db).filter(({ problem }) => problem !== null)).toEqual([])
  })

  test('keeps its problems, by row', () => {
    const { db } = emptyProject()
    const importId = addComments(db, [comment(1)])
    insertProblems(db, importId, [
      { row: 7, field: 'time', value: '<b>yesterday</b>', reason: 'bad-time', skipped: false },
      { row: 3, field: null, value: null, reason: 'no-text', skipped: true },
    ])
    const { total, rows } = pageOfProblems(db, importId, { offset: 0, limit: 10 })
    expect(total).toBe(2)
    expect(rows.map(({ row, skipped }) => [row, skipped])).toEqual([
      [3, true],
      [7, false],
    ])
  })
})

describe('a queue', () => {
  test('finds words, beginnings of words, and words in scripts without spaces', () => {
    const { db } = emptyProject()
    addComments(db, [
      comment(1, { text: 'The board was told in January' }),
      comment(2, { text: 'كان أبي في ذلك الجناح' }),
      comment(3, { text: '優步的出現因服務內容明確' }),
      comment(4, { text: 'Shame!!! 😂' }),
    ])
    const found = (text: string) => [...queueIds(db, 'oldest-first', { ...all, text }, 1)]
    expect(found('board janu')).toEqual([1])
    expect(found('الجناح')).toEqual([2])
    expect(found('服務')).toEqual([3])
    expect(found('😂')).toEqual([4])
    expect(found('!!!')).toEqual([4])
    expect(found('nothing')).toEqual([])
    for (const odd of ['"', '*', 'a OR', 'NEAR(', ') --', "'; drop table comments", 'text:', '^x']) {
      expect(() => found(odd)).not.toThrow()
    }
  })

  test('leaves out posts, and what is decided when asked to', () => {
    const { db } = emptyProject()
    addComments(db, [comment(1, { kind: 'post' }), comment(2), comment(3)])
    expect([...queueIds(db, 'oldest-first', all, 1)]).toEqual([2, 3])
    expect([...queueIds(db, 'newest-first', all, 1)]).toEqual([3, 2])
  })

  test('is in the same random order every time', () => {
    const { db } = emptyProject()
    addComments(
      db,
      Array.from({ length: 50 }, (_, n) => comment(n + 1)),
    )
    const once = [...queueIds(db, 'random', all, 7)]
    expect([...queueIds(db, 'random', all, 7)]).toEqual(once)
    expect([...queueIds(db, 'random', all, 8)]).not.toEqual(once)
    expect(once.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1))
  })
})
