/** Makes queues of a project from columns that it keeps, and brings them up to date when they are asked for. */
import type { Filter, Order } from '../../../core/contract/requests.ts'
import type { Codebook } from '../../../core/labels.ts'
import {
  type Columns,
  createOrders,
  idsInOrder,
  idsToTeach,
  markShown,
  type Orders,
  type Picked,
  type ScoreColumns,
} from '../../../core/queue/columns.ts'
import { countScores, type ScoreCounts } from '../../../core/queue/histogram.ts'
import { parseQuery } from '../../../core/queue/query.ts'
import { mixedOrder, seedOfDay } from '../../../core/queue/second.ts'
import type { ReadableDB } from './database.ts'
import { judgedBy } from './decisions.ts'
import { type Interests, keepFrom, readInteresting } from './interesting.ts'
import { disputedByOthers, openOnes, proposedOnes } from './judging.ts'
import { keepOnly, marked, opposite, placesIn } from './marks.ts'
import {
  ColumnsMoved,
  placesById,
  readColumns,
  readScores,
  readShares,
  readStanding,
  type StandingColumn,
} from './queue-columns.ts'
import { findMarks } from './search.ts'
import { plain } from './search-names.ts'

export interface QueueWish {
  readonly order: Order
  readonly filter: Filter
  /** Orders by chance begin with it. */
  readonly seed: number
  readonly codebook: Codebook
  /** Whether one of the labels is the harmful one. */
  readonly hasHarm: boolean
  readonly coder: string
  /** The day it is, in UTC: "2026-09-14". */
  readonly today: string
  /** Counts up whenever comments came or changed. */
  readonly comments: number
  /** Counts up whenever the model's view of many comments changed. */
  readonly scores: number
}

/** Without what names something that whoever asks belongs to. */
export interface PickedFor extends Picked {
  /** How many of what matches are left out for it. */
  readonly kept: number
  /** What they name, the most often named first. */
  readonly keptFor: readonly string[]
}

export interface QueueMaker {
  /** The ids that match, in the order that was asked for. */
  pick(db: ReadableDB, wish: QueueWish): PickedFor
  /** How the scores of the undecided ones that match are spread; `label` null for the harmful one. */
  count(db: ReadableDB, wish: QueueWish, label: string | null): ScoreCounts
  /**
   * Reads one thing ahead that a search will want and that takes a while: call it while nobody asks anything.
   *
   * @returns false when there is nothing left to read
   */
  readAhead(db: ReadableDB): boolean
}

interface Known {
  readonly comments: number
  readonly columns: Columns
  readonly places: Int32Array
  readonly hits: Map<string, Uint8Array>
  readonly lately: { found: { readonly text: string; readonly ids: Int32Array } | null }
  readonly names: Map<'author' | 'thread', readonly (string | null)[]>
  standing: StandingColumn | null
  interests: Interests | null
  /** Those that need no model. */
  readonly orders: Orders
  scored: Scored | null
}
interface Scored {
  readonly scores: number
  readonly columns: ScoreColumns
  readonly orders: Orders
  readonly shares: Map<string, Float64Array>
}

export function createQueueMaker(): QueueMaker {
  let known: Known | null = null
  let open: ReadableDB | null = null
  // Columns are read later than they are made, over the connection of that moment.
  const now = () => {
    if (open === null) throw new Error('No project is open to read a column from.')
    return open
  }
  const from = <T>(db: ReadableDB, wish: QueueWish, answer: (known: Known) => T): T => {
    const answerNow = () => {
      known = known?.comments === wish.comments ? known : readKnown(now, wish)
      return answer(known)
    }
    open = db
    try {
      return answerNow()
    } catch (error) {
      if (!(error instanceof ColumnsMoved)) throw error
      known = null
      return answerNow()
    } finally {
      open = null
    }
  }
  return {
    pick: (db, wish) => from(db, wish, (all) => pickFrom(now, all, wish)),
    count: (db, wish, label) => from(db, wish, (all) => countFrom(now, all, wish, label)),
    readAhead(db) {
      if (known === null) return false
      open = db
      try {
        return readNext(now, known)
      } catch (error) {
        // They are read again when they are asked for.
        if (!(error instanceof ColumnsMoved)) throw error
        return false
      } finally {
        open = null
      }
    },
  }
}

/** Who wrote what takes longest to read, and is looked for letter by letter. */
function readNext(db: () => ReadableDB, known: Known): boolean {
  if (!known.names.has('author')) {
    namesOf(db, known, 'author')
    return true
  }
  known.columns.author()
  return false
}

function readKnown(db: () => ReadableDB, { comments, seed }: QueueWish): Known {
  const columns = readColumns(db)
  return {
    comments,
    columns,
    places: placesById(columns),
    hits: new Map(),
    lately: { found: null },
    names: new Map(),
    standing: null,
    interests: null,
    orders: createOrders(columns, null, seed),
    scored: null,
  }
}

function pickFrom(now: () => ReadableDB, known: Known, wish: QueueWish): PickedFor {
  if (wish.filter.show === 'second') return secondFrom(now, known, wish)
  const { columns } = known
  const { order, hasHarm, seed } = wish
  const { marks, labels, ...kept } = marksFor(now, known, wish)
  const scored = () => scoredNow(now, known, wish)
  if (order === 'teach') {
    return { ...idsToTeach({ columns, orders: scored().orders, marks, labels, hasHarm, seed }), ...kept }
  }
  const orders = order === 'troll-first' || order === 'unsure-first' ? scored().orders : known.orders
  return { ids: idsInOrder(columns, orders.of(order), marks), picks: null, ...kept }
}

