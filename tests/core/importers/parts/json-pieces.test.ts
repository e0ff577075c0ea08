import { describe, expect, test } from 'vitest'
import { createJsonPieces, type PieceOptions } from '../../../../core/importers/parts/json-pieces.ts'

function cutBy(text: string, options: PieceOptions, size = Math.max(1, text.length)) {
  const reader = createJsonPieces(options)
  const found: (readonly [string, string])[] = []
  const take = (pieces: ReturnType<typeof reader.read>) => {
    for (const piece of pieces) found.push([piece.path.join('.'), piece.text])
  }
  for (let from = 0; from < text.length; from += size) take(reader.read(text.slice(from, from + size)))
  const { pieces, ended } = reader.end()
  take(pieces)
  return { found, ended }
}

describe('pieces of JSON', () => {
  const text = `{ "about": {"a": [1, "]}"]}, "n": 3,
    "chats": {"list": [ {"name": "Fern \\"ward\\" 👏", "messages": [{"id": 1}, [ 2 ], "t\\\\", -3.5e2, true, null]}, {"messages": []},
    {"name": "\\u0061", "messages": [{"{": "}"}]}]}, "__proto__": {"messages": [7]}, "": [8]}`

  test('are those at the places named, as they are written, wherever chunks end', () => {
    const options = { places: ['chats.list.*.messages.*', 'chats.list.*.name', 'n'] }
    const expected = cutBy(text, options)
    expect(expected).toEqual({
      found: [
        ['n', '3'],
        ['chats.list.0.name', '"Fern \\"ward\\" 👏"'],
        ['chats.list.0.messages.0', '{"id": 1}'],
        ['chats.list.0.messages.1', '[ 2 ]'],
        ['chats.list.0.messages.2', '"t\\\\"'],
        ['chats.list.0.messages.3', '-3.5e2'],
        ['chats.list.0.messages.4', 'true'],
        ['chats.list.0.messages.5', 'null'],
        ['chats.list.2.name', '"\\u0061"'],
        ['chats.list.2.messages.0', '{"{": "}"}'],
      ],
      ended: 'whole',
    })
    for (let size = 1; size <= text.length; size += 1)
      expect(cutBy(text, options, size), `pieces of ${size}`).toEqual(expected)
  })

  test('at a place inside another are found only where the other is not', () => {
    expect(cutBy('{"a":{"b":1},"c":{"b":2}}', { places: ['a', '*.b'] }).found).toEqual([
      ['a', '{"b":1}'],
      ['c.b', '2'],
    ])
  })

  test('may be under any key, also those that all objects have', () => {
    expect(cutBy(text, { places: ['__proto__.messages.*', 'constructor'] }).found).toEqual([
      ['__proto__.messages.0', '7'],
    ])
    expect(Object.hasOwn(Object.prototype, 'messages')).toBe(false)
  })

  test('of several documents, one after the other, are all found', () => {
    expect(cutBy('{"a":1}\n{"a":2} 3', { places: [''] })).toEqual({
      found: [
        ['', '{"a":1}'],
        ['', '{"a":2}'],
        ['', '3'],
      ],
      ended: 'whole',
    })
  })

  test.each([1, 3, 1000])(
    'stand behind a beginning that is passed over and never run, in chunks of %i',
    (size) => {
      const code = 'window.YTD.tweets.part0 = [ {"id":"1"}, {"id":"2"} ];\n'
      expect(cutBy(code, { places: ['*'], skipsPrefix: true }, size)).toMatchObject({
        found: [
          ['0', '{"id":"1"}'],
          ['1', '{"id":"2"}'],
        ],
        ended: 'whole',
      })
    },
  )

  test('that are cut off are not given as if they were whole', () => {
    for (const rest of ['[{"a":1},{"b"', '[{"a":1},"tex', '[{"a":1},12', '[{"a":1},', '[{"a":1}'])
      expect(cutBy(rest, { places: ['*'] }), rest).toEqual({ found: [['0', '{"a":1}']], ended: 'cut-off' })
  })

  test.each(['[1}', '{"a" 1}', '{1:2}', '[1 2]', ']', '{"a":1}]'])(
    'of what is damaged, %s, end where it is',
    (damaged) => {
      expect(cutBy(damaged, { places: ['*'] }).ended).toBe('damaged')
      expect(cutBy(damaged, { places: ['*'] }, 1)).toEqual(cutBy(damaged, { places: ['*'] }))
    },
  )

  test('are found two hundred thousand brackets deep, and around them', () => {
    const deep = `[${'['.repeat(200_000)}${']'.repeat(200_000)},{"a":1}]`
    const { found, ended } = cutBy(deep, { places: ['*'] }, 65_536)
    expect([found.length, found[0]?.[1].length, found[1]?.[1], ended]).toEqual([
      2,
      400_000,
      '{"a":1}',
      'whole',
    ])
    expect(cutBy(deep, { places: ['*.*.*'] }, 65_536).ended).toBe('whole')
  })

  test('longer than the longest are empty and are not held', () => {
    const reader = createJsonPieces({ places: ['*'], longest: 1000 })
    expect(reader.read('[{"a":"')).toEqual([])
    // A hundred million characters, a hundred thousand at a time.
    const chunk = 'x'.repeat(100_000)
    for (let round = 0; round < 1000; round += 1) expect(reader.read(chunk).length).toBe(0)
    expect(reader.read('"},{"b":2}]').map(({ text: own }) => own)).toEqual(['', '{"b":2}'])
    expect(reader.end().ended).toBe('whole')
  })
})
