import { describe, expect, test } from 'vitest'
import { at } from '../../../../core/importers/parts/json-exact.ts'
import { parseJsonPrefix } from '../../../../core/importers/parts/json-prefix.ts'

describe('the beginning of a JSON text', () => {
  const text =
    '{"kind":"a","list":[{"id":1,"text":"Fern \\"ward\\", 👏"},{"id":2,"deep":{"a":[1,2,{"b":null}]}}],"n":12.5}'

  test('is what is whole of it, wherever it is cut off', () => {
    expect(parseJsonPrefix(text)).toEqual(JSON.parse(text))
    for (let length = 1; length < text.length; length += 1) {
      const value = parseJsonPrefix(text.slice(0, length))
      expect(value, text.slice(0, length)).toBeTypeOf('object')
      const kind = at(value, 'kind')
      expect(kind === undefined || kind === 'a').toBe(true)
      const id = at(value, 'list', '0', 'id')
      expect(id === undefined || id === 1).toBe(true)
    }
  })

  test('is no number that may have gone on', () => {
    expect(parseJsonPrefix('[1,23')).toEqual([1])
    expect(parseJsonPrefix('{"a":1,"b":2')).toEqual({ a: 1 })
  })

  test('of lines is the first of them', () => {
    expect(parseJsonPrefix('{"a":1}\n{"a":2}\n')).toEqual({ a: 1 })
  })

  test.each(['', 'words', '"text"', '12', '[}', '{"a":1]', '{a:1}', '<a>'])(
    'is nothing for “%s”',
    (other) => {
      expect(parseJsonPrefix(other)).toBeUndefined()
    },
  )

  test('keeps long ids as they are written, and makes nobody’s prototype', () => {
    expect(parseJsonPrefix('[{"id":1234567890123456789,"a":"')).toEqual([{ id: '1234567890123456789' }])
    const value = parseJsonPrefix('{"__proto__":{"polluted":1},"a":[')
    expect(at(value, '__proto__', 'polluted')).toBe(1)
    expect('polluted' in {}).toBe(false)
  })

  test('nested without end takes no time', () => {
    const began = performance.now()
    parseJsonPrefix('['.repeat(65_536))
    parseJsonPrefix('{"a":'.repeat(13_000))
    parseJsonPrefix(`[${'1,'.repeat(32_000)}`)
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})
