/** What stands on each comment, put down so that a million are asked at once; follows from the record. */
import { type Expiry, type Given, type Standing, standingOf } from '../../../core/deciding/standing.ts'
import type { ReadableDB, Value, WritableDB } from './database.ts'
import { earlierTextOf, isEdited } from './decided-text.ts'
import { globalId, type Rows } from './decision-rows.ts'
import { insertRows } from './rows.ts'
import { standingRules } from './rules.ts'

type GivenRow = Omit<
  Given,
  'isTakenBack' | 'inBatch' | 'hasGrounds' | 'isIndependent' | 'sawSuggestion' | 'words'
> & {
  readonly commentId: number
  readonly isTakenBack: 0 | 1
  readonly inBatch: 0 | 1
  readonly hasGrounds: 0 | 1
  readonly isIndependent: 0 | 1
  readonly sawSuggestion: 0 | 1
  readonly isEdited: 0 | 1
}

const isUndone = 'exists (select 1 from decisions u where u.undoes = d.id)'

const givenColumns = `d.id, d.comment_id as commentId, coalesce(d.clock, d.id) as clock, ${globalId('d')} as uid,
  d.label, d.coder, d.role, ${isUndone} as isTakenBack, d.batch is not null as inBatch,
  d.reason is not null and d.passage_start is not null as hasGrounds,
  coalesce(d.independent, 0) as isIndependent, d.suggestion_shown as sawSuggestion, d.sitting,
  ${isEdited('d')} as isEdited`

/** Every decision on a comment, those taken back as well, without the undos. */
export function givenOn(db: ReadableDB, commentId: number): readonly Given[] {
  return db
    .all<GivenRow>(
      `select ${givenColumns} from decisions d where comment_id = ? and kind = 'label'`,
      commentId,
    )
    .map((row) => toGiven(db, row))
}

/** What the decisions on this comment come to. */
export function standingNow(db: ReadableDB, commentId: number): Standing | null {
  return standingOf(givenOn(db, commentId), standingRules(db), expiriesOn(db, commentId))
}

/** Puts down what the decisions on this comment come to. @returns it, or null where nothing stands */
export function restand(db: WritableDB, commentId: number): Standing | null {
  const standing = standingNow(db, commentId)
  if (standing === null) db.run('delete from standing where comment_id = ?', commentId)
  else put(db, commentId, standing)
  return standing
}

/**
 * Puts down what stands after these rows of a batch of decisions or undos. Comments on which nothing else is in force,
 * which is nearly all of a large batch, are done together.
 */
export function restandBatch(db: WritableDB, { first, last }: Rows): void {
  const others = db.all<{ id: number }>(
    `select comment_id as id from decisions b where b.id between ? and ? and (
       exists (select 1 from decisions d where d.comment_id = b.comment_id and d.id <> b.id
         and d.kind = 'label' and not ${isUndone})
       or exists (select 1 from events e where e.comment_id = b.comment_id and e.kind = 'expiry'))`,
    first,
    last,
  )
  const alone = `id between ? and ? and comment_id not in (select value from json_each(?))`
  const meant = [first, last, JSON.stringify(others.map(({ id }) => id))] as const
  db.run(
    `delete from standing where comment_id in (select comment_id from decisions where ${alone})`,
    ...meant,
  )
  const { twoPerson } = standingRules(db)
  db.run(
    `insert into standing (comment_id, decision_id, label, in_batch, status)
     select comment_id, id, label, 1, iif(label in (select value from json_each(?)), 'proposed', 'final')
     from decisions where kind = 'label' and ${alone} order by comment_id`,
    JSON.stringify([...twoPerson]),
    ...meant,
  )
  for (const { id } of others) restand(db, id)
}

/**
 * Puts down anew what stands on every comment that has a decision with one of these labels: the rules have changed.
 * Within a transaction.
 */
export function restandLabels(db: WritableDB, labels: readonly string[]): void {
  const touched = db.all<{ id: number }>(
    `select distinct comment_id as id from decisions
     where kind = 'label' and label in (select value from json_each(?))`,
    JSON.stringify(labels),
  )
  for (const { id } of touched) restand(db, id)
}

/**
 * Puts down anew what stands on comments that said something else before and have a label that needs two people, where
 * that is not what was put down: two may have been taken for agreed who read different words. Within a transaction.
 */
export function restandEdited(db: WritableDB): void {
  const edited = db.all<StoredStanding>(
    // From the edited ones, which are few: a million may be decided.
    `select * from standing where comment_id in (select comment_id from earlier_texts)
       and label in (select value from json_each(?))`,
    JSON.stringify([...standingRules(db).twoPerson]),
  )
  for (const stored of edited) {
    const { comment_id: commentId } = stored
    if (!fits(stored, standingNow(db, commentId))) restand(db, commentId)
  }
}

