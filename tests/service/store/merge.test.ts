/** What merging says it will do, what it refuses, and that both sides are as they were then. */
import { hash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ImportedComment } from '../../../core/records.ts'
import { readHead } from '../../../electron/service/store/chain.ts'
import { changeRules } from '../../../electron/service/store/change-rules.ts'
import { meetCoder } from '../../../electron/service/store/coders.ts'
import type { WritableDB } from '../../../electron/service/store/database.ts'
import { cellsOf, type DecisionRow, hashOf } from '../../../electron/service/store/decision-rows.ts'
import { appendDecision, type NewDecision } from '../../../electron/service/store/decisions.ts'
import { openProjectFile } from '../../../electron/service/store/project-file.ts'
import { redoLatest, undoLatest } from '../../../electron/service/store/steps.ts'
import { takeUpRecord } from '../../../electron/service/store/take-up-record.ts'
import { verifyProject } from '../../../electron/service/store/verify.ts'
import { copyOf, knownIn, merge, written } from '../../support/merging.ts'
import { addComments, at, comment, emptyProject, firstFormProject } from '../../support/project.ts'

const later = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString()

function decide(db: WritableDB, commentId: number, label: string, over: Partial<NewDecision> = {}): number {
  return appendDecision(db, {
    ...{ commentId, label, coder: 'Priya', decidedAt: later(60), note: null },
    ...{ codebook: { id: 'troll-or-critic', version: 2 }, suggestionShown: false, shownMs: 900 },
    ...{
      suggestion: null,
      draw: null,
      mode: 'code' as const,
      passage: { start: 0, end: 3 },
      reason: 'threat',
    },
    ...{ isIndependent: true, sitting: 'here', ...over },
  }).id
}

/** One project that two people have met in, and a copy of it. */
function twoCopies(over: Partial<ImportedComment> = {}): { readonly ours: string; readonly theirs: string } {
  const project = emptyProject()
  addComments(project.db, [comment(1, over), comment(2, over), comment(3, over)])
  for (const name of ['Priya', 'Sam']) project.db.transaction(() => meetCoder(project.db, { name, at }))
  project.close()
  return { ours: project.path, theirs: copyOf(project.path, 'theirs') }
}

/** Named by their hash: to compare each of them takes seconds. */
const bytesOf = (file: string) => hash('sha256', readFileSync(file))

const sound = (file: string) =>
  written(file, (db) => expect(verifyProject(db).filter(({ problem }) => problem !== null)).toEqual([]))

test('a merge says who decided what, and puts it into the record behind what is here', () => {
  const { ours, theirs } = twoCopies()
  written(ours, (db) => decide(db, 1, 'critic'))
  written(theirs, (db) => {
    decide(db, 2, 'neither', { coder: 'Sam', sitting: 'there' })
    decide(db, 3, 'neither', { coder: 'Sam', sitting: 'there' })
    undoLatest(db, { coder: 'Sam', at: later(62), sitting: 'there' })
  })
  const report = merge(ours, theirs)
  expect(report).toMatchObject({
    coders: [{ name: 'Sam', decisions: 2 }],
    decisions: { new: 2, here: 0 },
    undos: { new: 1, here: 0 },
    brought: { imports: 0, comments: 0, threads: 0, authors: 0 },
    conflicts: [],
    isMerged: true,
    lastAt: later(62),
  })
  written(ours, (db) => {
    const rows = db.all<{ id: number; coder: string; merge: number | null; clock: number }>(
      'select id, coder, merge, clock from decisions order by id',
    )
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { id: 3, coder: 'Priya', merge: null, clock: 3 },
      { id: 4, coder: 'Sam', merge: 7, clock: 3 },
      { id: 5, coder: 'Sam', merge: 7, clock: 4 },
      { id: 6, coder: 'Sam', merge: 7, clock: 5 },
    ])
    expect(db.get('select id, kind, coder from events order by id desc limit 1')).toMatchObject({
      ...{ id: 7, kind: 'merge', coder: 'Priya' },
    })
    expect(readHead(db)).toMatchObject({ id: 7, clock: 6 })
  })
  sound(ours)
})

test('a look says the same and changes nothing', () => {
  const { ours, theirs } = twoCopies()
  written(theirs, (db) => decide(db, 2, 'neither', { coder: 'Sam' }))
  const before = written(ours, knownIn)
  const look = merge(ours, theirs, { isLook: true })
  expect(written(ours, knownIn)).toEqual(before)
  expect({ ...merge(ours, theirs), isMerged: false }).toEqual(look)
})

test('nobody takes back with a key what came from elsewhere', () => {
  const { ours, theirs } = twoCopies()
  written(theirs, (db) => decide(db, 2, 'neither'))
  merge(ours, theirs)
  expect(written(ours, (db) => undoLatest(db, { coder: 'Priya', at: later(90) }))).toBeNull()
})

