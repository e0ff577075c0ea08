/** Numbers, sizes and times as a person reads them. All times are shown in UTC, as they are kept. */

// Made once: making one takes longer than drawing the row it is for.
const numbers = new Intl.NumberFormat('en-GB')
const utc = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })
const dayOfYear = utc({ day: 'numeric', month: 'short' })
const dayAndYear = utc({ day: 'numeric', month: 'short', year: 'numeric' })
const timeOfDay = utc({ hour: '2-digit', minute: '2-digit' })

/** 4812 as "4,812". */
export function count(value: number): string {
  return numbers.format(value)
}

/** "1 comment", "4,812 comments". */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`
}

const tenths = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** A share in [0, 1] as "2 %" or "0.5 %"; no decimals from 10 % on. */
export function percent(share: number): string {
  return inPercent(share < 0.0995 ? Math.round(share * 1000) / 10 : Math.round(share * 100))
}

/** An upper bound in [0, 1] as a share that it is surely not above: rounded up. */
export function atMost(share: number): string {
  const raised = (digits: number) => Math.ceil(share * digits - 1e-6)
  return inPercent(share < 0.1 ? raised(1000) / 10 : raised(100))
}

// Never broken before its sign.
const inPercent = (value: number) => `${tenths.format(value)}\u00a0%`

/** A share in [0, 1] as "81" of 100. */
export function of100(share: number): string {
  return numbers.format(Math.round(share * 100))
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** A name that runs from right to left, so that it moves no word beside it in a sentence of ours. */
export function isolated(name: string): string {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u202a-\u202e]/u.test(
    name,
  )
    ? `\u2068${name}\u2069`
    : name
}

/** 1100000 as "1.1 MB". */
export function size(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte')
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`
  if (bytes < 999_500_000) return `${(bytes / 1_000_000).toFixed(1)} MB`
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`
}

/** What is left of a job: "About 20 seconds left". Empty while it is not known. */
export function left(ms: number | null): string {
  if (ms === null) return ''
  const seconds = Math.max(1, Math.round(ms / 1000))
  if (seconds < 5) return 'A few seconds left'
  if (seconds < 90) return `About ${Math.ceil(seconds / 5) * 5} seconds left`
  return `About ${Math.round(seconds / 60)} minutes left`
}

/** "12 Sep", and the year when it is not this one. Empty for an unknown time. */
export function day(iso: string | null, now: Date): string {
  const date = toDate(iso)
  if (date === null) return ''
  const isThisYear = date.getUTCFullYear() === now.getUTCFullYear()
  // British English shortens September to four letters, and only September.
  return (isThisYear ? dayOfYear : dayAndYear).format(date).replace('Sept', 'Sep')
}

const monthAndYear = utc({ month: 'short', year: 'numeric' })

/** "Sep 2026". Empty for an unknown time. */
export function month(iso: string | null): string {
  const date = toDate(iso)
  return date === null ? '' : monthAndYear.format(date).replace('Sept', 'Sep')
}

const weekdayOfYear = utc({ weekday: 'long', day: 'numeric', month: 'long' })
const weekdayAndYear = utc({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** "Thursday 1 October", and the year when it is not that of today. Both are days, "2026-10-01". */
export function longDay(of: string, today: string): string {
  const format = of.slice(0, 4) === today.slice(0, 4) ? weekdayOfYear : weekdayAndYear
  return format.format(new Date(of)).replace(',', '')
}

/** "12 Sep, 18:42"; only "18:42" right after something of the same day. Empty for an unknown time. */
export function moment(iso: string | null, now: Date, before: string | null = null): string {
  const date = toDate(iso)
  if (date === null) return ''
  const time = timeOfDay.format(date)
  return iso?.slice(0, 10) === before?.slice(0, 10) ? time : `${day(iso, now)}, ${time}`
}

/** When a project was last open: "today, 09:12", "Friday", "3 September", "August 2025". In the reader's own time. */
export function lastOpened(iso: string | null, now: Date): string {
  const date = toDate(iso)
  if (date === null) return ''
  const local = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', options).format(date)
  const days = Math.round((startOfDay(now) - startOfDay(date)) / 86_400_000)
  if (days <= 0) return `today, ${local({ hour: '2-digit', minute: '2-digit' })}`
  if (days === 1) return 'yesterday'
  if (days < 7) return local({ weekday: 'long' })
  if (date.getFullYear() === now.getFullYear()) return local({ day: 'numeric', month: 'long' })
  return local({ month: 'long', year: 'numeric' })
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}

function toDate(iso: string | null): Date | null {
  if (iso === null) return null
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? null : date
}
