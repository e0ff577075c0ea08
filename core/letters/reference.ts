/** The short reference of a decision, to be written on paper and read out on the telephone. */

/** Crockford's 32 signs: no I, L, O or U, which are taken for others or make words. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const dataSigns = 7
const prefix = 'FH'

/** What somebody typed as a reference. */
export type TypedReference =
  | { readonly kind: 'reference'; readonly reference: string }
  /** Too short or too long; `count` of its signs, of `of` that there should be. */
  | { readonly kind: 'length'; readonly count: number; readonly of: number }
  /** A sign that is in no reference. */
  | { readonly kind: 'sign'; readonly sign: string }
  /** Every sign could be in one, but not all of them together: at least one was mistyped, or two changed places. */
  | { readonly kind: 'mistyped' }

/**
 * "FH-7K3M-92QD": seven signs from the beginning of the uid, and one to check them by.
 *
 * @param uid of a decision, 32 hex digits
 */
export function referenceOf(uid: string): string {
  const bits = BigInt(`0x${uid.slice(0, 9)}`) >> 1n
  const data = Array.from({ length: dataSigns }, (_, at) =>
    Number((bits >> BigInt(5 * (dataSigns - 1 - at))) & 31n),
  )
  return written([...data, checkOf(data)])
}

/** The uids that a reference is made from: all from `from` on that come before `before`. */
export function uidsOf(reference: string): { readonly from: string; readonly before: string } {
  const bits = [...reference.slice(prefix.length).replaceAll('-', '')]
    .slice(0, dataSigns)
    .reduce((sum, sign) => sum * 32n + BigInt(signs.indexOf(sign)), 0n)
  const nine = (value: bigint) => value.toString(16).padStart(9, '0')
  // "g" comes after every hex digit.
  return { from: nine(bits << 1n), before: `${nine((bits << 1n) | 1n)}g` }
}

/** Small letters, blanks, missing hyphens and a missing "FH" are no mistakes, nor are O for 0 and I or L for 1. */
export function parseReference(typed: string): TypedReference {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}._]/gu, '')
  const body = [...(plain.startsWith(prefix) && plain.length !== dataSigns + 1 ? plain.slice(2) : plain)]
  const read = body.map((sign) => ({ O: '0', I: '1', L: '1' })[sign] ?? sign)
  const wrong = body.find((_, at) => !signs.includes(read[at] ?? ''))
  if (wrong !== undefined) return { kind: 'sign', sign: wrong }
  if (read.length !== dataSigns + 1) return { kind: 'length', count: read.length, of: dataSigns + 1 }
  const values = read.map((sign) => signs.indexOf(sign))
  const isRight = checkOf(values.slice(0, dataSigns)) === values[dataSigns]
  return isRight ? { kind: 'reference', reference: written(values) } : { kind: 'mistyped' }
}

function written(values: readonly number[]): string {
  const text = values.map((value) => signs[value] ?? '').join('')
  return `${prefix}-${text.slice(0, 4)}-${text.slice(4)}`
}

/**
 * The sum of the signs, each times another power of 2 in the field of 32: a single wrong sign changes it, and so do any
 * two that change places.
 */
function checkOf(values: readonly number[]): number {
  return values.reduce((sum, value) => twice(sum ^ value), 0)
}

/** Times 2 in GF(32), modulo x^5 + x^2 + 1. */
const twice = (value: number): number => (value & 16 ? ((value << 1) & 31) ^ 5 : value << 1)
