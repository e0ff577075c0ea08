import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Encoding } from '../../../core/records.ts'
import { decodeFile, sniffText } from '../../../electron/files/decode.ts'

const fixtures = path.resolve(import.meta.dirname, '../../fixtures/import')
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'decode-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function fileOf(bytes: Uint8Array | string, name = 'comments.csv'): string {
  const file = path.join(folder, name)
  writeFileSync(file, bytes)
  return file
}

async function textOf(file: string, encoding: Encoding, chunkBytes?: number): Promise<string> {
  let text = ''
  const options = { encoding, ...(chunkBytes === undefined ? {} : { chunkBytes }) }
  for await (const chunk of decodeFile(file, options)) text += chunk
  return text
}

describe('the encoding of a file', () => {
  test.each([
    ['utf8.csv', 'utf-8'],
    ['utf8-bom.csv', 'utf-8'],
    ['utf16le-bom.csv', 'utf-16le'],
    ['utf16be-bom.csv', 'utf-16be'],
    ['utf16le.csv', 'utf-16le'],
    ['utf16be.csv', 'utf-16be'],
    ['windows-1252.csv', 'windows-1252'],
  ] as const)('of %s is %s, and its text the same as that of the others', async (name, encoding) => {
    const file = path.join(fixtures, name)
    expect((await sniffText(file)).encoding).toBe(encoding)
    const expected = await textOf(path.join(fixtures, 'utf8.csv'), 'utf-8')
    for (const chunkBytes of [1, 2, 3, 5, 64, 1000]) {
      expect(await textOf(file, encoding, chunkBytes), `chunks of ${chunkBytes}`).toBe(expected)
    }
  })

  test('is decided on the whole file, however late the first letter beyond ASCII comes', async () => {
    const ascii = 'plain words, and more of them\n'.repeat(30_000)
    const late = fileOf(Buffer.concat([Buffer.from(ascii), Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0a])]))
    expect((await sniffText(late)).encoding).toBe('windows-1252')
    expect((await textOf(late, 'windows-1252')).endsWith('café\n')).toBe(true)
    expect((await sniffText(fileOf(`${ascii}café\n`))).encoding).toBe('utf-8')
    expect((await sniffText(fileOf(ascii))).encoding).toBe('utf-8')
  })

  test('stays UTF-8 when a byte of it is damaged or its last character cut off', async () => {
    const damaged = Buffer.concat([Buffer.from('“one” “two” سلمى\n'), Buffer.from([0xff]), Buffer.from('\n')])
    expect((await sniffText(fileOf(damaged))).encoding).toBe('utf-8')
    expect(await textOf(fileOf(damaged), 'utf-8')).toBe('“one” “two” سلمى\n\uFFFD\n')
    const cut = Buffer.from('a,b\n1,🙄').subarray(0, -2)
    expect((await sniffText(fileOf(cut))).encoding).toBe('utf-8')
    expect(await textOf(fileOf(cut), 'utf-8', 1)).toBe('a,b\n1,\uFFFD')
  })

  test('is not UTF-16 because a NUL slipped into a short text', async () => {
    const rows = 'id,text\r\n1,Why is the ward dark?\r\n2,No\0\r\n3,Nobody answers\r\n'
    for (const text of [rows, `x${rows}`, 'id,text\n1,ward\0\n2,gate\n3,café\n']) {
      expect((await sniffText(fileOf(text))).encoding).toBe('utf-8')
    }
    // With bytes that are none of UTF-8 either it is a text still, and no other alphabet.
    const damaged = Buffer.from('id,text\n1,He\0llo there\n2,Bad \xff\xfe text\n', 'latin1')
    expect((await sniffText(fileOf(damaged))).encoding).toBe('windows-1252')
    // So many of them are no text.
    const many = 'id,text\n1,wa\0rd\n2,ga\0te\n3,ca\0fé\n'
    await expect(sniffText(fileOf(many))).rejects.toMatchObject({ code: 'file-not-comments' })
    expect((await sniffText(fileOf(`${rows}${'4,Eleven months late\r\n'.repeat(100)}`))).encoding).toBe(
      'utf-8',
    )
  })

  test.each([
    ['Korean', '\x1b$)Cid,text\r\n1,\x0e:8@g\x0f\r\n'],
    ['Chinese', 'id,text\r\n1,\x1b$)A\x0e1(8f\x0f\r\n'],
  ])('of seven bits for %s is refused in a sentence instead of read as nonsense', async (_, text) => {
    await expect(sniffText(fileOf(text))).rejects.toThrow(/old encoding.*Save it as UTF-8/)
  })

  test('is UTF-16 also for Arabic and Chinese without a mark', async () => {
    const text = 'الرقم,النص\r\n1,كان أبي في ذلك الجناح\r\n2,评论内容很长\r\n'
    const little = fileOf(Buffer.from(text, 'utf16le'))
    expect((await sniffText(little)).encoding).toBe('utf-16le')
    const big = fileOf(Buffer.from(text, 'utf16le').swap16())
    expect((await sniffText(big)).encoding).toBe('utf-16be')
    expect(await textOf(big, 'utf-16be', 3)).toBe(text)
  })

  test('is UTF-32 by its mark, in either order', async () => {
    const text = 'id,text\r\n1,“Shame” 🙄 كان أبي 病棟\r\n'
    const units = [...`\uFEFF${text}`].map((letter) => letter.codePointAt(0) ?? 0)
    const big = Buffer.alloc(units.length * 4)
    for (const [at, unit] of units.entries()) big.writeUInt32BE(unit, at * 4)
    const little = Buffer.from(big).swap32()
    for (const [bytes, encoding] of [
      [big, 'utf-32be'],
      [little, 'utf-32le'],
    ] as const) {
      expect((await sniffText(fileOf(bytes))).encoding).toBe(encoding)
      for (const chunkBytes of [1, 3, 1000]) {
        expect(await textOf(fileOf(bytes), encoding, chunkBytes)).toBe(text)
      }
      const cut = fileOf(bytes.subarray(0, -1))
      expect(await textOf(cut, encoding)).toBe(`${text.slice(0, -1)}\uFFFD`)
    }
    const bad = Buffer.from([0xff, 0xfe, 0, 0, 0, 0xd8, 0, 0, 0xff, 0xff, 0xff, 0xff, 0x61, 0, 0, 0])
    expect(await textOf(fileOf(bad), 'utf-32le')).toBe('\uFFFD\uFFFDa')
  })

  test('may be chosen by a person, and the mark goes all the same', async () => {
    expect(await textOf(fileOf('\uFEFFcafé'), 'windows-1252')).toBe('cafÃ©')
  })
})

