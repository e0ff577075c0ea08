/** WhatsApp: a chat as its phones export it, a text with a message a line or more. @source faq.whatsapp.com, "Export chat" */
import type { DateOrder, ProblemReason } from '../../records.ts'
import { parseTime } from '../../time.ts'
import type { ExportFormat, Found, Source } from '../export-format.ts'
import { counted } from '../parts/counted.ts'
import { wordsOf } from '../parts/whatsapp-words.ts'

export const whatsapp: ExportFormat = {
  id: 'whatsapp',
  title: 'WhatsApp chat',
  platform: 'whatsapp',
  idsWithin: 'thread',
  detect: ({ text }) => {
    const lines = text.split(/\r\n|\n/, 40).filter((line) => line.trim() !== '')
    const begun = lines.filter((line) => beginningOf(line) !== null).length
    if (lines[0] === undefined || beginningOf(lines[0]) === null) return 0
    return begun > 1 || lines.length === 1 ? 0.95 : 0.7
  },
  async parse(source, sink) {
    const order = await orderIn(source)
    let row = 0
    let open: { readonly message: Beginning; readonly lines: string[] } | null = null
    const close = (): void => {
      if (open === null) return
      row += 1
      const found = foundOf(open.message, { row, raw: open.lines.join('\n'), order })
      if (typeof found === 'string') sink.leaveOut(row, found)
      else sink.comment(found)
      if (open.lines.length === mostLines) sink.repaired(row, 'truncated')
    }
    for await (const line of linesOf(source)) {
      const message = beginningOf(line)
      if (message !== null) {
        close()
        open = { message, lines: [line] }
      } else if (open !== null && open.lines.length < mostLines) open.lines.push(line)
    }
    close()
    if (row > 0)
      sink.incomplete(
        `The times of ${counted(row, 'message')} are those of the clock of whoever exported them, without a zone: they are taken as UTC.`,
      )
  },
}

const mostLines = 5000

interface Beginning {
  readonly date: string
  readonly clock: string
  /** What follows the time on the first line. */
  readonly rest: string
}

/**
 * "[02/09/2026, 11:00:01] " on iPhones, "9/2/26, 11:00 AM - " elsewhere, "02/09/2015 11:00:01: " on the iPhones of old;
 * with marks of direction, narrow blanks, a blank after each dot, and halves of the day in front or behind.
 */
const half =
  '(?:[ap]\\.?\\s?m\\b\\.?|上午|下午|凌晨|早上|中午|晚上|午前|午後|오전|오후|[صم](?![\\p{L}])|ق\\.ظ\\.?|ب\\.ظ\\.?)'
const beginning = new RegExp(
  `^[\\u200e\\u200f\\u202a-\\u202c]{0,3}(\\[)?(\\d{1,4}[\\u200e\\u200f]?([./-])[\\s\\u200e\\u200f]?\\d{1,2}[\\u200e\\u200f]?\\3[\\s\\u200e\\u200f]?\\d{1,4})\\.?[\\u200e\\u200f]?[,،]?\\s(?:(?:um|at|à|às|klo|kl\\.?)\\s)?(${half}\\s?)?(\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?)(\\s?${half})?[\\u200e\\u200f]?(\\]\\s|\\s-\\s|:\\s)`,
  'iu',
)
const isLater = /^(?:p|下午|中午|晚上|午後|오후|م|ب)/i

function beginningOf(line: string): Beginning | null {
  // Nearly all lines are told by their first figure.
  if (!/^\D{0,4}\p{Nd}/u.test(line)) return null
  const found = beginning.exec(westernFigures(line.slice(0, 80)))
  if (found === null) return null
  const [whole, bracket, date = '', , before = '', time = '', after = '', end = ''] = found
  if ((bracket === undefined) === end.startsWith(']')) return null
  // Logs begin so too, with the year in front.
  if (end.startsWith(':') && (!/^\d+[:.]\d+[:.]\d+$/.test(time) || /^\d{4}/.test(date))) return null
  const halfOfDay = (before + after).trim()
  const clock = `${time.replaceAll('.', ':')} ${halfOfDay === '' ? '' : isLater.test(halfOfDay) ? 'pm' : 'am'}`
  return { date: date.replace(/[\s\u200e\u200f]/g, ''), clock: clock.trim(), rest: line.slice(whole.length) }
}

/** Arabic and Persian figures as others write them; as many as there were. */
function westernFigures(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (figure) => String(figure.charCodeAt(0) & 0xf))
}

function foundOf(
  { date, clock, rest }: Beginning,
  { row, raw, order }: { readonly row: number; readonly raw: string; readonly order: DateOrder },
): Found | ProblemReason {
  const named = /^([\u200e\u200f\u202a~ \u202f]{0,3})([^:\n]{1,100}?)\u202c?: ?/.exec(rest)
  // Who joined, and what the group is called now: nobody says it.
  const [whole = '', sign = '', name = ''] = named ?? []
  if (named === null || /[“"]/.test(name)) return 'service'
  const firstLine = rest.slice(whole.length)
  const following = raw.indexOf('\n')
  const body = following === -1 ? firstLine : `${firstLine}${raw.slice(following)}`
  const words = wordsOf(body, `${sign}${name}`.replace(/^[\u200e\u200f\u202a]+/, ''))
  if (typeof words === 'string') return words
  return {
    row,
    author: name.trim(),
    time: `${date} ${clock}`,
    createdAt: parseTime(`${date} ${clock}`, order),
    ...words,
    raw,
  }
}

/** Day or month first, decided on the whole file: by figures over 12, then by what keeps the messages in order. */
async function orderIn(source: Source): Promise<DateOrder> {
  const seen = { overFirst: 0, overSecond: 0, dmyBack: 0, mdyBack: 0, american: 0, others: 0 }
  let last: { readonly dmy: number; readonly mdy: number } | null = null
  for await (const line of linesOf(source)) {
    const date = beginningOf(line)?.date
    const parts = date === undefined ? null : /^(\d{1,2})[./-](\d{1,2})[./-](\d{2,4})$/.exec(date)
    if (date === undefined || parts === null) continue
    const [first, second, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
    if (first > 12) seen.overFirst += 1
    if (second > 12) seen.overSecond += 1
    const now = { dmy: (year * 12 + second) * 31 + first, mdy: (year * 12 + first) * 31 + second }
    if (last !== null && now.dmy < last.dmy) seen.dmyBack += 1
    if (last !== null && now.mdy < last.mdy) seen.mdyBack += 1
    last = now
    // Without zeros in front, by slashes, with two figures for the year: as phones in America write it.
    if (/^\d{1,2}\/\d{1,2}\/\d{2}$/.test(date) && !/(^|\/)0\d\//.test(date)) seen.american += 1
    else seen.others += 1
  }
  if (seen.overFirst !== seen.overSecond) return seen.overFirst > seen.overSecond ? 'dmy' : 'mdy'
  if (seen.dmyBack !== seen.mdyBack) return seen.dmyBack < seen.mdyBack ? 'dmy' : 'mdy'
  return seen.american > seen.others ? 'mdy' : 'dmy'
}

const longestLine = 1024 * 1024

async function* linesOf(source: Source): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of source.text()) {
    // A line is looked through once: what is left over has no line end.
    const parts = chunk.split('\n')
    const [first = '', ...others] = parts
    rest = rest.length > longestLine ? rest : rest + first
    for (const part of others) {
      yield rest.replace(/\r$/, '')
      rest = part
    }
  }
  if (rest !== '') yield rest.replace(/\r$/, '')
}
