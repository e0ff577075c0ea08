/** Tells whether a column holds times, and in which order its dates are written. */
import type { DateOrder } from '../records.ts'
import type { Sketch } from './sketch.ts'

/** At least four in five of its values can be read as times. */
export function isTime(sketch: Sketch): boolean {
  return sketch.looked > 0 && sketch.kinds.times / sketch.looked >= 0.8
}

/** The order by which most rows can be read; day first where either would do. */
export function guessDateOrder({ dates }: Sketch): DateOrder {
  if (dates['month-first'] > dates['day-first']) return 'mdy'
  if (dates['day-first'] > 0 || dates.either > 0) return 'dmy'
  return dates['year-first'] > 0 ? 'ymd' : 'dmy'
}

/** What speaks for the order chosen: "day first: 31 rows fit no other way". */
export function whyTime({ dates, kinds }: Sketch, order: DateOrder): string {
  if (kinds.serials > kinds.times) return 'days since 1900, as spreadsheets count'
  if (kinds.milliseconds > kinds.seconds) return 'milliseconds since 1970'
  if (kinds.seconds > 0) return 'seconds since 1970'
  const figures = dates['day-first'] + dates['month-first'] + dates.either
  if (figures === 0) return dates['year-first'] > 0 ? 'year first' : 'every one can be read as a time'
  if (order === 'ymd') return 'year first'
  const [words, sure] =
    order === 'dmy' ? ['day first', dates['day-first']] : ['month first', dates['month-first']]
  if (sure === 0) return `${words}, but no row tells: please check`
  return `${words}: ${sure.toLocaleString('en-GB')} ${sure === 1 ? 'row fits' : 'rows fit'} no other way`
}