describe('an encoding from before UTF-8', () => {
  /** A text in an encoding of one or two bytes a letter, by trying them all. */
  function encoded(text: string, encoding: Encoding): Buffer {
    const decoder = new TextDecoder(encoding)
    const bytes = new Map<string, readonly number[]>()
    for (let first = 255; first >= 0x80; first--) {
      for (let second = 255; second >= 0x30; second--)
        bytes.set(decoder.decode(Uint8Array.of(first, second)), [first, second])
    }
    for (let byte = 255; byte >= 0; byte--) bytes.set(decoder.decode(Uint8Array.of(byte)), [byte])
    return Buffer.from([...text].flatMap((char) => bytes.get(char) ?? [63]))
  }

  const texts = {
    russian: 'Мой отец ждал в коридоре четыре часа, и никто не подошёл к нему. Это стыд!',
    greek: 'Ο πατέρας μου περίμενε τέσσερις ώρες στον διάδρομο και κανείς δεν ήρθε.',
    hebrew: 'אבא שלי חיכה במסדרון ארבע שעות ואף אחד לא ניגש אליו. זו בושה!',
    arabic: 'انتظر أبي في الممر أربع ساعات ولم يأت إليه أحد. هذا عار حقا على المستشفى',
    turkish: 'Babam koridorda dört saat bekledi ve kimse yanına gelmedi. Çok ayıp, gerçekten şaşırdım.',
    polish: 'Mój ojciec czekał na korytarzu cztery godziny i nikt do niego nie podszedł. Tak się dzieje!',
    czech:
      'Můj otec čekal na chodbě čtyři hodiny a nikdo k němu nepřišel. To je ostuda, žádná pomoc! Řekli, že příště.',
    japanese: '父は廊下で四時間も待っていたのに、誰も来ませんでした。本当に恥ずかしいことです。',
    chinese: '我父亲在走廊里等了四个小时，没有人过来看他。这真是太丢人了。',
    taiwanese: '我父親在走廊裡等了四個小時，沒有人過來看他。這真是太丟人了。',
    korean: '아버지가 복도에서 네 시간을 기다렸지만 아무도 오지 않았습니다. 정말 부끄러운 일입니다.',
    german:
      'Mein Vater wartete vier Stunden auf dem Flur, und niemand kam. Das ist für uns größer als jede Müdigkeit.',
    french:
      'Mon père a attendu quatre heures dans le couloir et personne n’est venu. Ça suffit, où êtes-vous ?',
    spanish: 'Mi padre esperó cuatro horas en el pasillo y nadie vino. ¡Qué vergüenza, señores, qué lástima!',
    swedish: 'Min far väntade fyra timmar i korridoren och ingen kom till honom. Det är en skam, så är det!',
  } as const

  test.each([
    ['russian', 'windows-1251'],
    ['russian', 'koi8-r'],
    ['russian', 'iso-8859-5'],
    ['greek', 'iso-8859-7'],
    ['hebrew', 'iso-8859-8'],
    ['arabic', 'windows-1256'],
    ['turkish', 'iso-8859-9'],
    ['polish', 'iso-8859-2'],
    ['czech', 'windows-1250'],
    ['japanese', 'shift_jis'],
    ['japanese', 'euc-jp'],
    ['chinese', 'gb18030'],
    ['taiwanese', 'big5'],
    ['korean', 'euc-kr'],
    ['german', 'windows-1252'],
    ['french', 'windows-1252'],
    ['spanish', 'windows-1252'],
    ['swedish', 'windows-1252'],
  ] as const)('is told by its letters: %s in %s', async (language, encoding) => {
    const rows = Array.from(
      { length: 20 },
      (_, n) => `${n},Plover_${n},an English reply,"${texts[language]}"\r\n`,
    )
    const text = `id,author,reply,text\r\n${rows.join('')}`
    const file = fileOf(encoded(text, encoding))
    expect((await sniffText(file)).encoding).toBe(encoding)
    for (const chunkBytes of [3, 1000]) expect(await textOf(file, encoding, chunkBytes)).toBe(text)
  })

  test('is Western where little speaks for another', async () => {
    expect((await sniffText(fileOf(Buffer.from('caf\xe9, na\xefve\n', 'latin1')))).encoding).toBe(
      'windows-1252',
    )
  })
})

