/** Reads the times that exports hold, without the guessing of the JavaScript date parser. */
import type { DateOrder } from './records.ts'

/** How a date in figures can be read: 31/04/… only day first, 04/31/… only month first, 03/04/… either way. */
export type DateShape = 'day-first' | 'month-first' | 'either' | 'year-first'

const clock =
  /(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([ap])\.?\s?m\b\.?)?(?:\s*(Z|(?:UTC|GMT)[+-]\d{1,2}(?::?\d{2})?|[+-]\d{2}:?(?:\d{2})?|UTC|GMT|[ECMP][SD]T|[CE]ES?T)(?![A-Za-z0-9:])(?:\s*\([^()]*\))?)?/i
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/
const dayMonthName = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})$/i
const monthNameDay = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? /i
const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
/** Times outside these years are taken for something else: ids, counts, slips of the pen. */
const earliest = 0
const latest = Date.UTC(2200, 0, 1)

/**
 * A time as UTC. Understands ISO 8601 with or without a zone, seconds or milliseconds since 1970, dates in
 * figures by `order`, and English month names; without a zone the time is taken as UTC.
 *
 * @returns ISO 8601 with milliseconds and Z; null when it cannot be read for certain, as with "WIB" for a zone
 */
export function parseTime(value: string, order: DateOrder): string | null {
  const text = value.trim()
  if (text.length < 6 || text.length > 64) return null
  const sinceEpoch = epochMs(text)
  if (sinceEpoch !== null) return isoOf(sinceEpoch)
  const time = clock.exec(text)
  const ofDay = time === null ? 0 : msOfDay(time)
  const date = dateParts(dateText(text, time), order)
  if (date === null || ofDay === null) return null
  return isoOf(date + ofDay)
}

const firstDay = Date.UTC(1899, 11, 30)

/**
 * A count of days since 1900, as spreadsheets keep dates: "46277.5" is noon of 12 September 2026. Five figures may be
 * anything: whoever asks knows that they are a time.
 *
 * @returns null for other values, and for days before 1954 and after 2119
 */
export function serialTime(value: string): string | null {
  const text = value.trim()
  if (!/^\d{5}(\.\d{1,12})?$/.test(text)) return null
  const days = Number(text)
  if (days < 20_000 || days > 80_000) return null
  return isoOf(firstDay + Math.round(days * 86_400) * 1000)
}

/** Whether a value is a count of seconds or milliseconds since 1970, and which; null when it is neither. */
export function epochUnit(value: string): 'seconds' | 'milliseconds' | null {
  if (/^\d{9,10}(\.\d{1,9})?$/.test(value)) return 'seconds'
  return /^\d{12,13}(\.\d{1,9})?$/.test(value) ? 'milliseconds' : null
}

/** How the date in figures at the front of a value can be read; null when there is none. */
export function dateShape(value: string): DateShape | null {
  const text = value.trim()
  if (/^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/.test(text)) return 'year-first'
  const match = /^(\d{1,2})([-/.])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d)/.exec(text)
  if (match === null) return null
  const [first, second] = [Number(match[1]), Number(match[3])]
  if (first > 31) return 'year-first'
  if (first > 12) return 'day-first'
  return second > 12 ? 'month-first' : 'either'
}

function epochMs(text: string): number | null {
  const unit = epochUnit(text)
  if (unit === null) return null
  return Math.round(unit === 'seconds' ? Number(text) * 1000 : Number(text))
}

function isoOf(ms: number): string | null {
  return ms >= earliest && ms < latest ? new Date(ms).toISOString() : null
}

/** Milliseconds from midnight UTC; may be below 0 or over a day where a zone moves it. */
function msOfDay(time: RegExpExecArray): number | null {
  const [, hourText, minuteText, secondText = '0', fraction = '', half, zone] = time
  const [minute, second] = [Number(minuteText), Number(secondText)]
  let hour = Number(hourText)
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  }
  if (hour > 23 || minute > 59 || second > 59) return null
  const ms = Number(fraction.slice(0, 3).padEnd(3, '0'))
  return ((hour * 60 + minute - zoneMinutes(zone)) * 60 + second) * 1000 + ms
}

/**
 * Hours of the zones whose letters mean one thing: those of North America as mail has them, and of central and eastern
 * Europe. @source RFC 5322, section 4.3
 */
const zoneHours: Readonly<Record<string, number>> = {
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  CET: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
}

function zoneMinutes(zone = ''): number {
  const hours = zoneHours[zone.toUpperCase()]
  if (hours !== undefined) return hours * 60
  const match = /([+-])(\d{1,2}?):?(\d{2})?$/.exec(zone)
  if (match === null) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  return match[1] === '-' ? -minutes : minutes
}

/** What is left of a value without its time of day, its zone and its weekday. */
function dateText(text: string, time: RegExpExecArray | null): string {
  const rest =
    time === null ? text : `${text.slice(0, time.index)} ${text.slice(time.index + time[0].length)}`
  return rest
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<=\d)T$|,$| at$/, '')
    .replace(weekday, '')
}

/** Midnight UTC of a date in milliseconds. */
function dateParts(text: string, order: DateOrder): number | null {
  const figures = yearFirst.exec(text)
  if (figures !== null) return midnight(Number(figures[1]), Number(figures[3]), Number(figures[4]))
  const last = yearLast.exec(text)
  if (last !== null) return byOrder(last, order)
  const named = dayMonthName.exec(text)
  if (named !== null) return midnight(Number(named[3]), monthNumber(named[2]), Number(named[1]))
  const americanNamed = monthNameDay.exec(text)
  if (americanNamed === null) return null
  return midnight(Number(americanNamed[3]), monthNumber(americanNamed[1]), Number(americanNamed[2]))
}

function byOrder(match: RegExpExecArray, order: DateOrder): number | null {
  const [, first = '', , second = '', third = ''] = match
  if (order === 'dmy') return midnight(fullYear(third), Number(second), Number(first))
  if (order === 'mdy') return midnight(fullYear(third), Number(first), Number(second))
  // Year first, but a year of four figures at the end: not the order that was chosen.
  return third.length === 4 ? null : midnight(fullYear(first), Number(second), Number(third))
}

/** Two figures are taken as 1970 to 2069. */
function fullYear(text: string): number {
  if (text.length === 4) return Number(text)
  const year = Number(text)
  return year < 70 ? 2000 + year : 1900 + year
}

function monthNumber(name = ''): number {
  return months.findIndex((month) => month.startsWith(name.toLowerCase().replace(/^sept$/, 'sep'))) + 1
}

function midnight(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  return Date.UTC(year, month - 1, day)
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
