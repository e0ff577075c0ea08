import { describe, expect, test } from 'vitest'
import type { ImportedComment } from '../../../core/records.ts'
import type { WritableDB } from '../../../electron/service/store/database.ts'
import { standingDecision } from '../../../electron/service/store/decisions.ts'
import { earlierTexts } from '../../../electron/service/store/edits.ts'
import {
  beginImport,
  discardUnfinished,
  finishImports,
  importReport,
  pageOfProblems,
} from '../../../electron/service/store/imports.ts'
import { insertBatch } from '../../../electron/service/store/incoming.ts'
import { linkParents } from '../../../electron/service/store/parents.ts'
import { verifyProject } from '../../../electron/service/store/verify.ts'
import { at, comment, emptyProject, plainReading } from '../../support/project.ts'

const later = '2026-10-01T09:00:00.000Z'
const answer = (coder: string, label: string, over = {}) => ({ coder, label, at: null, note: null, ...over })

function bringIn(db: WritableDB, comments: readonly ImportedComment[], platform: string | null = 'youtube') {
  const facts = { name: 'export.json', reading: plainReading, platform, areIdsWide: true, at: later }
  const running = beginImport(db, facts)
  const { added, alreadyHere, updated } = insertBatch(db, running, comments)
  const strays = [...linkParents(db, running)].flat()
  const ledger = { read: comments.length, added, alreadyHere, updated, skipped: [], repaired: [] }
  const [whole] = finishImports(
    db,
    [{ ...running, strays, ledger, incomplete: ['Two replies are missing.'] }],
    later,
  )
  return { id: running.id, ledger: whole }
}

const sound = (db: WritableDB) => verifyProject(db).every(({ problem }) => problem === null)

describe('a later export of the same thread', () => {
  test('adds what is new, updates what was edited, and keeps the earlier text and the decision', () => {
    const { db } = emptyProject()
    bringIn(db, [comment(1, { answers: [answer('Ines', 'critic')] }), comment(2)])
    const { ledger } = bringIn(db, [
      comment(1, { text: 'Edited words', likes: 7, raw: '{"new":1}' }),
      comment(2),
      comment(3, { parentId: '1' }),
    ])
    expect(ledger).toMatchObject({ read: 3, added: 1, updated: 1, alreadyHere: 1, orphans: 0 })
    expect(db.get('select text, likes from seen where id = 1')).toEqual({ text: 'Edited words', likes: 7 })
    expect(db.get('select raw from originals where comment_id = 1')).toEqual({ raw: '{"new":1}' })
    expect(earlierTexts(db, 1)).toEqual([{ text: 'Comment number 1', until: later }])
    expect(standingDecision(db, 1).decision?.label).toBe('critic')
    expect(db.all(`select rowid from comments_fts where comments_fts match 'edited'`)).toHaveLength(1)
    expect(sound(db)).toBe(true)
  })

  test('that came earlier takes nothing back', () => {
    const { db } = emptyProject()
    bringIn(db, [comment(1)])
    bringIn(db, [comment(1, { text: 'Second' })])
    expect(bringIn(db, [comment(1)]).ledger).toMatchObject({ updated: 0, alreadyHere: 1 })
    const dated = (text: string, editedAt: string) => comment(1, { text, editedAt })
    bringIn(db, [dated('Fourth', '2026-10-04T00:00:00.000Z')])
    expect(bringIn(db, [dated('Third', '2026-10-03T00:00:00.000Z')]).ledger).toMatchObject({ updated: 0 })
    expect(db.get('select text from seen where id = 1')).toEqual({ text: 'Fourth' })
    expect(earlierTexts(db, 1).map(({ text }) => text)).toEqual(['Second', 'Comment number 1'])
  })

  test('in which a comment was deleted marks it, and keeps what it said', () => {
    const { db } = emptyProject()
    bringIn(db, [comment(1)])
    bringIn(db, [comment(1, { text: '', state: 'deleted-by-author' })])
    expect(db.get('select text, state from seen where id = 1')).toEqual({
      text: 'Comment number 1',
      state: 'deleted-by-author',
    })
    expect(earlierTexts(db, 1)).toEqual([])
  })

  test('that is not finished changes nothing', () => {
    const { db } = emptyProject()
    bringIn(db, [comment(1)])
    const running = beginImport(db, {
      name: 'b',
      reading: plainReading,
      platform: 'youtube',
      areIdsWide: true,
      at,
    })
    insertBatch(db, running, [comment(1, { text: 'Edited', answers: [answer('Ines', 'troll')] }), comment(2)])
    for (const _ of discardUnfinished(db));
    expect(db.all('select text from seen')).toEqual([{ text: 'Comment number 1' }])
    expect(standingDecision(db, 1).decision).toBeNull()
    expect(
      db.get('select (select count(*) from incoming_edits) + (select count(*) from incoming_answers) as n'),
    ).toEqual({ n: 0 })
    expect(sound(db)).toBe(true)
  })

  test('brings the parent of a reply that waited for it', () => {
    const { db } = emptyProject()
    bringIn(db, [comment(2, { parentId: '1' })])
    bringIn(db, [comment(1)])
    expect(db.get('select parent_id as parent from comments where external_id = 2')).toEqual({ parent: 2 })
  })
})

