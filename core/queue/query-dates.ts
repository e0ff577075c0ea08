/** Days, months and years in a query, in UTC: 2026, 2026-09, 2026-09-12, ranges with "..", and today. */
import type { Period } from './query-terms.ts'

export interface PeriodRead {
  readonly period: Period | null
  readonly problem: 'bad-date' | 'impossible-date' | 'empty-range' | null
}

const dayMs = 86_400_000

/** @param today "2026-09-14" */
export function readPeriod(text: string, today: string): PeriodRead {
  const side = /^(>=|<=|≥|≤|>|<)(.*)$/u.exec(text)
  if (side) {
    const part = partOf((side[2] ?? '').trim(), today)
    if (typeof part === 'string') return failed(part)
    const sign = side[1]
    if (sign === '>') return read(part.endMs, Number.POSITIVE_INFINITY)
    if (sign === '<') return read(Number.NEGATIVE_INFINITY, part.startMs)
    return sign === '>=' || sign === '≥'
      ? read(part.startMs, Number.POSITIVE_INFINITY)
      : read(Number.NEGATIVE_INFINITY, part.endMs)
  }
  const dots = text.indexOf('..')
  if (dots < 0) {
    const part = partOf(text, today)
    return typeof part === 'string' ? failed(part) : read(part.startMs, part.endMs)
  }
  const [first, last] = [text.slice(0, dots).trim(), text.slice(dots + 2).trim()]
  if (first === '' && last === '') return failed('bad-date')
  const from = first === '' ? open : partOf(first, today)
  const to = last === '' ? open : partOf(last, today)
  if (typeof from === 'string') return failed(from)
  if (typeof to === 'string') return failed(to)
  return from.startMs >= to.endMs ? failed('empty-range') : read(from.startMs, to.endMs)
}

const open: Period = { startMs: Number.NEGATIVE_INFINITY, endMs: Number.POSITIVE_INFINITY }
const read = (startMs: number, endMs: number): PeriodRead => ({ period: { startMs, endMs }, problem: null })
const failed = (problem: NonNullable<PeriodRead['problem']>): PeriodRead => ({ period: null, problem })

/** A year, a month or a day. */
function partOf(text: string, today: string): Period | 'bad-date' | 'impossible-date' {
  if (text === 'today' || text === 'yesterday') {
    const startMs = Date.parse(`${today}T00:00:00Z`) - (text === 'today' ? 0 : dayMs)
    return { startMs, endMs: startMs + dayMs }
  }
  const found = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text)
  if (!found) return 'bad-date'
  const [year, month, day] = [found[1], found[2], found[3]].map((one) =>
    one === undefined ? null : Number(one),
  )
  if (year === undefined || year === null) return 'bad-date'
  if (month === undefined || month === null) return { startMs: utc(year, 0, 1), endMs: utc(year + 1, 0, 1) }
  if (month < 1 || month > 12) return 'impossible-date'
  if (day === undefined || day === null)
    return { startMs: utc(year, month - 1, 1), endMs: utc(year, month, 1) }
  const startMs = utc(year, month - 1, day)
  // The thirtieth of February would be a day of March.
  return new Date(startMs).getUTCDate() === day ? { startMs, endMs: startMs + dayMs } : 'impossible-date'
}

/** `Date.UTC` takes the years from 0 to 99 for those of the last century. */
function utc(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day)
}
