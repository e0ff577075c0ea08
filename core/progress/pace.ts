/** When the rest is done, if it goes on as in the last days. */
import type { Pace } from '../contract/progress-report.ts'
import { dayNumber, dayOfNumber } from './calendar.ts'

const mostActiveDays = 5
const fewestActiveDays = 2
/** Further ahead than this a day on the calendar promises too much. */
const mostDaysAhead = 730

/**
 * The pace of the latest days with a decision, at most five, with the days between them and up to today counted: who
 * works Tuesdays only is done on a Tuesday some weeks away.
 *
 * @param byDay decisions by day
 * @param left comments without a decision
 */
export function paceOf(byDay: ReadonlyMap<string, number>, today: string, left: number): Pace | null {
  const active = [...byDay].filter(([day, n]) => n > 0 && day <= today).sort(([a], [b]) => (a < b ? -1 : 1))
  const latest = active.slice(-mostActiveDays)
  const first = latest[0]
  if (left <= 0 || first === undefined || latest.length < fewestActiveDays) return null
  const days = dayNumber(today) - dayNumber(first[0]) + 1
  const perDay = latest.reduce((sum, [, n]) => sum + n, 0) / days
  const ahead = Math.ceil(left / perDay)
  if (ahead > mostDaysAhead) return null
  return { activeDays: latest.length, perDay, doneOn: dayOfNumber(dayNumber(today) + ahead) }
}
