/** Days, weeks and months as a person counts them: in their own time zone, from Monday on. Days are "2026-09-14". */
import type { PeriodUnit } from '../contract/progress-report.ts'

const dayMs = 86_400_000

/**
 * Tells the day of a moment in a time zone. Asked once a quarter of an hour at most: no zone in use is off by anything
 * finer, and asking takes its time.
 *
 * @param timeZone as `Intl` names it, "Europe/London"; one that is not known counts in UTC
 * @returns from UTC, ISO 8601, to the day
 */
export function daysIn(timeZone: string): (iso: string) => string {
  const format = formatFor(timeZone, { dateStyle: 'short' })
  const known = new Map<number, string>()
  return (iso) => {
    const quarter = Math.floor(Date.parse(iso) / 900_000)
    const day = known.get(quarter) ?? format.format(quarter * 900_000)
    known.set(quarter, day)
    return day
  }
}

/** An hour of a week as a person lives it: `hour` in [0, 23], `weekday` in [0, 6] from Monday on. */
export interface HourOfWeek {
  readonly hour: number
  readonly weekday: number
}

/** Tells the hour of a moment in a time zone, as `daysIn` tells the day. */
export function hoursIn(timeZone: string): (iso: string) => HourOfWeek {
  const format = formatFor(timeZone, { dateStyle: 'short', timeStyle: 'short' })
  const known = new Map<number, HourOfWeek>()
  return (iso) => {
    const quarter = Math.floor(Date.parse(iso) / 900_000)
    const before = known.get(quarter)
    if (before) return before
    const written = format.format(quarter * 900_000)
    const hour = Number(written.slice(11, 13))
    const one = { hour, weekday: weekdayOf(dayNumber(written.slice(0, 10))) }
    known.set(quarter, one)
    return one
  }
}

/** From Monday on: 1 January 1970 was a Thursday. */
const weekdayOf = (number: number): number => (((number + 3) % 7) + 7) % 7

/** Swedish writes a date, and a time after it, as ISO 8601 does. */
function formatFor(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone, ...options })
  } catch {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', ...options })
  }
}

/** Days since 1 January 1970: a day is counted, whatever hours it has. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs)
}

export function dayOfNumber(number: number): string {
  return new Date(number * dayMs).toISOString().slice(0, 10)
}

/** The first day of the day, week or month that a day is in. */
export function startOf(unit: PeriodUnit, day: string): string {
  if (unit === 'day') return day
  if (unit === 'month') return `${day.slice(0, 7)}-01`
  const number = dayNumber(day)
  return dayOfNumber(number - weekdayOf(number))
}

/** The first day of the next one, or of the one before with `step` -1. @param start as `startOf` gives it */
export function stepFrom(unit: PeriodUnit, start: string, step: 1 | -1): string {
  if (unit !== 'month') return dayOfNumber(dayNumber(start) + step * (unit === 'week' ? 7 : 1))
  const date = new Date(`${start}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + step)
  return date.toISOString().slice(0, 10)
}

const mostDays = 42
const mostWeeks = 52

/** Days for six weeks of work, weeks for a year, then months. */
export function unitFor(first: string, last: string): PeriodUnit {
  const days = dayNumber(last) - dayNumber(first) + 1
  if (days <= mostDays) return 'day'
  return days <= mostWeeks * 7 ? 'week' : 'month'
}
