import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseReference, referenceOf, uidsOf } from '../../../core/letters/reference.ts'

const uid = fc.stringMatching(/^[0-9a-f]{32}$/)
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

test('a reference is short, and holds no sign that is taken for another', () => {
  fc.assert(
    fc.property(uid, (id) => {
      expect(referenceOf(id)).toMatch(/^FH-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    }),
  )
  expect(referenceOf('0'.repeat(32))).toBe('FH-0000-0000')
})

test('the last bit that a reference is made of still tells two decisions apart', () => {
  expect(referenceOf('a7c31f042'.padEnd(32, '0'))).not.toBe(referenceOf('a7c31f040'.padEnd(32, '0')))
})

test('a reference is read back however carelessly it was written', () => {
  fc.assert(
    fc.property(uid, (id) => {
      const reference = referenceOf(id)
      const careless = [
        reference.toLowerCase(),
        reference.replaceAll('-', ' '),
        reference.slice(3),
        reference.replaceAll('-', '–').replaceAll('0', 'o').replaceAll('1', 'l'),
        ` ${reference.replaceAll('-', '')}. `,
      ]
      for (const typed of careless) expect(parseReference(typed)).toEqual({ kind: 'reference', reference })
    }),
  )
})

test('every single wrong sign is found', () => {
  fc.assert(
    fc.property(uid, fc.nat(7), fc.nat(31), (id, place, other) => {
      const plain = [...referenceOf(id).slice(3).replace('-', '')]
      fc.pre(plain[place] !== signs[other])
      plain[place] = signs[other] ?? ''
      expect(parseReference(plain.join(''))).toEqual({ kind: 'mistyped' })
    }),
  )
})

test('any two signs that changed places are found', () => {
  fc.assert(
    fc.property(uid, fc.nat(7), fc.nat(7), (id, one, other) => {
      const plain = [...referenceOf(id).slice(3).replace('-', '')]
      fc.pre(plain[one] !== plain[other])
      ;[plain[one], plain[other]] = [plain[other] ?? '', plain[one] ?? '']
      expect(parseReference(plain.join(''))).toEqual({ kind: 'mistyped' })
    }),
  )
})

test('what is too short, too long or no reference at all is told apart', () => {
  expect(parseReference('FH-7K3M-92Q')).toEqual({ kind: 'length', count: 7, of: 8 })
  expect(parseReference('')).toEqual({ kind: 'length', count: 0, of: 8 })
  expect(parseReference('FH-7K3M-92QUX')).toEqual({ kind: 'sign', sign: 'U' })
  expect(parseReference('FH-7K3M-92Q😀')).toEqual({ kind: 'sign', sign: '😀' })
})

test('a reference that begins with the letters of the prefix is not taken for one without', () => {
  expect(parseReference('FHFH0000').kind).not.toBe('length')
})

test('a reference leads back to the uid it was made from, and to no other in its neighbourhood', () => {
  fc.assert(
    fc.property(uid, uid, (id, other) => {
      const { from, before } = uidsOf(referenceOf(id))
      expect(id >= from && id < before).toBe(true)
      expect(other >= from && other < before).toBe(referenceOf(other) === referenceOf(id))
    }),
  )
  const { from, before } = uidsOf(referenceOf('f'.repeat(32)))
  expect('f'.repeat(32) >= from && 'f'.repeat(32) < before).toBe(true)
})
