import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressesIn, hostLook } from '../../../core/text/addresses.ts'
import { unpuny } from '../../../core/text/punycode.ts'

test.each([
  ['see https://lowgate.example/report.', ['https://lowgate.example/report']],
  ['(see www.lowgate.example/a_(b)) now', ['https://www.lowgate.example/a_(b)']],
  ['http://a.example,http://b.example!', ['http://a.example,http://b.example']],
  ['“https://a.example”', ['https://a.example']],
  ['https://пример.example/x', ['https://пример.example/x']],
  ['https://a.example/\u202etxt', ['https://a.example/\u202etxt']],
  ['javascript:alert(1) file:///etc/passwd data:text/html,hi', []],
  ['www. and http:// and https://nodot mail@www.a.example', []],
  ['https://user:pass@a.example/?q=1#x', ['https://user:pass@a.example/?q=1#x']],
])('in %j the addresses are %j', (text, expected) => {
  expect(addressesIn(text).map(({ href }) => href)).toEqual(expected)
})

test('an address stands in the text as it is written, and opens only in a browser', () => {
  const web = fc.stringMatching(/^[a-z]{1,8}\.example(\/[a-z().,]{0,10})?$/)
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          web.map((one) => `https://${one}`),
        ),
      ),
      (parts) => {
        const text = parts.join(' ')
        let at = 0
        for (const { start, end, href } of addressesIn(text)) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          expect(href.endsWith(text.slice(start, end))).toBe(true)
          expect(href).toMatch(/^https?:\/\//i)
          at = end
        }
      },
    ),
  )
})

// The second is a sample string of RFC 3492, section 7.1 (B).
test.each([
  ['xn--bcher-kva', 'bücher'],
  ['xn--ihqwcrb4cv8a8dqg056pqjye', '他们为什么不说中文'],
  ['xn--80ak6aa92e', 'аррӏе'],
  ['plain', 'plain'],
  ['xn--', ''],
  ['xn--9999999999999999999999', 'xn--9999999999999999999999'],
])('the host label %s is %s to a person', (label, shown) => {
  expect(unpuny(label)).toBe(shown)
})

test('no label breaks the reading of names', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9-]{0,60}$/), (label) => {
      expect(unpuny(`xn--${label}`).isWellFormed()).toBe(true)
    }),
  )
})

test.each([
  ['lowgate.example', 'lowgate.example', false],
  ['xn--bcher-kva.example', 'bücher.example', false],
  ['xn--e1afmkfd.example', 'пример.example', false],
  ['xn--80ak6aa92e.com', 'аррӏе.com', true],
])('of the host %s it says %s, deceptive: %s', (ascii, shown, isDeceptive) => {
  expect(hostLook(ascii)).toEqual({ ascii, shown, isDeceptive })
})
