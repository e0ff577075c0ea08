/** Packed files of comments that are cut off: what is whole comes in, and what is not is said. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { cli } from '../support/cli.ts'
import { temporaryFolder } from '../support/temporary.ts'

const rows = Array.from({ length: 4000 }, (_, row) => ({
  id: `c${row}`,
  text: `Page ${(row * 7919) % 10_007} of the Fern ward report is missing`,
}))
const kinds = [
  ['comments.jsonl.gz', rows.map((row) => `${JSON.stringify(row)}\n`).join('')],
  ['comments.csv.gz', `id,text\n${rows.map(({ id, text }) => `${id},${text}\n`).join('')}`],
] as const

/** Half of it, packed; the last row that is in it is not whole. */
function cutFile(folder: string, [name, text]: readonly [string, string]): string {
  const packed = gzipSync(text)
  const file = path.join(folder, name)
  writeFileSync(file, packed.subarray(0, packed.length >> 1))
  return file
}

test.each(kinds)(
  'of %s all whole rows come in, none that is cut, and the report says so',
  async (...kind) => {
    const folder = temporaryFolder()
    const file = cutFile(folder, kind)
    const project = path.join(folder, 'lowgate.fairhearing')
    const { status, out } = await cli(folder, 'import', '--project', project, '--json', file)
    expect(status).toBe(0)
    const [report] = JSON.parse(out).files
    expect(report.added).toBeGreaterThan(1000)
    expect(report.incomplete).toEqual([
      `“${kind[0]}” is packed (GZIP), and cut off: what came before the cut was read. Export or download it again to have the rest.`,
    ])
    expect(report.problems).toMatchObject([{ reason: 'truncated', skipped: true }])
    expect(report.read).toBe(report.added + 1)

    const copy = path.join(folder, 'out.jsonl')
    await cli(folder, 'export', '--project', project, '--as', 'jsonl', '--out', copy, '--all')
    const read = readFileSync(copy, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(read.map(({ source_id: id, text }) => ({ id, text }))).toEqual(rows.slice(0, report.added))
    expect((await cli(folder, 'verify', '--project', project)).status).toBe(0)
  },
)

test('what is whole is labelled, and the rest is said', async () => {
  const folder = temporaryFolder()
  const file = cutFile(folder, kinds[0])
  const { status, out, err } = await cli(folder, 'label', file, '--out', '-')
  expect(status).toBe(0)
  const labelled = out.trim().split('\r\n').slice(1)
  expect(labelled.map((line) => line.split(',')[0])).toEqual(
    rows.slice(0, labelled.length).map(({ id }) => id),
  )
  expect(labelled.length).toBeGreaterThan(1000)
  expect(err).toContain('is packed (GZIP), and cut off')
})
