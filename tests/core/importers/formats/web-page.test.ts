import { describe, expect, test } from 'vitest'
import { refuseOtherText } from '../../../../core/importers/refuse.ts'
import { fixture, formatOf, readExport } from './reading-export.ts'

const wordpress = fixture('web-page.html')
const page = (body: string, head = '') =>
  `<!DOCTYPE html><html><head><title>Fern ward</title>${head}</head><body>${body}</body></html>`

/** As bytes, each that is more than a letter or a blank escaped. */
const quotedPrintable = (text: string) =>
  Buffer.from(text)
    .toString('latin1')
    .replace(/[=\x80-\xff]/g, (byte) => `=${byte.charCodeAt(0).toString(16).toUpperCase()}`)

describe('a saved page of WordPress', () => {
  test('gives its comments with thread, parents, authors, times and texts', async () => {
    const { format, comments, problems, incomplete, read } = await readExport({ text: wordpress })
    expect({ format, read }).toEqual({ format: 'web-page', read: 4 })
    expect(comments.map(({ id, parentId, author, state }) => [id, parentId, author, state])).toEqual([
      ['11', null, 'Maren O’Plover', 'visible'],
      ['12', '11', 'إيناس', 'held'],
      ['14', null, 'Ödön', 'visible'],
    ])
    expect(comments[0]).toMatchObject({
      threadId: 'https://lowgate.example/report/',
      threadTitle: 'The delayed report – Lowgate Notes',
      createdAt: '2026-09-12T18:42:07.000Z',
      text: 'Eleven months late.\nWhy?\n\nSee the minutes (https://lowgate.example/minutes) & weep.',
      url: 'https://lowgate.example/report/#comment-11',
      authorId: null,
      likes: null,
    })
    expect(comments[0]?.raw).toMatch(/^<li id="comment-11"/)
    expect(comments[0]?.raw).not.toContain('comment-12')
    expect(comments[1]?.text).toBe('شكرا لك 👏')
    expect(comments[2]).toMatchObject({
      text: 'Fern ward was closed twice.\n\nNobody said why.',
      createdAt: '2026-09-13T09:00:00.000Z',
    })
    expect(problems).toMatchObject([{ row: 3, reason: 'pingback', skipped: true }])
    expect(incomplete).toEqual([
      '4 of 6 comments are in the page: the others were not loaded when it was saved.',
    ])
  })

  test('of blocks, and of a shop’s reviews, is read too', async () => {
    const blocks = `<ol class="wp-block-comment-template"><li id="comment-7" class="comment depth-1"><div class="wp-block-columns">
      <div class="wp-block-comment-author-name"><a href="https://maren.example">Maren</a></div>
      <div class="wp-block-comment-date"><time datetime="2026-09-12T18:42:07+00:00"><a>12 September</a></time></div>
      <div class="wp-block-comment-content"><p>Late.</p></div><div class="wp-block-comment-reply-link"><a>Reply</a></div></div></li></ol>`
    const shop = `<ol class="commentlist"><li class="review byuser" id="li-comment-8"><div id="comment-8" class="comment_container"><img class="avatar">
      <div class="comment-text"><p class="meta"><strong class="woocommerce-review__author">Ödön</strong> – <time datetime="2026-09-12T18:42:07+00:00">12</time></p>
      <div class="description"><p>Good beds.</p></div></div></div></li></ol>`
    const { comments } = await readExport({ text: page(blocks + shop) })
    expect(comments).toMatchObject([
      { id: '7', author: 'Maren', text: 'Late.', createdAt: '2026-09-12T18:42:07.000Z' },
      { id: '8', author: 'Ödön', text: 'Good beds.', createdAt: '2026-09-12T18:42:07.000Z' },
    ])
  })

  test('that does not nest is nested by the depths it names', async () => {
    const flat = [1, 2, 3, 2]
      .map(
        (depth, index) =>
          `<div class="comment depth-${depth}" id="comment-${index + 1}"><div class="comment-content">No ${index}</div></div>`,
      )
      .join('')
    const { comments } = await readExport({ text: page(flat) })
    expect(comments.map(({ parentId }) => parentId)).toEqual([null, '1', '2', '1'])
  })

  test('keeps a name within the words of a comment', async () => {
    const words = `<li class="comment" id="comment-1"><b class="fn">Maren</b><div class="comment-content"><p>As <span class="author">Ödön</span> said</p></div></li>`
    const only = `<li class="comment" id="comment-2"><div class="comment-content"><b class="fn">Inés</b><p>So it is</p></div></li>`
    const { comments } = await readExport({ text: page(`<ol>${words}${only}</ol>`) })
    expect(comments).toMatchObject([
      { author: 'Maren', text: 'As Ödön said' },
      { author: 'Inés', text: 'So it is' },
    ])
  })

  test.each([
    [
      'of before 2010',
      '<ol class="commentlist"><li class="alt" id="comment-67"><cite><a href="x">Maren</a></cite> Says:<br><small class="commentmetadata"><a href="#comment-67">September 12th, 2026 at 6:42 pm</a></small><p>Late, says <cite>Otter</cite>.</p></li></ol>',
    ],
    [
      'with times in classes of its own',
      '<ol class="commentlist"><li class="comment depth-1" id="li-comment-67"><article id="comment-67" class="comment-body"><div class="comment_postinfo"><span class="fn">Maren</span> <span class="comment_date">on September 12, 2026 at 6:42 pm</span></div><div class="comment-content"><p>Late, says <cite>Otter</cite>.</p></div></article></li></ol>',
    ],
    [
      'with names and times that have no classes',
      '<ol class="comment-list"><li class="comment" id="comment-67"><article><footer><cite>Maren</cite><a class="comment-link" href="#comment-67"><time pubdate="1789238527">September 12, 2026 At 6:42 pm</time></a></footer><div class="comment-content"><p>Late, says <cite>Otter</cite>.</p></div><div class="comment-meta" id="comment-67"><a>Reply</a></div></article></li></ol>',
    ],
  ])('by a theme %s gives name, time and words', async (_, html) => {
    const { comments, read } = await readExport({ text: page(html) })
    expect(read).toBe(1)
    expect(comments[0]).toMatchObject({
      id: '67',
      author: 'Maren',
      createdAt: '2026-09-12T18:42:00.000Z',
      text: 'Late, says Otter.',
    })
  })

  test('with wpDiscuz gives names, times, words and votes, and nothing of what stands around them', async () => {
    const comment = (id: number, parent: number, depth: number, inside: string) =>
      `<div id="wpd-comm-${id}_${parent}" class="comment even depth-${depth} wpd-comment wpd_comment_level-${depth}"><div class="wpd-comment-wrap"><div class="wpd-comment-left"><div class="wpd-avatar"><img alt="x" src="x" class="avatar"></div></div><div id="comment-${id}" class="wpd-comment-right"><div class="wpd-comment-header"><div class="wpd-comment-author "> Maren ${id} </div><div class="wpd-comment-date" title="September 12, 2026 6:42 pm"> 2 months ago </div><div class="wpd-reply-to"> Reply to <a href="#comment-1"> Otter </a></div></div><div class="wpd-comment-text"><p>Words ${id}</p></div><div class="wpd-comment-footer"><div class="wpd-vote"><div class="wpd-vote-result" title="3">3</div></div><div class="wpd-reply-button"><span>Reply</span></div></div></div></div>${inside}</div>`
    for (const text of [
      page(comment(41, 0, 1, comment(42, 41, 2, ''))),
      page(comment(41, 0, 1, '') + comment(42, 41, 2, '')),
    ]) {
      const { format, comments, read } = await readExport({ text })
      expect({ format, read }).toEqual({ format: 'web-page', read: 2 })
      const when = { createdAt: '2026-09-12T18:42:00.000Z', likes: 3 }
      expect(comments).toMatchObject([
        { id: '41', parentId: null, author: 'Maren 41', text: 'Words 41', ...when },
        { id: '42', parentId: '41', author: 'Maren 42', text: 'Words 42', ...when },
      ])
    }
  })
})

