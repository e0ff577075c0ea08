/** One person however their name is spelt: coders have names and no accounts, and whoever sits down types theirs anew. */

/** The same for a name in other cases, with other blanks, or in another form of Unicode. */
export function plainCoder(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('en')
}

export function isSameCoder(one: string, other: string): boolean {
  return one === other || plainCoder(one) === plainCoder(other)
}
