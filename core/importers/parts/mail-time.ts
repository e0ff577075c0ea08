/** The time of a message as UTC. @source RFC 5322, 3.3 and 4.3; RFC 4155 for the time in a "From " line */
import { parseTime } from '../../time.ts'

/** Names of zones that the standard still knows; all others mean several. */
const zones: Readonly<Record<string, string>> = {
  UT: '+0000',
  Z: '+0000',
  EST: '-0500',
  EDT: '-0400',
  CST: '-0600',
  CDT: '-0500',
  MST: '-0700',
  MDT: '-0600',
  PST: '-0800',
  PDT: '-0700',
}

/** @returns null where the date, or its zone, is not certain */
export function readMailTime(written: string): string | null {
  const plain = written
    .replace(/\([^()]{0,60}\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ ([A-Z]{1,3})$/, (all, name: string) =>
      Object.hasOwn(zones, name) ? ` ${zones[name] ?? ''}` : all,
    )
    // A year of two figures, as it was written until the nineties.
    .replace(
      /^((?:[a-z]{3}, ?)?\d{1,2} [a-z]{3}) (\d\d)(?= )/i,
      (_, day: string, year: string) => `${day} ${Number(year) < 50 ? '20' : '19'}${year}`,
    )
  return parseTime(plain, 'dmy') ?? fromLineTime(plain)
}

/** "Sat Sep 12 18:42:07 2026", by convention UTC where no zone follows. */
function fromLineTime(plain: string): string | null {
  const match =
    /(?:mon|tue|wed|thu|fri|sat|sun) ([a-z]{3}) (\d{1,2}) (\d{1,2}:\d\d(?::\d\d)?)( [+-]\d{4})? (\d{4})( [+-]\d{4})?$/i.exec(
      plain,
    )
  if (match === null) return null
  const [, month = '', day = '', clock = '', before = '', year = '', after = ''] = match
  return parseTime(`${day} ${month} ${year} ${clock}${before || after}`, 'dmy')
}
