/** Times as pages write them for people: "September 12, 2026 at 6:42 pm", "3 hours ago", "12. September 2026 um 18:42 Uhr". */
import { parseTime } from '../../time.ts'

export interface WrittenTime {
  /** As it stands. */
  readonly text: string
  /** UTC; null for times that count from when the page was looked at, or have no year. Without a zone taken as UTC. */
  readonly createdAt: string | null
}

/** Names of months that are not as in English. */
const monthsElsewhere: Readonly<Record<string, string>> = {
  januar: 'January',
  jänner: 'January',
  januari: 'January',
  janvier: 'January',
  enero: 'January',
  gennaio: 'January',
  janeiro: 'January',
  februar: 'February',
  februari: 'February',
  février: 'February',
  febrero: 'February',
  febbraio: 'February',
  fevereiro: 'February',
  märz: 'March',
  maart: 'March',
  mars: 'March',
  marzo: 'March',
  março: 'March',
  avril: 'April',
  abril: 'April',
  aprile: 'April',
  mai: 'May',
  mei: 'May',
  mayo: 'May',
  maggio: 'May',
  maio: 'May',
  juni: 'June',
  juin: 'June',
  junio: 'June',
  giugno: 'June',
  junho: 'June',
  juli: 'July',
  juillet: 'July',
  julio: 'July',
  luglio: 'July',
  julho: 'July',
  augustus: 'August',
  augusti: 'August',
  août: 'August',
  agosto: 'August',
  septembre: 'September',
  septiembre: 'September',
  settembre: 'September',
  setembro: 'September',
  oktober: 'October',
  octobre: 'October',
  octubre: 'October',
  ottobre: 'October',
  outubro: 'October',
  novembre: 'November',
  noviembre: 'November',
  novembro: 'November',
  dezember: 'December',
  décembre: 'December',
  diciembre: 'December',
  dicembre: 'December',
  dezembro: 'December',
}

const units =
  'seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|yrs?|sekunden?|minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?|secondes?|heures?|jours?|semaines?|mois|ans?|segundos?|minutos?|horas?|días?|semanas?|mes(?:es)?|años?'
const ago: readonly RegExp[] = [
  new RegExp(`^(?:about |over |almost |less than )?(?:\\d{1,4}|an?|one) (?:${units}) ago$`, 'i'),
  new RegExp(`^(?:vor|il y a|hace|há) (?:\\d{1,4}|einer?|einem|une?|una?|um) (?:${units})$`, 'i'),
  /^\d{1,3} ?(?:s|m|min|h|hr|d|w|wk|mo|y|yr)s?(?: ago)?$/i,
  /^(?:just now|moments ago|yesterday(?: at \d{1,2}:\d\d ?(?:[ap]\.?m\.?)?)?)$/i,
]
const withoutYear =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}(?: at \d{1,2}:\d\d ?(?:[ap]\.?m\.?)?)?$/i

const longest = 60

/** @returns null where the text, all of it, is no time */
export function readWrittenTime(text: string): WrittenTime | null {
  const written = text.trim()
  if (written.length < 2 || written.length > longest || !/[\p{L}./:-]/u.test(written)) return null
  const plain = written
    .replace(/\s+/g, ' ')
    .replace(/ ?[([](?:edited|bearbeitet|modifié|editado)[)\]]$/i, '')
    .trim()
  if (ago.some((pattern) => pattern.test(plain)) || withoutYear.test(plain)) {
    return { text: written, createdAt: null }
  }
  if (!/\d/.test(plain)) return null
  const createdAt = parseTime(inEnglish(plain), 'dmy')
  return createdAt === null ? null : { text: written, createdAt }
}

function inEnglish(plain: string): string {
  return plain
    .replace(/^(?:on|am|le|el|il|op|em|den)\s/i, '')
    .replace(/^[\p{L}.]{3,12},? (?=\d)/u, (word) => (/^(?:[a-z]{3})[a-z]*\.? $/i.test(word) ? word : ''))
    .replace(/(?<=[\dm.]) on (?=[\p{L}\d])/u, ' ')
    .replace(/ uhr$/i, '')
    .replace(/,? (?:at|um|à|às|a las|alle|om|kl\.?|klo|@|-|–|—|\||·|•) (?=\d{1,2}[:.h ])/gi, ' ')
    .replace(/(\d{1,2}) ?h ?(\d\d)(?: min)?$/i, '$1:$2')
    .replace(/(?<=\d)\.(?= \p{L})|(?<=\d)(?:er|º)(?= )/gu, '')
    .replace(/ (?:de|del) /gi, ' ')
    .replace(/\p{L}{3,10}/gu, (word) => ownOf(word.toLowerCase()) ?? word)
}

const ownOf = (name: string): string | undefined =>
  Object.hasOwn(monthsElsewhere, name) ? monthsElsewhere[name] : undefined
