import { mkdirSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { decodeFile, sniffText } from '../../../electron/files/decode.ts'
import { fileBytes } from '../../../electron/files/open-bytes.ts'
import { runReader } from '../../support/reader.ts'
import { temporaryFolder } from '../../support/temporary.ts'
import { zipOf } from '../../support/zip.ts'

function fileOf(bytes: Uint8Array, name: string): string {
  const file = path.join(temporaryFolder(), name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, bytes)
  return file
}

/** Hardly packs, so that half the packed file is about half the text. */
const words = (n: number) => `page ${(Math.imul(n + 7, 2654435761) >>> 0).toString(36)} of ${n}`
const rowsOf = (count: number) => Array.from({ length: count }, (_, n) => `${n},What of ${words(n)} 🙄?\n`)
const csv = `id,text\n${rowsOf(9000).join('')}`

async function textOf(file: string, chunkBytes?: number) {
  const source = fileBytes(file)
  await sniffText(source)
  let text = ''
  for await (const piece of decodeFile(source, {
    encoding: 'utf-8',
    ...(chunkBytes === undefined ? {} : { chunkBytes }),
  }))
    text += piece
  return { text, notes: source.notes?.(), isCutOff: source.isCutOff?.() }
}

const inspected = (file: string, member: string | null = null, name = path.basename(file)) =>
  runReader({ task: 'inspect', path: file, member, name, reading: null, remembered: [], asksKnown: false })

const saidOf = (name: string, packing = 'GZIP') =>
  `“${name}” is packed (${packing}), and cut off: what came before the cut was read. Export or download it again to have the rest.`

describe('a packed file that is cut off', () => {
  test.each([
    ['GZIP', gzipSync(csv)],
    ['Zstandard', zstdCompressSync(csv)],
  ])('%s is read as far as it goes, in pieces of any size', async (packing, packed) => {
    const file = fileOf(packed.subarray(0, packed.length * 0.7), 'cut')
    const whole = await textOf(file)
    expect(csv.startsWith(whole.text.replace(/\uFFFD$/, ''))).toBe(true)
    expect(whole.text.length).toBeGreaterThan(csv.length / 3)
    expect(whole).toMatchObject({ isCutOff: true, notes: [saidOf('cut', packing)] })
    for (const size of [100, 5000]) expect(await textOf(file, size)).toEqual(whole)
  })

  test('in what follows its last word has all its words, and says so all the same', async () => {
    for (const lost of [1, 4, 8]) {
      const { text, isCutOff } = await textOf(fileOf(gzipSync(csv).subarray(0, -lost), 'cut.gz'))
      expect(text === csv).toBe(true)
      expect(isCutOff).toBe(true)
    }
  })

  test('in a second part has the first, and what there is of the second', async () => {
    const second = gzipSync(csv)
    const parts = Buffer.concat([gzipSync('id,text\n'), second.subarray(0, second.length / 2)])
    const { text, isCutOff } = await textOf(fileOf(parts, 'parts.gz'))
    expect(text.startsWith('id,text\nid,text\n0,What of')).toBe(true)
    expect(isCutOff).toBe(true)
  })

  test('of several parts of Zstandard has all that are whole', async () => {
    const second = zstdCompressSync(csv)
    const parts = Buffer.concat([zstdCompressSync('id,text\n'), second, second])
    for (const size of [50, 1000, undefined]) {
      const whole = await textOf(fileOf(parts, 'parts.zst'), size)
      expect(whole.text.length).toBe(2 * csv.length + 8)
      expect(whole).toEqual({ text: `id,text\n${csv}${csv}`, notes: [], isCutOff: false })
      const cut = await textOf(fileOf(parts.subarray(0, parts.length - second.length + 3), 'parts.zst'), size)
      expect(cut).toEqual({
        text: `id,text\n${csv}`,
        notes: [saidOf('parts.zst', 'Zstandard')],
        isCutOff: true,
      })
    }
    const odd = Buffer.concat([second, Buffer.alloc(50, 7)])
    await expect(textOf(fileOf(odd, 'odd.zst'))).rejects.toThrow(
      /“odd\.zst” is packed \(Zstandard\), and damaged/,
    )
  })

  test('that is whole is not called cut off', async () => {
    for (const packed of [gzipSync(csv), zstdCompressSync(csv), Buffer.from(csv)]) {
      expect(await textOf(fileOf(packed, 'whole'))).toEqual({ text: csv, notes: [], isCutOff: false })
    }
  })

  test.each([
    ['another checksum', (packed: Buffer) => packed.fill(7, packed.length - 8, packed.length - 4)],
    ['other bytes in its midst', (packed: Buffer) => packed.fill(7, 40_000, 40_099)],
    ['other bytes at its end', (packed: Buffer) => Buffer.concat([packed, Buffer.alloc(50, 7)])],
  ])('is told from one that is damaged: with %s it is refused, and let go', async (_, damage) => {
    const file = fileOf(damage(gzipSync(csv)), 'torn.gz')
    for (const size of [1000, undefined]) {
      await expect(textOf(file, size)).rejects.toThrow(
        /“torn\.gz” is packed \(GZIP\), and damaged or cut off/,
      )
    }
    await expect.poll(() => openFiles().includes(file)).toBe(false)
  })

  test('is let go by one who reads its beginning only', async () => {
    const file = fileOf(gzipSync(csv).subarray(0, -9), 'cut.gz')
    for await (const _ of decodeFile(file, { encoding: 'utf-8', chunkBytes: 1000 })) break
    await expect.poll(() => openFiles().includes(file)).toBe(false)
  })
})

/** Where the system does not tell, nothing is open, and nothing is proved. */
function openFiles(): readonly string[] {
  try {
    return readdirSync('/proc/self/fd').flatMap((fd) => {
      try {
        return [readlinkSync(`/proc/self/fd/${fd}`)]
      } catch {
        return []
      }
    })
  } catch {
    return []
  }
}

describe('an inspection of a packed file that is cut off', () => {
  /** Stored, not packed: so that a test can cut where it likes. */
  const storedTo = (text: string) => gzipSync(text, { level: 0 }).subarray(0, -8)

  test('leaves out the row in which the cut is, though it looks like one', async () => {
    const { result } = await inspected(
      fileOf(storedTo('id,text\n1,Not one word\n2,I agree with n'), 'a.csv.gz'),
    )
    expect(result?.preview.map(({ text }) => text)).toEqual(['Not one word'])
    expect(result?.problems).toMatchObject([{ row: 3, reason: 'truncated', value: 'I agree with n' }])
    expect(result?.incomplete).toEqual([saidOf('a.csv.gz')])
  })

  test('keeps the last row where the cut is between two', async () => {
    const { result } = await inspected(fileOf(storedTo('id,text\n1,Not one word\n2,I agree\n'), 'a.csv.gz'))
    expect(result?.ledger).toMatchObject({ added: 2, skipped: [] })
    expect(result?.incomplete).toEqual([saidOf('a.csv.gz')])
  })

  test('counts a row that is cut in a quoted cell once', async () => {
    const text = 'id,text\n1,Not one word\n2,"I agree\nwith n'
    const { result } = await inspected(fileOf(storedTo(text), 'a.csv.gz'))
    expect(result?.ledger.added).toBe(1)
    expect(result?.problems).toMatchObject([{ row: 3, reason: 'unclosed-quote' }])
  })

  test('does the same for tables of an export, lines of JSON and lists of it', async () => {
    const takeout =
      'Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Post ID,Video ID,Comment Text,Top-Level Comment ID\n' +
      ['a', 'b']
        .map((id) => `Ug${id},UCx,2026-09-12T18:42:07Z,0,,,v1,"{""text"":""Fern ward ${id}""}",`)
        .join('\n')
    const found = await inspected(fileOf(storedTo(takeout), 'comments.csv.gz'))
    expect(found.result?.title).toMatch(/YouTube/)
    expect(found.result?.ledger).toMatchObject({ added: 1, skipped: [{ reason: 'truncated', count: 1 }] })
    for (const text of ['{"id":1,"text":"a"}\n{"id":2,"text":"b', '[{"id":1,"text":"a"},{"id":2,"text":"b']) {
      const { result } = await inspected(fileOf(storedTo(text), 'a.gz'))
      expect(result?.ledger).toMatchObject({ added: 1, skipped: [{ reason: 'truncated', count: 1 }] })
      expect(result?.incomplete).toEqual([saidOf('a.gz')])
    }
  })

  test('refuses one that ends before its first comment', async () => {
    const { failure } = await inspected(fileOf(storedTo('id,te'), 'a.csv.gz'))
    expect(failure).toEqual({
      code: 'file-unreadable',
      message:
        '“a.csv.gz” is packed, and cut off before its first comment. Get it again, or choose another copy.',
    })
  })

  test('names it by all that leads to it in a folder or an archive', async () => {
    const cut = storedTo('id,text\n1,Not one word\n2,I agree')
    const folder = path.dirname(path.dirname(fileOf(cut, 'chosen/b/a.csv.gz')))
    const inFolder = await inspected(folder, 'b/a.csv.gz', 'chosen › b/a.csv.gz')
    expect(inFolder.result?.ledger.added).toBe(1)
    expect(inFolder.result?.incomplete).toEqual([saidOf('chosen › b/a.csv.gz')])
    const zip = fileOf(zipOf([{ name: 'a.csv.gz', data: cut }]), 'in.zip')
    const inZip = await inspected(zip, 'a.csv.gz', 'in.zip › a.csv.gz')
    expect(inZip.result?.ledger.added).toBe(1)
    expect(inZip.result?.incomplete).toEqual([saidOf('in.zip › a.csv.gz')])
  })

  test('still refuses an archive that is cut off', async () => {
    const whole = zipOf([{ name: 'a.csv', data: csv }])
    const { failure } = await inspected(fileOf(whole.subarray(0, whole.length / 2), 'cut.zip'))
    expect(failure).toMatchObject({ code: 'file-unreadable', message: expect.stringContaining('“cut.zip”') })
  })
})
