/** Text whose UTF-8 bytes were each written as a character of their own: "BÃ¸rge" for "Børge". */

/** What UTF-8 begins a character of more than one byte with, seen as Latin-1, and what follows it. */
const looksBroken = /[\u00c2-\u00f4][\u0080-\u00bf]/

/**
 * Puts such a text right where all of it can be: every character is a byte, and the bytes are UTF-8.
 *
 * @returns null where there is nothing to mend, or it cannot be mended for certain
 */
export function mendLatin1(text: string): string | null {
  if (!looksBroken.test(text)) return null
  let encoded = ''
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place)
    if (unit > 255) return null
    encoded += unit < 128 && unit !== 37 ? text.charAt(place) : `%${unit.toString(16).padStart(2, '0')}`
  }
  try {
    return decodeURIComponent(encoded)
  } catch {
    return null
  }
}

/** Mends the texts of one record, and remembers whether any needed it. */
export interface Mender {
  readonly mend: (text: string | null) => string | null
  readonly hasMended: () => boolean
}

export function createMender(): Mender {
  let hasMended = false
  return {
    mend(text) {
      const mended = text === null ? null : mendLatin1(text)
      if (mended === null) return text
      hasMended = true
      return mended
    },
    hasMended: () => hasMended,
  }
}

/** What Windows-1252 has where Latin-1 has controls, from 0x80 on. */
const windowsOnly = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const looksDoubled = new RegExp(
  `[\\u00c2-\\u00f4][\\u0080-\\u00bf${windowsOnly.slice(0, 1)}${windowsOnly.slice(2)}]`,
)

/**
 * The same for a text whose UTF-8 was read as Windows-1252 and saved so: "â€œShameâ€\u009d", "cafÃ©".
 * A text in capitals may look so by chance ("CAFÉ…"): whoever asks decides on a whole column.
 *
 * @returns null where there is nothing to mend, or not all of it can be
 */
export function mendDoubled(text: string): string | null {
  if (!looksDoubled.test(text)) return null
  let latin = ''
  for (const char of text) {
    const place = char > '\u00ff' ? windowsOnly.indexOf(char) : -1
    latin += place === -1 ? char : String.fromCharCode(0x80 + place)
  }
  return mendLatin1(latin)
}