describe('labels that a file brings', () => {
  test('are each coder’s own decision, in the order in which they were given', () => {
    const { db } = emptyProject()
    bringIn(db, [
      comment(1, {
        answers: [
          answer('Ines', 'Troll', { at: '2026-09-02T00:00:00.000Z', note: 'second look' }),
          answer('Priya', ' critic ', { at: '2026-09-01T00:00:00.000Z' }),
        ],
      }),
    ])
    expect(db.all('select coder, label, decided_at as at, note from decisions order by id')).toEqual([
      { coder: 'Priya', label: 'critic', at: '2026-09-01T00:00:00.000Z', note: null },
      { coder: 'Ines', label: 'troll', at: '2026-09-02T00:00:00.000Z', note: 'second look' },
    ])
    expect(sound(db)).toBe(true)
  })

  test('come in from every record of a comment, as where a tool writes one for each coder', () => {
    const { db } = emptyProject()
    bringIn(db, [
      comment(1, { answers: [answer('Ines', 'critic')] }),
      comment(1, { answers: [answer('Priya', 'troll')] }),
    ])
    expect(db.all('select coder, label from decisions order by id')).toEqual([
      { coder: 'Ines', label: 'critic' },
      { coder: 'Priya', label: 'troll' },
    ])
  })

  test('come in once, however often the file does', () => {
    const { db } = emptyProject()
    const file = [comment(1, { answers: [answer('Ines', 'critic')] })]
    bringIn(db, file)
    bringIn(db, file)
    expect(db.get('select count(*) as n from decisions')).toEqual({ n: 1 })
  })

  test('that the codebook does not have are listed with their row, and counted', () => {
    const { db } = emptyProject()
    const { id, ledger } = bringIn(db, [comment(1, { answers: [answer('Ines', 'Spam')] })])
    expect(ledger?.repaired).toEqual([{ reason: 'unknown-label', count: 1 }])
    expect(pageOfProblems(db, id, { offset: 0, limit: 9 }).rows).toEqual([
      { row: 2, field: 'label', value: 'Spam', reason: 'unknown-label', skipped: false },
    ])
  })
})

describe('an import', () => {
  test('keeps what the export said is missing', () => {
    const { db } = emptyProject()
    const { id } = bringIn(db, [comment(1)])
    expect(importReport(db, id)).toMatchObject({
      incomplete: ['Two replies are missing.'],
      ledger: { added: 1 },
    })
  })

  test('tells people of one name apart by the platform’s own id, and threads of two platforms', () => {
    const { db } = emptyProject()
    bringIn(db, [
      comment(1, { author: 'Ann', authorId: 'u1' }),
      comment(2, { author: 'Ann', authorId: 'u2' }),
    ])
    bringIn(db, [comment(3, { author: 'Ann', authorId: 'u1' })], 'x')
    expect(db.all('select key, name from authors order by key')).toEqual([
      { key: 'x:u1', name: 'Ann' },
      { key: 'youtube:u1', name: 'Ann' },
      { key: 'youtube:u2', name: 'Ann' },
    ])
    expect(db.get('select count(*) as n from threads')).toEqual({ n: 2 })
  })
})
