import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

const text = fixture('reddit-page.json')

describe('a Reddit page', () => {
  test('gives the post and its comments, replies after what they answer', async () => {
    const { format, comments, problems, read } = await readExport({ text })
    expect({ format, problems, read }).toEqual({ format: 'reddit-listing', problems: [], read: 7 })
    expect(comments.map(({ row, id, parentId, threadId }) => [row, id, parentId, threadId])).toEqual([
      [1, 't3_1lowg8', null, '1lowg8'],
      [2, 'c001', null, '1lowg8'],
      [3, 'c002', 'c001', '1lowg8'],
      [4, 'c003', 'c001', '1lowg8'],
      [5, 'c004', null, '1lowg8'],
      [6, 'c005', null, '1lowg8'],
      [7, 'c006', null, '1lowg8'],
    ])
    expect(comments[0]).toMatchObject({
      kind: 'post',
      threadTitle: 'The Fern ward report is late & nobody says why',
      text: 'The Fern ward report is late & nobody says why\n\nEleven months. Has *anyone* read it?',
      likes: 41,
      replies: 9,
      url: 'https://www.reddit.com/r/lowgate/comments/1lowg8/the_fern_ward_report/',
    })
    expect(comments[1]).toMatchObject({
      kind: 'comment',
      author: 'Ödön',
      authorId: 't2_aa2',
      createdAt: '2026-09-12T08:05:00.000Z',
      threadTitle: 'The Fern ward report is late & nobody says why',
      likes: 7,
    })
    expect(JSON.parse(comments[1]?.raw ?? '')).not.toHaveProperty('replies')
  })

  test('says what “more” links hide', async () => {
    expect((await readExport({ text })).incomplete).toEqual([
      '6 of 9 comments are in the file. Reddit left out 3 behind 2 “more” links.',
    ])
  })

  test('keeps markdown, and unescapes what Reddit escaped, once', async () => {
    const { comments } = await readExport({ text })
    expect(comments[1]?.text).toBe('> nobody says why\n\nThey *do*: <p. 4> &amp; on.')
    // Asked for with raw_json=1: the page in HTML tells.
    const unescaped = text.replace(/"body":"شكرا لك 👏"/, '"body":"&lt;b&gt;"')
    expect((await readExport({ text: unescaped })).comments[2]?.text).toBe('&lt;b&gt;')
  })

  test('tells what its author deleted from what was removed, and from spam', async () => {
    const { comments } = await readExport({ text })
    expect(comments.slice(3).map(({ state, text, author }) => [state, text, author])).toEqual([
      ['deleted-by-author', '', null],
      ['removed-by-moderator', '', null],
      ['removed-by-moderator', '', 'quiet_otter'],
      ['spam', 'Cheap beds', 'seller'],
    ])
  })

  test('counts the reports that moderators see; no report told is not none', async () => {
    const { comments } = await readExport({ text })
    expect(comments.map(({ reports }) => reports)).toEqual([null, 4, null, 0, null, null, null])
  })

  test('does not know a hidden score, nor a time of editing that cannot be one', async () => {
    const { comments } = await readExport({ text })
    expect(comments[2]).toMatchObject({ likes: null, editedAt: null })
    expect(comments[3]).toMatchObject({ likes: -3, editedAt: null })
    expect(comments[1]?.editedAt).toBe('2026-09-12T08:15:00.000Z')
    for (const edited of ['-1', '99999999999999999999999', '"x"', '{}', '1e999', 'null', '0']) {
      const odd = text.replace('"edited":1789200900.0', `"edited":${edited}`)
      expect((await readExport({ text: odd })).comments[1]?.editedAt, edited).toBeNull()
    }
  })

  test('may be a listing of comments alone, whose post is only named', async () => {
    const comment = {
      kind: 't1',
      data: {
        id: 'c9',
        link_id: 't3_zz',
        link_title: 'Lowgate',
        parent_id: 't1_c8',
        body: 'Mine',
        author: 'm',
      },
    }
    const listing = JSON.stringify({
      kind: 'Listing',
      data: { children: [comment, { kind: 't5', data: {} }] },
    })
    const { format, comments, problems, incomplete, read } = await readExport({ text: listing })
    expect({ format, incomplete, read }).toEqual({ format: 'reddit-listing', incomplete: [], read: 2 })
    expect(comments[0]).toMatchObject({ id: 'c9', parentId: 'c8', threadId: 'zz', threadTitle: 'Lowgate' })
    expect(problems).toMatchObject([{ row: 2, reason: 'not-a-comment', skipped: true }])
  })

  test('may be several pages in a list, each with a title of its own, or what a “more” link brought', async () => {
    const two = `[${text},${text.replaceAll('1lowg8', '1other').replace('The Fern', 'A')}]`
    const { comments } = await readExport({ text: two })
    expect(comments.map(({ threadId }) => threadId).slice(6, 9)).toEqual(['1lowg8', '1other', '1other'])
    expect(comments[8]?.threadTitle).toMatch(/^A ward/)
    const things = { json: { errors: [], data: { things: [{ kind: 't1', data: { id: 'c1', body: 'x' } }] } } }
    expect((await readExport({ text: JSON.stringify(things) })).comments).toHaveLength(1)
  })

  test('is read through ten thousand levels of replies', async () => {
    const opening = Array.from(
      { length: 10_000 },
      (_, level) =>
        `{"kind":"t1","data":{"id":"n${level}","link_id":"t3_x","parent_id":"t1_n${level - 1}","body":"again","score":1234567890123456789,"replies":{"kind":"Listing","data":{"children":[`,
    )
    const page = `{"kind":"Listing","data":{"children":[${opening.join('')}${']}}}}'.repeat(10_000)}]}}`
    const { comments, read } = await readInOne(page)
    expect([read, comments]).toEqual([10_000, 'n9999'])
  })

  test('that is cut off keeps what is whole; odd values do no harm', async () => {
    const { comments, incomplete } = await readExport({ text: text.slice(0, text.indexOf('"c005"')) })
    expect(comments.map(({ id }) => id)).toEqual(['t3_1lowg8', 'c001', 'c002', 'c003', 'c004'])
    expect(incomplete[0]).toMatch(/cut off/)
    const odd =
      '{"kind":"Listing","data":{"children":[null,7,[],{"kind":"t1"},{"kind":"t1","data":{"__proto__":{"a":1},"id":"constructor","parent_id":"t1_constructor","body":{"a":1},"replies":{"data":{"children":"x"}}}},{"kind":"t1","data":{"id":5,"body":"five","score":"many","author":["x"]}}]}}'
    const read = await readExport({ text: odd })
    expect(read.comments).toMatchObject([{ id: '5', text: 'five', likes: null, author: null }])
    expect(read.read).toBe(6)
    expect(formatOf({ text: '[{"kind":"Listing"}]' })).not.toBe('reddit-listing')
  })

  test('says where branches go on at other pages, and that further pages follow', async () => {
    const more = (count: number) => ({
      kind: 'more',
      data: { count, id: '_', parent_id: 't1_c1', children: [] },
    })
    const comment = (id: string, replies: unknown = '') => ({
      kind: 't1',
      data: { id, link_id: 't3_p1', parent_id: 't3_p1', body: id, created_utc: 1789238527, replies },
    })
    const page = (children: readonly unknown[], after: string | null = null) => ({
      kind: 'Listing',
      data: { after, children },
    })
    const told = async (json: unknown) => (await readExport({ text: JSON.stringify(json) })).incomplete
    expect(await told(page([comment('c1', page([more(0)]))]))).toEqual([
      '1 comment is in the file. A branch goes on at a page of its own.',
    ])
    expect(await told([page([]), page([comment('c1', page([more(0)])), more(4), more(0)])])).toEqual([
      '1 comment is in the file. Reddit left out 4 behind a “more” link. 2 branches go on at a page of their own.',
    ])
    const further = ['Further pages of the list are not in the file.']
    expect(await told(page([comment('c1')], 't1_c1'))).toEqual(further)
    expect(await told([page([comment('c1')], 't1_c1'), page([comment('c2')])])).toEqual([])
    expect(await told([page([comment('c1')], 't1_c1'), page([comment('c2')], 't1_c2')])).toEqual(further)
  })

  test('may hold letters, which are private, and titles with entities', async () => {
    const children = [
      { kind: 't4', data: { id: 'm1', author: 'otter', body: 'Secret', subject: 'Hello' } },
      { kind: 't1', data: { id: 'c1', link_id: 't3_p1', link_title: 'Beds &amp; wards', body: 'x' } },
    ]
    const { comments, problems } = await readExport({
      text: JSON.stringify({ kind: 'Listing', data: { children } }),
    })
    expect(comments).toMatchObject([{ id: 'c1', threadTitle: 'Beds & wards' }])
    expect(problems).toMatchObject([{ row: 1, reason: 'private' }])
  })
})

/** Cutting a file of that size into single letters takes its time, and tests nothing more. */
async function readInOne(text: string) {
  const { redditListing } = await import('../../../../core/importers/formats/reddit-listing.ts')
  let read = 0
  let last: string | null | undefined = null
  await redditListing.parse(
    {
      name: 'page.json',
      folder: '',
      reading: {
        format: 'reddit-listing',
        encoding: 'utf-8',
        delimiter: ',',
        headerRow: 1,
        dateOrder: 'dmy',
        columns: {},
      },
      beside: () => null,
      async *text() {
        yield text
      },
    },
    {
      comment(found) {
        read += 1
        last = found.id
      },
      leaveOut() {},
      repaired() {},
      incomplete() {},
    },
  )
  return { read, comments: last }
}
