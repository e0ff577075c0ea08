/** Looks into addresses, which often hold ids that an export gives nowhere else. */

/** Longer than this is no address. */
const longestLink = 4000

/** The parts of the path, without what follows "?" and "#". */
export function pathOf(link: string | null): readonly string[] {
  if (link === null || link.length > longestLink) return []
  return (link.split(/[?#]/, 1)[0] ?? '').split('/').map(decoded)
}

/** What stands after `name=` in the query, or after "#", where old pages kept theirs; null where it does not. */
export function queryValue(link: string | null, name: string): string | null {
  if (link === null || link.length > longestLink || !link.includes(`${name}=`)) return null
  const pair = link
    .split(/[?&#]/)
    .slice(1)
    .find((part) => part.startsWith(`${name}=`))
  const value = pair === undefined ? '' : decoded(pair.slice(name.length + 1))
  return value === '' ? null : value
}

/** As it is where it is not encoded as it should be. */
export function decoded(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
