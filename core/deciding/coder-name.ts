/** One person however their name is spelt: coders have names and no accounts, and whoever sits down types theirs anew. */

/** Most are: asked of every decision of a merge, the rest of the work would take its time. */
const plainName = /^[!-~]+(?: [!-~]+)*$/

/** The same for a name in other cases, with other blanks, or in another form of Unicode. */
export function plainCoder(name: string): string {
  if (plainName.test(name)) return name.toLowerCase()
  return name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()
}

export function isSameCoder(one: string, other: string): boolean {
  return one === other || plainCoder(one) === plainCoder(other)
}
