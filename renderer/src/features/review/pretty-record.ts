/** A record of a file with line breaks, so that it can be read; every character of its values as it was. */

export interface PrettyRecord {
  readonly text: string
  /** True where line breaks were added. */
  readonly isPretty: boolean
}

/**
 * JSON is laid out by its own brackets and commas and never read and written anew: a number of twenty digits and a key
 * that stands twice stay what they are.
 */
export function prettyRecord(raw: string): PrettyRecord {
  if (!isJson(raw)) return { text: raw, isPretty: false }
  const pieces = raw.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/gsu) ?? []
  let text = ''
  let depth = 0
  const line = () => `\n${'  '.repeat(depth)}`
  for (const [at, piece] of pieces.entries()) {
    const isEmpty = pieces[at + 1] === (piece === '{' ? '}' : ']')
    if (piece === '{' || piece === '[') {
      depth += 1
      text += isEmpty ? piece : piece + line()
    } else if (piece === '}' || piece === ']') {
      depth -= 1
      const wasOpened = pieces[at - 1] === (piece === '}' ? '{' : '[')
      text += wasOpened ? piece : line() + piece
    } else if (piece === ',') text += piece + line()
    else text += piece === ':' ? ': ' : piece
  }
  return { text, isPretty: true }
}

function isJson(raw: string): boolean {
  if (!/^\s*[{[]/.test(raw)) return false
  try {
    JSON.parse(raw)
    return true
  } catch {
    return false
  }
}
