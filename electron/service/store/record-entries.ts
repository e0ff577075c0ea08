/** The record as it is read, newest first. */
import { type EntryKind, entryKinds, type JudgedFacts, type RecordEntry } from '../../../core/record/entry.ts'
import type { ReadableDB } from './database.ts'

export interface EntryFilter {
  /** Null: all. */
  readonly kinds: readonly EntryKind[] | null
  readonly coder: string | null
  readonly commentId: number | null
}

interface StoredEntry
  extends Omit<RecordEntry, 'isMerged' | 'judged' | 'body'>,
    Omit<JudgedFacts, 'sawSuggestion'> {
  readonly merge: number | null
  readonly body: string | null
  readonly sawSuggestion: 0 | 1
}

/** Of a batch only the first row is listed: it was one step. */
const decisionRows = `
  select d.id, case when d.kind = 'undo' then 'undo' when d.redoes is not null then 'redo' else 'decision' end as kind,
    d.coder, d.decided_at as at, d.comment_id as commentId, d.merge, null as body, d.hash,
    coalesce(d.label, o.label) as label, coalesce(d.reason, o.reason) as reason, coalesce(d.role, o.role) as role,
    d.mode, d.suggestion_shown as sawSuggestion,
    iif(d.batch is null, 1, (select count(*) from decisions m where m.batch = d.batch)) as together
  from decisions d left join decisions o on o.id = d.undoes
  where (d.batch is null or d.batch = d.id)`

const eventRows = `
  select id, kind, coder, at, comment_id as commentId, merge, body, hash,
    null as label, null as reason, null as role, null as mode, 0 as sawSuggestion, 1 as together
  from events where true`

const wanted = `(?1 is null or coder = ?1) and (?2 is null or commentId = ?2)
  and (?3 is null or kind in (select value from json_each(?3)))`

const excerpt = `(select substr(c.text, 1, 120) from comments c where c.id = commentId)`

/** @param page rows before this id, or from the newest; at most `limit` */
export function recordEntries(
  db: ReadableDB,
  filter: EntryFilter,
  page: { readonly before: number | null; readonly limit: number },
): readonly RecordEntry[] {
  const before = page.before ?? Number.MAX_SAFE_INTEGER
  const one = (rows: string, id: string) =>
    `select * from (select * from (${rows} and ${id} < ?4 order by ${id} desc) where ${wanted} limit ?5)`
  return db
    .all<StoredEntry>(
      `select *, ${excerpt} as excerpt from (${one(decisionRows, 'd.id')} union all ${one(eventRows, 'id')})
       order by id desc limit ?5`,
      ...filterValues(filter),
      before,
      page.limit,
    )
    .map(toEntry)
}

/** All of them, oldest first. */
export function* everyEntry(db: ReadableDB, filter: EntryFilter): Generator<RecordEntry> {
  const rows = db.iterate<StoredEntry>(
    `select *, ${excerpt} as excerpt from (${decisionRows} union all ${eventRows}) where ${wanted} order by id`,
    ...filterValues(filter),
  )
  for (const row of rows) yield toEntry(row)
}

const filterValues = ({ coder, commentId, kinds }: EntryFilter) =>
  [
    coder,
    commentId,
    kinds === null || kinds.length === entryKinds.length ? null : JSON.stringify(kinds),
  ] as const

function toEntry({
  merge,
  body,
  label,
  reason,
  role,
  mode,
  sawSuggestion,
  together,
  ...row
}: StoredEntry): RecordEntry {
  const isJudged = body === null
  return {
    ...row,
    isMerged: merge !== null,
    judged: isJudged ? { label, reason, role, mode, sawSuggestion: sawSuggestion === 1, together } : null,
    // Safe: written by appendEvent.
    body: isJudged ? null : (JSON.parse(body) as RecordEntry['body']),
  }
}
