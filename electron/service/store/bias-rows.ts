/** Decided comments for the bias report, streamed: a million of them take no more memory than the texts of one. */
import type { DecidedComment, Opinion } from '../../../core/bias/rows.ts'
import { type RunPlace, runPlaces } from '../../../core/bias/rows.ts'
import { countRuns } from '../../../core/bias/runs.ts'
import { byOrder, type Role, type Status } from '../../../core/deciding/standing.ts'
import { readHead } from './chain.ts'
import type { ReadableDB } from './database.ts'
import { globalId } from './decision-rows.ts'

const mostThreads = 20
/** So many texts, spread evenly and the same each time, say which words are common. */
const sampled = 10_000

/** Names what a report is counted from: the same again, the same report. */
export function biasBasis(db: ReadableDB): string {
  const { id: head } = readHead(db)
  const through = db.get<{ n: number }>('select visible_through as n from project')?.n ?? 0
  return `${head} ${through}`
}

export interface LargestThreads {
  /** The titles of those with most decided comments, by id. */
  readonly threads: ReadonlyMap<number, string>
  /** Of all that have one. */
  readonly threadCount: number
}

export function largestThreads(db: ReadableDB): LargestThreads {
  const rows = db.all<{ id: number; title: string; threadCount: number }>(
    `select t.id, t.title, count(*) over () as threadCount
     from (select c.thread_id as id, count(*) as n
       from standing s cross join comments c indexed by comments_for_queues on c.id = s.comment_id
       where c.id <= (select visible_through from project) group by c.thread_id) one join threads t on t.id = one.id
     order by one.n desc, t.id limit ${mostThreads}`,
  )
  return {
    threads: new Map(rows.map(({ id, title }) => [id, title])),
    threadCount: rows[0]?.threadCount ?? 0,
  }
}

export function* sampledTexts(db: ReadableDB): Generator<string> {
  const many = db.get<{ n: number }>('select count(*) as n from standing')?.n ?? 0
  const rows = db.iterate<{ text: string }>(
    `select c.text from standing s join seen c on c.id = s.comment_id
     where ((s.comment_id * 2654435761) & 4294967295) * ? < 4294967296 * ${sampled}`,
    many,
  )
  for (const { text } of rows) yield text
}

interface Row {
  readonly commentId: number
  readonly text: string
  readonly threadId: number
  readonly source: string
  readonly platform: string | null
  readonly lang: string | null
  readonly authorId: number | null
  readonly createdAt: string | null
  readonly label: string
  readonly status: Status
  /** Of the decision that stands. */
  readonly role: Role | null
  /** Null where only an adjudication or an appeal is left. */
  readonly decisionId: number | null
  readonly clock: number
  readonly uid: string
  readonly coder: string
  readonly said: string
  readonly decidedAt: string
  readonly isBlind: 0 | 1
  readonly isRandom: 0 | 1
  readonly suggested: string | null
}

/** @param threads what is in another has none */
export function* decidedComments(
  db: ReadableDB,
  { harmful, threads }: Pick<LargestThreads, 'threads'> & { readonly harmful: string },
): Generator<DecidedComment> {
  const byAuthor = countByAuthor(db)
  const runs = placesInRuns(db)
  // In the order of the comments, which both tables are in: nothing has to be sorted.
  const rows = db.iterate<Row>(
    `select c.id as commentId, c.text, c.thread_id as threadId, i.name as source, c.platform, c.lang,
       c.author_id as authorId, c.created_at as createdAt, s.label, s.status, stands.role,
       d.id as decisionId, coalesce(d.clock, d.id) as clock, ${globalId('d')} as uid, d.coder, d.label as said, d.decided_at as decidedAt,
       d.suggestion_shown = 0 as isBlind, d.draw is 'random' as isRandom, d.suggestion ->> 'band' as suggested
     from standing s cross join comments c on c.id = s.comment_id join imports i on i.id = c.import_id
     join decisions stands on stands.id = s.decision_id
     left join decisions d on d.comment_id = s.comment_id and d.kind = 'label' and d.role is null
       and not exists (select 1 from decisions u where u.undoes = d.id)
       and not exists (select 1 from events e where e.comment_id = d.comment_id and e.kind = 'expiry'
         and (e.clock, e.uid) > (coalesce(d.clock, d.id), ${globalId('d')}))
     where c.id <= (select visible_through from project)
     order by s.comment_id`,
  )
  let of: Row[] = []
  const made = () => commentOf(of, { harmful, threads, byAuthor, runs })
  for (const row of rows) {
    if (of.length > 0 && of[0]?.commentId !== row.commentId) {
      yield* made()
      of = []
    }
    of.push(row)
  }
  yield* made()
}

interface About extends Pick<LargestThreads, 'threads'> {
  readonly harmful: string
  readonly byAuthor: Int32Array
  readonly runs: Uint8Array
}

/** @param rows of one comment, a row a decision; none gives none */
function commentOf(
  rows: readonly Row[],
  { harmful, threads, byAuthor, runs }: About,
): readonly DecidedComment[] {
  const [first] = rows
  if (!first) return []
  const { text, threadId, source, platform, lang, authorId, createdAt, label, status, role } = first
  // The latest of each coder, in the order that is the same in every copy.
  const latest = new Map<string, Opinion>()
  for (const row of rows.toSorted(byOrder)) {
    if (row.decisionId === null) continue
    latest.delete(row.coder)
    latest.set(row.coder, opinionOf(row, runs[row.decisionId] ?? 0))
  }
  const opinions = [...latest.values()]
  const isAccused = opinions.some((one) => one.label === harmful)
  return [
    {
      text,
      thread: threads.has(threadId) ? threadId : null,
      source,
      platform,
      lang,
      byAuthor: authorId === null ? null : (byAuthor[authorId] ?? null),
      createdAt,
      label,
      isFinal: status === 'final',
      isOverturned: role !== null && label !== harmful && isAccused,
      opinions,
    },
  ]
}

function opinionOf({ coder, said, decidedAt, suggested, ...row }: Row, place: number): Opinion {
  return {
    coder,
    label: said,
    decidedAt,
    run: runPlaces[place - 1] ?? null,
    isBlind: row.isBlind === 1,
    isRandom: row.isRandom === 1,
    suggested,
  }
}

/** By the author's id: comments that can be seen. */
function countByAuthor(db: ReadableDB): Int32Array {
  const last = db.get<{ id: number | null }>('select max(id) as id from authors')?.id ?? 0
  const counts = new Int32Array(last + 1)
  const rows = db.iterate<{ id: number; n: number }>(
    'select author_id as id, count(*) as n from seen where author_id is not null group by author_id',
  )
  for (const { id, n } of rows) counts[id] = n
  return counts
}

/** By the decision's id: its place in `runPlaces` from 1 on; 0 where it was in no run. */
function placesInRuns(db: ReadableDB): Uint8Array {
  const last = db.get<{ id: number | null }>('select max(id) as id from decisions')?.id ?? 0
  const places = new Uint8Array(last + 1)
  const placeOf = countRuns()
  // What was given to many at once, or came with a file, was on no screen.
  const rows = db.iterate<{ id: number; coder: string; at: string }>(
    `select id, coder, decided_at as at from decisions where kind = 'label' and shown_ms > 0 order by id`,
  )
  for (const { id, coder, at } of rows)
    places[id] = 1 + runPlaces.indexOf(placeOf(coder, at) satisfies RunPlace)
  return places
}
