/** Which comments a query finds: each of its terms as marks by place, laid over each other. */
import { type Codebook, hasStarter } from '../../../core/labels.ts'
import type { Columns, ScoreColumns } from '../../../core/queue/columns.ts'
import type {
  Decider,
  Group,
  Having,
  Name,
  Part,
  Query,
  ScoreRange,
  Term,
  TextTerm,
} from '../../../core/queue/query-terms.ts'
import { matchExpression } from '../../../core/queue/query-text.ts'
import { decidersOf } from './coders.ts'
import type { ReadableDB } from './database.ts'
import { measuredAs } from './measurements.ts'
import { numbersFrom } from './number-lists.ts'
import { codeOf } from './queue-columns.ts'

/** What a query is answered from. */
export interface Searched {
  readonly db: ReadableDB
  readonly codebook: Codebook
  readonly columns: Columns
  readonly places: Int32Array
  readonly labels: Uint8Array
  scores(): ScoreColumns
  shares(label: string): Float64Array
  /** Names of the authors or titles of the threads, in lower case, by id. */
  names(of: 'author' | 'thread'): readonly (string | null)[]
  /** Whoever asks. */
  readonly coder: string
  /** What the index found lately, by what it was asked, while the comments are the same. */
  readonly hits: Map<string, Uint8Array>
  /** What was found last by looking letter by letter, while the comments are the same. */
  readonly lately: { found: { readonly text: string; readonly ids: Int32Array } | null }
}

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
  return isNot ? marks.map((mark) => 1 - mark) : marks
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
      return among(columns.importId(), sourcesNamed(searched, term.names))
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

