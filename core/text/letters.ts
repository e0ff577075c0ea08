/** Where one may cut a text without cutting what a person sees as one letter, and where its words are. */
import type { Span } from './runs.ts'

// Made once: making one takes longer than asking it. No locale: the same on every machine.
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const words = new Intl.Segmenter('en', { granularity: 'word' })

/**
 * The range that covers the same letters and none of them in part, without white space at its ends.
 *
 * @returns null where nothing but white space is left
 */
export function wholeLetters(text: string, { start, end }: Span): Span | null {
  const whole = { start: letterStart(text, start), end: letterEnd(text, end) }
  const said = text.slice(whole.start, whole.end)
  const left = whole.start + (said.length - said.trimStart().length)
  const right = whole.end - (said.length - said.trimEnd().length)
  return right > left ? { start: left, end: right } : null
}

/** The last place at or before `at` where one may cut. */
export function letterStart(text: string, at: number): number {
  if (at <= 0) return 0
  if (at >= text.length) return text.length
  return around(text, at)?.index ?? at
}

/** The first place at or after `at` where one may cut. */
export function letterEnd(text: string, at: number): number {
  if (at <= 0) return 0
  if (at >= text.length) return text.length
  const letter = around(text, at)
  return letter === undefined || letter.index === at ? at : letter.index + letter.segment.length
}

/**
 * Every word of the text in order, with the marks that are written against it: "don’t", "(report)", "2014." A row of
 * emoji is a word too. In scripts without spaces they are the words of a dictionary.
 */
export function wordSpans(text: string): readonly Span[] {
  const found: { start: number; end: number; hasWord: boolean }[] = []
  let last: { start: number; end: number; hasWord: boolean } | null = null
  for (const { segment, index, isWordLike = false } of words.segment(text)) {
    if (gap.test(segment)) {
      last = null
      continue
    }
    // Two words against each other are two, as in Thai; signs go with what they are written against.
    if (last === null || (isWordLike && last.hasWord && last.end === index && !isJoined(text, index))) {
      last = { start: index, end: index, hasWord: false }
      found.push(last)
    }
    last.end = index + segment.length
    last.hasWord ||= isWordLike
  }
  return found.map(({ start, end }) => ({ start, end }))
}

/** White space, also with marks of direction behind it: those go with what is before them. */
const gap = /^\s[\s\p{Cf}]*$/u

/** Whether a sign, and no letter, stands before: "well-known" is one word, two words of Thai are two. */
function isJoined(text: string, at: number): boolean {
  return !/[\p{L}\p{N}\p{M}]$/u.test(text.slice(Math.max(0, at - 2), at))
}

/** Letters look this far back for their beginning: no honest one is longer, and a dishonest one is cut. */
const longestLetter = 256

function around(text: string, at: number): Intl.SegmentData | undefined {
  const from = safeStart(text, Math.max(0, at - longestLetter))
  const found = graphemes.segment(text.slice(from, at + longestLetter)).containing(at - from)
  return found && { ...found, index: found.index + from }
}

/** Never in the middle of a surrogate pair. */
function safeStart(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return at > 0 && unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
}