test('two coders who judge a comment otherwise are named, and it waits for somebody to settle it', () => {
  const { ours, theirs } = twoCopies()
  written(ours, (db) => decide(db, 1, 'troll'))
  written(theirs, (db) => decide(db, 1, 'critic', { coder: 'Sam', sitting: 'there' }))
  const { conflicts, listed } = merge(ours, theirs)
  expect(conflicts).toEqual([{ kind: 'disputed', count: 1 }])
  expect(listed).toEqual([
    {
      ...{ kind: 'disputed', commentId: 1, excerpt: 'Comment number 1', coder: 'Sam' },
      ...{ ours: 'troll', theirs: 'critic', at: later(60) },
    },
  ])
  expect(written(ours, (db) => ({ ...db.get<object>('select status from standing') }))).toEqual({
    status: 'disputed',
  })
})

test('a label that changes by it, and words that differ, are named', () => {
  const { ours, theirs } = twoCopies()
  written(ours, (db) => decide(db, 1, 'neither'))
  written(theirs, (db) => {
    addComments(db, [comment(1, { text: 'Other words', editedAt: later(5) })], 'later.csv')
    decide(db, 1, 'neither', { coder: 'Sam' })
    decide(db, 1, 'critic', { coder: 'Sam' })
  })
  expect(merge(ours, theirs).conflicts).toEqual([
    { kind: 'other-label', count: 1 },
    { kind: 'other-text', count: 2 },
  ])
})

test('rules that differ are named, and ours stay', () => {
  const { ours, theirs } = twoCopies()
  written(theirs, (db) => {
    changeRules(db, { twoPerson: [], oppositeTest: true, expiresAfterDays: 9 }, { coder: 'Sam', at })
    decide(db, 1, 'troll', { coder: 'Sam' })
  })
  expect(merge(ours, theirs).conflicts).toEqual([{ kind: 'other-rules', count: 1 }])
  written(ours, (db) => {
    expect(db.get<object>('select two_person from project')).toEqual({ two_person: null })
    expect(db.get('select status from standing')).toMatchObject({ status: 'proposed' })
  })
})

test('clocks that cannot be right are listed, and what they date is taken', () => {
  const { ours, theirs } = twoCopies({ createdAt: at })
  written(theirs, (db) => {
    decide(db, 1, 'critic', { coder: 'Sam', decidedAt: '2031-01-01T00:00:00.000Z' })
    decide(db, 2, 'critic', { coder: 'Sam', decidedAt: '2019-01-01T00:00:00.000Z' })
  })
  const { conflicts, decisions } = merge(ours, theirs)
  expect(decisions.new).toBe(2)
  expect(conflicts).toEqual([
    { kind: 'before-comment', count: 1 },
    { kind: 'before-earlier', count: 1 },
    { kind: 'in-future', count: 1 },
  ])
})

test('two people of one name are not taken for one unless somebody says so, once', () => {
  const { ours, theirs } = twoCopies()
  for (const file of [ours, theirs]) {
    written(file, (db) => {
      db.transaction(() => meetCoder(db, { name: 'Kim', at: file === ours ? at : later(1) }))
      decide(db, 1, 'critic', { coder: 'Kim', sitting: file })
    })
  }
  const before = readFileSync(ours)
  expect(merge(ours, theirs, { isLook: true })).toMatchObject({ sameNames: ['Kim'] })
  expect(() => merge(ours, theirs)).toThrow('Kim: a coder of this name works here and another there.')
  expect(written(ours, (db) => db.get<object>('select count(*) as n from decisions'))).toEqual({ n: 1 })
  expect(readFileSync(ours).length).toBe(before.length)
  merge(ours, theirs, { sameCoders: true })
  written(theirs, (db) => decide(db, 2, 'critic', { coder: 'Kim' }))
  expect(merge(ours, theirs)).toMatchObject({ sameNames: [], decisions: { new: 1, here: 1 } })
})

test('the same decision taken back here and there is taken back, and both say so', () => {
  const { ours } = twoCopies()
  written(ours, (db) => decide(db, 1, 'critic'))
  const theirs = copyOf(ours, 'there')
  written(ours, (db) => undoLatest(db, { coder: 'Priya', at: later(61) }))
  written(theirs, (db) => {
    undoLatest(db, { coder: 'Priya', at: later(62) })
    redoLatest(db, { coder: 'Priya', at: later(63) })
  })
  merge(ours, theirs)
  written(ours, (db) => {
    expect(db.get<object>(`select count(*) as n from decisions where kind = 'undo'`)).toEqual({ n: 2 })
    expect(db.get('select label from standing where comment_id = 1')).toMatchObject({ label: 'critic' })
  })
  sound(ours)
})

test('what was imported there comes along, and replies find what they answer', () => {
  const { ours, theirs } = twoCopies()
  written(ours, (db) => addComments(db, [comment(10, { parentId: '11', threadId: 'late' })], 'ours.csv'))
  written(theirs, (db) => {
    addComments(
      db,
      [comment(11, { threadId: 'late' }), comment(12, { parentId: '1', author: 'Dunlin' })],
      'theirs.csv',
    )
    decide(db, 4, 'critic', { coder: 'Sam' })
  })
  expect(merge(ours, theirs).brought).toEqual({ imports: 1, comments: 2, threads: 0, authors: 1 })
  written(ours, (db) => {
    const parents = db.all<{ key: string; parent: string | null }>(
      `select c.key, p.key as parent from seen c left join comments p on p.id = c.parent_id where c.id > 3 order by c.id`,
    )
    expect(parents.map((row) => ({ ...row }))).toEqual([
      { key: 'key-10', parent: 'key-11' },
      { key: 'key-11', parent: null },
      { key: 'key-12', parent: 'key-1' },
    ])
    expect(db.get('select raw from originals where comment_id = 6')).toMatchObject({ raw: '{"n":12}' })
  })
  sound(ours)
  expect(merge(ours, theirs).brought.comments).toBe(0)
})

