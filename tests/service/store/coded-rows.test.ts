import { expect, test } from 'vitest'
import { agreementOf } from '../../../core/agreement/report.ts'
import { standardCodebook } from '../../../core/labels.ts'
import { codedRows } from '../../../electron/service/store/coded-rows.ts'
import { appendDecision, type NewDecision } from '../../../electron/service/store/decisions.ts'
import { undoLatest } from '../../../electron/service/store/steps.ts'
import { addComments, at, comment, emptyProject } from '../../support/project.ts'

test('agreement is of what was decided blind and alone, and of what was not taken back', () => {
  const { db } = emptyProject()
  addComments(
    db,
    Array.from({ length: 30 }, (_, n) => comment(n + 1)),
  )
  const decide = (commentId: number, over: Partial<NewDecision> = {}) =>
    appendDecision(db, {
      commentId,
      label: 'critic',
      coder: 'Priya',
      decidedAt: at,
      note: null,
      codebook: standardCodebook,
      suggestionShown: false,
      shownMs: 900,
      suggestion: null,
      draw: 'other',
      mode: 'code',
      passage: null,
      reason: null,
      role: null,
      isIndependent: true,
      ...over,
    })
  for (let id = 1; id <= 30; id += 1) {
    decide(id)
    decide(id, { coder: 'Sam', label: id % 3 === 0 ? 'neither' : 'critic' })
  }
  // None of these counts: a suggestion was seen, others were seen, it settles a dispute, it was taken back.
  decide(1, { coder: 'Noor', suggestionShown: true })
  decide(2, { coder: 'Noor', isIndependent: false })
  decide(3, { coder: 'Noor', role: 'adjudication' })
  decide(4, { coder: 'Noor' })
  undoLatest(db, { coder: 'Noor', at })
  const report = agreementOf(codedRows(db))
  expect(report).toMatchObject({
    coders: ['Priya', 'Sam'],
    units: 30,
    labelled: 30,
    threads: 1,
    drawn: 'units',
  })
  expect(report.pairs).toMatchObject([{ same: 20 }])
  expect(report.percent.value).toBeCloseTo(2 / 3, 12)
})
