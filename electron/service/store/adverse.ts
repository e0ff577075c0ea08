/** Comments on which an adverse label stands for good, by the reference that their authors are told. */
import type { AdverseEntry } from '../../../core/contract/appeals-answers.ts'
import { harmfulLabel } from '../../../core/labels.ts'
import { referenceOf, uidsOf } from '../../../core/letters/reference.ts'
import { hasOpenAppeal } from './appeals.ts'
import { readCodebook } from './codebook.ts'
import type { ReadableDB } from './database.ts'
import { globalId } from './decision-rows.ts'
import { excerptOf } from './queue.ts'
import { readRules } from './rules.ts'

interface AdverseRow {
  readonly commentId: number
  readonly uid: string
  readonly label: string
  readonly decidedAt: string
  readonly text: string
  /** JSON of the body of the latest letter about this label. */
  readonly letter: string | null
  readonly letterAt: string | null
  readonly onAppeal: number | null
}

/** Labels that a person may appeal against: the one that accuses, and those that need two people. */
export function adverseLabels(db: ReadableDB): readonly string[] {
  const harmful = harmfulLabel(readCodebook(db))
  return [...new Set([...(harmful ? [harmful.id] : []), ...readRules(db).twoPerson])]
}

const latestLetter = (what: string) => `(select ${what} from events l
  where l.kind = 'letter' and l.comment_id = s.comment_id and l.body ->> 'about' = 'decision'
    and l.body ->> 'label' = s.label order by l.id desc limit 1)`

const answeredAppeal = `case when d.role = 'appeal' then (select a.id from events a
  join events o on o.kind = 'outcome' and o.comment_id = a.comment_id and o.body ->> 'appeal' = a.uid
  where a.kind = 'appeal' and a.comment_id = s.comment_id order by o.id desc limit 1) end`

const columns = `s.comment_id as commentId, ${globalId('d')} as uid, s.label, d.decided_at as decidedAt,
  substr(c.text, 1, 400) as text, ${latestLetter('l.body')} as letter, ${latestLetter('l.at')} as letterAt,
  ${answeredAppeal} as onAppeal`
const from = `from standing s join decisions d on d.id = s.decision_id join comments c on c.id = s.comment_id
  where s.status = 'final' and s.label in (select value from json_each(?))`

/** The latest first. */
export function adverseRows(
  db: ReadableDB,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: readonly AdverseEntry[] } {
  const labels = JSON.stringify(adverseLabels(db))
  const total = db.get<{ n: number }>(`select count(*) as n ${from}`, labels)?.n ?? 0
  const rows = db.all<AdverseRow>(
    `select ${columns} ${from} order by s.decision_id desc limit ? offset ?`,
    labels,
    limit,
    offset,
  )
  return { total, rows: rows.map((row) => toEntry(db, row)) }
}

/** Null where no adverse label stands for good on it. */
export function adverseOn(db: ReadableDB, commentId: number): AdverseEntry | null {
  const labels = JSON.stringify(adverseLabels(db))
  const row = db.get<AdverseRow>(`select ${columns} ${from} and s.comment_id = ?`, labels, commentId)
  return row ? toEntry(db, row) : null
}

/** The comment that a reference is about, whatever stands on it by now; null where it is none of this project. */
export function commentOfReference(db: ReadableDB, reference: string): number | null {
  const { from: first, before } = uidsOf(reference)
  const row = db.get<{ comment_id: number }>(
    `select comment_id from decisions d where ${globalId('d')} >= ? and ${globalId('d')} < ?`,
    first,
    before,
  )
  return row?.comment_id ?? null
}

/** The same for as long as the label stands: what an author has on paper is what the next letter says. */
function toEntry(db: ReadableDB, { uid, text, letter, ...row }: AdverseRow): AdverseEntry {
  // Safe: written by recordLetter.
  const written = letter === null ? null : (JSON.parse(letter) as { readonly reference: string })
  return {
    ...row,
    reference: written?.reference ?? referenceOf(uid),
    excerpt: excerptOf(text),
    hasOpenAppeal: hasOpenAppeal(db, row.commentId),
  }
}
