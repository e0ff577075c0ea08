/** Tells copies of a comment, which must not be learned from where one of them is scored. */
import { hash53 } from '../text/hash.ts'

const seed = 5

/** The same for texts that differ in spaces and capitals only; hardly ever for others. A whole number of 53 bits. */
export const copyKeyOf = (text: string): number =>
  hash53(text.toLowerCase().replaceAll(/\s+/g, ' ').trim(), seed)
