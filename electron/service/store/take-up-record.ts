/** The first opening of a project from before there was a record of all that is done. */

import { readHead } from './chain.ts'
import type { WritableDB } from './database.ts'
import { appendEvent, theApp } from './events.ts'
import { readRules } from './rules.ts'
import { restandLabels } from './standing.ts'

/**
 * Takes the decisions that are there into the record, as they are chained already, and lets the harsh labels among them
 * wait for a second person. Nothing where there is a record.
 */
export function takeUpRecord(db: WritableDB, at: string): void {
  const { id, hash } = readHead(db)
  if (id === 0 || db.get('select 1 from record_head')) return
  db.transaction(() => {
    appendEvent(db, { kind: 'upgrade', coder: theApp, at, body: { decisions: id, last: hash } })
    restandLabels(db, readRules(db).twoPerson)
  })
}
