/** What must hold for every table, tried on tables that chance makes. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ExportRow } from '../../../core/exporters/columns.ts'
import { exporterFor } from '../../../core/exporters/index.ts'
import { headOf } from '../../../core/importers/head.ts'
import { guessLayout } from '../../../core/importers/index.ts'
import { inspect } from '../../../core/importers/inspect.ts'
import type { ImportedComment, Reading } from '../../../core/records.ts'
import { csvReading, inPieces, readComments } from './reading.ts'

/** What a comment is made of: other scripts, emoji, quotes, delimiters, line breaks, and blanks at its ends. */
const piece = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '"',
    '""',
    "'",
    ',',
    ';',
    '\t',
    '|',
    '\n',
    '\\',
    '\\"',
    '🙄',
    'سلمى',
    '東京',
    'é',
    ' ',
    '=1+1',
    '“a”',
  ),
)
const text = fc
  .array(piece, { minLength: 1, maxLength: 6 })
  .map((parts) => `w${parts.join('')}`.replace(/[\r\0]/g, ''))
const row = fc.record({
  author: fc.constantFrom('Ann', 'Bo, jr', 'سلمى', '“Q”'),
  text,
  day: fc.integer({ min: 1, max: 28 }),
})
const rows = fc.array(row, { minLength: 1, maxLength: 12 })
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never

const reading: Reading = {
  ...csvReading,
  columns: { id: 'id', author: 'author', time: 'posted', text: 'text' },
}
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const names = ['id', 'author', 'posted', 'text']
const cellsOf = ({ author, text: words, day }: Row, id: number) => [
  String(1000 + id),
  author,
  `2026-09-${String(day).padStart(2, '0')}`,
  words,
]

interface Writing {
  readonly lineEnd?: string
  readonly delimiter?: string
  readonly bom?: boolean
}

function csvOf(
  list: readonly (readonly string[])[],
  { lineEnd = '\n', delimiter = ',', bom = false }: Writing = {},
): string {
  const lines = [names, ...list].map((cells) => cells.map(quoted).join(delimiter))
  return `${bom ? '\uFEFF' : ''}${lines.join(lineEnd)}${lineEnd}`
}

async function read(file: string, given: Reading = reading, size = 50): Promise<readonly ImportedComment[]> {
  return (await readComments(file, given, size)).comments
}

/** A comment without its place in the file. */
const essence = ({ row: _, raw: __, ...comment }: ImportedComment) => comment
const essences = (comments: readonly ImportedComment[]) => comments.map(essence)
const byKey = (comments: readonly ImportedComment[]) =>
  essences(comments).toSorted((one, other) => (one.key < other.key ? -1 : 1))

describe('the same comments come', () => {
  test('of the rows in any order', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.infiniteStream(fc.nat()), async (list, chance) => {
        const cells = list.map(cellsOf)
        const shuffled = cells
          .map((one) => ({ one, at: chance.next().value }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one)
        expect(byKey(await read(csvOf(shuffled)))).toEqual(byKey(await read(csvOf(cells))))
      }),
    )
  })

  test('of a file cut into two', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(12), async (list, at) => {
        const cells = list.map(cellsOf)
        const parts = [...(await read(csvOf(cells.slice(0, at)))), ...(await read(csvOf(cells.slice(at))))]
        expect(essences(parts)).toEqual(essences(await read(csvOf(cells))))
      }),
    )
  })

  test('with CRLF or LF, a mark or none, any delimiter, in pieces of any size', async () => {
    const writing = fc.record({
      lineEnd: fc.constantFrom('\n', '\r\n'),
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      bom: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(rows, writing, fc.integer({ min: 1, max: 200 }), async (list, how, size) => {
        const cells = list.map(cellsOf)
        const delimiter = how.delimiter as Reading['delimiter']
        const found = await read(csvOf(cells, how), { ...reading, delimiter }, size)
        expect(found).toEqual(await read(csvOf(cells)))
        expect(found.map((one) => one.text)).toEqual(list.map((one) => one.text))
      }),
    )
  })

  test('of JSON Lines and of a JSON document, pretty or not', async () => {
    const columns = { id: 'id', author: 'author', time: 'posted', text: 'text' }
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: 99 }),
        async (list, indent, size) => {
          const cells = list.map(cellsOf)
          const objects = cells.map((one) =>
            Object.fromEntries(names.map((name, place) => [name, one[place] ?? ''])),
          )
          const lines = objects.map((one) => `${JSON.stringify(one)}\n`).join('')
          const expected = essences(await read(csvOf(cells)))
          expect(essences(await read(lines, { ...reading, format: 'jsonl', columns }, size))).toEqual(
            expected,
          )
          const document = JSON.stringify({ data: objects }, null, indent)
          expect(essences(await read(document, { ...reading, format: 'json', columns }, size))).toEqual(
            expected,
          )
        },
      ),
    )
  })

  test('by the layout that is guessed', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(',', ';', '\t', '|'), async (list, delimiter) => {
        const file = csvOf(list.map(cellsOf), { delimiter })
        const layout = guessLayout(headOf({ name: 'c.csv', folder: '', text: file, isWhole: true }))
        const found = await read(file, { ...reading, ...layout })
        expect(found.map((one) => one.text)).toEqual(list.map((one) => one.text))
      }),
    )
  })
})

