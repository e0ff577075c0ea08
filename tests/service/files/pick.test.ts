import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeFile, sniffText } from '../../../electron/files/decode.ts'
import { memberOf } from '../../../electron/files/member-path.ts'
import { listMembers, openPick, type PickOptions } from '../../../electron/files/pick.ts'
import { textRows, xlsxOf } from '../../support/workbook.ts'
import { type ZipEntry, zipOf } from '../../support/zip.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'pick-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function fileOf(bytes: Uint8Array | string, name: string): string {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, bytes)
  return file
}

/** Everything that can be read in it, by display name, and what was passed over. */
async function read(file: string, options: PickOptions = {}) {
  const pick = await openPick(file, options)
  try {
    const texts: Record<string, string> = {}
    for (const { display, source } of pick.members) {
      let text = ''
      for await (const chunk of decodeFile(source, { encoding: 'utf-8' })) text += chunk
      texts[display] = text
    }
    const passed = Object.fromEntries(pick.passedOver.map(({ why, count }) => [why, count]))
    return { texts, passed, notes: pick.notes, members: pick.members }
  } finally {
    await pick.close()
  }
}

const inZip = (name: string, entries: readonly ZipEntry[]) => read(fileOf(zipOf(entries), name))
const csv = 'id,text\n1,“Shame” on Fern ward 🙄\n'

