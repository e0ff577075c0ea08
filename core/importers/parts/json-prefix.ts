/** Parses JSON that is cut off: what is whole stays, what is still open is closed. */
import { parseExactly } from './json-exact.ts'

/** More open brackets than this are no export. */
const deepest = 200

/**
 * @param text the beginning of a JSON document
 * @returns undefined where it does not begin as one, or is damaged before it is cut off
 */
export function parseJsonPrefix(text: string): unknown {
  const start = text.trimStart()
  if (!/^[[{]/.test(start)) return undefined
  try {
    return parseExactly(start)
  } catch {
    return parseClosed(start)
  }
}

/** Cuts at the last place where a value had just ended, and closes what is open there. */
function parseClosed(text: string): unknown {
  const open: string[] = []
  let best: { readonly end: number; readonly closing: string } | null = null
  for (let at = 0; at < text.length; ) {
    const char = text.charAt(at)
    if (char === '"') {
      const end = endOfString(text, at)
      if (end === -1) break
      at = end
      continue
    }
    if (char === '{' || char === '[') {
      open.push(char === '{' ? '}' : ']')
      if (open.length > deepest) break
      best = { end: at + 1, closing: open.toReversed().join('') }
    } else if (char === '}' || char === ']') {
      if (open.pop() !== char) return undefined
      best = { end: at + 1, closing: open.toReversed().join('') }
      if (open.length === 0) break
    } else if (char === ',') {
      best = { end: at, closing: open.toReversed().join('') }
    }
    at += 1
  }
  if (best === null) return undefined
  try {
    return parseExactly(text.slice(0, best.end) + best.closing)
  } catch {
    return undefined
  }
}

/** Past the closing quote of the string that begins at `from`; -1 when it is cut off. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === 92) at += 1
    else if (unit === 34) return at + 1
  }
  return -1
}
