/** The rules change, and with them what stands. */
import type { Rules } from '../../../core/deciding/rules.ts'
import type { WritableDB } from './database.ts'
import { appendEvent, type Doer } from './events.ts'
import { readRules } from './rules.ts'
import { restandLabels } from './standing.ts'

/** On the disk when this returns, with what stands by them, and in the record. */
export function changeRules(db: WritableDB, rules: Rules, by: Doer): void {
  const before = readRules(db)
  db.transaction(() => {
    db.run(
      'update project set two_person = ?, opposite_test = ?, expires_after_days = ?',
      JSON.stringify(rules.twoPerson),
      rules.oppositeTest ? 1 : 0,
      rules.expiresAfterDays,
    )
    appendEvent(db, { kind: 'setting', ...by, body: { now: rules, before } })
    restandLabels(db, [...new Set([...before.twoPerson, ...rules.twoPerson])])
  })
}
