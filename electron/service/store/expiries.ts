/** Adverse labels that have run out: each ends by a row of the record. */
import { adverseLabels } from './adverse.ts'
import type { ReadableDB, WritableDB } from './database.ts'
import { appendEvent, theApp } from './events.ts'
import { readRules } from './rules.ts'
import { restand } from './standing.ts'

const dayMs = 86_400_000

/** When a label that was decided at `decidedAt` ends; null where labels do not end. Both UTC, ISO 8601. */
export function expiryOf(db: ReadableDB, decidedAt: string): string | null {
  const days = readRules(db).expiresAfterDays
  return days === null ? null : new Date(Date.parse(decidedAt) + days * dayMs).toISOString()
}

/**
 * Ends every adverse final label that was last given, by anybody, more days ago than the rules say. What is decided
 * anew afterwards stands as if for the first time.
 *
 * @returns the comments
 */
export function expireLabels(db: WritableDB, now: Date): readonly number[] {
  const days = readRules(db).expiresAfterDays
  if (days === null) return []
  const before = new Date(now.getTime() - days * dayMs).toISOString()
  const old = db.all<{ commentId: number; label: string }>(
    `select s.comment_id as commentId, s.label from standing s join decisions d on d.comment_id = s.comment_id
     where s.status = 'final' and s.label in (select value from json_each(?)) and d.label = s.label
       and not exists (select 1 from decisions u where u.undoes = d.id)
     group by s.comment_id having max(d.decided_at) < ? order by s.comment_id`,
    JSON.stringify(adverseLabels(db)),
    before,
  )
  if (old.length === 0) return []
  db.transaction(() => {
    for (const { commentId, label } of old) {
      const at = now.toISOString()
      appendEvent(db, { kind: 'expiry', coder: theApp, at, commentId, body: { label, days } })
      restand(db, commentId)
    }
  })
  return old.map(({ commentId }) => commentId)
}
