import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openPromise } from 'yauzl'
import { writeAtomically } from '../../../electron/files/atomic-write.ts'
import { type ZipMember, zipPieces } from '../../../electron/files/zip-writer.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const at = new Date('2026-11-26T09:30:10.000Z')

async function zipped(members: readonly ZipMember[]): Promise<string> {
  const file = path.join(temporaryFolder(), 'a.zip')
  await writeAtomically(file, zipPieces(members, at))
  return file
}

async function unzipped(file: string): Promise<ReadonlyMap<string, string>> {
  const zip = await openPromise(file, { lazyEntries: true })
  const found = new Map<string, string>()
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = []
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part)
    found.set(entry.fileName, Buffer.concat(parts).toString())
  }
  return found
}

test('what is written is what a reader of archives finds', async () => {
  const long = Array.from({ length: 3000 }, (_, n) => `row ${n} 😀 ${'x'.repeat(n % 300)}\n`)
  const file = await zipped([
    { name: 'folder/Žluťoučký 😀.txt', text: () => ['first', '', ' half of a sign: \ud83d'] },
    { name: 'folder/empty', text: () => [] },
    { name: 'folder/long.jsonl', text: () => long },
  ])
  expect(await unzipped(file)).toEqual(
    new Map([
      ['folder/Žluťoučký 😀.txt', 'first half of a sign: \ufffd'],
      ['folder/empty', ''],
      ['folder/long.jsonl', long.join('')],
    ]),
  )
})

test('an archive of nothing is one that can be opened', async () => {
  expect(await unzipped(await zipped([]))).toEqual(new Map())
})

const hasPython = spawnSync('python3', ['--version']).status === 0

test.skipIf(!hasPython)(
  'another program finds every checksum and time right (skipped without python3)',
  async () => {
    const file = await zipped([{ name: 'a.txt', text: () => ['a'.repeat(100_000)] }])
    const { stdout } = spawnSync(
      'python3',
      [
        '-c',
        'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print(z.testzip(), z.infolist()[0].date_time)',
        file,
      ],
      { encoding: 'utf8' },
    )
    expect(stdout).toBe('None (2026, 11, 26, 9, 30, 10)\n')
  },
)

test('what goes wrong in a member goes wrong for whoever writes', async () => {
  const failing = function* () {
    yield 'a'
    throw new Error('no more')
  }
  await expect(zipped([{ name: 'a', text: failing }])).rejects.toThrow('no more')
})
