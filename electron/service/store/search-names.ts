/** Who and what is meant by the names in a query. */
import type { Name } from '../../../core/queue/query-terms.ts'
import type { ReadableDB } from './database.ts'

/** Case does not count. In quotes it is the whole name, otherwise a part of one. */
export function matcher(names: readonly Name[]): (name: string) => boolean {
  const sought = names.map(({ text, isWhole }) => ({ text: plain(text), isWhole }))
  return (name) => sought.some(({ text, isWhole }) => (isWhole ? name === text : name.includes(text)))
}

/** As names are compared; `names` of `Searched` are in this form. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** @returns by id, 1 where the name is meant */
export function namedBy(names: readonly Name[], all: readonly (string | null)[]): Uint8Array {
  const isMeant = matcher(names)
  const meant = new Uint8Array(all.length)
  // Most projects have few names, some a quarter of a million.
  for (let id = 0; id < all.length; id += 1) {
    const name = all[id] ?? null
    if (name !== null && isMeant(name)) meant[id] = 1
  }
  return meant
}

/** Imports by the name of the file, its platform, or the format it came in. */
export function sourcesNamed(db: ReadableDB, names: readonly Name[]): Uint8Array {
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
