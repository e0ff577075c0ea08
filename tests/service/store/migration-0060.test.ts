import { describe, expect, onTestFinished, test } from 'vitest'
import { standardCodebook } from '../../../core/labels.ts'
import { readCodebook } from '../../../electron/service/store/codebook.ts'
import type { WritableDB } from '../../../electron/service/store/database.ts'
import { appendDecision, recentDecisions } from '../../../electron/service/store/decisions.ts'
import { exportRows } from '../../../electron/service/store/export-rows.ts'
import { initial } from '../../../electron/service/store/migrations/0010-initial.ts'
import { measuring } from '../../../electron/service/store/migrations/0020-measuring.ts'
import { shares } from '../../../electron/service/store/migrations/0030-shares.ts'
import { exports } from '../../../electron/service/store/migrations/0040-exports.ts'
import { readProject, renewCodebook } from '../../../electron/service/store/project.ts'
import { openProjectFile } from '../../../electron/service/store/project-file.ts'
import { brokenLink } from '../../../electron/service/store/record-check.ts'
import { verifyProject } from '../../../electron/service/store/verify.ts'
import { at, firstFormProject, notWrittenDown } from '../../support/project.ts'

/** A file of 0040, and its decisions as they were. */
function olderFile() {
  const file = firstFormProject()
  const older = openProjectFile(file, [initial, measuring, shares, exports])
  const decisions = older.db.all<object>('select * from decisions order by id')
  older.close()
  return { file, decisions }
}

function migrated(): { readonly db: WritableDB; readonly decisions: readonly object[] } {
  const { file, decisions } = olderFile()
  const { db, close } = openProjectFile(file)
  onTestFinished(close)
  return { db, decisions }
}

describe('a project from before passages and reasons', () => {
  test('keeps its decisions and their hashes', () => {
    const { db, decisions } = migrated()
    expect(db.all('select * from decisions order by id')).toEqual(
      decisions.map((row) => ({ ...row, ...notWrittenDown })),
    )
    expect(verifyProject(db).map(({ problem }) => problem)).toEqual([null, null, null, null, null, null])
    expect(recentDecisions(db, 5).map(({ decision }) => decision)).toMatchObject([
      { mode: null, passage: null, reason: null },
    ])
    expect([...exportRows(db, 'decided')]).toMatchObject([{ mode: null, passageStart: null, reason: null }])
  })

  test.each([
    ['a mode', `mode = 'code'`],
    ['a passage', 'passage_start = 0, passage_end = 3'],
    ['a reason', `reason = 'spam'`],
    ['a batch', 'batch = 1'],
  ])('is found out when %s was slipped into an old decision', (_what, change) => {
    const { db } = migrated()
    db.run(`update decisions set ${change} where id = 2`)
    expect(brokenLink(db)?.id).toBe(2)
  })

  test('gets the words of our codebook, and its old decisions stay with the version that they were made by', () => {
    const { db } = migrated()
    expect(readCodebook(db)).toMatchObject({ version: 1 })
    expect(readCodebook(db).labels.map(({ examples, reasons }) => [examples, reasons])).toEqual(
      standardCodebook.labels.map(() => [[], []]),
    )
    renewCodebook(db, at)
    expect(readProject(db)?.codebook).toEqual(standardCodebook)
    expect(db.all('select distinct codebook_version as v from decisions')).toEqual([{ v: 1 }])
    expect(db.all('select version from codebooks order by version')).toEqual([
      { version: 1 },
      { version: standardCodebook.version },
    ])
    appendDecision(db, {
      commentId: 3,
      label: 'troll',
      coder: 'Priya',
      decidedAt: at,
      note: null,
      codebook: readCodebook(db),
      suggestionShown: false,
      shownMs: 900,
      suggestion: null,
      draw: 'other',
      mode: 'teach',
      passage: { start: 0, end: 7 },
      reason: 'abuse',
    })
    expect(db.get('select codebook_version as v from decisions order by id desc limit 1')).toEqual({
      v: standardCodebook.version,
    })
    expect(brokenLink(db)).toBeNull()
  })
})
