import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { standardCodebook } from '../../../core/labels.ts'
import { hitsIn } from '../../../core/queue/hits.ts'
import { parseQuery } from '../../../core/queue/query.ts'

const hits = (typed: string, text: string) =>
  hitsIn(text, parseQuery(typed, { codebook: standardCodebook, today: '2026-09-14' })).map(({ start, end }) =>
    text.slice(start, end),
  )

describe('words that were searched for', () => {
  test.each([
    ['report ', 'The report is late. REPORT it.', ['report', 'REPORT']],
    ['repo', 'Reports and a repo', ['Reports', 'repo']],
    ['rep ', 'Reports and a rep', ['rep']],
    ['"fern ward"', 'Fern ward, fern-ward; ward fern', ['Fern ward', 'fern-ward']],
    ['cafe ', 'Café, CAFÉ and cafés', ['Café', 'CAFÉ']],
    ['naïve ', 'naive', ['naive']],
    ['-report delay ', 'report delay', ['delay']],
    ['report OR delay ', 'delay, report', ['delay', 'report']],
    ['母亲', '我的母亲在病房。母亲', ['母亲', '母亲']],
    ['label:troll ', 'troll', []],
    ["don't ", 'I don’t, you don t', ['don’t', 'don t']],
    ['İstanbul ', 'İstanbul', ['İstanbul']],
  ])('%s in %s', (typed, text, expected) => expect(hits(typed, text)).toEqual(expected))

  test('are in order, within the text and never over each other', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (text, typed) => {
          let before = 0
          for (const { start, end } of hitsIn(
            text,
            parseQuery(typed, { codebook: standardCodebook, today: '2026-09-14' }),
          )) {
            expect(start).toBeGreaterThanOrEqual(before)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
            before = end
          }
        },
      ),
    )
  })
})
