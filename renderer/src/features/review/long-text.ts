/** How much of a very long comment is shown before somebody asks for all of it. */
import { letterStart } from '../../../../core/text/letters.ts'

/** About three screens. Up to half as much again is shown whole: a fold that hides two lines is only in the way. */
const roomy = { units: 4_000, lines: 60 }
const slack = 1.5
/** So far back the cut looks for a space to fall on. */
const longestWord = 80

/** @returns UTF-16 units to show; null for a comment that is shown whole */
export function foldPoint(text: string): number | null {
  const lineEnd = endOfLine(text, roomy.lines)
  const isLong = text.length > roomy.units * slack || endOfLine(text, roomy.lines * slack) < text.length
  if (!isLong) return null
  const cut = Math.min(roomy.units, lineEnd)
  if (/\s/u.test(text[cut] ?? '')) return cut
  const space = text.slice(Math.max(0, cut - longestWord), cut).search(/\s\S*$/u)
  return space >= 0 ? Math.max(0, cut - longestWord) + space : letterStart(text, cut)
}

/** Where a line ends, counted from 1; the end of the text where there are fewer. */
function endOfLine(text: string, line: number): number {
  let at = -1
  for (let n = 0; n < line; n += 1) {
    at = text.indexOf('\n', at + 1)
    if (at < 0) return text.length
  }
  return at
}
