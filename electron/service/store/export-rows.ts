/**
 * The rows of an export, streamed. The suggestion is the one at the moment of the decision, else the latest; none
 * where the project's suggestions are off.
 */
import type { ExportRow } from '../../../core/exporters/columns.ts'
import type { Shares } from '../../../core/records.ts'
import { readCodebook } from './codebook.ts'
import type { ReadableDB } from './database.ts'
import { earlierTextOf } from './decided-text.ts'
import { globalId, hasRunOut, isUndone } from './decision-rows.ts'

export type ExportScope = 'decided' | 'all'

const joins: Readonly<Record<ExportScope, string>> = {
  decided: 'join standing s on s.comment_id = c.id join decisions d on d.id = s.decision_id',
  all: 'left join standing s on s.comment_id = c.id left join decisions d on d.id = s.decision_id',
}

/** They have given a later one of their own. */
const isThoughtOver = `exists (
  select 1 from decisions n where n.comment_id = o.comment_id and n.coder = o.coder and n.kind = 'label'
    and n.role is null and not ${isUndone('n')}
    and (coalesce(n.clock, n.id), ${globalId('n')}) > (coalesce(o.clock, o.id), ${globalId('o')}))`

/** Of `o`: somebody else's, who holds the label that `d` gave. */
const holdsToo = `o.comment_id = d.comment_id and o.label = d.label and o.coder <> d.coder
  and o.role is null and not ${isUndone('o')} and not ${hasRunOut('o')} and not ${isThoughtOver}`

/** Who else holds the label that stands, where one person alone can only propose it. */
const agreeing = `iif(s.status is null or d.role is not null, null, (
  select group_concat(o.coder, '; ') from (
    select distinct coder from decisions o where ${holdsToo} order by coder) o))`

type StoredRow = Omit<ExportRow, 'suggestionShown' | 'shares' | 'isOneSitting' | 'rule' | 'decidedText'> & {
  /** Null where it is not decided, and where the comment has never said anything else. */
  readonly editedDecision: number | null
  readonly isOneSitting: number | null
  readonly suggestionShown: number | null
  /** JSON; in decisions from before 0030 the band stands among them. */
  readonly shares: string | null
}

/** @param limit how many at most; -1 for all */
export function* exportRows(db: ReadableDB, scope: ExportScope, limit = -1): Generator<ExportRow> {
  const reasons = readCodebook(db).labels.flatMap((label) => label.reasons)
  const rules = new Map(reasons.map(({ id, name }) => [id, name]))
  const rows = db.iterate<StoredRow>(
    `select c.key as id, c.external_id as sourceId, substr(t.key, instr(t.key, ':') + 1) as thread,
       t.title as threadTitle,
       parent.key as parent, a.name as author, coalesce(c.created_at, c.created_original) as time, c.text,
       iif(s.status = 'final', d.label, null) as label, s.status,
       iif(s.status = 'final', null, d.label) as proposedLabel,
       ${agreeing} as agreedBy, s.one_sitting = 1 as isOneSitting,
       d.coder as decidedBy, d.decided_at as decidedAt, d.note,
       iif(use.suggestions, coalesce(d.suggestion ->> 'band', p.band), null) as suggestion,
       iif(use.suggestions, coalesce(d.suggestion ->> 'shares', d.suggestion, p.shares), null) as shares,
       d.suggestion_shown as suggestionShown,
       iif(use.suggestions, coalesce(d.model_version, p.model_version), null) as modelVersion,
       i.name as file, c.row, d.draw, d.mode, d.reason,
       iif(exists (select 1 from earlier_texts e where e.comment_id = c.id), d.id, null) as editedDecision,
       d.passage_start as passageStart, d.passage_end as passageEnd
     from seen c join project use
     join threads t on t.id = c.thread_id join imports i on i.id = c.import_id ${joins[scope]}
     left join comments parent on parent.id = c.parent_id
     left join authors a on a.id = c.author_id
     left join predictions p on p.comment_id = c.id
     order by c.id limit ?`,
    limit,
  )
  for (const row of rows) {
    const { suggestionShown, shares, isOneSitting, editedDecision, ...known } = row
    const isEdited = editedDecision !== null && known.agreedBy !== null
    yield {
      ...known,
      agreedBy: isEdited ? agreeingOnWords(db, editedDecision) : known.agreedBy,
      decidedText: editedDecision === null ? null : earlierTextOf(db, editedDecision),
      rule: row.reason === null ? null : (rules.get(row.reason) ?? null),
      isOneSitting: isOneSitting === null ? null : isOneSitting === 1,
      suggestionShown: suggestionShown === null ? null : suggestionShown === 1,
      // Safe: written by savePredictions or appendDecision.
      shares: shares === null ? null : (JSON.parse(shares) as Shares),
    }
  }
}

/** As `agreeing`, of those who read what it was given on. */
function agreeingOnWords(db: ReadableDB, decisionId: number): string | null {
  const words = earlierTextOf(db, decisionId)
  const others = db.all<{ id: number; coder: string }>(
    `select o.id, o.coder from decisions d join decisions o on ${holdsToo} where d.id = ? order by o.coder`,
    decisionId,
  )
  const agreed = others.filter(({ id }) => earlierTextOf(db, id) === words)
  return [...new Set(agreed.map(({ coder }) => coder))].join('; ') || null
}

export function countExportRows(db: ReadableDB, scope: ExportScope): number {
  const source = scope === 'decided' ? 'standing' : 'seen'
  return db.get<{ n: number }>(`select count(*) as n from ${source}`)?.n ?? 0
}
