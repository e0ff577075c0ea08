import { describe, expect, onTestFinished, test } from 'vitest'
import type { Suggestion } from '../../../core/records.ts'
import { exportRows } from '../../../electron/service/store/export-rows.ts'
import { initial } from '../../../electron/service/store/migrations/0010-initial.ts'
import { measuring } from '../../../electron/service/store/migrations/0020-measuring.ts'
import { countUnscored, savePredictions } from '../../../electron/service/store/models.ts'
import { openProjectFile, userVersion } from '../../../electron/service/store/project-file.ts'
import { brokenLink } from '../../../electron/service/store/record-check.ts'
import { firstFormProject, notWrittenDown } from '../../support/project.ts'
import { queueIds } from '../../support/queues.ts'

const all = { show: 'all', text: '', importId: null } as const
const using = { modelVersion: 'starter-2', accusationLimit: 0.02, harmful: 'troll' } as const
const said = (troll: number, critic: number, band: string): Omit<Suggestion, 'evidence'> => ({
  shares: { troll, critic, neither: 1 - troll - critic },
  band,
})

/** As version 20 left it: with predictions that it had made, and a decision that remembers one. */
function olderFile(): string {
  const file = firstFormProject()
  const older = openProjectFile(file, [initial, measuring])
  older.db.run(
    `insert into predictions values (1, 0.1, 0.7, 0.2, 'critic', 'starter-1', 0.02), (2, 0.8, 0.1, 0.1, 'troll', 'starter-1', 0.02)`,
  )
  expect(userVersion(older.db)).toBe(20)
  older.close()
  return file
}

function migrated() {
  const { db, close } = openProjectFile(olderFile())
  onTestFinished(close)
  return db
}

describe('a project from before its shares went by label', () => {
  test('keeps its decisions to the byte, and makes its predictions again', () => {
    const file = olderFile()
    const older = openProjectFile(file, [initial, measuring])
    const decisions = older.db.all('select * from decisions order by id')
    older.close()
    const { db, backup, close } = openProjectFile(file)
    onTestFinished(close)
    expect(backup).toMatch(/before-update-from-20\.fairhearing$/)
    expect(db.all('select * from decisions order by id')).toEqual(
      decisions.map((row) => ({ ...Object(row), ...notWrittenDown })),
    )
    expect(brokenLink(db)).toBeNull()
    expect(db.all('select * from predictions')).toEqual([])
    expect(countUnscored(db, using, 3)).toBe(3)
  })

  test('exports what its decisions remember, in the columns that there were', () => {
    const db = migrated()
    savePredictions(db, {
      ...using,
      ids: [1, 2],
      predictions: [said(0.9, 0.05, 'troll'), said(0.3, 0.3, 'unsure')],
    })
    const [first, second, third] = [...exportRows(db, 'all')]
    expect(first).toMatchObject({ suggestion: 'critic', modelVersion: 'starter-1' })
    expect(first?.shares).toMatchObject({ troll: 0.1, critic: 0.7, neither: 0.2 })
    expect(second).toMatchObject({ suggestion: 'unsure', shares: { troll: 0.3, critic: 0.3, neither: 0.4 } })
    expect(third).toMatchObject({ suggestion: null, shares: null })
  })

  test('puts comments in the orders that it had', () => {
    const db = migrated()
    const order = (by: 'troll-first' | 'unsure-first') => [...queueIds(db, by, all, 1)]
    savePredictions(db, {
      ...using,
      ids: [1, 2, 3],
      predictions: [said(0.2, 0.7, 'critic'), said(0.3, 0.4, 'unsure'), said(0.95, 0.03, 'troll')],
    })
    expect(order('troll-first')).toEqual([3, 2, 1])
    expect(order('unsure-first')).toEqual([2, 1, 3])
  })

  test('has no harm where no label is harmful', () => {
    const db = migrated()
    savePredictions(db, { ...using, harmful: null, ids: [1], predictions: [said(0.2, 0.7, 'critic')] })
    expect(db.all('select comment_id, harm, shares, band from predictions')).toEqual([
      { comment_id: 1, harm: null, shares: '{"troll":0.2,"critic":0.7,"neither":0.1}', band: 'critic' },
    ])
  })
})
