/** Where another copy says otherwise than this one. Each question is asked within the transaction of a merge. */
import type { ConflictKind, MergeConflict, MergeReport } from '../../../core/contract/package-answers.ts'
import type { ReadableDB, WritableDB } from './database.ts'
import { globalId } from './decision-rows.ts'
import { excerptOf } from './queue.ts'

const listedAtMost = 200
/** Clocks of two machines that are set by the network differ by less. */
const clocksDifferMs = 5 * 60_000

type Found = Omit<MergeConflict, 'excerpt' | 'kind'> & { readonly text: string | null }

interface Question {
  readonly kind: ConflictKind
  /** From here on: what is counted, and what is listed. */
  readonly from: string
  readonly columns: string
  readonly order: string
}

/** Remembers what stands on the comments that new rows are about. Before they are appended. */
export function rememberStanding(db: WritableDB): void {
  db.execute(`
    create temp table touched as
      select distinct comment_id as id from (
        select c.id as comment_id from temp.fresh f join other.decisions d on d.id = f.other_id
          join other.comments o on o.id = d.comment_id join main.comments c on c.key = o.key
          where f.kind in ('label', 'undo')
        union all
        select c.id from temp.fresh f join other.events e on e.id = f.other_id
          join other.comments o on o.id = e.comment_id join main.comments c on c.key = o.key
          where f.kind = 'event' and e.kind = 'expiry');
    create unique index temp.touched_by_id on touched (id);
    create temp table stood as
      select comment_id, label, status from main.standing where comment_id in (select id from temp.touched);
    create unique index temp.stood_by_id on stood (comment_id);`)
}

/**
 * Names each conflict, once the new rows are in and standing.
 *
 * @param lastHere the highest id of a comment before the merge
 * @param at now: UTC, ISO 8601
 */
export function conflictsOf(
  db: ReadableDB,
  {
    lastHere,
    at,
    sameNames,
  }: {
    readonly lastHere: number
    readonly at: string
    readonly sameNames: readonly string[]
  },
): Pick<MergeReport, 'conflicts' | 'listed'> {
  const names = sameNames.map((coder): MergeConflict => ({ ...ofProject, kind: 'same-name', coder }))
  const rules: readonly MergeConflict[] = otherRules(db) ? [{ ...ofProject, kind: 'other-rules' }] : []
  const latest = new Date(Date.parse(at) + clocksDifferMs).toISOString()
  const asked = questionsOf(latest).map(({ kind, from, columns, order }) => ({
    kind,
    count: db.get<{ n: number }>(`select count(*) as n from ${from}`)?.n ?? 0,
    rows: db
      .all<Found>(`select ${columns} from ${from} order by ${order} limit ${listedAtMost}`)
      .map(({ text, ...found }): MergeConflict => {
        const isHere = found.commentId !== null && found.commentId <= lastHere
        return {
          ...found,
          kind,
          commentId: isHere ? found.commentId : null,
          excerpt: text === null ? null : excerptOf(text),
        }
      }),
  }))
  const all = [
    { kind: 'same-name' as const, count: names.length, rows: names },
    ...asked,
    { kind: 'other-rules' as const, count: rules.length, rows: rules },
  ].filter(({ count }) => count > 0)
  return {
    conflicts: all.map(({ kind, count }) => ({ kind, count })),
    listed: all.flatMap(({ rows }) => rows).slice(0, listedAtMost),
  }
}

const ofProject = { commentId: null, excerpt: null, coder: null, ours: null, theirs: null, at: null }

function otherRules(db: ReadableDB): boolean {
  const of = (schema: string) =>
    JSON.stringify(
      db.get(
        `select two_person, opposite_test, expires_after_days, codebook_id, codebook_version from ${schema}.project`,
      ),
    )
  return of('main') !== of('other')
}

/** Their latest new decision on a comment. */
const theirs = (column: string): string => `(
  select d.${column} from main.decisions d join temp.fresh_here h on h.id = d.id
  where d.comment_id = s.comment_id and d.kind = 'label' order by d.clock desc, d.uid desc limit 1)`

const standingColumns = `s.comment_id as commentId, c.text, w.label as ours, ${theirs('label')} as theirs,
  ${theirs('coder')} as coder, ${theirs('decided_at')} as at`

const standingFrom = `temp.touched t join main.standing s on s.comment_id = t.id
  join main.comments c on c.id = s.comment_id left join temp.stood w on w.comment_id = s.comment_id`

/** Decisions that are new, as they are there. */
const rowsFrom = `temp.fresh f join other.decisions d on d.id = f.other_id
  join other.comments o on o.id = d.comment_id join main.comments c on c.key = o.key`
const rowColumns = `c.id as commentId, c.text, null as ours, d.label as theirs, d.coder, d.decided_at as at`

const questionsOf = (latest: string): readonly Question[] => [
  {
    kind: 'disputed',
    from: `${standingFrom} where s.status = 'disputed' and coalesce(w.status, '') <> 'disputed'`,
    columns: standingColumns,
    order: 's.comment_id',
  },
  {
    kind: 'other-label',
    from: `${standingFrom} where s.status <> 'disputed' and w.label is not null and w.label <> s.label`,
    columns: standingColumns,
    order: 's.comment_id',
  },
  {
    kind: 'other-text',
    from: `${rowsFrom} where f.kind = 'label' and c.text <> o.text`,
    columns: rowColumns,
    order: 'f.place',
  },
  {
    kind: 'before-comment',
    from: `${rowsFrom} where f.kind = 'label' and d.sitting is not null and d.decided_at < c.created_at`,
    columns: rowColumns,
    order: 'f.place',
  },
  {
    kind: 'before-earlier',
    from: `${rowsFrom} where d.sitting is not null and d.id in (
      select id from (select id, decided_at, max(decided_at) over (
          partition by coder order by id rows between unbounded preceding and 1 preceding) as latest
        from other.decisions where sitting is not null) where decided_at < latest)`,
    columns: rowColumns,
    order: 'f.place',
  },
  {
    kind: 'in-future',
    from: `${rowsFrom} where d.decided_at > '${latest}'`,
    columns: rowColumns,
    order: 'f.place',
  },
]

/**
 * Names of coders who have new decisions there and are known here, where nothing says that they are the same person:
 * neither an id that both copies know, nor, where one of them has none, an earlier decision that both have.
 */
export function sameNamesOf(db: ReadableDB): readonly string[] {
  const rows = db.all<{ name: string }>(
    `with fresh_coder (name) as (
       select distinct coder from other.decisions d join temp.fresh f on f.other_id = d.id)
     select name from fresh_coder n
     where (exists (select 1 from main.decisions d where d.coder = n.name)
         or exists (select 1 from main.coders c where c.name = n.name))
       and not exists (select 1 from (${identities('main')}) a join (${identities('other')}) b using (name, uid)
         where name = n.name)
       and not ((not exists (select 1 from (${identities('main')}) where name = n.name)
            or not exists (select 1 from (${identities('other')}) where name = n.name))
         and exists (select 1 from main.decisions m join other.decisions o on ${globalId('o')} = ${globalId('m')}
           where m.coder = n.name))
     order by name`,
  )
  return rows.map(({ name }) => name)
}

/** All that a copy has ever known a name by: after a merge, also what the other knew. */
const identities = (schema: string): string => `
  select name, uid from ${schema}.coders
  union select body ->> 'name', body ->> 'uid' from ${schema}.events where kind = 'coder'`
