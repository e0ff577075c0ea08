/** The text cells of YouTube's own tables: JSON objects joined by commas, older a list of them in an object, older plain. */
import { isObject, listAt, textAt } from './json-exact.ts'

/** Whether a cell is written in segments. */
export function isInSegments(cell: string): boolean {
  return /^\s*\{\s*"(text|takeoutSegments|emoji|link|mention|videoLink|hashtag)"\s*:/.test(cell)
}

export interface TakeoutText {
  readonly text: string
  /** The cell was not proper JSON even with its line ends escaped. */
  readonly isDoubtful: boolean
}

/** The segments' texts one after another; a plain cell as it is. */
export function textOfSegments(cell: string): TakeoutText {
  if (!isInSegments(cell)) return { text: cell, isDoubtful: false }
  const parsed = parsedOf(`[${cell}]`) ?? parsedOf(`[${escapedLines(cell)}]`)
  if (parsed === null) return { text: textByMarks(cell), isDoubtful: true }
  const segments = parsed.flatMap((one) => {
    const list = listAt(one, 'takeoutSegments')
    return list.length > 0 ? list : [one]
  })
  return { text: segments.map(textOf).join(''), isDoubtful: false }
}

function textOf(segment: unknown): string {
  const text = isObject(segment) && typeof segment.text === 'string' ? segment.text : ''
  const link = textAt(segment, 'link', 'linkUrl') ?? textAt(segment, 'link', 'url')
  // A long address is shown shortened; the person wrote all of it.
  if (link !== null && /^https?:/i.test(link) && /(\.\.\.|…)$/.test(text)) return link
  return text === '' ? (textAt(segment, 'emoji', 'shortcutText') ?? link ?? '') : text
}

function parsedOf(json: string): readonly unknown[] | null {
  try {
    const value: unknown = JSON.parse(json)
    return Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

/** Line ends and tabs inside strings as JSON wants them. */
function escapedLines(json: string): string {
  let out = ''
  let from = 0
  let isInString = false
  for (let place = 0; place < json.length; place++) {
    const unit = json.charCodeAt(place)
    if (unit === 34) isInString = !isInString
    else if (unit === 92 && isInString) place += 1
    else if (unit < 32 && isInString) {
      out += `${json.slice(from, place)}\\u${unit.toString(16).padStart(4, '0')}`
      from = place + 1
    }
  }
  return out + json.slice(from)
}

const mark = '{"text":"'
const after = ['","link":', '","mention":', '","videoLink":', '","emoji":', '","hashtag":']

/** For texts whose quotes were not escaped: what stands between the marks of the segments. */
function textByMarks(cell: string): string {
  const [before = '', ...segments] = cell.split(mark)
  if (segments.length === 0) return before
  return segments
    .map((segment) => {
      const ends = [...after.map((end) => segment.indexOf(end)), segment.lastIndexOf('"}')]
      const end = Math.min(...ends.filter((place) => place >= 0), segment.length)
      return unescaped(segment.slice(0, end))
    })
    .join('')
}

function unescaped(text: string): string {
  try {
    return String(JSON.parse(escapedLines(`"${text.replace(/(?<!\\)"/g, String.raw`\"`)}"`)))
  } catch {
    return text
  }
}
