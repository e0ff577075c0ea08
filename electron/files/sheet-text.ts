/** What the cells of spreadsheets are as text, and how rows of them are written as CSV. */

/** Dates in a spreadsheet are days since one of two days. */
export type DateSystem = 1900 | 1904

const dayMs = 86_400_000
/** The day before the first; 1900-02-29, which never was, is counted as a day. */
const beginnings: Readonly<Record<DateSystem, number>> = {
  1900: Date.UTC(1899, 11, 30),
  1904: Date.UTC(1904, 0, 1),
}
const lastSerial = 2_958_466

/**
 * A date as ISO 8601 without a zone: "2026-09-12", "2026-09-12T10:00:00", and "10:00:00" for a time of no day.
 *
 * @returns null for numbers that are no date there
 */
export function serialAsIso(serial: number, system: DateSystem): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial >= lastSerial) return null
  // Lotus took 1900 for a leap year, and so the first two months are a day late.
  const days = system === 1900 && serial < 60 ? serial + 1 : serial
  const ms = Math.round((days * dayMs) / 1000) * 1000
  const iso = new Date(beginnings[system] + ms).toISOString()
  if (serial < 1) return iso.slice(11, 19)
  return ms % dayMs === 0 ? iso.slice(0, 10) : iso.slice(0, 19)
}

/** Whether a number format shows a date or a time. */
export function isDateFormat(code: string): boolean {
  const bare = code
    .split(';', 1)[0]
    ?.replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
  if (bare === undefined || /^\s*(general|standard|@)\s*$/i.test(bare)) return false
  return /[ymdhs]/i.test(bare)
}

/** Number formats that are known by their number alone. @source ECMA-376 part 1, 18.8.30 */
export function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}

export interface NumberText {
  readonly text: string
  /** It had more digits than a spreadsheet keeps: the last are not what they were. */
  readonly isRounded: boolean
}

/** A number without exponent. What a spreadsheet adds after 15 digits (0.1 + 0.2) goes. */
export function numberText(written: string): NumberText {
  const trimmed = written.trim()
  const match = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/.exec(trimmed)
  if (match === null) return { text: trimmed, isRounded: false }
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  const digits = (whole + fraction).replace(/^0+/, '')
  if (digits === '') return { text: '0', isRounded: false }
  const point = whole.length + Number(exponent) - (whole.length + fraction.length - digits.length)
  if (Math.abs(point) > 400) return { text: trimmed, isRounded: false }
  const isWhole = point >= digits.replace(/0+$/, '').length
  if (isWhole && point > 15) {
    const text = sign + digits.padEnd(point, '0').slice(0, point)
    // Programs that are no spreadsheet write all digits; a spreadsheet has nothing but zeros after the fifteenth.
    return { text, isRounded: /[eE]/.test(trimmed) || /^0*$/.test(text.replace('-', '').slice(15)) }
  }
  return { text: sign + plainDigits(roundedTo15(digits, point)), isRounded: false }
}

interface Decimal {
  readonly digits: string
  /** Where the point is, counted from the first digit. */
  readonly point: number
}

function roundedTo15(digits: string, point: number): Decimal {
  if (digits.length <= 15) return { digits, point }
  const rounded = (BigInt(digits.slice(0, 16)) + 5n) / 10n
  const text = String(rounded)
  return { digits: text, point: text.length > 15 ? point + 1 : point }
}

function plainDigits({ digits, point }: Decimal): string {
  if (point >= digits.length) return digits.padEnd(point, '0')
  const fraction = (point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits).replace(/0+$/, '')
  const whole = point > 0 ? digits.slice(0, point) : '0'
  return fraction === '' ? whole : `${whole}.${fraction}`
}

/** Rows as CSV with commas. Rows that are not there are blank lines, so that a row's number is the sheet's own. */
export function createRowWriter() {
  let next = 1
  let widest = 0
  return {
    /** The first line of all: nobody has to guess the comma. It is no row. */
    start: 'sep=,\n',
    /** @param row 1-based; one that is not after the last is taken as the one after it */
    row(row: number, cells: readonly string[]): string {
      let filled = cells.length
      while (filled > 0 && (cells[filled - 1] ?? '') === '') filled -= 1
      const blanks = Math.max(0, Math.min(row, mostRows) - next)
      next += blanks + 1
      if (filled === 0) return '\n'.repeat(blanks + 1)
      // Spreadsheets leave out the empty cells at the end of a row: they are as many as elsewhere.
      widest = Math.max(widest, filled)
      let line = ''
      for (let column = 0; column < widest; column++)
        line += (column === 0 ? '' : ',') + quoted(cells[column] ?? '')
      return `${'\n'.repeat(blanks)}${widest === 1 && line === '' ? '""' : line}\n`
    },
  }
}

/** Of any spreadsheet, and room to spare. */
const mostRows = 4_000_000

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** "C" is 2; -1 for what is no column. */
export function columnIndex(reference: string): number {
  let index = 0
  for (const letter of /^[A-Za-z]{1,3}/.exec(reference)?.[0].toUpperCase() ?? '')
    index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}

/** The widest sheet of any spreadsheet. */
export const mostColumns = 16_384
