import { describe, expect, test } from 'vitest'
import { standardCodebook } from '../../../core/labels.ts'
import { createRandom } from '../../../core/random.ts'
import { openDatabase, type WritableDB } from '../../../electron/service/store/database.ts'
import { appendDecision, standingDecision } from '../../../electron/service/store/decisions.ts'
import { appendMany } from '../../../electron/service/store/many.ts'
import { brokenLink } from '../../../electron/service/store/record-check.ts'
import { wronglyStanding } from '../../../electron/service/store/standing.ts'
import { redoLatest, stepsOf, undoLatest } from '../../../electron/service/store/steps.ts'
import { countMeasuring, readTaught, taughtFacts } from '../../../electron/service/store/taught.ts'
import { verifyProject } from '../../../electron/service/store/verify.ts'
import { addComments, at, comment, emptyProject } from '../../support/project.ts'

function projectWith(count: number) {
  const project = emptyProject()
  addComments(
    project.db,
    Array.from({ length: count }, (_, n) => comment(n + 1)),
  )
  return project
}

const common = { coder: 'Priya', decidedAt: at, codebook: standardCodebook } as const
const later = '2026-09-13T08:00:00.000Z'

function decide(db: WritableDB, commentId: number, label: string, coder = 'Priya') {
  return appendDecision(db, {
    ...common,
    commentId,
    label,
    coder,
    note: 'because',
    suggestionShown: false,
    shownMs: 1200,
    suggestion: null,
    draw: 'random',
    mode: 'code',
    passage: { start: 0, end: 7 },
    reason: label === 'troll' ? 'threat' : null,
  })
}
const many = (db: WritableDB, ids: readonly number[], label = 'neither') =>
  appendMany(db, ids, { ...common, label, note: null, suggestionShown: false, mode: 'code' })
const undo = (db: WritableDB, coder = 'Priya') => undoLatest(db, { coder, at: later })?.step ?? null
const redo = (db: WritableDB, coder = 'Priya') => redoLatest(db, { coder, at: later })?.step ?? null
const labelOn = (db: WritableDB, id: number) => standingDecision(db, id).decision?.label ?? null
const isSound = (db: WritableDB) => brokenLink(db) === null && wronglyStanding(db).length === 0

describe('a redo', () => {
  test('gives again what was taken back last, with all that it said, as a row of its own', () => {
    const { db } = projectWith(2)
    const first = decide(db, 1, 'troll')
    undo(db)
    expect(redo(db)).toEqual({
      commentIds: [1],
      count: 1,
      commentId: 1,
      given: 'troll',
      before: null,
      label: 'troll',
    })
    expect(standingDecision(db, 1).decision).toEqual({ ...first, id: 3, decidedAt: later })
    expect(db.all('select id, kind, undoes, redoes, draw from decisions')).toEqual([
      { id: 1, kind: 'label', undoes: null, redoes: null, draw: 'random' },
      { id: 2, kind: 'undo', undoes: 1, redoes: null, draw: null },
      { id: 3, kind: 'label', undoes: null, redoes: 2, draw: 'random' },
    ])
    expect(isSound(db)).toBe(true)
  })

  test('goes as many steps as were taken back, and back again', () => {
    const { db } = projectWith(3)
    decide(db, 1, 'troll')
    decide(db, 1, 'critic')
    decide(db, 2, 'neither')
    for (const id of [2, 1, 1]) expect(undo(db)?.commentId).toBe(id)
    expect([redo(db), redo(db)].map((step) => step?.label)).toEqual(['troll', 'critic'])
    expect(undo(db)).toMatchObject({ given: 'critic', label: 'troll' })
    expect([redo(db), redo(db), redo(db)].map((step) => step?.label ?? null)).toEqual([
      'critic',
      'neither',
      null,
    ])
    expect([labelOn(db, 1), labelOn(db, 2)]).toEqual(['critic', 'neither'])
    expect([undo(db), undo(db), undo(db), undo(db)].map((step) => step?.given ?? null)).toEqual([
      'neither',
      'critic',
      'troll',
      null,
    ])
    expect(isSound(db)).toBe(true)
  })

  test('is still there after the file was closed and opened again', () => {
    const { db, path, close } = projectWith(2)
    decide(db, 1, 'critic')
    undo(db)
    close()
    const again = openDatabase(path)
    expect(stepsOf(again, 'Priya')).toEqual({ canUndo: false, canRedo: true })
    expect(redo(again)?.label).toBe('critic')
    expect(stepsOf(again, 'Priya')).toEqual({ canUndo: true, canRedo: false })
    again.close()
  })

  test('is over once the coder has decided anything else', () => {
    const { db } = projectWith(2)
    decide(db, 1, 'critic')
    undo(db)
    decide(db, 2, 'neither')
    expect(redo(db)).toBeNull()
    undo(db)
    expect(redo(db)?.commentId).toBe(2)
    expect(redo(db)).toBeNull()
  })

  test('is of the same coder only, and another coder does not end it', () => {
    const { db } = projectWith(2)
    decide(db, 1, 'critic')
    undo(db)
    decide(db, 2, 'neither', 'Sam')
    expect(redo(db, 'Sam')).toBeNull()
    expect(redo(db)?.commentId).toBe(1)
  })

  test('measures as the decision did that it gives again', () => {
    const { db } = projectWith(1)
    decide(db, 1, 'critic')
    undo(db)
    expect(countMeasuring(db).total).toBe(0)
    redo(db)
    expect(countMeasuring(db).total).toBe(1)
  })
})

