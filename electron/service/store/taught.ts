/** What a model learns from: of the decisions that stand, and which of them may measure it. */
import { createHash } from 'node:crypto'
import type { Taught } from '../../../core/classifier/classifier.ts'
import { teachingLabels } from '../../../core/labels.ts'
import { unsureBand } from '../../../core/records.ts'
import { readCodebook } from './codebook.ts'
import type { ReadableDB } from './database.ts'
import { earlierTextOf } from './decided-text.ts'

/** The decisions that stand at one moment, with their texts. */
export interface TaughtNow {
  /** Oldest decision first. */
  readonly decisions: readonly Taught[]
  /** By comment: the decision that stands. */
  readonly decisionOf: ReadonlyMap<number, number>
  readonly facts: TaughtFacts
}

/** The same without the texts. */
export interface TaughtFacts {
  /**
   * Names the decisions to learn from: the same again after a decision and its undo. Decisions never change, nor what
   * their comments said then, so their ids say all.
   */
  readonly basis: string
  /** Decisions to learn from by label; every teaching label is there. */
  readonly byLabel: Readonly<Record<string, number>>
}

/** Decided blind, on a comment drawn at random: see docs/decisions/0013. */
const measures = `d.draw = 'random' and d.suggestion_shown = 0`
/** What is disputed teaches nothing until somebody has settled it; what is proposed does: the model only suggests. */
const teaching = `s.label <> '${unsureBand}' and s.status <> 'disputed'`

/** So many of a label that were given to many at once are learned from: enough to learn what there is in them. */
const mostOfBatches = 1000

/**
 * What is learned from, of the decisions that stand: all that were made one at a time, and of the others about
 * `mostOfBatches` of each label, spread evenly and the same each time. A hundred thousand would make each refit take
 * minutes, and drown what somebody has read.
 */
const learned = `(
  select s.comment_id, s.decision_id, s.label from standing s
  left join (select label, count(*) as n from standing where in_batch = 1 group by label) many
    on many.label = s.label
  where ${teaching} and (s.in_batch = 0
    or ((s.comment_id * 2654435761) & 4294967295) * many.n < 4294967296 * ${mostOfBatches}))`

/** Fewer decisions say more about chance than about the project. */
const fewestToLearn = 20

/** Counting so many that stand takes no time that a hand would notice. */
export const quicklyCounted = 2_000

/** Whether there is enough to learn from: with less, the starter is used. */
export function isEnough({ byLabel }: TaughtFacts): boolean {
  const counts = Object.values(byLabel).filter((n) => n > 0)
  return counts.length >= 2 && counts.reduce((sum, n) => sum + n) >= fewestToLearn
}

interface TaughtRow extends Omit<Taught, 'measures'> {
  readonly decisionId: number
  readonly measures: 0 | 1
  readonly isEdited: 0 | 1
}

export function readTaught(db: ReadableDB): TaughtNow {
  const rows = db.all<TaughtRow>(
    `select d.id as decisionId, c.id as commentId, s.label, c.text, coalesce(${measures}, 0) as measures,
       exists (select 1 from earlier_texts e where e.comment_id = c.id) as isEdited
     from ${learned} s join decisions d on d.id = s.decision_id join comments c on c.id = s.comment_id
     order by d.id`,
  )
  // From the same rows: between two questions a decision could come, and would be taken for learned.
  const ids = rows.toSorted((one, other) => one.commentId - other.commentId).map((row) => row.decisionId)
  const counts = [...Map.groupBy(rows, ({ label }) => label)].map(([label, some]) => ({
    label,
    n: some.length,
  }))
  return {
    decisions: rows.map(({ decisionId, measures: one, isEdited, text, ...row }) => ({
      ...row,
      // A label says something of the words that it was given to, and nothing of those that came in their place.
      text: isEdited === 1 ? (earlierTextOf(db, decisionId) ?? text) : text,
      measures: one === 1,
    })),
    decisionOf: new Map(rows.map(({ commentId, decisionId }) => [commentId, decisionId])),
    facts: factsOf(db, ids.join(','), counts),
  }
}

/** Asked after every decision, of a project that may have a hundred thousand of them: so the database counts. */
export function taughtFacts(db: ReadableDB): TaughtFacts {
  const counts = db.all<{ label: string; n: number }>(
    `select label, count(*) as n from ${learned} group by label`,
  )
  const row = db.get<{ ids: string | null }>(
    `select group_concat(decision_id) as ids from (
       select decision_id from ${learned} order by comment_id)`,
  )
  return factsOf(db, row?.ids ?? '', counts)
}

/** @param ids of the decisions, by comment, with commas */
function factsOf(
  db: ReadableDB,
  ids: string,
  counts: readonly { readonly label: string; readonly n: number }[],
): TaughtFacts {
  const some = new Map(counts.map(({ label, n }) => [label, n]))
  const labels = teachingLabels(readCodebook(db))
  return {
    basis: createHash('sha256').update(ids).digest('hex').slice(0, 16),
    byLabel: Object.fromEntries(labels.map(({ id }) => [id, some.get(id) ?? 0])),
  }
}

/** How many decisions may measure, and how many of those the threshold can come from. */
export function countMeasuring(db: ReadableDB): { readonly total: number; readonly nonTrolls: number } {
  const row = db.get<{ total: number; nonTrolls: number }>(
    `select count(*) as total, count(*) filter (where s.label <> 'troll') as nonTrolls
     from standing s join decisions d on d.id = s.decision_id where ${teaching} and ${measures}`,
  )
  return row ? { ...row } : { total: 0, nonTrolls: 0 }
}