describe('an archive', () => {
  test('is its members, stored or packed, with their folders and names', async () => {
    const { texts, members } = await inZip('Takeout.zip', [
      { name: 'Takeout/', data: '', method: 0 },
      { name: 'Takeout/YouTube/comments/comments.csv', data: csv },
      { name: 'Takeout/archive.html', data: '<p>', method: 0 },
    ])
    expect(texts).toEqual({
      'Takeout.zip › Takeout/YouTube/comments/comments.csv': csv,
      'Takeout.zip › Takeout/archive.html': '<p>',
    })
    expect(members[0]).toMatchObject({
      member: 'Takeout/YouTube/comments/comments.csv',
      folder: 'Takeout/YouTube/comments',
      name: 'comments.csv',
      bytes: Buffer.byteLength(csv),
    })
  })

  test('may hold packed files, and one archive or spreadsheet in another', async () => {
    const inner = zipOf([
      { name: 'b/two.csv', data: csv },
      { name: 'deep.zip', data: zipOf([]) },
    ])
    const { texts, passed, members } = await inZip('outer.zip', [
      { name: 'one.csv.gz', data: gzipSync(csv), method: 0 },
      { name: 'one.csv.zst', data: zstdCompressSync(csv) },
      { name: 'a/inner.zip', data: inner, method: 0 },
      { name: 'table.xlsx', data: xlsxOf({ sheets: [{ name: 'Sheet', rows: textRows([['x']]) }] }) },
    ])
    expect(texts).toEqual({
      'outer.zip › one.csv.gz': csv,
      'outer.zip › one.csv.zst': csv,
      'outer.zip › a/inner.zip › b/two.csv': csv,
      'outer.zip › table.xlsx › Sheet': 'sep=,\nx\n',
    })
    expect(passed).toEqual({ 'too-deep': 1 })
    expect(members.map(({ folder: place, name }) => `${place}|${name}`)).toEqual([
      '|one.csv',
      '|one.csv',
      'a/inner/b|two.csv',
      'table|Sheet',
    ])
  })

  test('keeps more archives inside than are open at a time', async () => {
    const entries = Array.from({ length: 20 }, (_, n) => ({
      name: `${n}.zip`,
      data: zipOf([{ name: 'c.csv', data: `text\n${n}\n` }]),
    }))
    const { texts } = await inZip('many.zip', entries)
    expect(Object.values(texts)).toEqual(entries.map((_, n) => `text\n${n}\n`))
  })

  test('has names in UTF-8 also where it does not say so, and both files of one name', async () => {
    const { texts } = await inZip('names.zip', [
      { name: Buffer.from('Kommentare für “Fern”.csv'), data: csv },
      { name: Buffer.from([0x81, 0x2e, 0x63, 0x73, 0x76]), data: csv },
      { name: 'same.csv', data: 'one' },
      { name: 'same.csv', data: 'two' },
    ])
    expect(Object.keys(texts).map((name) => name.slice('names.zip › '.length))).toEqual([
      'Kommentare für “Fern”.csv',
      'ü.csv',
      'same.csv',
      'same.csv (2)',
    ])
    expect(texts['names.zip › same.csv (2)']).toBe('two')
  })

  test('passes over what is unsafe, locked, strange, a link, hidden or a picture, and counts it', async () => {
    const { texts, passed } = await inZip('hostile.zip', [
      { name: '../../escape.csv', data: csv },
      { name: '/etc/absolute.csv', data: csv },
      { name: 'C:/drive.csv', data: csv },
      { name: String.raw`..\windows.csv`, data: csv },
      { name: 'nul\u0000name.csv', data: csv },
      { name: 'link.csv', data: '/etc/passwd', unixMode: 0o120777 },
      { name: 'locked.csv', data: csv, flags: 1 },
      { name: 'strange.csv', data: csv, method: 99 },
      { name: '__MACOSX/._good.csv', data: csv },
      { name: 'a/.DS_Store', data: csv },
      { name: 'photo.JPG', data: 'x' },
      { name: 'empty.csv', data: '' },
      { name: 'good.csv', data: csv, unixMode: 0o100644 },
    ])
    expect(Object.keys(texts)).toEqual(['hostile.zip › good.csv'])
    expect(passed).toEqual({
      'unsafe-name': 5,
      link: 1,
      encrypted: 1,
      'unknown-packing': 1,
      hidden: 2,
      media: 1,
      empty: 1,
    })
  })

  test('with nothing to read fails with a sentence that says what it holds', async () => {
    const file = fileOf(
      zipOf([
        { name: 'a.jpg', data: 'x' },
        { name: 'b.csv', data: csv, flags: 1 },
      ]),
      'no.zip',
    )
    await expect(openPick(file)).rejects.toMatchObject({
      code: 'file-not-comments',
      message:
        '“no.zip” holds no comments we can read: 1 picture, sound, film or program, 1 file protected by a password.',
    })
    await expect(openPick(fileOf(zipOf([]), 'empty.zip'))).rejects.toMatchObject({ code: 'file-empty' })
  })

  test('that is cut off, or damaged inside, fails with a sentence; one inside another is passed over', async () => {
    const whole = zipOf([{ name: 'a.csv', data: csv.repeat(100) }])
    await expect(openPick(fileOf(whole.subarray(0, -10), 'cut.zip'))).rejects.toThrow(
      '“cut.zip” is packed (ZIP), and damaged or cut off.',
    )
    const broken = Buffer.from(whole)
    broken.fill(7, 40, 60)
    await expect(read(fileOf(broken, 'broken.zip'))).rejects.toThrow(/“broken.zip › a.csv”.*damaged/)
    const { passed, notes, texts } = await inZip('outer2.zip', [
      { name: 'cut.zip', data: whole.subarray(0, -10) },
      { name: 'a.csv', data: csv },
    ])
    expect(Object.keys(texts)).toEqual(['outer2.zip › a.csv'])
    expect(passed).toEqual({ unreadable: 1 })
    expect(notes).toEqual([expect.stringContaining('“outer2.zip › cut.zip” is packed (ZIP), and damaged')])
  })

  test.each([
    ['says less than it holds', { claimedSize: 10 }],
    ['says more than it holds', { claimedSize: 10_000 }],
    ['has another checksum', { claimedCrc: 1 }],
  ])('whose member %s is damaged', async (_, lie) => {
    await expect(inZip('lie.zip', [{ name: 'a.csv', data: csv.repeat(9), ...lie }])).rejects.toThrow(
      /damaged/,
    )
  })
})