describe('many at once', () => {
  test('are one step back and one step forth', () => {
    const { db } = projectWith(5)
    decide(db, 1, 'troll')
    many(db, [2, 1, 3])
    expect([1, 2, 3, 4].map((id) => labelOn(db, id))).toEqual(['neither', 'neither', 'neither', null])
    expect(undo(db)).toEqual({
      commentIds: [1, 2, 3],
      count: 3,
      commentId: 1,
      given: 'neither',
      before: 'neither',
      label: 'troll',
    })
    expect([1, 2, 3].map((id) => labelOn(db, id))).toEqual(['troll', null, null])
    expect(redo(db)).toEqual({
      commentIds: [1, 2, 3],
      count: 3,
      commentId: 1,
      given: 'neither',
      before: 'troll',
      label: 'neither',
    })
    expect(undo(db)?.count).toBe(3)
    expect(undo(db)?.given).toBe('troll')
    expect([redo(db)?.count, redo(db)?.count, redo(db)]).toEqual([1, 3, null])
    expect(isSound(db)).toBe(true)
    expect(verifyProject(db).map(({ problem }) => problem)).toEqual([null, null, null, null, null, null])
  })

  test('are leapt over as a whole, and what is found behind them is what looking at each row finds', () => {
    const random = createRandom(3)
    const { db } = projectWith(9)
    const coders = ['Priya', 'Sam'] as const
    const rows = (which: string, coder: string) =>
      db.get<{ label: string | null; batch: number | null }>(
        `select * from decisions d where coder = ? and ${which} order by id desc limit 1`,
        coder,
      )
    const isOver = (by: string) => `exists (select 1 from decisions o where o.${by} = d.id)`
    for (let turn = 0; turn < 120; turn += 1) {
      const coder = coders[random() < 0.5 ? 0 : 1]
      const ids = [1, 2, 3, 4, 5].map((id) => id + Math.floor(random() * 5))
      const toUndo = rows(`kind = 'label' and not ${isOver('undoes')}`, coder)
      const toRedo = rows(
        `kind = 'undo' and not ${isOver('redoes')} and id > coalesce((select max(id) from decisions l
           where l.coder = d.coder and l.kind = 'label' and l.redoes is null), 0)`,
        coder,
      )
      expect(stepsOf(db, coder)).toEqual({ canUndo: toUndo !== undefined, canRedo: toRedo !== undefined })
      const act = random()
      if (act < 0.15) decide(db, ids[0] ?? 1, 'critic', coder)
      else if (act < 0.3) {
        appendMany(db, [...new Set(ids)], {
          ...common,
          coder,
          label: 'neither',
          suggestionShown: false,
          note: null,
          mode: 'code',
        })
      } else if (act < 0.7) expect(undo(db, coder)?.given).toBe(toUndo?.label ?? undefined)
      else expect(redo(db, coder) !== null).toBe(toRedo !== undefined)
    }
    expect(isSound(db)).toBe(true)
  })

  test('teach a thousand or so of each label, spread evenly, the same each time', () => {
    const { db } = projectWith(4000)
    decide(db, 4000, 'critic')
    many(
      db,
      Array.from({ length: 3999 }, (_, n) => n + 1),
    )
    const { decisions, facts } = readTaught(db)
    expect(taughtFacts(db)).toEqual(facts)
    expect(facts.byLabel.critic).toBe(1)
    expect(facts.byLabel.neither).toBeGreaterThan(950)
    expect(facts.byLabel.neither).toBeLessThan(1050)
    const firstHalf = decisions.filter(({ commentId }) => commentId <= 2000).length
    expect(Math.abs(firstHalf - decisions.length / 2)).toBeLessThan(20)
    expect(readTaught(db).facts.basis).toBe(facts.basis)
  })

  test('teach and never measure', () => {
    const { db } = projectWith(3)
    many(db, [1, 2])
    expect(countMeasuring(db).total).toBe(0)
    expect(readTaught(db).decisions.map(({ label, measures }) => [label, measures])).toEqual([
      ['neither', false],
      ['neither', false],
    ])
  })
})

describe('the chain', () => {
  test.each([
    ['mode', `mode = 'check'`],
    ['mode, taken out', 'mode = null'],
    ['passage', 'passage_end = 6'],
    ['passage, taken out', 'passage_start = null, passage_end = null'],
    ['reason', `reason = 'spam'`],
    ['batch', 'batch = 1'],
    ['redo', 'redoes = 1'],
  ])('finds a changed %s', (_what, change) => {
    const { db } = projectWith(3)
    for (const id of [1, 2, 3]) decide(db, id, 'troll')
    expect(brokenLink(db)).toBeNull()
    db.run(`update decisions set ${change} where id = 2`)
    expect(brokenLink(db)?.id).toBe(2)
  })
})
