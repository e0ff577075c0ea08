/** From what a person types to what the index understands. Never an error: whatever is typed is a query. */

const word = /[\p{L}\p{N}\p{M}]+/gu

/**
 * Scripts written without spaces between words: the index sees a whole sentence as one word, so these are
 * looked for in the text itself. So is a query without any letter or digit ("?!", an emoji).
 */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

export function needsPlainSearch(typed: string): boolean {
  return unspaced.test(typed) || typed.match(word) === null
}

/** Every word must be there; the last one may still be being typed. FTS5 syntax in the input has no effect. */
export function matchExpression(typed: string): string {
  const words = typed.match(word) ?? []
  return words.map((one, i) => (i === words.length - 1 ? `"${one}"*` : `"${one}"`)).join(' ')
}