describe('a saved page of Disqus', () => {
  test('is found in a page that was saved as one file, in a frame of it', async () => {
    const part = (html: string) =>
      `--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n${quotedPrintable(html)}\n`
    const head = `From: <Saved by Blink>\nSnapshot-Content-Location: https://lowgate.example/report\nSubject: Report\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n\tboundary="b"\n\n`
    const outer = page('<p>The report</p>', '<link rel="canonical" href="https://lowgate.example/report">')
    const text = `${head}${part(outer)}${part(fixture('web-page-disqus.html'))}--b--\n`
    const { format, comments } = await readExport({ name: 'report.mhtml', text })
    expect(format).toBe('web-page')
    expect(comments).toMatchObject([
      { id: '901', text: 'Eleven months late. 🙄', threadId: 'https://lowgate.example/report' },
      { id: '902', parentId: '901' },
      { id: '903' },
    ])
  })

  test('gives its posts, and keeps the place of a deleted one', async () => {
    const { comments, incomplete } = await readExport({ text: fixture('web-page-disqus.html') })
    expect(comments).toMatchObject([
      { id: '901', parentId: null, author: 'Maren Plover', text: 'Eleven months late. 🙄', likes: 3 },
      { id: '902', parentId: '901', author: 'Ödön', text: 'Thank you.', likes: null },
      { id: '903', parentId: null, author: null, text: '', state: 'removed-by-moderator' },
    ])
    expect(comments[0]?.createdAt).toBe('2026-09-12T18:42:00.000Z')
    expect(incomplete).toEqual([])
  })

  test('belongs to the page that it was a frame of', async () => {
    const text = fixture('web-page-disqus.html')
    const threadOf = async (html: string) => {
      const { comments } = await readExport({ text: html })
      return [comments[0]?.threadId, comments[0]?.threadTitle]
    }
    expect(await threadOf(text)).toEqual(['https://lowgate.example/report', 'Disqus Comments'])
    const frame =
      'https://disqus.com/embed/comments/?base=default&amp;f=lowgate&amp;t_u=https%3A%2F%2Flowgate.example%2Freport%2F&amp;t_t=The%20report'
    const saved = text.replace(
      '<html>',
      `<html><!-- saved from url=(0150)${frame.replaceAll('&amp;', '&')} -->`,
    )
    expect(await threadOf(saved)).toEqual(['https://lowgate.example/report/', 'The report'])
  })

  test('has links that lead by way of Disqus: they are told as they were written', async () => {
    const link =
      '<a href="https://disq.us/url?url=https%3A%2F%2Flowgate.example%2Ffern%3AaB3_kLmNoPqRsTuVwXyZ-012345&amp;cuid=7">this</a>'
    const text = fixture('web-page-disqus.html').replace('Eleven months late.', link)
    expect((await readExport({ text })).comments[0]?.text).toContain('this (https://lowgate.example/fern)')
  })
})

