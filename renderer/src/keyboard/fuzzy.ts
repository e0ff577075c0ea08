/** How well what was typed fits the name of something, and which of its letters it is: for the palette. */

export interface Match {
  /** The higher the better; above 0. */
  readonly score: number
  /** UTF-16 offsets into the name, in order, none over another. */
  readonly ranges: readonly { readonly start: number; readonly end: number }[]
}

/** What a word of the query is worth, by how it is found; nearer the beginning is better by a little. */
const worth = { start: 100, word: 80, initials: 60, inside: 40, scattered: 20 } as const

/**
 * @param query words, of which each must be found; in any order
 * @returns null where one is not found; a match without ranges where nothing was typed
 */
export function fuzzyMatch(query: string, name: string): Match | null {
  const text = folded(name)
  const words = folded(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return { score: 1, ranges: [] }
  const found = words.map((word) => matchWord(word, text))
  if (found.some((one) => one === null)) return null
  const matches = found.filter((one) => one !== null)
  // A name fits as well as the word of the query that fits it worst.
  const score = Math.min(...matches.map((one) => one.score))
  // Of two that are found the same way the one that says less besides.
  return {
    score: score - Math.min(9, Math.floor(name.length / 20)),
    ranges: merged(matches.flatMap((one) => one.ranges)),
  }
}

/** What fits, the best first; equals stay in their order. */
export function ranked<T>(
  query: string,
  things: readonly T[],
  nameOf: (thing: T) => string,
): readonly { readonly thing: T; readonly match: Match }[] {
  return things
    .flatMap((thing) => {
      const match = fuzzyMatch(query, nameOf(thing))
      return match === null ? [] : [{ thing, match }]
    })
    .toSorted((a, b) => b.match.score - a.match.score)
}

/** Lower case, accents off, unit by unit, so that every letter keeps its place. */
function folded(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const unit = text.charAt(at)
    const plain = unit.normalize('NFD').charAt(0).toLowerCase()
    return plain.length === 1 ? plain : unit
  }).join('')
}

function matchWord(word: string, text: string): Match | null {
  const one = (score: number, start: number) => ({ score, ranges: [{ start, end: start + word.length }] })
  if (text.startsWith(word)) return one(worth.start, 0)
  const starts = [...text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map(({ index }) => index)
  const atWord = starts.find((start) => text.startsWith(word, start))
  if (atWord !== undefined) return one(worth.word - Math.min(9, atWord / 10), atWord)
  const initials = starts.flatMap((_, at) => {
    const places = starts.slice(at, at + word.length)
    const found = places.length === word.length ? scattered(word, text, places) : null
    return found === null ? [] : [found]
  })[0]
  if (initials !== undefined && word.length > 1) return { score: worth.initials, ranges: initials }
  const inside = word.length > 1 ? text.indexOf(word) : -1
  if (inside >= 0) return one(worth.inside - Math.min(9, inside / 10), inside)
  const apart = scattered(word, text, starts)
  if (apart !== null) return { score: worth.scattered - apart.length / 10, ranges: apart }
  // From the beginning of a word on, in order, and not all over the name.
  for (const start of starts) {
    const places = Array.from({ length: text.length - start }, (_, at) => start + at)
    const found = text.charAt(start) === word.charAt(0) ? scattered(word, text, places) : null
    const last = found?.at(-1)
    if (found && last && last.end - start <= word.length * 3) {
      return { score: worth.scattered - found.length, ranges: found }
    }
  }
  return null
}

/** The letters of `word` one after the other among the letters of `text` at `places`; null where one is missing. */
function scattered(word: string, text: string, places: readonly number[]): Match['ranges'] | null {
  const ranges: { start: number; end: number }[] = []
  let at = 0
  for (const letter of word) {
    while (at < places.length && text.charAt(places[at] ?? 0) !== letter) at += 1
    const start = places[at]
    if (start === undefined) return null
    ranges.push({ start, end: start + 1 })
    at += 1
  }
  return merged(ranges)
}

function merged(ranges: Match['ranges']): Match['ranges'] {
  const whole: { start: number; end: number }[] = []
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = whole.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else whole.push({ start, end })
  }
  return whole
}
