/** Words and phrases of a query, as the full-text index understands them. */
import type { TextPiece } from './query-pieces.ts'
import type { TextTerm } from './query-terms.ts'

const word = /[\p{L}\p{N}\p{M}\p{Co}]+/gu

/** Scripts that are written without spaces between words. */
export const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Null where nothing is left to look for. */
export function textTerm({
  text: typed,
  isQuoted,
  isLast,
}: Pick<TextPiece, 'text' | 'isQuoted' | 'isLast'>): TextTerm | null {
  const text = typed.replace(/\*+$/u, '').trim()
  if (text === '') return null
  const words = unspaced.test(text) ? [] : (text.match(word) ?? [])
  return {
    kind: 'text',
    text,
    words,
    isPrefix: /\*\s*$/u.test(typed) || (isLast && !isShort(words)),
    isPhrase: isQuoted,
    isPlain: words.length === 0,
  }
}

/**
 * Nearly every comment has a word that begins with a certain letter, and the index knows beginnings from three letters
 * on: of what is still being typed shorter ones are looked for as whole words.
 */
export function isShort(words: readonly string[]): boolean {
  return (words.at(-1)?.length ?? 0) < 3
}

/** In the language of FTS5. What was typed stands in it as words only, in quotes: no operator can be smuggled in. */
export function matchExpression({ words, isPrefix }: TextTerm): string {
  return `"${words.join(' ')}"${isPrefix ? '*' : ''}`
}

/** The words of a text as the index cuts them (the tokenizer "unicode61"). */
export function wordsIn(text: string): IterableIterator<RegExpExecArray> {
  return text.matchAll(word)
}

const notPlain = /[^\0-\x7f]/

/** Without case and marks, as the index compares words ("remove_diacritics 2"). */
export function foldedWord(typed: string): string {
  const lower = typed.toLowerCase()
  return notPlain.test(lower) ? lower.normalize('NFD').replace(/\p{M}+/gu, '') : lower
}