/** Two bytes of seven bits a letter, between escapes. */
const jis = (text: string): Buffer =>
  Buffer.from(text.replaceAll('{', '\x1b$B').replaceAll('}', '\x1b(B'), 'latin1')

test('Japanese of seven bits is known by its escapes, wherever the first of them is', async () => {
  // "Fern ward: late", "why so late": in braces the letters' places in JIS X 0208.
  const text = 'id,text\r\n1,病棟 late\r\n2,なぜ遅い\r\n'
  const bytes = jis('id,text\r\n1,{IBEo} late\r\n2,{$J$<CY$$}\r\n')
  expect((await sniffText(fileOf(bytes))).encoding).toBe('iso-2022-jp')
  for (const chunkBytes of [1, 3, 7, 1000]) {
    expect(await textOf(fileOf(bytes), 'iso-2022-jp', chunkBytes)).toBe(text)
  }
  for (const before of [256 * 1024 - 2, 256 * 1024 - 1, 256 * 1024, 700_000]) {
    const late = Buffer.concat([Buffer.from('x'.repeat(before)), bytes.subarray(bytes.indexOf(0x1b))])
    expect((await sniffText(fileOf(late))).encoding).toBe('iso-2022-jp')
  }
  // Colours of a terminal are escapes too, and a letter of eight bits is none of it.
  expect((await sniffText(fileOf('\x1b[31mred\x1b[0m\n'))).encoding).toBe('utf-8')
  expect((await sniffText(fileOf(Buffer.concat([bytes, Buffer.from('é')])))).encoding).toBe('utf-8')
})

test('the same words come of every encoding, with a mark or none, packed or not', async () => {
  // Some bytes of Windows-1252 pairs are UTF-8 by chance; real words have many more that are not.
  const words = fc
    .array(fc.constantFrom('café', '“so”', 'naïve', '—', 'plain', 'Ünal', '\r\n', 'ß', '€5', ','), {
      minLength: 3,
      maxLength: 30,
    })
    .map((parts) => `text\r\n“é à ü”, ${parts.join(' ')}`)
  const windows1252 = (text: string) =>
    Buffer.from([...text].map((char) => special.get(char) ?? char.charCodeAt(0)))
  const special = new Map([
    ['“', 0x93],
    ['”', 0x94],
    ['—', 0x97],
    ['€', 0x80],
  ])
  await fc.assert(
    fc.asyncProperty(words, fc.integer({ min: 1, max: 40 }), async (text, chunkBytes) => {
      const little = Buffer.from(text, 'utf16le')
      const files = [
        Buffer.from(text),
        Buffer.from(`\uFEFF${text}`),
        Buffer.from(`\uFEFF${text}`, 'utf16le'),
        little,
        Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
        Buffer.from(little).swap16(),
        windows1252(text),
        gzipSync(text),
      ]
      for (const bytes of files) {
        const file = fileOf(bytes, 'any.csv')
        const { encoding } = await sniffText(file)
        expect(await textOf(file, encoding, chunkBytes), encoding).toBe(text)
      }
    }),
    { numRuns: 25 },
  )
})

