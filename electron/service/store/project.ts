/** What the project is: its name, its codebook, and how much is in it. */

import { parseCodebook } from '../../../core/codebook.ts'
import type { ProjectStats } from '../../../core/contract/answers.ts'
import { type Codebook, hasStarter, standardCodebook } from '../../../core/labels.ts'
import type { Band } from '../../../core/records.ts'
import { keepCodebook } from './codebook.ts'
import type { ReadableDB, WritableDB } from './database.ts'
import { appendEvent, type Doer, theApp } from './events.ts'
import { offeredIn } from './queue.ts'

export interface ProjectRow {
  readonly uid: string
  readonly name: string
  readonly codebook: Codebook
  readonly visibleThrough: number
  readonly modelVersion: string | null
  readonly use: ModelUse
}

/** How the project uses its model. */
export interface ModelUse {
  /** Largest share of comments that are no trolls that may be suggested as troll, in (0, 1). */
  readonly accusationLimit: number
  /** False: nobody sees a suggestion anywhere in this project. */
  readonly suggestions: boolean
}

export function initProject(
  db: WritableDB,
  facts: { readonly uid: string; readonly name: string; readonly at: string; readonly codebook: Codebook },
): void {
  db.transaction(() => {
    const { id, version } = facts.codebook
    keepCodebook(db, facts.codebook)
    db.run(
      `insert into project (one, uid, name, created_at, codebook_id, codebook_version)
       values (1, ?, ?, ?, ?, ?)`,
      facts.uid,
      facts.name,
      facts.at,
      id,
      version,
    )
  })
}

/** @returns null for a file that was made and never given its first row (a kill at that moment) */
export function readProject(db: ReadableDB): ProjectRow | null {
  const row = db.get<{
    uid: string
    name: string
    visible_through: number
    model_version: string | null
    body: string
  }>(
    `select uid, name, visible_through, model_version, body from project
     join codebooks on codebooks.id = codebook_id and codebooks.version = codebook_version`,
  )
  if (!row) return null
  return {
    uid: row.uid,
    name: row.name,
    visibleThrough: row.visible_through,
    modelVersion: row.model_version,
    codebook: parseCodebook(row.body),
    use: readUse(db),
  }
}

/**
 * Brings our own codebook up to the version that is shipped: its words grow, its labels stay. Decisions name the version
 * that they were made by, and that stays in the file.
 */
export function renewCodebook(db: WritableDB, at: string): void {
  const codebook = readProject(db)?.codebook
  if (!codebook || !hasStarter(codebook) || codebook.version >= standardCodebook.version) return
  db.transaction(() => {
    keepCodebook(db, standardCodebook)
    db.run('update project set codebook_version = ?', standardCodebook.version)
    const { id, version } = standardCodebook
    appendEvent(db, { kind: 'codebook', coder: theApp, at, body: { id, version, before: codebook.version } })
  })
}

/** @returns what a new project has, for a file that was never given its first row */
export function readUse(db: ReadableDB): ModelUse {
  const row = db.get<{ accusation_limit: number; suggestions: 0 | 1 }>(
    'select accusation_limit, suggestions from project',
  )
  return { accusationLimit: row?.accusation_limit ?? 0.02, suggestions: row?.suggestions !== 0 }
}

/** On the disk when this returns, and in the record. */
export function saveModelUse(db: WritableDB, use: ModelUse, by: Doer): void {
  db.transaction(() => {
    appendEvent(db, { kind: 'setting', ...by, body: { now: use, before: readUse(db) } })
    db.run(
      'update project set accusation_limit = ?, suggestions = ?',
      use.accusationLimit,
      use.suggestions ? 1 : 0,
    )
  })
}

/** Whether authors have invented names on the screen. */
export function readPseudonyms(db: ReadableDB): boolean {
  return db.get<{ pseudonyms: 0 | 1 }>('select pseudonyms from project')?.pseudonyms === 1
}

/** On the disk when this returns, and in the record. */
export function savePseudonyms(db: WritableDB, isOn: boolean, by: Doer): void {
  db.transaction(() => {
    const before = { pseudonyms: readPseudonyms(db) }
    appendEvent(db, { kind: 'setting', ...by, body: { now: { pseudonyms: isOn }, before } })
    db.run('update project set pseudonyms = ?', isOn ? 1 : 0)
  })
}

/** What only an import changes. */
export interface Totals {
  readonly comments: number
  /** Those that are there to be decided on; posts and service messages are not. */
  readonly decidable: number
  readonly threads: number
  readonly authors: number
}

export type Bands = Readonly<Record<Band, number>>

export function readTotals(db: ReadableDB): Totals {
  const row = db.get<Totals>(
    `select count(*) as comments, count(*) filter (where ${offeredIn(db)}) as decidable,
       (select count(*) from threads join imports on imports.id = import_id and state = 'done') as threads,
       (select count(*) from authors join imports on imports.id = import_id and state = 'done') as authors
     from seen c`,
  )
  return row ? { ...row } : { comments: 0, decidable: 0, threads: 0, authors: 0 }
}

/** None of any: the label that a model says nothing of has none as well. */
export function noBands({ labels }: Codebook): Bands {
  return Object.fromEntries(labels.map(({ id }) => [id, 0]))
}

/** What only the model changes: the latest suggestions by band. */
export function readBands(db: ReadableDB, codebook: Codebook): Bands {
  const counts: Record<Band, number> = { ...noBands(codebook) }
  const rows = db.all<{ band: Band; n: number }>('select band, count(*) as n from predictions group by band')
  for (const { band, n } of rows) counts[band] = n
  return counts
}

/** What is asked of a project's numbers. */
export interface StatsAsked {
  readonly codebook: Codebook
  readonly modelVersion: string
  /** UTC, ISO 8601: what counts as today begins there. */
  readonly since: string
  /** Counted once and kept while nothing changes them; a million rows take their time. */
  readonly totals: Totals
}

export function readStats(
  db: ReadableDB,
  { codebook, modelVersion, since, totals }: StatsAsked,
  byBand: Bands,
): ProjectStats {
  const count = (sql: string, ...values: readonly string[]) => db.get<{ n: number }>(sql, ...values)?.n ?? 0
  const labels = db.all<{ label: string; n: number }>(
    'select label, count(*) as n from standing group by label',
  )
  // Few are open, and they have an index of their own.
  const open = db.all<{ label: string; status: 'proposed' | 'disputed'; n: number }>(
    `select label, status, count(*) as n from standing where status <> 'final' group by label, status`,
  )
  const openOf = (label: string, status: 'proposed' | 'disputed') =>
    open.find((one) => one.label === label && one.status === status)?.n ?? 0
  const byLabel = {
    ...Object.fromEntries(codebook.labels.map(({ id }) => [id, 0])),
    ...Object.fromEntries(labels.map(({ label, n }) => [label, n])),
  }
  return {
    ...totals,
    decided: labels.reduce((sum, { n }) => sum + n, 0),
    decidedToday: count(
      `select count(*) as n from decisions d
       cross join standing s on s.comment_id = d.comment_id and s.decision_id = d.id
       where d.id > coalesce((select id from decisions where decided_at < ? order by id desc limit 1), 0)`,
      since,
    ),
    byLabel,
    byStatus: Object.fromEntries(
      Object.entries(byLabel).map(([label, n]) => {
        const [proposed, disputed] = [openOf(label, 'proposed'), openOf(label, 'disputed')]
        return [label, { proposed, disputed, final: n - proposed - disputed }]
      }),
    ),
    byBand,
    decisions: count('select count(*) - count(undoes) as n from decisions'),
    modelVersion,
  }
}
