import { describe, expect, onTestFinished, test } from 'vitest'
import { standardCodebook } from '../../../core/labels.ts'
import type { WritableDB } from '../../../electron/service/store/database.ts'
import { appendDecision } from '../../../electron/service/store/decisions.ts'
import { initial } from '../../../electron/service/store/migrations/0010-initial.ts'
import { migrations } from '../../../electron/service/store/migrations/migrations.ts'
import { readUse } from '../../../electron/service/store/project.ts'
import { openProjectFile, userVersion } from '../../../electron/service/store/project-file.ts'
import { brokenLink } from '../../../electron/service/store/record-check.ts'
import { undoLatest } from '../../../electron/service/store/steps.ts'
import { countMeasuring, readTaught, taughtFacts } from '../../../electron/service/store/taught.ts'
import { verifyProject } from '../../../electron/service/store/verify.ts'
import { at, firstFormProject, notWrittenDown } from '../../support/project.ts'

const sound = [null, null, null, null, null, null]
const problems = (db: WritableDB) => verifyProject(db).map(({ problem }) => problem)

/** The file of the first version, brought up to date. */
function migrated(): WritableDB {
  const { db, close } = openProjectFile(firstFormProject())
  onTestFinished(close)
  return db
}

function decide(db: WritableDB, commentId: number, draw: 'random' | 'other') {
  return appendDecision(db, {
    commentId,
    label: 'critic',
    coder: 'Priya',
    decidedAt: at,
    note: null,
    codebook: standardCodebook,
    suggestionShown: false,
    shownMs: 900,
    suggestion: null,
    draw,
    mode: null,
    passage: null,
    reason: null,
  })
}

describe('a project of the first version', () => {
  test('is sound after it is brought up to date, with the same decisions', () => {
    const file = firstFormProject()
    const before = openProjectFile(file, [initial])
    expect(userVersion(before.db)).toBe(10)
    const decisions = before.db.all('select * from decisions order by id')
    expect(decisions).toHaveLength(4)
    before.close()

    const after = openProjectFile(file)
    expect(userVersion(after.db)).toBe(migrations.at(-1)?.version)
    expect(after.backup).toMatch(/before-update-from-10\.fairhearing$/)
    expect(problems(after.db)).toEqual(sound)
    expect(after.db.all('select * from decisions order by id')).toEqual(
      decisions.map((row) => ({ ...Object(row), draw: null, ...notWrittenDown })),
    )
    expect(after.db.all('select comment_id, label from standing')).toEqual([
      { comment_id: 1, label: 'critic' },
    ])
    after.close()
  })

  test('keeps the limit of 2 % and its suggestions', () => {
    const db = migrated()
    expect(readUse(db)).toEqual({ accusationLimit: 0.02, suggestions: true })
  })

  test('measures nothing by decisions whose draw is not known, and learns from them', () => {
    const db = migrated()
    expect(taughtFacts(db).byLabel).toEqual({ troll: 0, critic: 1, neither: 0 })
    expect(readTaught(db).facts).toEqual(taughtFacts(db))
    expect(countMeasuring(db)).toEqual({ total: 0, nonTrolls: 0 })
    expect(readTaught(db).decisions).toEqual([
      { commentId: 1, label: 'critic', text: 'Comment number 1', measures: false },
    ])
  })

  test('takes new decisions behind the old ones in one chain, and undoes old ones', () => {
    const db = migrated()
    decide(db, 3, 'random')
    decide(db, 2, 'other')
    expect(undoLatest(db, { coder: 'Priya', at })?.step).toMatchObject({ commentId: 2, label: null })
    expect(undoLatest(db, { coder: 'Priya', at })?.step).toMatchObject({ commentId: 3, label: null })
    expect(undoLatest(db, { coder: 'Priya', at })?.step).toMatchObject({ commentId: 1, label: 'troll' })
    expect(db.all('select id, draw from decisions where id > 4')).toEqual([
      { id: 5, draw: 'random' },
      { id: 6, draw: 'other' },
      { id: 7, draw: null },
      { id: 8, draw: null },
      { id: 9, draw: null },
    ])
    expect(problems(db)).toEqual(sound)
  })

  test.each([
    ['slipped into an old decision', `update decisions set draw = 'random' where id = 2`, 2],
    ['changed in a new one', `update decisions set draw = 'random' where id = 5`, 5],
    ['taken out of a new one', 'update decisions set draw = null where id = 5', 5],
  ])('is found out when a draw was %s', (_what, change, link) => {
    const db = migrated()
    decide(db, 3, 'other')
    expect(brokenLink(db)).toBeNull()
    db.run(change)
    expect(brokenLink(db)?.id).toBe(link)
  })
})
