import { describe, expect, test } from 'vitest'
import { standardCodebook } from '../../../core/labels.ts'
import type { WritableDB } from '../../../electron/service/store/database.ts'
import {
  appendDecision,
  decidedIds,
  recentDecisions,
  standingDecision,
} from '../../../electron/service/store/decisions.ts'
import { brokenLink } from '../../../electron/service/store/record-check.ts'
import { wronglyStanding } from '../../../electron/service/store/standing.ts'
import { type StepTaken, undoLatest } from '../../../electron/service/store/steps.ts'
import { verifyProject } from '../../../electron/service/store/verify.ts'
import { addComments, at, comment, emptyProject } from '../../support/project.ts'

function projectWith(count: number): WritableDB {
  const { db } = emptyProject()
  addComments(
    db,
    Array.from({ length: count }, (_, n) => comment(n + 1)),
  )
  return db
}

function decide(db: WritableDB, commentId: number, label: string, coder = 'Priya') {
  return appendDecision(db, {
    commentId,
    label,
    coder,
    decidedAt: at,
    note: null,
    codebook: standardCodebook,
    suggestionShown: false,
    shownMs: 1200,
    suggestion: null,
    draw: null,
    mode: null,
    passage: null,
    reason: null,
  })
}
const short = (taken: StepTaken | null) =>
  taken && { commentId: taken.step.commentId, given: taken.step.given, label: taken.step.label }
const undo = (db: WritableDB, coder = 'Priya') => short(undoLatest(db, { coder, at }))

describe('decisions', () => {
  test('stand until another one is made, and are all kept', () => {
    const db = projectWith(2)
    decide(db, 1, 'troll')
    decide(db, 1, 'critic')
    expect(standingDecision(db, 1).decision?.label).toBe('critic')
    expect(db.get('select count(*) as n from decisions')).toEqual({ n: 2 })
    expect([...decidedIds(db)]).toEqual([1])
  })

  test('are undone one at a time, newest first, each undo a row of its own', () => {
    const db = projectWith(3)
    decide(db, 1, 'troll')
    decide(db, 1, 'critic')
    decide(db, 2, 'neither')
    expect(undo(db)).toEqual({ commentId: 2, given: 'neither', label: null })
    expect(undo(db)).toEqual({ commentId: 1, given: 'critic', label: 'troll' })
    expect(undo(db)).toEqual({ commentId: 1, given: 'troll', label: null })
    expect(undo(db)).toBeNull()
    expect([...decidedIds(db)]).toEqual([])
    expect(db.get('select count(*) as n from decisions')).toEqual({ n: 6 })
    expect(brokenLink(db)).toBeNull()
  })

  test('of another coder are not undone', () => {
    const db = projectWith(1)
    decide(db, 1, 'critic', 'Sam')
    expect(undo(db)).toBeNull()
    decide(db, 1, 'troll')
    expect(undo(db)).toEqual({ commentId: 1, given: 'troll', label: 'critic' })
    expect(standingDecision(db, 1).decision?.coder).toBe('Sam')
  })

  test('are listed newest first, without those taken back', () => {
    const db = projectWith(3)
    decide(db, 1, 'troll')
    decide(db, 2, 'critic')
    decide(db, 3, 'neither')
    undo(db)
    expect(recentDecisions(db, 10).map(({ decision }) => decision.commentId)).toEqual([2, 1])
  })
})

describe('the chain', () => {
  test('finds a label that was changed afterwards', () => {
    const db = projectWith(3)
    for (const id of [1, 2, 3]) decide(db, id, 'critic')
    expect(brokenLink(db)).toBeNull()
    db.run(`update decisions set label = 'troll' where id = 2`)
    expect(brokenLink(db)?.id).toBe(2)
  })

  test('finds a decision that was taken out', () => {
    const db = projectWith(3)
    for (const id of [1, 2, 3]) decide(db, id, 'critic')
    db.run('delete from standing where decision_id = 2')
    db.run('delete from decisions where id = 2')
    expect(brokenLink(db)?.id).toBe(3)
  })

  test('finds a standing label that no decision gives', () => {
    const db = projectWith(2)
    decide(db, 1, 'critic')
    db.run(`update standing set label = 'troll'`)
    expect(wronglyStanding(db)).toEqual([1])
    db.run('delete from standing')
    expect(wronglyStanding(db)).toEqual([1])
  })

  test('verify has nothing to say about a sound project and names what is wrong with another', () => {
    const db = projectWith(3)
    decide(db, 1, 'critic')
    expect(verifyProject(db).map(({ problem }) => problem)).toEqual([null, null, null, null, null, null])
    db.run(`update decisions set note = 'slipped in'`)
    db.run(`update comments set text = 'something else' where id = 2`)
    const wrong = verifyProject(db).filter(({ problem }) => problem !== null)
    expect(wrong.map(({ check }) => check)).toEqual(['search', 'decisions'])
  })
})
