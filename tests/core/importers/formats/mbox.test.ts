import { describe, expect, test } from 'vitest'
import { ownWordsOf } from '../../../../core/importers/parts/mail-quotes.ts'
import { bareSubject } from '../../../../core/importers/parts/mail-threads.ts'
import { readMailTime } from '../../../../core/importers/parts/mail-time.ts'
import { fixture, formatOf, readExport } from './reading-export.ts'

const text = fixture('mbox.mbox')
const message = (head: string, body: string) =>
  `From: Maren <maren@lowgate.example>\nDate: Sat, 12 Sep 2026 18:42:07 +0000\nSubject: Fern ward\n${head}\n${body}`

describe('a mailbox', () => {
  test('gives its messages with threads, parents, authors, times and the words of each', async () => {
    const { format, comments, incomplete, read } = await readExport({ name: 'x.txt', text })
    expect({ format, incomplete, read }).toEqual({ format: 'mbox', incomplete: [], read: 6 })
    expect(comments.map(({ id, parentId, threadId }) => [id, parentId, threadId])).toEqual([
      ['m1@lowgate.example', null, 'm1@lowgate.example'],
      ['m2@lowgate.example', 'm1@lowgate.example', 'm1@lowgate.example'],
      ['m3@lowgate.example', 'm2@lowgate.example', 'm1@lowgate.example'],
      ['m4@lowgate.example', null, 'm4@lowgate.example'],
    ])
    expect(comments.map(({ author, authorId, createdAt }) => [author, authorId, createdAt])).toEqual([
      ['Maren Plover', 'maren@lowgate.example', '2026-09-12T18:42:07.000Z'],
      ['Ödön', 'odon@lowgate.example', '2026-09-12T18:50:00.000Z'],
      ['Plover, Inés', 'ines@lowgate.example', '2026-09-12T19:00:00.000Z'],
      ['press@lowgate.example', 'press@lowgate.example', '2026-09-12T19:30:00.000Z'],
    ])
    expect(comments[0]).toMatchObject({ threadTitle: '[fern-list] The delayed report', likes: null })
    expect(comments[2]?.threadTitle).toBe('[fern-list] The delayed report')
  })

  test('keeps the words of each, and not what they quote, and says where it took something out', async () => {
    const { comments, problems } = await readExport({ text })
    expect(comments.map((comment) => comment.text)).toEqual([
      'Eleven months late. Why?\n\nFrom the first day we asked.\n\nFrom now on we ask aloud.\n\nFrom 9:00 on 12 September 2026 we stand at the gate.',
      'شكرا لك 👏\nThe ward is dark.',
      'Für die Station „Farn“ gilt das nicht: nur €5.\n\nSo it is.',
      'We regret the delay.\nIt will pass.',
    ])
    expect(problems.map(({ row, reason, skipped }) => [row, reason, skipped])).toEqual([
      [1, 'quoted-text', false],
      [3, 'quoted-text', false],
      [4, 'quoted-text', false],
      [5, 'service', true],
      [6, 'share', true],
    ])
  })

  test.each([
    ['spaces within a line', message('', `Why${' '.repeat(200_000)}late?`)],
    [
      'spaces after the kind of a part',
      message(`Content-Type: text/plain${' '.repeat(200_000)}x\n`, 'Für die Station.'),
    ],
  ])('is read in a second or two with very many %s', async (_, mail) => {
    const began = performance.now()
    const { read } = await readExport({
      text: `From maren@lowgate.example Sat Sep 12 18:42:10 2026\n${mail}\n`,
    })
    expect(read).toBe(1)
    // Only what grows with the square of the length takes so long, on any machine.
    expect(performance.now() - began).toBeLessThan(10_000)
  })

  test('joins an answer that names nothing to the last thread of its subject', async () => {
    const { comments } = await readExport({ text: text.replace(/In-Reply-To: .*\nReferences: .*\n/, '') })
    expect(comments[1]).toMatchObject({ parentId: null, threadId: 'm1@lowgate.example' })
  })

  test('is cut where the length says, and where it errs, at the lines that begin a message', async () => {
    const inner = 'From ines@lowgate.example Sat Sep 12 19:00:00 2026\nSubject: copied'
    const body = `Look what I have:\n\n${inner}\n\nwords of it\n`
    const counted = (length: number) =>
      `From maren@lowgate.example Sat Sep 12 18:42:10 2026\n${message(`Content-Length: ${length}\n`, body)}\n${text}`
    expect((await readExport({ text: counted(body.length) })).read).toBe(7)
    expect((await readExport({ text: counted(100_000) })).read).toBe(8)
    expect((await readExport({ text: counted(3) })).read).toBe(8)
  })

  test('of an archive that hides addresses, with line ends of Windows, is read', async () => {
    const archived = text
      .replace('From maren@lowgate.example ', 'From maren at lowgate.example  ')
      .replace('From: Maren Plover <Maren@Lowgate.example>', 'From: maren at lowgate.example (Maren Plover)')
    const { comments } = await readExport({ text: archived.replaceAll('\n', '\r\n') })
    expect(comments).toHaveLength(4)
    expect(comments[0]).toMatchObject({ author: 'Maren Plover', authorId: 'maren@lowgate.example' })
  })

  test.each([
    '2026年9月12日(土) 18:00 陳 <c@lowgate.example>:',
    '陳 <c@lowgate.example> 于2026年9月12日周六 18:00写道：',
    'сб, 12 сент. 2026 г. в 18:00, Öd <o@lowgate.example>:',
    'Öd <o@lowgate.example>, 12 Eyl 2026 Cmt, 18:00 tarihinde şunu yazdı:',
    'Ar Sad, 12 Medi 2026 am 18:00 Öd <o@lowgate.example> ysgrifennodd:',
    '* Öd <o@lowgate.example> [2026-09-12 18:00]:',
    'Quoting Öd <o@lowgate.example>:',
  ])('knows who is quoted in any language: %s', (line) => {
    expect(ownWordsOf(`Mine.\n\n${line}\n\n> quoted\n`).own).toBe('Mine.')
    const below = ownWordsOf(`Mine.\n\n${line}\nquoted\n`).own
    if (line.includes('2026')) expect(below).toBe('Mine.')
    else expect(below).toContain('Quoting')
  })

  test('keeps a sentence with an address and an hour in it', () => {
    const words = 'Ring at 12:30 or write to Öd <o@lowgate.example>:\nhe knows.'
    expect(ownWordsOf(words).own).toBe(words)
  })

  test.each([
    ['Maren Plöver <maren＠lowgate.example>', 'Maren Plöver'],
    ['=?utf-8?q?Maren_Pl=C3=B6ver_=3Cmaren=EF=BC=A0lowgate=2Eexample=3E?=', 'Maren Plöver'],
    ['"Plöver, Maren" <maren(a)lowgate.example>', 'Plöver, Maren'],
    ['maren(a)lowgate.example', 'maren@lowgate.example'],
  ])('of an archive that masks addresses another way has its senders: %s', async (from, author) => {
    const box = `From x(a)y.example Sat Sep 12 18:42:07 2026\n${message('Message-ID: <h1@lowgate.example>\n', 'Late.\n').replace(/^From: .*$/m, `From: ${from}`)}`
    const { comments } = await readExport({ text: box })
    expect(comments).toMatchObject([{ author, authorId: 'maren@lowgate.example', text: 'Late.' }])
  })

  test.each([
    [
      'From: Maren via Fern-list <fern-list@lowgate.example>\nReply-To: Maren <maren@plover.example>',
      'maren@plover.example',
    ],
    [
      "From: 'Maren' via Fern <fern@lowgate.example>\nX-Original-From: Maren <maren@plover.example>\nReply-To: fern@lowgate.example",
      'maren@plover.example',
    ],
    [
      'From: Maren via Fern-list <fern-list@lowgate.example>\nReply-To: Fern <fern-list@lowgate.example>',
      null,
    ],
    ['From: fern-list at lowgate.example (Maren via Fern-list)', null],
  ])('of a list that writes in its own name has its senders all the same: %s', async (heads, authorId) => {
    const box = `From x@y.example Sat Sep 12 18:42:07 2026\n${message('Message-ID: <h1@lowgate.example>\n', 'Late.\n').replace(/^From: .*$/m, heads)}`
    const { comments } = await readExport({ text: box })
    expect(comments).toMatchObject([{ author: 'Maren', authorId, text: 'Late.' }])
  })

  test('of an archive has no words for what became of an attachment', () => {
    const scrubbed =
      '-------------- next part --------------\nA non-text attachment was scrubbed...\nName: minutes.pdf\nURL: <https://lists.lowgate.example/x.pdf>\n'
    expect(ownWordsOf(`Late.\n${scrubbed}\n${scrubbed}`).own).toBe('Late.')
    expect(ownWordsOf(`Late.\n\n${scrubbed}\nAgain.`).own).toBe('Late.\n\nAgain.')
    expect(ownWordsOf('Late.\n-------- next part --------\nAgain.').own).toContain('next part')
  })

  test('is cut where no blank line stands before the next message', async () => {
    const together = text.trimEnd().concat('\n', text)
    expect((await readExport({ text: together })).read).toBe(12)
  })

  test('is known by its first lines, and prose is not', () => {
    expect(formatOf({ name: 'comments.csv', text })).toBe('mbox')
    expect(formatOf({ text: 'From here on,text\nFrom there,more\n' })).toBe('csv')
  })
})

