/** A record as JSON, for those that hold others and so cannot be kept as the file has them. */
import { isObject } from './json-exact.ts'

/** @param nested the keys that hold other records */
export function rawWithout(record: unknown, ...nested: readonly string[]): string {
  const own = isObject(record)
    ? Object.fromEntries(Object.entries(record).filter(([key]) => !nested.includes(key)))
    : record
  try {
    return JSON.stringify(own) ?? ''
  } catch {
    // Brackets by the thousand: the engine reads them, but cannot write them.
    return ''
  }
}