function countFrom(now: () => ReadableDB, known: Known, wish: QueueWish, label: string | null): ScoreCounts {
  const { marks } = marksFor(now, known, { ...wish, filter: { ...wish.filter, show: 'undecided' } })
  const scored = scoredNow(now, known, wish)
  return countScores(label === null ? scored.columns.harm() : sharesIn(now, known, scored, label), marks)
}

function sharesIn(now: () => ReadableDB, { columns, places }: Known, { shares }: Scored, label: string) {
  return kept(shares, label, () => readShares(now(), places, columns.ids.length, label))
}

/** What the filter finds, as 1 by place, and what stands on each place. */
function marksFor(
  now: () => ReadableDB,
  known: Known,
  wish: QueueWish,
): Pick<PickedFor, 'kept' | 'keptFor'> & { readonly marks: Uint8Array; readonly labels: Uint8Array } {
  const db = now()
  const { columns, places } = known
  const { filter, codebook } = wish
  const size = columns.ids.length
  const labelIds = codebook.labels.map(({ id }) => id)
  known.standing = readStanding(db, places, { known: known.standing, size, labelIds })
  const { labels } = known.standing
  const scored = () => scoredNow(now, known, wish)
  const marks = findMarks(parseQuery(filter.text, wish), {
    db,
    codebook,
    columns,
    places,
    labels,
    coder: wish.coder,
    hits: known.hits,
    lately: known.lately,
    scores: () => scored().columns,
    shares: (label) => sharesIn(now, known, scored(), label),
    names: (of) => namesOf(now, known, of),
  })
  markShown(marks, labels, filter.show)
  if (filter.importId !== null) keepImport(marks, columns.importId(), filter.importId)
  if (filter.show === 'adjudicate') keepOnly(marks, marked(known, disputedByOthers(db, wish.coder)))
  known.interests = readInteresting(db, known, wish.coder)
  return { marks, labels, ...keepFrom(marks, known.interests) }
}

/** In an order of their own, since every other would tell something. How many are kept from them would, too. */
function secondFrom(now: () => ReadableDB, known: Known, wish: QueueWish): PickedFor {
  const db = now()
  const { marks } = marksFor(now, known, wish)
  const isProposed = marked(known, proposedOnes(db))
  const isOut = marked(known, openOnes(db))
  for (const place of placesIn(known, judgedBy(db, wish.coder))) {
    isOut[place] = 1
    isProposed[place] = 0
  }
  keepOnly(isProposed, marks)
  keepOnly(marks, opposite(isOut))
  const inOrderOfIds = (some: Uint8Array) => known.columns.ids.filter((_, place) => some[place] === 1)
  const ids = mixedOrder(
    { proposed: inOrderOfIds(isProposed), others: inOrderOfIds(marks) },
    seedOfDay(wish.seed, wish.today),
  )
  return { ids, picks: null, kept: 0, keptFor: [] }
}

const namesOf = (db: () => ReadableDB, { names }: Known, of: 'author' | 'thread') =>
  kept(names, of, () => readNames(db(), of))

function scoredNow(db: () => ReadableDB, known: Known, { scores, seed, codebook }: QueueWish): Scored {
  if (known.scored?.scores === scores) return known.scored
  const labelIds = codebook.labels.map(({ id }) => id)
  const columns = readScores(db, known.places, { size: known.columns.ids.length, labelIds })
  known.scored = { scores, columns, orders: scoredOrders(known, columns, seed), shares: new Map() }
  return known.scored
}

/** Orders that need no model stay as they are when it thinks otherwise. */
function scoredOrders({ columns, orders }: Known, scores: ScoreColumns, seed: number): Orders {
  const byScore = createOrders(columns, scores, seed)
  return {
    of: (order) => (order === 'troll-first' || order === 'unsure-first' ? byScore : orders).of(order),
  }
}

function keepImport(marks: Uint8Array, imports: Int32Array, importId: number): void {
  for (let place = 0; place < marks.length; place += 1) if (imports[place] !== importId) marks[place] = 0
}

/** Names by id, as they are compared. As one text: a quarter of a million rows would take their time. */
function readNames(db: ReadableDB, of: 'author' | 'thread'): readonly (string | null)[] {
  const [table, name] = of === 'author' ? ['authors', 'name'] : ['threads', 'title']
  const row = db.get<{ ids: string; names: string }>(
    `select json_group_array(id) as ids, json_group_array(${name}) as names from ${table}`,
  )
  // Safe: two arrays that were just made, of the same length.
  const ids = JSON.parse(row?.ids ?? '[]') as readonly number[]
  const names = JSON.parse(row?.names ?? '[]') as readonly string[]
  const byId: (string | null)[] = new Array(ids.reduce((most, id) => Math.max(most, id), 0) + 1).fill(null)
  ids.forEach((id, at) => {
    byId[id] = plain(names[at] ?? '')
  })
  return byId
}

function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make()
  map.set(key, value)
  return value
}