/** A loop: `Uint8Array.from` with a function takes ten times as long. */
function where(column: Int32Array | Uint8Array | Float64Array, test: (value: number) => boolean): Uint8Array {
  const marks = new Uint8Array(column.length)
  for (let place = 0; place < marks.length; place += 1) if (test(column[place] ?? 0)) marks[place] = 1
  return marks
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

/** So many answers are kept, and only those that took a while. */
const mostHits = 12
const manyHits = 10_000

/** Kept, because people go back a letter, and because a word stays while the next one is typed. Not to be changed. */
function matching(searched: Searched, expression: string): Uint8Array {
  const { db, hits } = searched
  const known = hits.get(expression)
  if (known) return known
  const sql = 'select group_concat(rowid) from comments_fts where comments_fts match ?'
  const ids = numbersFrom(db, sql, expression)
  const marks = marked(searched, ids)
  if (ids.length < manyHits) return marks
  hits.set(expression, marks)
  const [oldest] = hits.keys()
  if (hits.size > mostHits && oldest !== undefined) hits.delete(oldest)
  return marks
}

/**
 * Letter by letter: every text is read, but of what is typed on only those that had the beginning of it. Of the case,
 * only that of unaccented Latin letters does not count.
 */
function containing(searched: Searched, { text }: TextTerm): Uint8Array {
  const { db, lately } = searched
  const pattern = `%${text.replace(/[\\%_]/gu, '\\$&')}%`
  const within = lately.found !== null && text.includes(lately.found.text) ? lately.found.ids : null
  const ids =
    within !== null && within.length <= mostWithin
      ? numbersFrom(
          db,
          `select group_concat(c.id) from json_each(?) one join comments c on c.id = one.value
           where c.text like ? escape '\\'`,
          `[${within.join()}]`,
          pattern,
        )
      : numbersFrom(db, `select group_concat(id) from comments where text like ? escape '\\'`, pattern)
  lately.found = { text, ids }
  return marked(searched, ids)
}

/** Of more, reading all of them is as fast. */
const mostWithin = 200_000

/** @param meant by the id that stands in the column */
function among(column: Int32Array, meant: Uint8Array): Uint8Array {
  return where(column, (id) => meant[id] === 1)
}

function namedBy(names: readonly Name[], all: readonly (string | null)[]): Uint8Array {
  const isMeant = matcher(names)
  return Uint8Array.from(all, (name) => (name !== null && isMeant(name) ? 1 : 0))
}

/** Case does not count. In quotes it is the whole name, otherwise a part of one. */
function matcher(names: readonly Name[]): (name: string) => boolean {
  const sought = names.map(({ text, isWhole }) => ({ text: plain(text), isWhole }))
  return (name) => sought.some(({ text, isWhole }) => (isWhole ? name === text : name.includes(text)))
}

/** As names are compared; `names` of `Searched` are in this form. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** By the name of the file, its platform, or the format it came in. */
function sourcesNamed({ db }: Searched, names: readonly Name[]): Uint8Array {
  const isMeant = matcher(names)
  const rows = db.all<{ id: number; name: string; platform: string | null; format: string }>(
    `select id, name, platform, reading ->> '$.format' as format from imports`,
  )
  const meant = new Uint8Array(Math.max(0, ...rows.map(({ id }) => id)) + 1)
  for (const { id, name, platform, format } of rows) {
    if ([name, platform ?? '', format].some((one) => isMeant(plain(one)))) meant[id] = 1
  }
  return meant
}

function decidedBy(searched: Searched, by: readonly Decider[]): Uint8Array {
  const { labels } = searched
  const isAnyone = by.includes('anyone')
  const isNobody = by.includes('nobody')
  const found = where(labels, (code) => (code === 0 ? isNobody : isAnyone))
  const named = by.filter((one) => one === 'me' || typeof one === 'object')
  addTo(found, marked(searched, commentsOf(searched, standingFor('d.coder'), codersNamed(searched, named))))
  return found
}

/** Those who have a judgement on it that is not taken back, whatever stands. */
function judgedBy(searched: Searched, names: readonly (Name | 'me')[]): Int32Array {
  const inForce = `select comment_id from decisions d where kind = 'label'
    and not exists (select 1 from decisions u where u.undoes = d.id) and d.coder in`
  return commentsOf(searched, inForce, codersNamed(searched, names))
}

function codersNamed({ db, coder }: Searched, names: readonly (Name | 'me')[]): readonly string[] {
  const isMeant = matcher(names.filter((one) => one !== 'me'))
  return decidersOf(db).filter((one) => (names.includes('me') && one === coder) || isMeant(plain(one)))
}

const standingFor = (column: 'd.coder' | 'd.reason') =>
  `select s.comment_id from standing s join decisions d on d.id = s.decision_id where ${column} in`

/** @param question ends with "in" */
function commentsOf({ db }: Searched, question: string, values: readonly string[]): Int32Array {
  if (values.length === 0) return new Int32Array()
  return numbersFrom(
    db,
    `select group_concat(comment_id) from (${question} (select value from json_each(?)))`,
    JSON.stringify(values),
  )
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

type Placed = Pick<Searched, 'columns' | 'places'>

/** @returns 1 for the place of each of these comments */
export function marked(placed: Placed, ids: Int32Array): Uint8Array {
  const marks = new Uint8Array(placed.columns.ids.length)
  for (const place of placesIn(placed, ids)) marks[place] = 1
  return marks
}

/** Where these comments are in the columns, those of them that are. */
export function placesIn({ places }: Pick<Searched, 'places'>, ids: Int32Array): Int32Array {
  return ids.map((id) => places[id] ?? -1).filter((place) => place >= 0)
}

/** Unmarks what is not found. */
export function keepOnly(marks: Uint8Array, found: Uint8Array): void {
  for (let place = 0; place < marks.length; place += 1)
    marks[place] = (marks[place] ?? 0) & (found[place] ?? 0)
}

function addTo(marks: Uint8Array, found: Uint8Array): void {
  for (let place = 0; place < marks.length; place += 1)
    marks[place] = (marks[place] ?? 0) | (found[place] ?? 0)
}
