import { describe, expect, test } from 'vitest'
import { standardCodebook } from '../../../core/labels.ts'
import { changeRules } from '../../../electron/service/store/change-rules.ts'
import type { WritableDB } from '../../../electron/service/store/database.ts'
import { appendDecision } from '../../../electron/service/store/decisions.ts'
import { appendEvent } from '../../../electron/service/store/events.ts'
import { brokenLink } from '../../../electron/service/store/record-check.ts'
import { readRules } from '../../../electron/service/store/rules.ts'
import { undoLatest } from '../../../electron/service/store/steps.ts'
import { addComments, at, comment, emptyProject } from '../../support/project.ts'

const by = { coder: 'Priya', at }

function decide(db: WritableDB, commentId: number, label: string, coder = 'Priya') {
  return appendDecision(db, {
    commentId,
    label,
    coder,
    decidedAt: at,
    note: 'It names her and mocks her.',
    codebook: standardCodebook,
    suggestionShown: false,
    shownMs: 1200,
    suggestion: { shares: { troll: 0.6 }, band: 'troll', modelVersion: 'starter-1' },
    draw: 'random',
    mode: 'code',
    passage: { start: 0, end: 7 },
    reason: 'abuse',
    role: null,
    isIndependent: true,
    sitting: `${coder}-sitting`,
  })
}

/** Decisions and events mixed: 1 troll, 2 event, 3 critic, 4 undo, 5 rules, 6 troll by another. */
function recorded(): WritableDB {
  const { db } = emptyProject()
  addComments(db, [comment(1), comment(2), comment(3)])
  decide(db, 1, 'troll')
  db.transaction(() => appendEvent(db, { kind: 'export', ...by, body: { rows: 3 } }))
  decide(db, 2, 'critic')
  undoLatest(db, by)
  changeRules(db, { ...readRules(db), expiresAfterDays: 30 }, by)
  decide(db, 1, 'troll', 'Sam')
  return db
}

/** The same with every character another one; a number one higher; something where nothing is. */
const flips = (type: string, name: string) =>
  type === 'text' ? `coalesce(nullif(${name}, '') || 'x', 'x')` : `coalesce(${name} + 1, 1)`

describe('the record', () => {
  test('is one sequence of decisions and events, and whole', () => {
    const db = recorded()
    expect(brokenLink(db)).toBeNull()
    expect(db.all('select id from decisions union all select id from events order by 1')).toEqual(
      [1, 2, 3, 4, 5, 6].map((id) => ({ id })),
    )
  })

  test.each(['decisions', 'events'])('of which a flip of any field of %s is found, and where', (table) => {
    const { db: fresh } = emptyProject()
    const fields = fresh.all<{ name: string; type: string }>(
      `select name, lower(type) as type from pragma_table_info('${table}')`,
    )
    expect(fields.length).toBeGreaterThan(9)
    const db = recorded()
    db.execute('pragma foreign_keys = off; pragma ignore_check_constraints = on')
    const id = table === 'decisions' ? 3 : 2
    for (const { name, type } of fields) {
      const change = name === 'id' ? '100' : flips(type, name)
      db.execute(`savepoint sound; update ${table} set ${name} = ${change} where id = ${id}`)
      expect([name, brokenLink(db) === null]).toEqual([name, false])
      db.execute('rollback to sound; release sound')
      expect(brokenLink(db)).toBeNull()
    }
  })

  test.each([
    ['a row taken out', 'delete from decisions where id = 3', 4],
    ['the last row taken out', 'delete from decisions where id = 6', 6],
    ['an event taken out', 'delete from events where id = 2', 3],
    [
      'two rows that changed places',
      'update decisions set id = 100 where id = 1; update decisions set id = 1 where id = 3; update decisions set id = 3 where id = 100',
      1,
    ],
  ])('misses nothing: %s', (_what, sql, id) => {
    const db = recorded()
    db.execute('pragma foreign_keys = off')
    db.execute(sql)
    expect(brokenLink(db)?.id).toBe(id)
  })

  test('has the decision and its link, or neither', () => {
    const db = recorded()
    const before = db.all('select * from record_head')
    db.execute(`create trigger stop before insert on standing begin select raise(abort, 'stopped'); end`)
    expect(() => decide(db, 3, 'critic')).toThrow('stopped')
    expect(db.all('select * from record_head')).toEqual(before)
    expect(db.get('select max(id) as id from decisions')).toEqual({ id: 6 })
  })

  test('lets proposals stand or wait as the rules say', () => {
    const db = recorded()
    const status = () =>
      db.get<{ status: string }>('select status from standing where comment_id = 1')?.status
    expect(status()).toBe('final')
    undoLatest(db, { coder: 'Sam', at })
    expect(status()).toBe('proposed')
    changeRules(db, { ...readRules(db), twoPerson: [] }, by)
    expect(status()).toBe('final')
    changeRules(db, { ...readRules(db), twoPerson: ['troll'] }, by)
    expect(status()).toBe('proposed')
  })
})
