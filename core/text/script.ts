/** Whether the starter, which learned from English, has anything to go by in a text. */

/** The last unit of Latin Extended-B; what comes after is written in other scripts, or is a sign. */
const lastLatin = 0x24f
const letter = /\p{L}/u

/**
 * @returns true when at least half of the letters are Latin ones; false for a text without any letter
 */
export function isMostlyLatin(text: string): boolean {
  let latin = 0
  let others = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    const lower = unit | 0x20
    if ((lower >= 0x61 && lower <= 0x7a) || (unit >= 0xc0 && unit <= lastLatin)) latin += 1
    else if (unit > lastLatin && letter.test(text[at] ?? '')) others += 1
  }
  return latin > 0 && latin >= others
}