test('a copy from before there was a record is brought up to date, and the file stays as it is', () => {
  const theirs = firstFormProject()
  const ours = copyOf(theirs, 'ours')
  const before = bytesOf(theirs)
  const opened = openProjectFile(ours)
  takeUpRecord(opened.db, at)
  decide(opened.db, 3, 'critic', { coder: 'Sam' })
  opened.close()
  expect(merge(ours, theirs)).toMatchObject({ decisions: { new: 0, here: 3 }, undos: { new: 0, here: 1 } })
  expect(bytesOf(theirs)).toEqual(before)
  sound(ours)
})

test('decisions from before that only the other copy has come with the names that they have there', () => {
  const { ours, theirs } = twoCopies()
  written(theirs, (db) => {
    const old = { ...rowFromBefore, comment_id: 2 }
    const link = hashOf(readHead(db).hash, ['', ...cellsOf(old)])
    const names = Object.keys(old)
    db.run(
      `insert into decisions (${names.join(', ')}, hash) values (${names.map(() => '?').join(', ')}, ?)`,
      ...Object.values(old),
      link,
    )
    db.run('update record_head set id = ?, hash = ?', old.id, link)
  })
  const fourth = copyOf(ours, 'fourth')
  merge(ours, theirs)
  const third = copyOf(ours, 'third')
  expect(merge(third, theirs).decisions).toEqual({ new: 0, here: 1 })
  expect(merge(fourth, third).decisions).toEqual({ new: 1, here: 0 })
  sound(fourth)
})

/** The third row, after the two that say who there is. */
const rowFromBefore: Omit<DecisionRow, 'hash'> = {
  ...{ id: 3, comment_id: 1, kind: 'label', label: 'critic', undoes: null, coder: 'Sam', decided_at: at },
  ...{ note: null, codebook_id: 'troll-or-critic', codebook_version: 1, suggestion_shown: 0, shown_ms: 9 },
  ...{
    suggestion: null,
    model_version: null,
    draw: null,
    mode: null,
    passage_start: null,
    passage_end: null,
  },
  ...{ reason: null, batch: null, redoes: null, uid: null, clock: null, role: null, independent: null },
  ...{ sitting: null, merge: null },
}

test.each([
  ['a letter of a note', `update decisions set note = 'x' where coder = 'Sam'`, 'does not follow'],
  ['a row that is gone', `delete from decisions where coder = 'Sam'`, 'does not follow'],
  ['a state of a comment', `update comments set state = '<b>'`, 'of a kind that we do not know'],
  ['a column', 'alter table decisions add column more text', 'tables are not as we make them'],
  [
    'a view in the place of a table',
    'drop table package; create view package as select 1 as one, 2 as body',
    'tables are not',
  ],
  ['another project', `update project set uid = 'x'`, 'belongs to another project'],
  ['a newer format', 'pragma user_version = 9990', 'made by a newer Fair Hearing'],
  ['a label that we do not have', `update decisions set label = 'rude'`, 'with the label rude'],
])('%s, changed by hand: refused, and both are as they were', (_, sql, sentence) => {
  const { ours, theirs } = twoCopies()
  written(theirs, (db) => {
    decide(db, 2, 'neither', { coder: 'Sam' })
    decide(db, 3, 'neither', { coder: 'Sam' })
    db.execute('pragma foreign_keys = off')
    db.execute(sql)
  })
  const before = [written(ours, knownIn), bytesOf(theirs)]
  expect(() => merge(ours, theirs)).toThrow(sentence)
  expect([written(ours, knownIn), bytesOf(theirs)]).toEqual(before)
})

test('a row changed by hand with the whole chain made again is still told from what was written', () => {
  const { ours, theirs } = twoCopies()
  written(theirs, (db) => {
    decide(db, 2, 'neither', { coder: 'Sam' })
    db.run(`update decisions set label = 'troll'`)
    const row = db.get<DecisionRow>('select * from decisions')
    const before = db.get<{ hash: string }>('select hash from events order by id desc')?.hash ?? ''
    if (row) db.run('update decisions set hash = ?', hashOf(before, ['', ...cellsOf(row)]))
    db.run('update record_head set hash = (select hash from decisions)')
  })
  expect(() => merge(ours, theirs)).toThrow('row 3 of its record is not what it was when it was written')
})

test('a file that is no project is refused', () => {
  const { ours, theirs } = twoCopies()
  writeFileSync(theirs, 'Fern ward')
  expect(() => merge(ours, theirs)).toThrow('is not a Fair Hearing project')
})
