/**
 * Cuts a file of messages at its "From " lines. @source RFC 4155, and qmail's mbox(5) for the ways in which the four
 * kinds of such files quote those lines, or count the length instead.
 */

export interface MailPiece {
  /** The "From " line; null for what stands before the first one. */
  readonly fromLine: string | null
  /** Without ends of lines, and with ">From " as it was written. */
  readonly lines: readonly string[]
  /** Longer than is read: then there are no lines. */
  readonly isTooLong: boolean
}

export interface MailSplitter {
  read(chunk: string): readonly MailPiece[]
  end(): readonly MailPiece[]
}

/** In UTF-16 units; attachments are in it. */
const longestMessage = 96 * 1024 * 1024
const fromPattern = /^From (?:\S|(?= )).{0,400}\b\d{1,2}:\d\d(?::\d\d)?\b.{0,40}$/
const fromPatternLoose = /^From \S{1,320}(?: at \S{1,200})? {1,3}.{0,60}\d{4}/
const fromPatternStrict =
  /^From \S{1,320} +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?: [+-]\d{4})? \d{4}(?: [+-]\d{4})?$/
const headerPattern = /^(?:>?From |[!-9;-~]{1,100}:)/

/** One more ">" is added to each such line by the kind that can be undone; the older kind adds only the first. */
export function unquoteFrom(line: string): string {
  return /^>+From /.test(line) ? line.slice(1) : line
}

interface Message {
  fromLine: string | null
  lines: string[]
  length: number
  /** Bytes of the body that are still to come by its own count; null where it does not count. */
  remaining: number | null
  isInHeader: boolean
  /** Where "From " lines stood within the counted length: the count may be wrong. */
  cuts: number[]
}

interface State {
  message: Message
  /** A "From " line that waits for the line after it. */
  candidate: string | null
  done: MailPiece[]
}

export function createMailSplitter(): MailSplitter {
  const state: State = { message: newMessage(null), candidate: null, done: [] }
  let rest = ''
  const taken = (): readonly MailPiece[] => {
    const { done } = state
    state.done = []
    return done
  }
  return {
    read(chunk) {
      const lines = chunk.split('\n')
      if (lines.length === 1) {
        rest += chunk
        return []
      }
      for (const [place, line] of lines.entries()) {
        if (place === lines.length - 1) rest = line
        else takeLine(state, place === 0 ? rest + line : line)
      }
      return taken()
    },
    end() {
      if (rest !== '') takeLine(state, rest)
      if (state.candidate !== null) addLine(state.message, state.candidate)
      endMessage(state)
      return taken()
    },
  }
}

const newMessage = (fromLine: string | null): Message => ({
  fromLine,
  lines: [],
  length: 0,
  remaining: null,
  isInHeader: true,
  cuts: [],
})

function takeLine(state: State, ended: string): void {
  const line = ended.endsWith('\r') ? ended.slice(0, -1) : ended
  if (state.candidate !== null) {
    const fromLine = state.candidate
    state.candidate = null
    // Prose goes on with prose, a message with its head.
    if (headerPattern.test(line)) begin(state, fromLine)
    else addLine(state.message, fromLine)
  }
  if (isFromLine(state.message, line)) state.candidate = line
  else addLine(state.message, line)
}

/** A message begins after a blank line, or at the beginning of the file. */
function isFromLine({ lines, fromLine }: Message, line: string): boolean {
  if (!line.startsWith('From ')) return false
  const before = lines.at(-1)
  if (before === undefined) return fromLine === null
  if (before.trim() === '') return fromPattern.test(line) || fromPatternLoose.test(line)
  // Files that were put together by hand may lack it.
  return fromPatternStrict.test(line)
}

function begin(state: State, fromLine: string): void {
  const { message } = state
  // Within its counted length a line may look like the beginning of the next message.
  if (message.remaining !== null && message.remaining > 2) {
    message.cuts.push(message.lines.length)
    addLine(message, fromLine)
    return
  }
  if (message.remaining !== null && message.remaining >= -2) message.cuts = []
  endMessage(state)
  state.message = newMessage(fromLine)
}

function addLine(message: Message, line: string): void {
  message.length += line.length + 1
  if (message.length > longestMessage) message.lines = ['']
  else message.lines.push(line)
  if (message.isInHeader) {
    const length = /^content-length:\s*(\d{1,12})\s*$/i.exec(line)?.[1]
    if (length !== undefined) message.remaining = Number(length)
    if (line === '') message.isInHeader = false
  } else if (message.remaining !== null) {
    message.remaining -= bytesOf(line) + 1
  }
}

/** Where its count led past other messages to nowhere, it is cut where they begin. */
function endMessage(state: State): void {
  const { fromLine, lines, length, cuts, remaining } = state.message
  if (length > longestMessage) {
    state.done.push({ fromLine, lines: [], isTooLong: true })
    return
  }
  const isCounted = remaining !== null && Math.abs(remaining) <= 2
  let from = 0
  let head = fromLine
  for (const cut of isCounted ? [] : cuts) {
    give(state, head, lines.slice(from, cut))
    head = lines[cut] ?? null
    from = cut + 1
  }
  give(state, head, lines.slice(from))
}

function give(state: State, fromLine: string | null, lines: readonly string[]): void {
  if (fromLine === null && lines.every((line) => line.trim() === '')) return
  state.done.push({
    fromLine,
    lines: lines.map(unquoteFrom),
    isTooLong: false,
  })
}

function bytesOf(line: string): number {
  if (/^[\x20-\x7e\t]*$/.test(line)) return line.length
  let bytes = 0
  for (const char of line) {
    const code = char.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
