/** The order that teaches the model most: the likeliest trolls, its doubts, and a fair sample to measure it by. */
import { createRandom } from '../random.ts'
import { type Draw, draws } from '../records.ts'
import { shuffledPlaces } from './order.ts'
import { descendingKeys, placesInOrder } from './places.ts'

/** Comments to decide; the arrays have the same length and go by the same index. */
export interface Candidates {
  readonly ids: Int32Array
  /**
   * The highest is the likeliest troll, at most 3; -1 for a comment that the model has not looked at. Null where the
   * labels are not ours: then doubt has that half as well.
   */
  readonly troll: Float64Array | null
  /** The highest is the most doubtful, at most 3; -1 for a comment that the model has not looked at. */
  readonly doubt: Float64Array
}

export interface Drawn {
  /** Every candidate once. */
  readonly ids: Int32Array
  /** How the comment at the same place was drawn: an index into `draws`. */
  readonly draws: Uint8Array
}

/** A quarter of four thousand picks: more than anybody decides before the order is made anew. */
const mostSampled = 1000

/**
 * Of every four picks two have the highest troll scores left, one is the most doubtful left, and one is drawn at
 * random, at a place among the four that is drawn as well.
 *
 * The random ones are drawn first, up to a thousand of them, and the others are picked from the rest. Drawn from
 * what the others leave, they would be no fair sample: as soon as the likeliest trolls have been picked, none is left
 * that would be suggested as troll, and the model would seem to accuse nobody wrongly.
 *
 * Takes O(n log n).
 *
 * @param seed the same seed gives the same picks; the random ones are the beginning of `shuffledBy(ids, seed)`
 * @source Settles (2009), Active Learning Literature Survey, Computer Sciences Technical Report 1648, University of
 *   Wisconsin-Madison (querying by uncertainty; the shares of the mix are our own, see docs/decisions/0013)
 */
export function teachingOrder({ ids, troll, doubt }: Candidates, seed: number): Drawn {
  const sorted = {
    shuffled: shuffledPlaces(ids, seed),
    doubtful: placesInOrder(descendingKeys(doubt)),
    likely: troll && placesInOrder(descendingKeys(troll)),
  }
  const { places, draws } = teachingPlaces(sorted, { size: ids.length, seed })
  return { ids: places.map((place) => ids[place] ?? 0), draws }
}

/** The same places, each in three orders; `likely` is null where the labels are not ours. */
export interface SortedPlaces {
  readonly shuffled: Int32Array
  readonly doubtful: Int32Array
  readonly likely: Int32Array | null
}

/**
 * As `teachingOrder`, where the orders are known already; takes O(n).
 *
 * @param size above every place
 */
export function teachingPlaces(
  sorted: SortedPlaces,
  { size, seed }: { readonly size: number; readonly seed: number },
): { readonly places: Int32Array; readonly draws: Uint8Array<ArrayBuffer> } {
  const { shuffled } = sorted
  const isGone = new Uint8Array(size)
  const sample = shuffled.subarray(0, Math.min(mostSampled, Math.ceil(shuffled.length / 4)))
  for (const place of sample) isGone[place] = 1
  const doubtful = walk(sorted.doubtful, isGone)
  const likely = sorted.likely ? walk(sorted.likely, isGone) : none
  const random = walk(shuffled, isGone, sample.length)
  const walks = { 'likely-troll': likely, doubtful, random }

  const picked = { places: new Int32Array(shuffled.length), draws: new Uint8Array(shuffled.length) }
  const turnAt = turns(seed)
  for (let at = 0; at < shuffled.length; at += 1) {
    const { place, draw } = pick(turnAt(at), walks)
    picked.places[at] = place
    picked.draws[at] = draws.indexOf(draw)
  }
  return picked
}

type Picked = Exclude<Draw, 'other'>
/** Gives the next place that is not gone, and -1 when there is none. */
type Walk = () => number

/** Where those of one kind have run out, another takes its turn, and is put down as what it is. */
function pick(turn: Picked, walks: Readonly<Record<Picked, Walk>>): { place: number; draw: Picked } {
  const place = walks[turn]()
  if (place >= 0) return { place, draw: turn }
  for (const draw of ['likely-troll', 'doubtful', 'random'] as const) {
    const other = walks[draw]()
    if (other >= 0) return { place: other, draw }
  }
  throw new Error('The teaching order ran out of comments before its end.')
}

const none: Walk = () => -1

/** @param kept so many at the beginning are this walk's own, and gone for the others from the start */
function walk(places: Int32Array, isGone: Uint8Array, kept = 0): Walk {
  let at = 0
  return () => {
    while (at >= kept && at < places.length && isGone[places[at] ?? 0] === 1) at += 1
    const place = places[at]
    if (place === undefined) return -1
    at += 1
    isGone[place] = 1
    return place
  }
}

/** Whose turn it is at each place: asked in order, from 0. */
function turns(seed: number): (at: number) => Picked {
  const random = createRandom(seed)
  let lucky = 0
  return (at) => {
    if (at % 4 === 0) lucky = Math.floor(random() * 4)
    if (at % 4 === lucky) return 'random'
    // Of the three others the one in the middle.
    const before = lucky < at % 4 ? (at % 4) - 1 : at % 4
    return before === 1 ? 'doubtful' : 'likely-troll'
  }
}
