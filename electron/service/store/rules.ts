/** The rules by which labels come to stand in this project. */

import type { Rules } from '../../../core/deciding/rules.ts'
import type { StandingRules } from '../../../core/deciding/standing.ts'
import { type Codebook, harmfulLabel } from '../../../core/labels.ts'
import { unsureBand } from '../../../core/records.ts'
import { readCodebook } from './codebook.ts'
import type { ReadableDB } from './database.ts'

interface RulesRow {
  readonly codebook_id: string
  readonly codebook_version: number
  readonly two_person: string | null
  readonly opposite_test: 0 | 1
  readonly expires_after_days: number | null
}

const question = `select codebook_id, codebook_version, two_person, opposite_test, expires_after_days from project`

/** In a project that never said otherwise, the harmful label needs two people. */
export function readRules(db: ReadableDB): Rules {
  const row = db.get<RulesRow>(question)
  return {
    // Safe: written by changeRules.
    twoPerson:
      row?.two_person == null ? harmfulIds(readCodebook(db)) : (JSON.parse(row.two_person) as string[]),
    oppositeTest: row?.opposite_test === 1,
    expiresAfterDays: row?.expires_after_days ?? null,
  }
}

const harmfulIds = (codebook: Codebook): readonly string[] => {
  const label = harmfulLabel(codebook)
  return label === null ? [] : [label.id]
}

/** Asked with each decision: the codebook is read again only when it is another. */
const known = new WeakMap<ReadableDB, { readonly key: string; readonly rules: StandingRules }>()

export function standingRules(db: ReadableDB): StandingRules {
  const key = JSON.stringify(db.get<RulesRow>(question) ?? null)
  const before = known.get(db)
  if (before?.key === key) return before.rules
  const { labels } = readCodebook(db)
  const rules: StandingRules = {
    twoPerson: new Set(readRules(db).twoPerson),
    needGrounds: new Set(labels.flatMap((label) => (label.needsGrounds ? [label.id] : []))),
    unsure: unsureBand,
  }
  known.set(db, { key, rules })
  return rules
}
