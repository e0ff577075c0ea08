/** What more than one person has to do with a comment: what waits for somebody, and what each thinks of it. */
import type { Judgement } from '../../../core/contract/judging-answers.ts'
import type { Status } from '../../../core/deciding/standing.ts'
import { unsureBand } from '../../../core/records.ts'
import type { ReadableDB } from './database.ts'
import { earlierTextOf } from './decided-text.ts'
import { type DecisionRow, isUndone } from './decision-rows.ts'
import { toDecision } from './decisions.ts'
import { numbersFrom } from './number-lists.ts'

// The index of what is open is only used where a query says so in these words.
const isOpen = `status <> 'final'`

/** Comments on which something is proposed that is not final yet. */
export function proposedOnes(db: ReadableDB): Int32Array {
  return numbersFrom(
    db,
    `select group_concat(comment_id) from standing where ${isOpen} and status = 'proposed'`,
  )
}

/** Disputed, while this coder has never judged it: what was taken back counts too, as in `canSettle`. */
export function disputedByOthers(db: ReadableDB, coder: string): Int32Array {
  return numbersFrom(
    db,
    `select group_concat(comment_id) from standing s where ${isOpen} and status = 'disputed' and not exists (
       select 1 from decisions d where d.comment_id = s.comment_id and d.coder = ?
         and (d.role is null or d.role <> 'adjudication') and d.kind = 'label')`,
    coder,
  )
}

/** The labels that people disagree about on a comment, the earliest first; none where it is not disputed. */
export function sidesOf(
  db: ReadableDB,
  { commentId, status }: { readonly commentId: number; readonly status: Status | null },
): readonly string[] {
  if (status !== 'disputed') return []
  const opinions = judgementsOn(db, commentId).filter(
    ({ role, isTakenBack }) => role === null && !isTakenBack,
  )
  return [...new Set(opinions.map(({ label }) => label).filter((label) => label !== unsureBand))]
}

/** Proposed or disputed. */
export function openOnes(db: ReadableDB): Int32Array {
  return numbersFrom(db, `select group_concat(comment_id) from standing where ${isOpen}`)
}

/** How the opposite tests of the project came out. */
export function countTests(db: ReadableDB): { readonly tests: number; readonly changedMinds: number } {
  const row = db.get<{ tests: number; changedMinds: number }>(
    `select count(*) as tests, count(*) filter (where body ->> 'outcome' = 'changed') as changedMinds
     from events where kind = 'opposite'`,
  )
  return row ? { ...row } : { tests: 0, changedMinds: 0 }
}

/** The latest judgement of each coder, one that is in force before one that was taken back. In the order of the record. */
export function judgementsOn(db: ReadableDB, commentId: number): readonly Judgement[] {
  const rows = db.all<DecisionRow & { readonly isTakenBack: 0 | 1 }>(
    `select d.*, ${isUndone('d')} as isTakenBack from decisions d where comment_id = ? and kind = 'label'
     order by isTakenBack desc, coalesce(clock, id), id`,
    commentId,
  )
  const latest = new Map(rows.map((row) => [row.coder, row]))
  return [...latest.values()]
    .toSorted((one, other) => one.id - other.id)
    .map((row) => ({ ...toJudgement(row), earlierText: earlierTextOf(db, row.id) }))
}

function toJudgement(row: DecisionRow & { readonly isTakenBack: 0 | 1 }): Omit<Judgement, 'earlierText'> {
  const { id: decisionId, commentId: _, ...said } = toDecision(row)
  return {
    ...said,
    decisionId,
    shownMs: row.shown_ms,
    isIndependent: row.independent === null ? null : row.independent === 1,
    isTakenBack: row.isTakenBack === 1,
  }
}
