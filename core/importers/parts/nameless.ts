/** Ids for comments that have none and are answered. */
import { hashOfParts } from '../../text/hash.ts'
import type { Found } from '../export-format.ts'

export type Nameless = (found: Pick<Found, 'author' | 'time' | 'text'>) => string

/** The same for the same comment when it comes again: not its number in the page. */
export function createNameless(): Nameless {
  const met = new Map<string, number>()
  return ({ author = null, time = null, text }) => {
    const name = hashOfParts([author, time, text])
    const times = met.get(name) ?? 0
    met.set(name, times + 1)
    return times === 0 ? name : `${name}-${times}`
  }
}