describe('a member', () => {
  test('is found by its name, and alone without one', async () => {
    const pick = await openPick(fileOf(zipOf([{ name: 'a › b.csv', data: csv }]), 'odd.zip'))
    expect(pick.find(null).display).toBe('odd.zip › a › b.csv')
    expect(pick.find(memberOf(['a › b.csv'])).member).toBe('a ›› b.csv')
    expect(() => pick.find('gone.csv')).toThrow('“odd.zip › gone.csv” is no longer there. Choose it again.')
    await pick.close()
    const two = await openPick(
      fileOf(
        zipOf([
          { name: 'a', data: 'x' },
          { name: 'b', data: 'y' },
        ]),
        'two.zip',
      ),
    )
    expect(() => two.find(null)).toThrow('“two.zip” holds 2 files. Choose which of them to read.')
    await two.close()
  })

  test('of a plain file is the file itself, without its packing in the name', async () => {
    const members = await listMembers(fileOf(gzipSync(csv), 'comments.csv.gz'))
    expect(members).toEqual([
      {
        member: null,
        display: 'comments.csv.gz',
        folder: '',
        name: 'comments.csv',
        bytes: gzipSync(csv).length,
      },
    ])
  })

  test('names of steps cannot be taken for one another', () => {
    const names = [['a', 'b'], ['a › b'], ['a ›', 'b'], ['a', '› b'], ['a ›› b'], ['a › ', 'b']]
    expect(new Set(names.map(memberOf)).size).toBe(names.length)
  })
})

describe('a folder', () => {
  test('is all files in it, archives among them; links, hidden files and pictures are passed over', async () => {
    fileOf(csv, 'chosen/one.csv')
    fileOf(csv, 'chosen/b/c/two.csv')
    fileOf(csv, 'chosen/.hidden/three.csv')
    fileOf('x', 'chosen/b/photo.png')
    fileOf(zipOf([{ name: 'z/four.csv', data: csv }]), 'chosen/b/in.zip')
    fileOf(csv, 'elsewhere/secret.csv')
    symlinkSync(path.join(folder, 'elsewhere'), path.join(folder, 'chosen/linked'))
    symlinkSync(path.join(folder, 'elsewhere/secret.csv'), path.join(folder, 'chosen/linked.csv'))
    symlinkSync(path.join(folder, 'chosen'), path.join(folder, 'chosen/b/round'))
    const { texts, passed, members } = await read(path.join(folder, 'chosen'))
    expect(texts).toEqual({
      'chosen › one.csv': csv,
      'chosen › b/c/two.csv': csv,
      'chosen › b/in.zip › z/four.csv': csv,
    })
    expect(passed).toEqual({ link: 3, hidden: 1, media: 1 })
    expect(members.map(({ folder: place, name }) => [place, name])).toEqual([
      ['', 'one.csv'],
      ['b/in/z', 'four.csv'],
      ['b/c', 'two.csv'],
    ])
  })

  test('of many files is looked at as far as the bound, and that is said', async () => {
    for (let n = 0; n < 30; n++) fileOf(csv, `many/${n}.csv`)
    const file = path.join(folder, 'many')
    const { members, passed, notes } = await read(file, { mostEntries: 20 })
    expect(members).toHaveLength(20)
    expect(passed).toEqual({ 'too-many': 1 })
    expect(notes).toEqual([expect.stringContaining('“many” holds more than 20 files: only the first 20')])
  })

  test('that is empty says so', async () => {
    mkdirSync(path.join(folder, 'nothing'))
    await expect(openPick(path.join(folder, 'nothing'))).rejects.toThrow('“nothing” is empty.')
  })
})