/**
 * Puts down anew what stands on many comments, read in one go. Within a transaction.
 *
 * @param among a question with one column, the ids of comments
 */
export function restandMany(db: WritableDB, among: string): void {
  const rules = standingRules(db)
  db.run(`delete from standing where comment_id in (${among})`)
  const expiries = expiriesByComment(db)
  let standing: (readonly Value[])[] = []
  const write = () => {
    if (standing.length > 0) insertRows(db, `standing (${standingColumns})`, standing)
    standing = []
  }
  for (const [commentId, given] of givenByComment(db, `and comment_id in (${among})`)) {
    const stands = standingOf(given, rules, expiries.get(commentId))
    if (stands !== null) standing.push(cellsOf(commentId, stands))
    if (standing.length === rowsAtATime) write()
  }
  write()
}

const rowsAtATime = 1000

export function standingLabel(db: ReadableDB, commentId: number): string | null {
  return (
    db.get<{ label: string }>('select label from standing where comment_id = ?', commentId)?.label ?? null
  )
}

/** Comments on which stands what their decisions do not come to. */
export function wronglyStanding(db: ReadableDB): readonly number[] {
  const rules = standingRules(db)
  const expiries = expiriesByComment(db)
  const wrong: number[] = []
  const put = db.iterate<StoredStanding>('select * from standing order by comment_id')
  let stored = put.next()
  for (const [commentId, given] of givenByComment(db)) {
    while (!stored.done && stored.value.comment_id < commentId) {
      wrong.push(stored.value.comment_id)
      stored = put.next()
    }
    const here = !stored.done && stored.value.comment_id === commentId ? stored.value : null
    if (!fits(here, standingOf(given, rules, expiries.get(commentId)))) wrong.push(commentId)
    if (here) stored = put.next()
  }
  for (; !stored.done; stored = put.next()) wrong.push(stored.value.comment_id)
  return wrong
}

interface StoredStanding {
  readonly comment_id: number
  readonly decision_id: number
  readonly label: string
  readonly in_batch: 0 | 1
  readonly status: string
  readonly one_sitting: 0 | 1
}

function fits(stored: StoredStanding | null, standing: Standing | null): boolean {
  if (stored === null || standing === null) return stored === standing
  return (
    stored.decision_id === standing.decisionId &&
    stored.label === standing.label &&
    stored.status === standing.status &&
    (stored.in_batch === 1) === standing.inBatch &&
    (stored.one_sitting === 1) === standing.isOneSitting
  )
}

function* givenByComment(db: ReadableDB, also = ''): Generator<readonly [number, readonly Given[]]> {
  let commentId = 0
  let given: Given[] = []
  const rows = db.iterate<GivenRow>(
    `select ${givenColumns} from decisions d where kind = 'label' ${also} order by comment_id, id`,
  )
  for (const row of rows) {
    if (row.commentId !== commentId) {
      if (given.length > 0) yield [commentId, given]
      commentId = row.commentId
      given = []
    }
    given.push(toGiven(db, row))
  }
  if (given.length > 0) yield [commentId, given]
}

function expiriesByComment(db: ReadableDB): ReadonlyMap<number, readonly Expiry[]> {
  const all = db.all<Expiry & { commentId: number }>(
    `select comment_id as commentId, clock, uid from events where kind = 'expiry' and comment_id is not null`,
  )
  return Map.groupBy(all, ({ commentId }) => commentId)
}

function expiriesOn(db: ReadableDB, commentId: number): readonly Expiry[] {
  return db.all<Expiry>(`select clock, uid from events where comment_id = ? and kind = 'expiry'`, commentId)
}

function put(db: WritableDB, commentId: number, standing: Standing): void {
  db.run(
    `insert or replace into standing (${standingColumns}) values (?, ?, ?, ?, ?, ?)`,
    ...cellsOf(commentId, standing),
  )
}

const standingColumns = 'comment_id, decision_id, label, in_batch, status, one_sitting'

const cellsOf = (commentId: number, standing: Standing): readonly Value[] => [
  commentId,
  standing.decisionId,
  standing.label,
  standing.inBatch ? 1 : 0,
  standing.status,
  standing.isOneSitting ? 1 : 0,
]

function toGiven(db: ReadableDB, row: GivenRow): Given {
  // Each by its name: to spread what is left of a row takes as long as all else that is done with it.
  const { id, clock, uid, label, coder, role, sitting } = row
  return {
    id,
    clock,
    uid,
    label,
    coder,
    role,
    sitting,
    isTakenBack: row.isTakenBack === 1,
    inBatch: row.inBatch === 1,
    hasGrounds: row.hasGrounds === 1,
    isIndependent: row.isIndependent === 1,
    sawSuggestion: row.sawSuggestion === 1,
    words: row.isEdited === 1 ? earlierTextOf(db, id) : null,
  }
}
