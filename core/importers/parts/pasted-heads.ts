/** Knows the lines of a comment section that was copied from a page as plain text: who wrote, when, and what is furniture. */
import { readWrittenTime, type WrittenTime } from './written-time.ts'

export interface Head {
  readonly author: string
  readonly time: WrittenTime | null
  /** "1.1" where the comments are numbered. */
  readonly number: string | null
  readonly indent: number
  /** How many lines it takes. */
  readonly lines: number
}

/** How many lines from a head's first are looked at. */
export const linesAhead = 6

const says =
  /^(.{1,80}?) +(?:says|said|writes|schreibt|sagte?|meint|dit|a dit|dice|dijo|zegt|diz|disse|skriver|säger|siger|sier|pisze|mówi|пишет|говорит) ?(?::|…|\.\.\.) ?(.{0,60})$/iu
const numberAlone = /^(?:#(\d{1,5})|(\d{1,5}(?:\.\d{1,5}){1,6})\.?|(\d{1,5})\.)$/
const numberBefore = /^(?:#(\d{1,5})|(\d{1,5}(?:\.\d{1,5}){1,6})\.?|(\d{1,5})[.)]) +(?=\S)/
/** What may stand between a name and a time in one line. */
const between = / (?:on|am|le|el|op|den|[•·|–—@-]) |, | [(]| {2,}|\t/giu
const afterTime = /(?: ?[)\]#:|]| ?\(?(?:edit|permalink|link|reply|said|says|at)\)?:?)+$/i
const bullet = /^[•·|–—-] ?|^(?:at|on|posted on|posted) /i
const postedBy = /^(?:posted by|comment by|by|von|par) /i

/** @returns null where no comment begins in this line */
export function headAt(lines: readonly string[], place: number): Head | null {
  const line = lines[place] ?? ''
  const indent = indentOf(line)
  const alone = numberAlone.exec(line.trim())
  if (alone !== null) {
    const next = nextFilled(lines, place + 1, 1)
    const head = next === null ? null : headIn(lines, next, null)
    return head === null || head.number !== null
      ? null
      : { ...head, indent, number: numberOf(alone), lines: head.lines + (next ?? place) - place }
  }
  return headIn(lines, place, indent)
}

function headIn(lines: readonly string[], place: number, indent: number | null): Head | null {
  const written = (lines[place] ?? '').trim()
  if (written.length < 1 || written.length > 160 || /^["'[{<]/.test(written)) return null
  const before = numberBefore.exec(written)
  const line = before === null ? written : written.slice(before[0].length)
  const of = { number: before === null ? null : numberOf(before), indent: indent ?? 0 }
  const found = saysHead(lines, place, line) ?? lineHead(line) ?? twoLineHead(lines, place, line)
  return found === null ? null : { ...found, ...of }
}

type Bare = Pick<Head, 'author' | 'time' | 'lines'>

/** "Maren says:", and the time after it or in one of the next lines. */
function saysHead(lines: readonly string[], place: number, line: string): Bare | null {
  const match = says.exec(line)
  const [, name = '', rest = ''] = match ?? []
  if (match === null) return null
  if (rest !== '') {
    const time = timeOf(rest)
    return time === null || !isName(name) ? null : { author: name, time, lines: 1 }
  }
  const inName = lineHead(name)
  if (inName !== null) return inName
  if (!isName(name)) return null
  const next = nextFilled(lines, place + 1, 1)
  const time = next === null ? null : timeOf(lines[next] ?? '')
  return { author: name, time, lines: time === null || next === null ? 1 : next + 1 - place }
}

/** "Maren on September 12, 2026 at 6:42 pm", "Maren • 3 days ago". */
function lineHead(line: string): Bare | null {
  const plain = line.replace(postedBy, '')
  for (const match of plain.matchAll(between)) {
    const name = plain.slice(0, match.index).trim()
    const time = timeOf(plain.slice(match.index + match[0].length))
    if (time !== null && isName(name)) return { author: name, time, lines: 1 }
  }
  return null
}

/** A name, and a time in the line below; a bullet may have a line of its own between them. */
function twoLineHead(lines: readonly string[], place: number, line: string): Bare | null {
  const below = nextFilled(lines, place + 1, 1)
  const isBullet = below !== null && /^[•·]$/.test((lines[below] ?? '').trim())
  const next = isBullet ? nextFilled(lines, below + 1, 1) : below
  if (next === null || !isName(line) || isFurniture(line)) return null
  const time = timeOf(lines[next] ?? '')
  if (time === null) return null
  // "3d", "Like", "Reply" stand below a comment.
  const after = nextFilled(lines, next + 1, 0)
  if (/^\d{1,3} ?[a-z]{1,3}$/i.test(time.text) && after !== null && isFurniture(lines[after] ?? ''))
    return null
  return { author: line.replace(/:$/, ''), time, lines: next + 1 - place }
}

function timeOf(written: string): WrittenTime | null {
  const line = written.trim()
  if (line.length > 100) return null
  const plain = line.replace(bullet, '').replace(afterTime, '').trim()
  return readWrittenTime(plain) ?? readWrittenTime(line)
}

/** Few words, no sentence. */
function isName(name: string): boolean {
  const plain = name.trim()
  if (plain.length === 0 || plain.length > 60 || !/\p{L}/u.test(plain)) return false
  if (/[.!?…,;:]$/.test(plain) && !/\b\p{L}{1,3}\.$/u.test(plain)) return false
  return (
    plain.split(/\s+/).length <= 6 && !/^https?:|["“”{}<>]/.test(plain) && readWrittenTime(plain) === null
  )
}

/** The next line that is not blank, past so many that are. */
function nextFilled(lines: readonly string[], from: number, blanks: number): number | null {
  for (let place = from; place <= from + blanks && place < lines.length; place += 1) {
    if ((lines[place] ?? '').trim() !== '') return place
  }
  return null
}

const numberOf = (match: RegExpExecArray): string | null => match[1] ?? match[2] ?? match[3] ?? null

function indentOf(line: string): number {
  const blanks = /^[ \t\u00a0]*/.exec(line)?.[0] ?? ''
  return [...blanks].reduce((width, blank) => width + (blank === '\t' ? 4 : 1), 0)
}

const furniture =
  /^(?:reply|reply ?[↓›→↩]|reply to .{1,60}|log ?in to reply|like|likes?|liked|dislike|share|share ?›|report|flag|flag as inappropriate|edit|permalink|quote|upvote|downvote|show less|read more|see more|see translation|loading\.*|antworten|antwort|gefällt mir|teilen|melden|répondre|j['’]aime|partager|signaler|responder|me gusta|compartir|beantwoorden|rispondi|svara|svar|odpowiedz|ответить|[-−–+•·›»|]|avatar|.{1,60} avatar|(?:view|show|hide)?(?: all)? ?\d{0,6} (?:more )?(?:replies|reply|antworten|réponses)|(?:view|show|hide) (?:\d{1,6} )?(?:more )?repl(?:y|ies)|liked by \d{1,6} (?:people|readers?|person))$/iu

/** What a page shows below or above a comment, and nobody wrote. */
export const isFurniture = (line: string): boolean => line.length < 90 && furniture.test(line.trim())

const ends =
  /^(?:(?:leave|post|add|write) a (?:public )?(?:reply|comment|response)\.{0,3}|leave a reply cancel reply|schreiben? (?:sie )?einen kommentar|schreibe einen kommentar|kommentar hinterlassen|laisser un commentaire|deja (?:un comentario|una respuesta)|comments are (?:now )?closed\.?|(?:post|comment|comments) navigation|← older comments|newer comments →|cancel reply|your email address will not be published\b.{0,80})$/iu

/** Below it there is a form, and no comments. */
export const endsSection = (line: string): boolean => line.length < 130 && ends.test(line.trim())

const counted =
  /^(\d{1,6}|one) (?:comments?|thoughts?|responses?|replies|reply|kommentare?|gedanken|antworten|commentaires?|réponses?|comentarios?|respuestas?|commenti|reacties|comentários?)(?: (?:on|to|so far on|zu|auf|sur|en|a|su|op)\s+(.{1,300}))?$/iu
const countedAfter =
  /^(?:comments?|kommentare?|commentaires?|comentarios?|commenti|reacties) ?\((\d{1,6})\)$/i

/** "5 comments on “The delayed report”". */
export function sectionTitle(
  line: string,
): { readonly declared: number; readonly title: string | null } | null {
  if (line.length > 340) return null
  const plain = line.trim()
  const match = counted.exec(plain)
  const number = match?.[1] ?? countedAfter.exec(plain)?.[1]
  if (number === undefined) return null
  const title = match?.[2]?.replace(/^["“”„«‘'\s]+|["“”«»’'\s:]+$/g, '') ?? ''
  return { declared: number.toLowerCase() === 'one' ? 1 : Number(number), title: title === '' ? null : title }
}

export const isPingback = (line: string): boolean =>
  /^(?:pingback|trackback)s?: ?\S?/i.test(line.trim().slice(0, 40))
