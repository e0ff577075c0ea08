/** Which comments a query finds: each of its terms as marks by place, laid over each other. */
import { hasStarter } from '../../../core/labels.ts'
import type { Group, Having, Part, Query, ScoreRange, Term } from '../../../core/queue/query-terms.ts'
import { matchExpression } from '../../../core/queue/query-text.ts'
import { addTo, keepOnly, marked, opposite, where } from './marks.ts'
import { measuredAs } from './measurements.ts'
import { numbersFrom } from './number-lists.ts'
import { codeOf } from './queue-columns.ts'
import { namedBy, sourcesNamed } from './search-names.ts'
import { commentsOf, decidedBy, judgedBy, standingFor } from './search-people.ts'
import { containing, matching } from './search-text.ts'
import type { Searched } from './searched.ts'

/** @returns 1 for each place that is found, 0 for all others */
export function findMarks(query: Query, searched: Searched): Uint8Array {
  const marks = new Uint8Array(searched.columns.ids.length).fill(1)
  const { expression, rest } = askedTogether(query.groups)
  if (expression !== null) keepOnly(marks, matching(searched, expression))
  for (const group of rest) {
    const found = new Uint8Array(marks.length)
    for (const part of group) addTo(found, marksOf(part, searched))
    keepOnly(marks, found)
  }
  return marks
}

/**
 * What can be one question to the index is one: it knows better than we where to begin. What must not be there is in it
 * where something must be: of a word that nearly every comment has, only those comments are looked at.
 */
function askedTogether(groups: readonly Group[]): {
  readonly expression: string | null
  readonly rest: readonly Group[]
} {
  const sought = groups.filter((group) => group.every((part) => !part.isNot && isIndexed(part)))
  if (sought.length === 0) return { expression: null, rest: groups }
  const unwanted = groups.filter(
    (group) => group.length === 1 && group.every((part) => part.isNot && isIndexed(part)),
  )
  const all = (some: readonly Group[], sign: string) =>
    some.map((group) => `(${group.flatMap(expressionOf).join(' OR ')})`).join(sign)
  return {
    expression:
      unwanted.length === 0
        ? all(sought, ' AND ')
        : `(${all(sought, ' AND ')}) NOT (${all(unwanted, ' OR ')})`,
    rest: groups.filter((group) => !sought.includes(group) && !unwanted.includes(group)),
  }
}

const isIndexed = ({ term }: Part): boolean => term.kind === 'text' && !term.isPlain
const expressionOf = ({ term }: Part) => (term.kind === 'text' ? [matchExpression(term)] : [])

function marksOf({ isNot, term }: Part, searched: Searched): Uint8Array {
  const marks = marksOfTerm(term, searched)
  return isNot ? opposite(marks) : marks
}

function marksOfTerm(term: Term, searched: Searched): Uint8Array {
  const { columns, labels, codebook } = searched
  const ids = codebook.labels.map(({ id }) => id)
  switch (term.kind) {
    case 'text':
      return term.isPlain ? containing(searched, term) : matching(searched, matchExpression(term))
    case 'author':
    case 'thread':
      return among(columns[term.kind](), namedBy(term.names, searched.names(term.kind)))
    case 'source':
      return among(columns.importId(), sourcesNamed(searched.db, term.names))
    case 'label': {
      const codes = term.labels.map((label) => (label === null ? 0 : codeOf(label, ids)))
      return where(labels, (code) => codes.includes(code))
    }
    case 'decided':
      return decidedBy(searched, term.by)
    case 'status':
      return marked(
        searched,
        commentsOf(searched, `select comment_id from standing where status in`, term.statuses),
      )
    case 'rule':
      return marked(searched, commentsOf(searched, standingFor('d.reason'), term.rules))
    case 'coder':
      return marked(searched, judgedBy(searched, term.names))
    case 'suggestion': {
      const codes = term.bands.map((band) => codeOf(band, ids))
      return where(searched.scores().band(), (code) => codes.includes(code))
    }
    case 'measured':
      return marked(searched, measuredAs(searched.db, term.bands))
    case 'score': {
      const isHarm = term.label === null || (hasStarter(codebook) && term.label === 'troll')
      const values = isHarm ? searched.scores().harm() : searched.shares(term.label ?? '')
      return where(values, (value) => isWithin(value, term.ranges))
    }
    case 'date':
      return where(
        columns.timeMs(),
        (ms) =>
          ms !== Number.POSITIVE_INFINITY &&
          term.periods.some(({ startMs, endMs }) => ms >= startMs && ms < endMs),
      )
    case 'has': {
      const found = none(searched)
      for (const what of term.what) addTo(found, having(searched, what))
      return found
    }
  }
}

const none = ({ columns }: Searched) => new Uint8Array(columns.ids.length)

function isWithin(value: number, ranges: readonly ScoreRange[]): boolean {
  return (
    value >= 0 &&
    ranges.some(
      ({ from, to, isAbove, isBelow }) =>
        (isAbove ? value > from : value >= from) && (isBelow ? value < to : value <= to),
    )
  )
}

/** @param meant by the id that stands in the column */
function among(column: Int32Array, meant: Uint8Array): Uint8Array {
  return where(column, (id) => meant[id] === 1)
}

const havingSql: Readonly<Record<Exclude<Having, 'link'>, string>> = {
  note: `select group_concat(s.comment_id) from standing s join decisions d on d.id = s.decision_id
    where d.note is not null and d.note <> ''`,
  passage: `select group_concat(s.comment_id) from standing s join decisions d on d.id = s.decision_id
    where d.passage_start is not null`,
  reply: 'select group_concat(distinct parent_id) from comments where parent_id is not null',
  parent: 'select group_concat(id) from comments where parent_id is not null',
  earlier: 'select group_concat(distinct comment_id) from earlier_texts',
}

function having(searched: Searched, what: Having): Uint8Array {
  if (what === 'link') return matching(searched, '"http" OR "https" OR "www"')
  return marked(searched, numbersFrom(searched.db, havingSql[what]))
}
