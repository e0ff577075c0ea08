/** Texts that are neither a table nor JSON: said at once, instead of a table of nonsense. */
import { AppError } from '../result.ts'
import { listPlace } from './json.ts'

/** After “seems to be”. */
export const noCommentsInPage =
  'a web page with no comments that we recognise. Open it in a browser, select the comments, copy them, paste them into a text file, and choose that'

const jsonDocument =
  'JSON, but holds no list of objects. Ask for the comments as JSON with one object a comment, or as CSV'

interface PageOfExport {
  readonly isIn: (head: string) => boolean
  readonly seems: string
}

/**
 * Exports that were asked for as pages to look at. The names in Facebook's and Instagram's styles have stayed the same
 * for years. @source their own downloads; telegram.org/blog/export-and-more
 */
const pagesOfExports: readonly PageOfExport[] = [
  {
    isIn: (head) => head.includes('<title>Exported Data</title>') && head.includes('class="page_wrap"'),
    seems:
      'a Telegram chat that was exported as a web page. Export it once more, and choose “Machine-readable JSON” as its format',
  },
  {
    // The second are of before 2021.
    isIn: (head) =>
      (/<base href="[./]{1,40}"/.test(head) && /\b_a6-[gp]\b/.test(head)) ||
      /class="pam _[^"<>]{1,60} uiBoxWhite noborder"/.test(head),
    seems:
      'a download of Facebook or Instagram that was asked for as web pages. Ask for it once more, and choose JSON as its format',
  },
]

const pageOfExport = (head: string): PageOfExport | undefined => pagesOfExports.find(({ isIn }) => isIn(head))

/** Whether a page is an export that has a better form: nothing is read from it then. */
export const isPageOfExport = (head: string): boolean => pageOfExport(head) !== undefined

const others: readonly (readonly [RegExp, string])[] = [
  [/^\s*\[\s*(\{|\[|"|\d|\])/, jsonDocument],
  [/^\s*\{\s*([\r\n]|\}\s*$)/, jsonDocument],
  [/^\s*(null|true|false|"[^"\r\n]*")\s*$/, jsonDocument],
  [/^\s*<(\?xml|rss|disqus)\b/i, 'XML. This version knows no export like it'],
  [/^\s*(<!--[^>]*-->\s*)?<(!doctype html|html)\b/i, noCommentsInPage],
  [/^\{\\rtf/, 'a text document. Ask for the comments as CSV or JSON'],
  [
    /^-DOCSTART-[ \t]/,
    'texts cut into words, as in CoNLL files. Export them once more, as JSON, so that the texts are whole',
  ],
  [
    /^__label__\S+\s/,
    'texts for fastText, which say neither whose nor when. Export them once more, as JSON or CSV',
  ],
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
  const seems = isAnswerOfService(text)
    ? jsonDocument
    : (pageOfExport(text)?.seems ?? others.find(([pattern]) => pattern.test(text))?.[1])
  if (seems !== undefined) throw new AppError('file-not-comments', `“${name}” seems to be ${seems}.`)
}

/** One object on one line, with a list of objects in it. */
function isAnswerOfService(text: string): boolean {
  const line = text.trim()
  return line.startsWith('{') && !/[\r\n]/.test(line) && /":\s?\[\s?\{/.test(line)
}