describe('a packed file', () => {
  const text = Array.from({ length: 3000 }, (_, n) => `${n},"What about page ${n}? Olé 🙄"`).join('\n')

  test.each([1, 64, 4096, 1 << 18])('is read as if it were not, in chunks of %i', async (chunkBytes) => {
    const file = fileOf(gzipSync(text), 'comments.csv.gz')
    expect(await sniffText(file)).toEqual({ bytes: gzipSync(text).length, encoding: 'utf-8' })
    expect(await textOf(file, 'utf-8', chunkBytes)).toBe(text)
  })

  test('in several parts, as log tools write it, is read to its end', async () => {
    const file = fileOf(Buffer.concat([gzipSync('id,text\n'), gzipSync('1,café\n')]), 'parts.csv.gz')
    expect(await textOf(file, 'utf-8')).toBe('id,text\n1,café\n')
  })

  test('tells how much of the file, not of the text, is read', async () => {
    const packed = gzipSync(text)
    const told: number[] = []
    const file = fileOf(packed, 'comments.csv.gz')
    for await (const _ of decodeFile(file, {
      encoding: 'utf-8',
      chunkBytes: 512,
      onBytes: (n) => told.push(n),
    }));
    expect(told.at(-1)).toBe(packed.length)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
  })

  test.each([
    ['cut off before anything comes out', gzipSync(text).subarray(0, 12)],
    ['damaged', Buffer.concat([gzipSync(text).subarray(0, 300), Buffer.alloc(600, 7)])],
  ])('that is %s is refused with a sentence', async (_, bytes) => {
    await expect(sniffText(fileOf(bytes, 'torn.gz'))).rejects.toMatchObject({
      code: 'file-unreadable',
      message: expect.stringMatching(/“torn\.gz” is packed \(GZIP\), and damaged or cut off/),
    })
  })
})

describe('a file that cannot be read', () => {
  test.each([
    ['book.xlsx', Buffer.from('PK\x03\x04 and so on'), 'XLSX'],
    ['picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'PNG'],
    ['some.fairhearing', Buffer.from('SQLite format 3\0'), 'database'],
    ['letter.csv', Buffer.from('%PDF-1.7\n'), 'PDF'],
    [
      'numbers.csv',
      Buffer.from(Uint16Array.from({ length: 500 }, (_, index) => index % 250).buffer),
      'made for a program',
    ],
    ['votes.sav', Buffer.from('$FL2@(#) SPSS DATA FILE'), 'SPSS'],
    ['votes.dta', Buffer.from('<stata_dta><header>'), 'Stata'],
    ['table.arrow', Buffer.from('ARROW1\0\0abc'), 'Arrow'],
    ['table.avro', Buffer.from('Obj\x01abc'), 'Avro'],
    ['program.csv', Buffer.from([1, 0, 0, 0, 9, 0, 7, 0, 0, 0, 0, 200, 0, 3]), 'made for a program'],
  ])('%s is refused with what it seems to be', async (name, bytes, seems) => {
    await expect(sniffText(fileOf(bytes, name))).rejects.toMatchObject({
      code: 'file-not-comments',
      message: expect.stringMatching(new RegExp(`“${name}”.*${seems}`)),
    })
  })

  test('is not one whose first word only looks like a signature', async () => {
    expect((await sniffText(fileOf('BZhang,text\nRIFF,Rar!\n'))).encoding).toBe('utf-8')
  })

  test.each([
    ['missing', () => path.join(folder, 'nowhere.csv'), 'file-missing', 'no longer where it was'],
    ['a folder', () => folder, 'file-unreadable', 'is a folder'],
    ['empty', () => fileOf('', 'empty.csv'), 'file-empty', 'is empty'],
  ])('because it is %s is said in a sentence', async (_, file, code, says) => {
    await expect(sniffText(file())).rejects.toMatchObject({ code, message: expect.stringContaining(says) })
  })

  test('stops when told to', async () => {
    const file = fileOf('words and more words\n'.repeat(100_000))
    let asked = 0
    const isCancelled = () => ++asked > 2
    await expect(sniffText(file, { isCancelled })).rejects.toMatchObject({ code: 'cancelled' })
    expect(asked).toBe(3)
  })
})
