/** Reads the counts that exports hold. */

export interface Figure {
  readonly value: number | null
  /** Why the value is absent, or only about right. */
  readonly doubt: 'bad-number' | 'rounded-number' | null
}

const unknown: Figure = { value: null, doubt: null }
const times: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 }

/** "61", "1,204", the "61.0" of statistics programs; "26.5K" is about 26 500. Blanks and null are unknown, not 0. */
export function readFigure(written: number | string | null | undefined): Figure {
  if (written === null || written === undefined) return unknown
  if (typeof written === 'number') {
    return Number.isSafeInteger(written)
      ? { value: written, doubt: null }
      : { value: null, doubt: 'bad-number' }
  }
  const text = written.trim()
  if (text === '') return unknown
  if (/^-?(\d+|\d{1,3}(,\d{3})+)(\.0+)?$/.test(text)) {
    const value = Number(text.replaceAll(',', ''))
    return Number.isSafeInteger(value) ? { value, doubt: null } : { value: null, doubt: 'bad-number' }
  }
  const short = /^(\d{1,4}(?:[.,]\d{1,2})?)\s?([kmb])$/i.exec(text)
  if (short === null) return { value: null, doubt: 'bad-number' }
  const [, digits = '', letter = ''] = short
  const value = Math.round(Number(digits.replace(',', '.')) * (times[letter.toLowerCase()] ?? 1))
  return { value, doubt: 'rounded-number' }
}
