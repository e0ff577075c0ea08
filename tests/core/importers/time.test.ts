import { describe, expect, test } from 'vitest'
import type { DateOrder } from '../../../core/records.ts'
import { dateShape, epochUnit, parseTime } from '../../../core/time.ts'

describe('a time', () => {
  test.each([
    ['2026-09-12T18:42:05Z', 'dmy', '2026-09-12T18:42:05.000Z'],
    ['2026-09-12T18:42:05.1234567+02:00', 'dmy', '2026-09-12T16:42:05.123Z'],
    ['2021-08-10T18:45:03+0000', 'dmy', '2021-08-10T18:45:03.000Z'],
    ['2026-09-12T00:10:00-05', 'dmy', '2026-09-12T05:10:00.000Z'],
    ['2026-09-12 18:42', 'mdy', '2026-09-12T18:42:00.000Z'],
    ['2026-09-12', 'mdy', '2026-09-12T00:00:00.000Z'],
    ['2026/9/2 8:05', 'mdy', '2026-09-02T08:05:00.000Z'],
    ['2014-05-19 18:11:40 UTC', 'dmy', '2014-05-19T18:11:40.000Z'],
    ['1658934589', 'dmy', '2022-07-27T15:09:49.000Z'],
    ['1658934589.25', 'dmy', '2022-07-27T15:09:49.250Z'],
    ['1658934589213', 'dmy', '2022-07-27T15:09:49.213Z'],
    ['03/04/2026 18:42', 'dmy', '2026-04-03T18:42:00.000Z'],
    ['03/04/2026 18:42:07', 'mdy', '2026-03-04T18:42:07.000Z'],
    ['3/4/2026, 6:42:07 PM', 'mdy', '2026-03-04T18:42:07.000Z'],
    ['3/4/2026 12:05 a.m.', 'mdy', '2026-03-04T00:05:00.000Z'],
    ['12.09.26', 'dmy', '2026-09-12T00:00:00.000Z'],
    ['12.09.98', 'dmy', '1998-09-12T00:00:00.000Z'],
    ['26-09-12', 'ymd', '2026-09-12T00:00:00.000Z'],
    ['Sat Dec 06 18:20:30 +0000 2025', 'dmy', '2025-12-06T18:20:30.000Z'],
    ['Sat, 06 Dec 2025 18:20:30 -0130', 'dmy', '2025-12-06T19:50:30.000Z'],
    ['Wed Jul 27 2022 22:09:49 GMT+0100 (British Summer Time)', 'dmy', '2022-07-27T21:09:49.000Z'],
    ['12 September 2026, 18:42', 'dmy', '2026-09-12T18:42:00.000Z'],
    ['Sept 12, 2026 at 6:42\u202fPM', 'dmy', '2026-09-12T18:42:00.000Z'],
    // As Google Forms writes them.
    ['2026/09/12 6:42:07 PM GMT+1', 'ymd', '2026-09-12T17:42:07.000Z'],
    ['2026/09/12 6:42:07 am GMT-3:30', 'ymd', '2026-09-12T10:12:07.000Z'],
    ['2026/09/12 6:42:07 p. m. EST', 'ymd', '2026-09-12T23:42:07.000Z'],
    ['2026/09/12 6:42:07 AM CEST', 'ymd', '2026-09-12T04:42:07.000Z'],
    ['29/02/2024', 'dmy', '2024-02-29T00:00:00.000Z'],
  ] satisfies [string, DateOrder, string][])('%s (%s) is %s', (value, order, expected) => {
    expect(parseTime(value, order)).toBe(expected)
  })

  test.each([
    ['Tue Aug 30 17:21:58 WIB 2016', 'dmy'],
    ['2026-09-12 18:42 (WIB)', 'dmy'],
    ['31/04/2026', 'dmy'],
    ['29/02/2026', 'dmy'],
    ['12/31/2026', 'dmy'],
    ['31/12/2026', 'mdy'],
    ['03/04/2026', 'ymd'],
    ['2026-13-01', 'dmy'],
    ['2026-09-12 25:00', 'dmy'],
    ['2026-09-12 18:60', 'dmy'],
    ['13:00 PM 2026-09-12', 'dmy'],
    ['yesterday', 'dmy'],
    ['5', 'dmy'],
    ['26.5K', 'dmy'],
    ['0000-00-00 00:00:00', 'dmy'],
    ['', 'dmy'],
    ['1'.repeat(100_000), 'dmy'],
  ] satisfies [string, DateOrder][])('cannot be read for certain from %s (%s)', (value, order) => {
    expect(parseTime(value, order)).toBeNull()
  })

  test('has an order that only some dates give away', () => {
    expect(dateShape('31/04/2026 10:00')).toBe('day-first')
    expect(dateShape('04/31/2026')).toBe('month-first')
    expect(dateShape('03.04.26')).toBe('either')
    expect(dateShape('2026-04-03T10:00')).toBe('year-first')
    expect(dateShape('18834')).toBeNull()
  })

  test('since 1970 is in seconds or milliseconds by its length', () => {
    expect(epochUnit('1658934589')).toBe('seconds')
    expect(epochUnit('1658934589213')).toBe('milliseconds')
    expect(epochUnit('18834')).toBeNull()
  })
})
