/** Random order that is the same every time: each id gets a place that depends on it and the seed alone. */

import { placesInOrder } from './places.ts'

/** @returns the ids in an order fixed by `seed`; adding ids leaves the others in the same order among themselves */
export function shuffledBy(ids: Int32Array, seed: number): Int32Array {
  return Int32Array.from(shuffledPlaces(ids, seed), (place) => ids[place] ?? 0)
}

/** @returns where each id of that order stands in `ids` */
export function shuffledPlaces(ids: Int32Array, seed: number): Int32Array {
  const keys = new Uint32Array(ids.length)
  for (let at = 0; at < ids.length; at += 1) keys[at] = mix(ids[at] ?? 0, seed)
  return placesInOrder(keys)
}

/** Two rounds of the 32-bit finaliser of MurmurHash3 (Appleby 2011, public domain). */
function mix(id: number, seed: number): number {
  let h = (id ^ seed) | 0
  for (let round = 0; round < 2; round += 1) {
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
    h = (h ^ (h >>> 16) ^ seed) | 0
  }
  return h >>> 0
}