describe('a single message', () => {
  test('is read, and letters in an encoding of its own are put right as far as they can be', async () => {
    const { format, comments } = await readExport({
      text: message(
        'Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n',
        'Später, Inés 👏',
      ),
    })
    expect(format).toBe('email')
    expect(comments).toMatchObject([{ text: 'Später, Inés 👏', author: 'Maren', threadTitle: 'Fern ward' }])
  })

  test('decoded as Windows-1252 has its bytes back: KOI8-R, UTF-8, or nothing said', async () => {
    const windows = (head: string, body: string) =>
      readExport({ text: message(head, body), encoding: 'windows-1252' })
    const type = 'Content-Type: text/plain; charset='
    const results = await Promise.all([
      windows(`${type}koi8-r\n`, 'ðÒÉ×ÅÔ'),
      windows(`${type}utf-8\n`, 'SpÃ¤ter'),
      windows(`${type}iso-8859-1\n`, 'Später – €5'),
      windows('', 'Später'),
      windows(`${type}us-ascii; format=flowed\n`, 'Später'),
    ])
    expect(results.map(({ comments }) => comments[0]?.text)).toEqual([
      'Привет',
      'Später',
      'Später – €5',
      'Später',
      'Später',
    ])
  })

  test('with letters lost says so', async () => {
    const { incomplete, problems } = await readExport({ text: message('', 'Sp\uFFFDter') })
    expect(incomplete[0]).toMatch(/^Letters of 1 message are lost/)
    expect(problems.some(({ reason }) => reason === 'bad-bytes')).toBe(true)
  })

  test('that a browser packed a page into is not one', () => {
    const saved = message('', 'x').replace('From: Maren', 'From: <Saved by Blink>\nX-By: Maren')
    expect(formatOf({ text: saved })).not.toBe('email')
  })

  test('comes to no harm by ids that are itself, circles, and thousands of parts', async () => {
    const self = message('Message-ID: <__proto__>\nIn-Reply-To: <__proto__>\nReferences: <a> <b> <a>\n', 'x')
    expect((await readExport({ text: self })).comments[0]).toMatchObject({ id: '__proto__', parentId: null })
    const nested = Array.from(
      { length: 400 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`,
    )
    const { read, problems } = await readExport({
      text: message('', '').trimEnd().concat('\n', nested.join('')),
    })
    expect([read, problems[0]?.reason]).toEqual([1, 'not-a-comment'])
  })
})

describe('the words of a message', () => {
  test.each([
    ['Yes.\n\n-----Original Message-----\nFrom: X\nSent: Y\n\nNo?', 'Yes.'],
    [
      'Yes.\n\n________________________________\nFrom: X <x@y>\nSent: Saturday\nTo: Z\nSubject: W\n\nNo?',
      'Yes.',
    ],
    ['Ja.\n\nVon: X\nGesendet: Samstag\nAn: Z\nBetreff: W\n\nNein?', 'Ja.'],
    ['Ja.\n\nAm 12.09.2026 um 18:42 schrieb Maren Plover:\n> Nein?', 'Ja.'],
    ['Oui.\n\nLe sam. 12 sept. 2026 à 18:42, Maren <m@l.example> a écrit :\n\nNon ?', 'Oui.'],
    ['> No?\nYes.\n> Why?\nSo.', 'Yes.\n\nSo.'],
    ['He wrote:\nwords of mine', 'He wrote:\nwords of mine'],
    ['From: here it is\nnot a head', 'From: here it is\nnot a head'],
    ['1 > 0 and x > y\nas > is not at the front', '1 > 0 and x > y\nas > is not at the front'],
  ])('%j', (written, own) => {
    expect(ownWordsOf(written).own).toBe(own)
  })

  test('have a subject without what mail programs put before it', () => {
    expect(
      ['AW: Re[2]: [fern] Re: Ward', 'Fwd: Ward', '[fern] Ward', 'Renovation: Ward'].map(bareSubject),
    ).toEqual([
      { bare: 'Ward', isAnswer: true },
      { bare: 'Ward', isAnswer: false },
      { bare: '[fern] Ward', isAnswer: false },
      { bare: 'Renovation: Ward', isAnswer: false },
    ])
  })

  test('have a time, where its zone is certain', () => {
    expect(readMailTime('Fri, 21 Nov 97 09:55:06 -0600')).toBe('1997-11-21T15:55:06.000Z')
    expect(readMailTime('Sat Sep 12 18:42:07 2026')).toBe('2026-09-12T18:42:07.000Z')
    expect(readMailTime('Sat, 12 Sep 2026 18:42:07 WIB')).toBeNull()
    expect(readMailTime('Sat, 31 Feb 2026 18:42:07 +0000')).toBeNull()
  })
})