describe('what was exported comes back', () => {
  const exported = (one: Row, id: number): ExportRow => ({
    id: String(1000 + id),
    sourceId: null,
    thread: 'ward',
    threadTitle: 'A, “ward”',
    parent: id % 3 === 2 ? String(999 + id) : null,
    author: one.author,
    time: `2026-09-${String(one.day).padStart(2, '0')}T10:00:00.000Z`,
    text: one.text,
    label: null,
    status: null,
    proposedLabel: null,
    agreedBy: null,
    isOneSitting: null,
    decidedBy: null,
    decidedAt: null,
    note: null,
    suggestion: null,
    shares: null,
    suggestionShown: null,
    modelVersion: null,
    file: 'c.csv',
    row: id + 1,
    draw: null,
    mode: null,
    reason: null,
    rule: null,
    decidedText: null,
    passageStart: null,
    passageEnd: null,
  })

  test.each(['csv', 'jsonl'] as const)('from %s, by what is guessed of it', async (format) => {
    const exporter = exporterFor(format, ['troll', 'critic'])
    await fc.assert(
      fc.asyncProperty(rows, async (list) => {
        const out = list.map(exported)
        const file = exporter.head({ bom: list.length % 2 === 0 }) + exporter.rows(out)
        const report = await inspect({
          ...{ name: 'out', shown: 'out', picked: 'out', bytes: file.length, encoding: 'utf-8', folder: '' },
          ...{
            given: null,
            remembered: [],
            areKnown: null,
            beside: () => null,
            onBatch: async () => undefined,
          },
          text: () => inPieces(file, 300),
        })
        const found = await read(file, report.reading)
        const kept = ({ id, text: words, author, parentId, threadId }: ImportedComment) => [
          id,
          words,
          author,
          parentId,
          threadId,
        ]
        expect(found.map(kept)).toEqual(
          out.map(({ id, text: words, author, parent, thread }) => [id, words, author, parent, thread]),
        )
        expect(found.map((one) => one.createdAt)).toEqual(out.map(({ time }) => time))
      }),
    )
  })
})

describe('no comment is lost or cut', () => {
  // A quote, a line end or a surrogate pair may fall on any edge: of a head, of a chunk, of a row that is waited for.
  const edges = [64 * 1024, 256 * 1024]
  test.each(edges)('where its cell goes over the edge at %i', async (edge) => {
    for (const offset of [-3, -2, -1, 0, 1, 2, 3]) {
      for (const tail of ['"quoted""', '\r\nnew line', '🙄🙄', 'سلمى,', 'x']) {
        const header = `${csvOf([]).trimEnd()}\n1,A,2026-09-12,"`
        const words = 'a'.repeat(edge + offset - header.length) + tail
        const file = `${header}${words.replaceAll('"', '""')}"\n2,B,2026-09-13,next\n`
        const found = await read(file, reading, edge)
        expect(found.map((one) => one.text)).toEqual([words, 'next'])
      }
    }
  })

  test('whatever the length of its row, in pieces of 4096', async () => {
    for (const length of [
      4095, 4096, 4097, 65_535, 65_536, 65_537, 131_071, 131_072, 262_143, 262_144, 262_145,
    ]) {
      const words = `“${'b'.repeat(length - 2)}”`
      const list = [
        cellsOf({ author: 'Ann', text: words, day: 1 }, 1),
        cellsOf({ author: '“Q”', text: 'w', day: 2 }, 2),
      ]
      for (const given of ['csv', 'json', 'jsonl']) {
        const objects = list.map((one) =>
          Object.fromEntries(names.map((name, place) => [name, one[place] ?? ''])),
        )
        const file =
          given === 'csv'
            ? csvOf(list)
            : given === 'json'
              ? JSON.stringify(objects)
              : objects.map((one) => JSON.stringify(one)).join('\n')
        const found = await read(file, { ...reading, format: given }, 4096)
        expect(found.map((one) => one.text.length)).toEqual([length, 1])
      }
    }
  })
})
