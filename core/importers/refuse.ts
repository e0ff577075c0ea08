/** Texts that are neither a table nor JSON: said at once, instead of a table of nonsense. */
import { AppError } from '../result.ts'
import { listPlace } from './json.ts'

/** After “seems to be”. */
export const noCommentsInPage =
  'a web page with no comments that we recognise. Open it in a browser, select the comments, copy them, paste them into a text file, and choose that'

const jsonDocument =
  'JSON, but holds no list of objects. Ask for the comments as JSON with one object a comment, or as CSV'

const others: readonly (readonly [RegExp, string])[] = [
  [/^\s*\[\s*(\{|\[|"|\d|\])/, jsonDocument],
  [/^\s*\{\s*([\r\n]|\}\s*$)/, jsonDocument],
  [/^\s*<(\?xml|rss|disqus)\b/i, 'XML. This version knows no export like it'],
  [/^\s*(<!--[^>]*-->\s*)?<(!doctype html|html)\b/i, noCommentsInPage],
  [/^\{\\rtf/, 'a text document. Ask for the comments as CSV or JSON'],
  [/^%PDF-/, 'a PDF document. Ask for the comments as CSV or JSON'],
]

/**
 * @param head the first characters of the file
 * @throws AppError 'file-empty' for a file of nothing but blanks, 'file-not-comments' for other kinds of text
 */
export function refuseOtherText(head: string, name: string): void {
  const text = head.replace(/^\uFEFF/, '')
  if (text.trim() === '') {
    throw new AppError('file-empty', `“${name}” is empty. Choose the file again, or export it once more.`)
  }
  if (listPlace(text) !== null) return
  const seems = isAnswerOfService(text) ? jsonDocument : others.find(([pattern]) => pattern.test(text))?.[1]
  if (seems !== undefined) throw new AppError('file-not-comments', `“${name}” seems to be ${seems}.`)
}

/** One object on one line, with a list of objects in it. */
function isAnswerOfService(text: string): boolean {
  const line = text.trim()
  return line.startsWith('{') && !/[\r\n]/.test(line) && /":\s?\[\s?\{/.test(line)
}
