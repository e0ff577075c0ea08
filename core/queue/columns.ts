/** What a queue is made from: facts of all comments that can be decided, side by side in flat arrays. */
import type { Order } from '../contract/requests.ts'
import { shuffledPlaces } from './order.ts'
import { descendingKeys, placesInOrder } from './places.ts'
import { teachingPlaces } from './teach.ts'

/** All arrays go by place: one a comment, in the order of their ids. Those behind a call are read when first asked for. */
export interface Columns {
  /** Ascending. */
  readonly ids: Int32Array
  /** Milliseconds since 1970, UTC; infinite where it is not known. */
  timeMs(): Float64Array
  thread(): Int32Array
  /** 0 where nobody is known. */
  author(): Int32Array
  importId(): Int32Array
}

/** What the model last thought, by place; -1 where it has not looked. */
export interface ScoreColumns {
  /** Share of the harmful label, in [0, 1]. */
  harm(): Float64Array
  /** Up to 2; the higher, the more it doubts. */
  doubt(): Float64Array
  /** 0 where it has not looked, 1 for the first label of the codebook; `otherCode` for what it leaves open. */
  band(): Uint8Array
}

/** A label or band that is none of the codebook's. */
export const otherCode = 255

export type Show = 'all' | 'undecided' | 'decided' | 'second' | 'adjudicate'

/** A list of comments, ready to be worked through. */
export interface Picked {
  readonly ids: Int32Array<ArrayBuffer>
  /** In the order `teach`: how each was drawn, an index into `draws`. The decided ones, at the end, have none. */
  readonly picks: Uint8Array<ArrayBuffer> | null
}

/** Orders of all places, each made when it is first asked for. */
export interface Orders {
  of(order: Exclude<Order, 'teach'>): Int32Array
}

/** @param scores null where no order by scores is asked for */
export function createOrders(columns: Columns, scores: ScoreColumns | null, seed: number): Orders {
  const known = new Map<string, Int32Array>()
  const kept = (name: string, make: () => Int32Array) => {
    const order = known.get(name) ?? make()
    known.set(name, order)
    return order
  }
  const oldest = () => kept('oldest-first', () => byTime(columns.timeMs()))
  const none = () => new Float64Array(columns.ids.length).fill(-1)
  const falling = (values: Float64Array) => placesInOrder(descendingKeys(values))
  return {
    of(order) {
      switch (order) {
        case 'oldest-first':
          return oldest()
        case 'newest-first':
          return kept(order, () => newest(oldest(), columns.timeMs()))
        case 'random':
          return kept(order, () => shuffledPlaces(columns.ids, seed))
        case 'troll-first':
          return kept(order, () => falling(scores?.harm() ?? none()))
        case 'unsure-first':
          return kept(order, () => falling(scores?.doubt() ?? none()))
      }
    },
  }
}

/** The ids of the marked places, in that order. */
export function idsInOrder({ ids }: Columns, order: Int32Array, marks: Uint8Array): Int32Array<ArrayBuffer> {
  const found = marked(order, marks)
  for (let at = 0; at < found.length; at += 1) found[at] = ids[found[at] ?? 0] ?? 0
  return found
}

/** The marked places of an order. */
function marked(order: Int32Array, marks: Uint8Array): Int32Array<ArrayBuffer> {
  const found = new Int32Array(order.length)
  let length = 0
  for (let at = 0; at < order.length; at += 1) {
    const place = order[at] ?? 0
    if (marks[place] !== 1) continue
    found[length] = place
    length += 1
  }
  return found.slice(0, length)
}

interface Teaching {
  readonly columns: Columns
  readonly orders: Orders
  readonly marks: Uint8Array
  /** 0 where nobody has decided, by place. */
  readonly labels: Uint8Array
  readonly hasHarm: boolean
  readonly seed: number
}

/** The marked ones that nobody has decided, in the order that teaches; behind them the decided ones, the oldest first. */
export function idsToTeach({ columns, orders, marks, labels, hasHarm, seed }: Teaching): Picked {
  const isLeft = marks.map((mark, place) => (labels[place] === 0 ? mark : 0))
  const isDecided = marks.map((mark, place) => (labels[place] === 0 ? 0 : mark))
  const { places, draws } = teachingPlaces(
    {
      shuffled: marked(orders.of('random'), isLeft),
      doubtful: marked(orders.of('unsure-first'), isLeft),
      likely: hasHarm ? marked(orders.of('troll-first'), isLeft) : null,
    },
    { size: marks.length, seed },
  )
  const decided = marked(orders.of('oldest-first'), isDecided)
  const ids = new Int32Array(places.length + decided.length)
  for (let at = 0; at < places.length; at += 1) ids[at] = columns.ids[places[at] ?? 0] ?? 0
  for (let at = 0; at < decided.length; at += 1) ids[places.length + at] = columns.ids[decided[at] ?? 0] ?? 0
  return { ids, picks: draws }
}

/** Marks those that are to be shown, among the marked ones. */
export function markShown(marks: Uint8Array, labels: Uint8Array, show: Show): void {
  if (show !== 'undecided' && show !== 'decided') return
  for (let place = 0; place < marks.length; place += 1) {
    if ((labels[place] !== 0) !== (show === 'decided')) marks[place] = 0
  }
}

/** Exports mostly come in order; then nothing is sorted. Those without a time come last. */
function byTime(timeMs: Float64Array): Int32Array {
  let isSorted = true
  for (let place = 1; place < timeMs.length && isSorted; place += 1) {
    isSorted = (timeMs[place - 1] ?? 0) <= (timeMs[place] ?? 0)
  }
  const places = new Int32Array(timeMs.length)
  if (isSorted) {
    for (let place = 0; place < places.length; place += 1) places[place] = place
    return places
  }
  // Whole numbers of more than 32 bits: first by their lower half, then, which keeps that order, by the upper one.
  const whole = (place: number) => Math.min(2 ** 52, Math.max(0, (timeMs[place] ?? 0) + 2 ** 51))
  const keys = new Uint32Array(timeMs.length)
  for (let place = 0; place < keys.length; place += 1) keys[place] = whole(place) % 2 ** 32
  const lower = placesInOrder(keys)
  for (let at = 0; at < keys.length; at += 1) keys[at] = Math.floor(whole(lower[at] ?? 0) / 2 ** 32)
  const upper = placesInOrder(keys)
  for (let at = 0; at < places.length; at += 1) places[at] = lower[upper[at] ?? 0] ?? 0
  return places
}

/** The other way round; those without a time stay at the end, the latest to come first. */
function newest(oldest: Int32Array, timeMs: Float64Array): Int32Array {
  let known = oldest.length
  while (known > 0 && timeMs[oldest[known - 1] ?? 0] === Number.POSITIVE_INFINITY) known -= 1
  const places = new Int32Array(oldest.length)
  places.set(oldest.slice(0, known).reverse())
  places.set(oldest.slice(known).reverse(), known)
  return places
}
