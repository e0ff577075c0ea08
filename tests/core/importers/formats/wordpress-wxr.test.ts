import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

const text = fixture('wordpress-wxr.xml')

describe('a WordPress export', () => {
  test('gives its comments with threads, parents, authors, times and texts', async () => {
    const { format, comments, incomplete, read } = await readExport({ name: 'lowgate.xml', text })
    expect({ format, incomplete, read }).toEqual({ format: 'wordpress-wxr', incomplete: [], read: 7 })
    expect(comments.map(({ id, parentId, threadId }) => [id, parentId, threadId])).toEqual([
      ['11', null, '71'],
      ['12', '11', '71'],
      ['13', '12', '71'],
      ['15', null, '72'],
      ['16', null, '72'],
    ])
    expect(comments[0]).toMatchObject({
      row: 1,
      threadTitle: 'The delayed report & what is in it',
      author: "Maren O'Plover",
      authorId: null,
      createdAt: '2026-09-12T18:42:07.000Z',
      createdOriginal: '2026-09-12 18:42:07',
      text: 'Eleven months late.\nWhy? See the minutes (https://lowgate.example/minutes) & weep',
      state: 'visible',
      likes: null,
      url: 'https://lowgate.example/report/#comment-11',
    })
    expect(comments[1]).toMatchObject({ author: 'Inés', authorId: '4', text: 'شكرا لك 👏 and ]]> is no end' })
    expect(comments[3]?.threadTitle).toBe('https://lowgate.example/?p=72')
    expect(comments[0]?.raw).toMatch(/^<wp:comment>[\s\S]*akismet[\s\S]*<\/wp:comment>$/)
  })

  test('tells what was held, spam and thrown away, and leaves out pingbacks and the notes of a shop', async () => {
    const { comments, problems } = await readExport({ text })
    expect(comments.map(({ state }) => state)).toEqual([
      'visible',
      'visible',
      'held',
      'spam',
      'removed-by-moderator',
    ])
    expect(problems.filter(({ skipped }) => skipped).map(({ row, reason }) => [row, reason])).toEqual([
      [4, 'pingback'],
      [7, 'service'],
    ])
  })

  test('without a time in UTC goes by the clock of the site, as it was last seen, and says so', async () => {
    const { comments, problems } = await readExport({ text })
    expect(comments[2]).toMatchObject({
      createdOriginal: '2026-09-13 09:00:00',
      createdAt: '2026-09-13T07:00:00.000Z',
      author: null,
    })
    expect(problems[0]).toMatchObject({ row: 3, reason: 'bad-time', value: '0000-00-00 00:00:00' })
    const alone = await readExport({ text: text.replaceAll(/<wp:(post|comment)_date_gmt>.*?_gmt>/g, '') })
    expect(alone.comments[0]).toMatchObject({ createdAt: '2026-09-12T20:42:07.000Z' })
    const none = await readExport({
      text: text.replaceAll(/<wp:(post|comment)_date(_gmt)?>.*?_date(_gmt)?>/g, ''),
    })
    expect(none.comments[0]).toMatchObject({ createdAt: null, createdOriginal: null })
    expect(none.problems.some(({ reason }) => reason === 'bad-time')).toBe(false)
  })

  test('of any version, by http or https, and with none, is known', () => {
    const versions = ['http://wordpress.org/export/1.0/', 'http://wordpress.org/export/1.1/', 'urn:lost']
    for (const version of versions) {
      const older = text.replaceAll('https://wordpress.org/export/1.2/', version)
      expect(formatOf({ name: 'x.csv', text: older })).toBe('wordpress-wxr')
      expect(formatOf({ text: older.replace(/<wp:wxr_version>.*/, '') })).toBe('wordpress-wxr')
    }
    expect(formatOf({ text: `\n<br />\n<b>Warning</b>: mysql is gone\n${text}` })).toBe('wordpress-wxr')
    expect(formatOf({ text: '<rss version="2.0"><channel></channel></rss>' })).not.toBe('wordpress-wxr')
  })

  test('keeps two comments of one id under two posts, and a post without an id by its address', async () => {
    const { comments } = await readExport({
      text: text.replace('<wp:post_id>72</wp:post_id>', '').replace('_id>15<', '_id>11<'),
    })
    expect(comments[3]).toMatchObject({ id: '11', threadId: 'https://lowgate.example/?p=72' })
    expect(comments[3]?.key).not.toBe(comments[0]?.key)
  })

  test('is read with HTML, CDATA in CDATA and controls that XML does not allow in a text', async () => {
    const write = (content: string) =>
      text.replace(/<!\[CDATA\[Eleven months late[\s\S]*?weep\]\]>/, () => content)
    const texts = await Promise.all(
      [
        '<p>One</p><p>two<br>three</p>',
        '<![CDATA[a <![CDATA[b]]> c]]>',
        '<![CDATA[bell \u0007 rings]]>',
        'A &lt;i&gt;b&lt;/i&gt;',
        '<![CDATA[One <b>&</b>\r\n\r\ntwo\nthree]]>',
      ].map(async (content) => (await readExport({ text: write(content) })).comments[0]?.text),
    )
    expect(texts).toEqual(['One\n\ntwo\nthree', 'a b c', 'bell \u0007 rings', 'A b', 'One &\n\ntwo\nthree'])
  })

  test('that is cut off keeps what is whole, and says what is not', async () => {
    const { comments, incomplete } = await readExport({ text: text.slice(0, text.indexOf('_id>13<') + 60) })
    expect(comments.map(({ id }) => id)).toEqual(['11', '12'])
    expect(incomplete).toEqual(['The file is cut off after comment 2: what came before it was read.'])
  })

  test('comes to no harm by odd ids, parents that are themselves, and missing fields', async () => {
    const { comments } = await readExport({
      text: text
        .replace('_id>11<', '_id>__proto__<')
        .replace('_parent>11<', '_parent>12<')
        .replace('<wp:comment_id>13</wp:comment_id>', ''),
    })
    expect(comments.map(({ id, parentId }) => [id, parentId]).slice(0, 3)).toEqual([
      ['__proto__', null],
      ['12', null],
      [null, '12'],
    ])
  })

  test('is given up where elements are nested deeper than anybody writes them', async () => {
    const deep = text.replace('</channel>', () => '<a>'.repeat(6_000))
    const inWords = text.replace('Buy watches', () => `${'<div>'.repeat(6_000)}Buy <i>watches</i>`)
    expect((await readExport({ text: deep })).incomplete).toHaveLength(1)
    expect((await readExport({ text: inWords })).comments[3]?.text).toMatch(/^Buy\s+watches$/)
  })

  test('says which site it is of, however its address is written', async () => {
    const siteOfFirst = async (from: string, to: string) =>
      (await readExport({ text: text.replaceAll(from, to) })).comments[0]?.site
    const link = '<link>https://lowgate.example</link>'
    expect(await siteOfFirst(link, link)).toBe('lowgate.example')
    expect(await siteOfFirst(link, '<link>http://www.Lowgate.example/blog/</link>')).toBe(
      'lowgate.example/blog',
    )
    const blog = '<wp:base_blog_url><![CDATA[https://lowgate.example/ward]]></wp:base_blog_url>'
    expect(await siteOfFirst(link, blog)).toBe('lowgate.example/ward')
    // Then the post's own address says it.
    expect(await siteOfFirst(link, '')).toBe('lowgate.example')
  })

  test('takes marks of CDATA in a text away in pairs, and leaves an end alone', async () => {
    const written = '<![CDATA[a ]]]]><![CDATA[> b <![CDATA[inner]]]]><![CDATA[> c]]>'
    const { comments } = await readExport({
      text: text.replace(
        /<wp:comment_content>[\s\S]*?<\/wp:comment_content>/,
        () => `<wp:comment_content>${written}</wp:comment_content>`,
      ),
    })
    expect(comments[0]?.text).toBe('a ]]> b inner c')
  })

  test('has comments of the type "comment", of an empty one, of none, and of reviews', async () => {
    const first = '<wp:comment_type><![CDATA[comment]]></wp:comment_type>'
    for (const type of [
      '<wp:comment_type></wp:comment_type>',
      '<wp:comment_type/>',
      '',
      first.replace('comment]', 'review]'),
    ]) {
      const { comments } = await readExport({ text: text.replace(first, type) })
      expect(comments[0]).toMatchObject({ id: '11', kind: 'comment' })
    }
    const { problems } = await readExport({
      text: text.replace(first, first.replace('comment]', 'action_log]')),
    })
    expect(problems[0]).toMatchObject({ row: 1, reason: 'service', skipped: true })
  })

  test('may have been written again by a program that makes prefixes of its own', async () => {
    const text = fixture('wordpress-wxr.xml')
    const again = text.replaceAll('wp:', 'ns0:').replace('xmlns:wp=', 'xmlns:ns0=')
    expect(again).toContain('xmlns:ns0="')
    const [before, after] = [await readExport({ text }), await readExport({ text: again })]
    const untouched = ({ comments }: typeof before) => comments.map(({ raw: _, ...comment }) => comment)
    expect(after.format).toBe('wordpress-wxr')
    expect(untouched(after)).toEqual(untouched(before))
    expect(after.read).toBe(before.read)
  })

  test('of pages or pictures alone says what to ask for instead', async () => {
    const text = fixture('wordpress-wxr.xml').replace(/<wp:comment>.*?<\/wp:comment>/gs, '')
    const { format, read, incomplete } = await readExport({ text })
    expect({ format, read }).toEqual({ format: 'wordpress-wxr', read: 0 })
    expect(incomplete).toEqual([
      'No comments are in the file. In WordPress, under “Tools”, “Export”, choose “All content”.',
    ])
  })
})