describe('bad input', () => {
  const cutOff = zstdCompressSync(csv.repeat(1000))
  test.each([
    [
      'cut.csv.zst',
      cutOff.subarray(0, cutOff.length - 5),
      /“cut.csv.zst” is packed \(Zstandard\), and damaged/,
    ],
    ['cut.csv.gz', gzipSync(csv).subarray(0, 10), /“cut.csv.gz” is packed \(GZIP\), and damaged/],
    ['false.zip', 'id,text\n1,a\n', null],
    ['twice.gz', gzipSync(gzipSync(csv)), /packed twice \(GZIP\)/],
    [
      'tar.gz',
      gzipSync(Buffer.concat([Buffer.alloc(257), Buffer.from('ustar'), Buffer.alloc(500)])),
      /packed \(TAR\)/,
    ],
  ])('%s', async (name, bytes, sentence) => {
    const file = fileOf(bytes, name)
    const pick = await openPick(file)
    const sniffed = sniffText(pick.find(null).source)
    if (sentence === null) expect((await sniffed).encoding).toBe('utf-8')
    else await expect(sniffed).rejects.toThrow(sentence)
    await pick.close()
  })

  test.each([
    ['cut.csv.gz', gzipSync],
    ['cut.csv.zst', zstdCompressSync],
  ] as const)('%s is read as far as it goes, and says that it is cut off', async (name, pack) => {
    const whole = Array.from({ length: 60_000 }, (_, row) => `${row},page ${(row * 7919) % 10007}\n`).join('')
    const packed = pack(whole)
    const { source } = (await openPick(fileOf(packed.subarray(0, packed.length >> 1), name))).find(null)
    let text = ''
    for await (const chunk of decodeFile(source, { encoding: 'utf-8' })) text += chunk
    expect(text.length).toBeGreaterThan(whole.length / 8)
    expect(whole.startsWith(text)).toBe(true)
    expect(source.isCutOff?.()).toBe(true)
    expect(source.notes?.()).toEqual([
      expect.stringMatching(
        /^“cut\.csv\.(gz|zst)” is packed \(.+\), and cut off: .+ Export or download it again/,
      ),
    ])
  })

  test('a file that changes while it is read is refused, also between two readings', async () => {
    const file = fileOf('text\nslow words\n'.repeat(100_000), 'log.csv')
    const pick = await openPick(file)
    const { source } = pick.find(null)
    const changed = '“log.csv” changed while it was read. Wait until nothing writes to it any more'
    const reading = (async () => {
      let isFirst = true
      for await (const _ of decodeFile(source, { encoding: 'utf-8' })) {
        if (isFirst) appendFileSync(file, 'more\n')
        isFirst = false
      }
    })()
    await expect(reading).rejects.toThrow(changed)
    await expect(sniffText(source)).rejects.toThrow(changed)
    await pick.close()
  })

  test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    const file = fileOf(csv, 'mine.csv')
    chmodSync(file, 0)
    await expect(openPick(file)).rejects.toMatchObject({ code: 'file-unreadable' })
  })

  test('a missing file, and something that is no file', async () => {
    await expect(openPick(path.join(folder, 'gone.csv'))).rejects.toMatchObject({ code: 'file-missing' })
    await expect(openPick('/dev/null')).rejects.toThrow('“null” is neither a file nor a folder.')
  })

  test('a packed file that unpacks to far too much is stopped, in flat memory', async () => {
    const much = Buffer.alloc(110 * 2 ** 20, 'a')
    const packed = gzipSync(much)
    for (const [name, bytes] of [
      ['bomb.csv.gz', packed],
      ['bomb.csv.zst', zstdCompressSync(much)],
      ['bomb.zip', zipOf([{ name: 'a.csv', data: much }])],
      ['bomb2.zip', zipOf([{ name: 'a.csv.gz', data: packed }])],
    ] as const) {
      const pick = await openPick(fileOf(bytes, name))
      const before = process.memoryUsage().rss
      await expect(sniffText(pick.find(null).source)).rejects.toThrow(
        /unpacks to more than 1000 times its size/,
      )
      expect(process.memoryUsage().rss - before).toBeLessThan(150 * 2 ** 20)
      await pick.close()
    }
  })

  test('twenty thousand entries are listed, and no more', async () => {
    const entries = Array.from({ length: 20_050 }, (_, n) => ({ name: `f/${n}.csv`, data: 'a', method: 0 }))
    const pick = await openPick(fileOf(zipOf(entries), 'crowd.zip'))
    expect(pick.members).toHaveLength(20_000)
    expect(pick.passedOver).toEqual([{ why: 'too-many', count: 50, names: ['crowd.zip'] }])
    await pick.close()
  })
})
