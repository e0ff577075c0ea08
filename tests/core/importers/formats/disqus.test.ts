import { describe, expect, test } from 'vitest'
import { fixture, readExport } from './reading-export.ts'

const text = fixture('disqus.xml')

describe('a Disqus export', () => {
  test('gives its posts with threads, parents, authors, times and texts', async () => {
    const { format, comments, problems, incomplete, read } = await readExport({ name: 'lowgate.xml', text })
    expect({ format, problems, incomplete, read }).toEqual({
      format: 'disqus',
      problems: [],
      incomplete: [],
      read: 4,
    })
    expect(comments[0]).toMatchObject({
      row: 1,
      id: '901',
      parentId: null,
      threadId: '71',
      threadTitle: 'The delayed report & what is in it',
      author: 'Maren Plover',
      authorId: 'maren_p',
      createdAt: '2026-09-12T18:42:07.000Z',
      text: 'Eleven months late. Why?\n\nSee the minutes (https://lowgate.example/minutes) & weep.',
      state: 'visible',
      likes: null,
    })
    expect(comments.map(({ id, parentId, threadId }) => [id, parentId, threadId])).toEqual([
      ['901', null, '71'],
      ['902', '901', '71'],
      ['903', '902', '71'],
      ['904', null, '72'],
    ])
    expect(comments[1]).toMatchObject({ author: 'Ödön', text: '@maren شكرا لك 👏' })
    expect(comments[0]?.raw).toMatch(/^<post dsq:id="901">.*<\/post>$/)
  })

  test('keeps the place of a deleted post, and tells spam; a thread without a title goes by its address', async () => {
    const { comments } = await readExport({ text })
    expect(comments[2]).toMatchObject({ state: 'removed-by-moderator', text: '' })
    expect(comments[3]).toMatchObject({
      state: 'spam',
      text: 'Buy ]]> watches',
      threadTitle: 'https://lowgate.example/parking',
    })
  })

  test('is read with a stray first byte and attributes without quotes, as in a sample that many tools are tried on', async () => {
    const sloppy = `\u0001${text.replaceAll(/dsq:id="(\d+)"/g, 'dsq:id=$1').replaceAll(' />', '/>')}`
    const { comments } = await readExport({ text: sloppy.replaceAll(/=(\d+)\/>/g, '=$1 />') })
    expect(comments.map(({ id, threadId }) => [id, threadId])).toEqual([
      ['901', '71'],
      ['902', '71'],
      ['903', '71'],
      ['904', '72'],
    ])
  })

  test('that is cut off keeps what is whole, and says what is not', async () => {
    const { comments, incomplete } = await readExport({
      text: text.slice(0, text.indexOf('dsq:id="903"') + 40),
    })
    expect(comments.map(({ id }) => id)).toEqual(['901', '902'])
    expect(incomplete).toEqual(['The file is cut off after comment 2: what came before it was read.'])
  })

  test('has no use for entities of its own, and none that are outside', async () => {
    const doctype = `<!DOCTYPE disqus [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>`
    const hostile = text
      .replace('<disqus', `${doctype}<disqus`)
      .replace('<![CDATA[<p>Eleven months late.', '&b;&x; <![CDATA[<p>Eleven months late.')
    const { comments } = await readExport({ text: hostile })
    expect(comments[0]?.text).toMatch(/^&b;&x;\n\nEleven/)
  })
})

