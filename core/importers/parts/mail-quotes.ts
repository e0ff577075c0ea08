/**
 * Separates what somebody wrote in a message from what it quotes: lines with ">", the line above them that says who
 * wrote, what mail programs put under an answer, and the foot that mailing lists add.
 */

export interface OwnWords {
  readonly own: string
  /** The first quoted line; null where nothing was quoted. */
  readonly quoted: string | null
  readonly isForwarded: boolean
}

const wrote =
  /(?:wrote|writes|said|schrieb[^:]{0,80}|écrit|escribió|escribiu|escreveu|scritto|skrev[^:]{0,80}|schreef[^:]{0,80}|kirjoitti|napisał\(?a?\)?|пишет|написал\(?а?\)?) ?:$/iu
/** In a language that is not known: an address, a clock, and a colon at the end; or words that have no clock. */
const hasAddress = /[<(][^\s<>()@]{1,100}@[^\s<>()]{1,200}[>)]/
const hasClock = /(?<!\d)\d{1,2}[:.]\d\d(?!\d)/
const quoting = /^(?:quoting|zitat von|citando|thus spake) /i

function endsAttribution(line: string): boolean {
  if (line.length > 300) return false
  if (wrote.test(line)) return true
  return /[:：]$/.test(line) && hasAddress.test(line) && (hasClock.test(line) || quoting.test(line))
}

/** Where nothing below is marked as quoted, the day must be there too: else it may be somebody's own sentence. */
const endsSurely = (line: string): boolean =>
  wrote.test(line) || (endsAttribution(line) && hasClock.test(line) && /(?<!\d)\d{4}(?!\d)/.test(line))

const mentionsWhen = /\d{1,2}[:.]\d\d|\d{4}|@|<[^<>]{3,}>/
const originalMark =
  /^[\s>]*-{2,} ?(original message|original appointment|ursprüngliche nachricht|originalnachricht|message d['’]origine|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|oprindelig meddelelse|ursprungligt meddelande|reply message) ?-{2,}\s*$/iu
const forwardMark =
  /^[\s>]*(-{2,} ?(forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado|messaggio inoltrato|doorgestuurd bericht|forwarded by .{1,80}) ?-{2,}|(begin forwarded message|anfang der weitergeleiteten nachricht|début du message réexpédié) ?:)\s*$/iu
const headerBlock = /^\s*\*?(from|von|de|da|van|från|fra)\*? ?:/i
const headerSent =
  /^\s*\*?(sent|gesendet|date|datum|envoyé|enviado|inviato|verzonden|skickat|sendt)\*?(?: el)? ?:|^\s*\*?(to|an|à|para|a|aan|till|til|subject|betreff|objet|asunto|oggetto|onderwerp)\*? ?:/i
const listFoot = /^_{20,}\s*$/
const ofList = /mailing list|listinfo|unsubscribe|abbestellen|désabonner/i

/** An attribution may be broken over as many lines. */
const mostLinesOfAttribution = 4

export function ownWordsOf(text: string): OwnWords {
  const lines = withoutScrubbed(text.replace(/\r\n?/g, '\n').split('\n'))
  const end = endOfOwn(lines)
  const kept: string[] = []
  let quoted = end.place < lines.length && end.isQuote ? (lines[end.place] ?? null) : null
  for (let place = 0; place < end.place; place += 1) {
    const line = lines[place] ?? ''
    if (!isQuote(line)) {
      kept.push(line)
      continue
    }
    quoted ??= line
    dropAttribution(kept)
    kept.push('')
    while (place + 1 < end.place && isQuoteOrGap(lines, place + 1)) place += 1
  }
  const own = kept
    .join('\n')
    // Begun at the first of the blanks only: begun at each, a long run would take for ever.
    .replace(/(?<![ \t])[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return { own, quoted, isForwarded: end.isForward }
}

/** What an archive of a list writes in the place of an attachment, up to the next blank line. */
function withoutScrubbed(lines: readonly string[]): readonly string[] {
  let isScrubbed = false
  return lines.filter((line, place) => {
    if (line.trim() === '') isScrubbed = false
    else if (nextPart.test(line) && /\bwas scrubbed\b/.test(lines[place + 1] ?? '')) isScrubbed = true
    return !isScrubbed
  })
}

const nextPart = /^-{5,40} next part -{5,40}\s*$/

const isQuote = (line: string): boolean => /^ ?>|^\| /.test(line)

/** A blank line between two quoted ones is quoted too. */
function isQuoteOrGap(lines: readonly string[], place: number): boolean {
  const line = lines[place] ?? ''
  return isQuote(line) || (line.trim() === '' && isQuote(lines[place + 1] ?? ''))
}

/** Takes off "On … Maren wrote:" above a quotation. */
function dropAttribution(kept: string[]): void {
  let last = kept.length - 1
  while (last >= 0 && (kept[last] ?? '').trim() === '') last -= 1
  const first = attributionEndingAt(kept, last)
  if (first !== null) kept.length = first
}

/** @returns the line where an attribution begins that ends in line `last`; null where there is none */
function attributionEndingAt(lines: readonly string[], last: number): number | null {
  const end = (lines[last] ?? '').trim()
  if (!endsAttribution(end)) return null
  for (let first = last; first >= 0 && first > last - mostLinesOfAttribution; first -= 1) {
    const line = (lines[first] ?? '').trim()
    if (line === '' || line.length > 300) break
    if (beginsAttribution.test(line) && mentionsWhen.test(line)) return first
  }
  return mentionsWhen.test(end) || shortAttribution.test(end) ? last : null
}

const beginsAttribution = /^(on|am|le|el|em|il|op|den|dne|dnia|\d{4}-\d\d-\d\d)\b/i
const shortAttribution = /^\S{1,40}( \S{1,40}){0,4} (wrote|writes|schrieb|schreef|skrev) ?:$/iu

/** Where the rest of a message is another's: under a mark, or under "On … wrote:" with nothing marked below. */
function endOfOwn(lines: readonly string[]): {
  readonly place: number
  readonly isForward: boolean
  readonly isQuote: boolean
} {
  for (let place = 0; place < lines.length; place += 1) {
    const line = lines[place] ?? ''
    if (line.length > 400) continue
    if (forwardMark.test(line)) return { place, isForward: true, isQuote: true }
    if (originalMark.test(line)) return { place, isForward: false, isQuote: true }
    const next = lines[place + 1] ?? ''
    if (headerBlock.test(line) && headerSent.test(next) && headerSent.test(lines[place + 2] ?? '')) {
      const isRuled = place > 0 && /^\s*_{10,}\s*$/.test(lines[place - 1] ?? '')
      return { place: isRuled ? place - 1 : place, isForward: false, isQuote: true }
    }
    if (listFoot.test(line) && ofList.test(lines.slice(place + 1, place + 5).join('\n'))) {
      return { place, isForward: false, isQuote: true }
    }
    const first = endsSurely(line.trim()) ? attributionEndingAt(lines, place) : null
    if (
      first !== null &&
      !hasQuoteAfter(lines, place + 1) &&
      mentionsWhen.test(lines.slice(first, place + 1).join(' '))
    ) {
      return { place: first, isForward: false, isQuote: true }
    }
  }
  return { place: lines.length, isForward: false, isQuote: false }
}

/** Whether the lines after an attribution are marked as quoted, or there are none: then it is dealt with otherwise. */
function hasQuoteAfter(lines: readonly string[], from: number): boolean {
  if (from > lines.findLastIndex((line) => line.trim() !== '')) return true
  return lines.slice(from, from + 200).some(isQuote)
}