describe('a page that says of itself what it holds', () => {
  test('in microdata, is read with what is answered', async () => {
    const body = `<div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><span itemprop="author" itemscope><span itemprop="name">Maren</span></span>
      <meta itemprop="dateCreated" content="2026-09-12T18:42:07Z"><div itemprop="text">Late. <b>Why?</b></div><span itemprop="upvoteCount">4</span>
      <div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><span itemprop="author">Ödön</span><div itemprop="text">Indeed</div></div></div>`
    const { comments } = await readExport({ text: page(body) })
    expect(comments).toMatchObject([
      { author: 'Maren', text: 'Late. Why?', likes: 4, createdAt: '2026-09-12T18:42:07.000Z' },
      { author: 'Ödön', text: 'Indeed', threadTitle: 'Fern ward' },
    ])
    expect(comments[1]?.parentId).toBe(comments[0]?.id)
  })

  test('in JSON-LD, is read, unless it shows the same comments', async () => {
    const linked = JSON.stringify({
      '@graph': [
        {
          '@type': 'DiscussionForumPosting',
          headline: 'The delayed report',
          url: 'https://lowgate.example/report',
          commentCount: 5,
          comment: [
            {
              '@type': 'Comment',
              text: 'Late &amp; <i>thin</i>',
              author: { name: 'Maren' },
              dateCreated: '2026-09-12T20:42:07+02:00',
              interactionStatistic: {
                interactionType: 'https://schema.org/LikeAction',
                userInteractionCount: 3,
              },
              comment: { '@type': 'Comment', '@id': '#2', text: 'شكرا', author: 'Ödön' },
            },
          ],
        },
      ],
    })
    const script = `<script type="application/ld+json">${linked}</script>`
    const { comments, incomplete } = await readExport({ text: page('', script) })
    expect(comments).toMatchObject([
      {
        author: 'Maren',
        text: 'Late & thin',
        likes: 3,
        threadId: 'https://lowgate.example/report',
        threadTitle: 'The delayed report',
        createdAt: '2026-09-12T18:42:07.000Z',
      },
      { id: '#2', author: 'Ödön', text: 'شكرا', parentId: comments[0]?.id },
    ])
    expect(incomplete[0]).toMatch(/^2 of 5 comments/)
    const both = await readExport({ text: wordpress.replace('</head>', `${script}</head>`) })
    expect(both.read).toBe(4)
  })
})

describe('a page in which nothing is recognised', () => {
  test('is refused with what to do, whether it is short or long', async () => {
    const short = page('<p>Words</p>')
    expect(formatOf({ text: short })).not.toBe('web-page')
    expect(() => refuseOtherText(short, 'fern.html')).toThrow(/no comments that we recognise.*copy them/)
    const long = page(`<p>${'Words '.repeat(12_000)}</p>`)
    await expect(readExport({ name: 'fern.html', text: long })).rejects.toThrow(/“fern.html”.*copy them/)
  })

  test('does no harm by tags that are never ended, or by thousands within each other', async () => {
    const deep = page(`${'<div class="comment" id="comment-1"><ul>'.repeat(3000)}x`).concat(
      '<div>'.repeat(10_000),
    )
    const { read, incomplete } = await readExport({ text: deep })
    expect(read).toBeGreaterThan(0)
    expect(incomplete[0]).toMatch(/^The page is damaged/)
    const broken = page(
      '<li class="comment" id="comment-1"><a <a <b class="fn">M<div class="comment-content">Half',
    )
    expect((await readExport({ text: broken })).read).toBe(1)
  })

  test('is one of many, and does not keep out the others', async () => {
    const text = page('<ol class="comment-list"></ol>')
    const others = { 'Report_files/embed.html': fixture('web-page-disqus.html') }
    const { format, read, incomplete } = await readExport({ text, others })
    expect({ format, read, incomplete }).toEqual({
      format: 'web-page',
      read: 0,
      incomplete: ['No comments that we recognise are in the page.'],
    })
  })
})