describe('a Disqus export that is not quite as usual', () => {
  test('tells what waits for approval and what was flagged, and where a comment stands', async () => {
    const { comments } = await readExport({
      text: text.replace(
        '<isSpam>false</isSpam><author><name>Maren Plover',
        '<isSpam>false</isSpam><isApproved>false</isApproved><isFlagged>true</isFlagged><ipAddress>192.0.2.1</ipAddress><author><email>m@lowgate.example</email><name>Maren Plover',
      ),
    })
    expect(comments[0]).toMatchObject({
      state: 'held',
      reports: 1,
      authorId: 'maren_p',
      url: 'https://lowgate.example/report#comment-901',
    })
    expect(comments[1]).toMatchObject({ state: 'visible', reports: null, authorId: null })
  })

  test('has its threads after its posts, or twice, and titles escaped twice', async () => {
    const threads = /<thread dsq:id="\d+"><id \/>.*\n/g
    const late = text
      .replaceAll(threads, '')
      .replace('</disqus>', () => `${(text.match(threads) ?? []).join('')}</disqus>`)
      .replace('report &amp; what', 'report &amp;amp; what')
      .replace('</disqus>', '<thread dsq:id="71"><id /><title></title></thread></disqus>')
    const { comments } = await readExport({ text: late })
    expect(comments.map(({ threadTitle }) => threadTitle)).toEqual([
      ...Array(3).fill('The delayed report & what is in it'),
      'https://lowgate.example/parking',
    ])
  })

  test('has tags that were never ended, and parents before threads', async () => {
    const unended = text
      .replaceAll('<thread dsq:id="71" /><parent dsq:id="901" />', '<thread dsq:id=71/><parent dsq:id=901/>')
      .replace(
        '<thread dsq:id="71" /><parent dsq:id="902" />',
        '<parent dsq:id="902"></parent><thread dsq:id="71"></thread>',
      )
    const { comments } = await readExport({ text: unended })
    expect(comments.map(({ parentId, threadId }) => [parentId, threadId])).toEqual([
      [null, '71'],
      ['901', '71'],
      ['902', '71'],
      [null, '72'],
    ])
  })

  test('may write its flags as 1, or with a capital', async () => {
    const post = (id: number, flags: string) =>
      `<post dsq:id="${id}"><message>Late</message>${flags}<thread dsq:id="71"/></post>`
    const posts = [
      post(1, '<isDeleted>True</isDeleted><isSpam>False</isSpam>'),
      post(2, '<isDeleted>1</isDeleted><isSpam>1</isSpam>'),
      post(3, '<isDeleted>0</isDeleted><isSpam>0</isSpam><isApproved>False</isApproved>'),
    ]
    const { comments } = await readExport({
      text: `<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">${posts.join('')}</disqus>`,
    })
    expect(comments.map(({ state }) => state)).toEqual(['removed-by-moderator', 'spam', 'held'])
  })

  test('may have been written again by a program that makes prefixes of its own', async () => {
    const again = text
      .replaceAll('dsq:', 'ns1:')
      .replace('xmlns:dsq=', 'xmlns:ns1=')
      .replace('xmlns=', 'xmlns:ns0=')
      .split(/(<!\[CDATA\[.*?\]\]>)/)
      .map((part) => (part.startsWith('<!') ? part : part.replace(/<(\/?)(?=[a-z])/gi, '<$1ns0:')))
      .join('')
    const [before, after] = [await readExport({ text }), await readExport({ text: again })]
    const untouched = ({ comments }: typeof before) => comments.map(({ raw: _, ...comment }) => comment)
    expect(after.format).toBe('disqus')
    expect(untouched(after)).toEqual(untouched(before))
  })

  test('has links that lead by way of Disqus: they are told as they were written', async () => {
    const link = (address: string, words: string) =>
      `<a href="http://disq.us/url?url=${encodeURIComponent(address)}%3AaB3_kLmNoPqRsTuVwXyZ-012345&amp;cuid=7" rel="nofollow">${words}</a>`
    const message = `<p>${link('https://lowgate.example/minutes?page=4', 'https://lowgate.example/minu...')} and ${link('https://lowgate.example/fern', 'this')}</p>`
    const { comments } = await readExport({
      text: text.replace(/(<message><!\[CDATA\[).*?\]\]>/, `$1${message}]]>`),
    })
    expect(comments[0]?.text).toBe(
      'https://lowgate.example/minutes?page=4 and this (https://lowgate.example/fern)',
    )
  })
})
