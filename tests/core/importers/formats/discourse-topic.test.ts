import { describe, expect, test } from 'vitest'
import { fixture, formatOf, readExport } from './reading-export.ts'

const text = fixture('discourse-topic.json')

describe('a Discourse topic', () => {
  test('gives its posts, whose answers are by number in the topic', async () => {
    const { format, comments, problems, read } = await readExport({ text })
    expect({ format, read }).toEqual({ format: 'discourse-topic', read: 6 })
    expect(comments.map(({ id, parentId, threadId, kind }) => [id, parentId, threadId, kind])).toEqual([
      ['801', null, '57', 'post'],
      ['803', '801', '57', 'comment'],
      ['809', '803', '57', 'comment'],
      ['810', null, '57', 'comment'],
      ['811', null, '57', 'comment'],
    ])
    expect(comments[0]).toMatchObject({
      row: 1,
      author: 'maren_p',
      authorId: '5',
      threadTitle: 'The Fern ward report & what is in it',
      createdAt: '2026-09-12T18:42:07.123Z',
      editedAt: '2026-09-12T19:00:00.000Z',
      text: 'Eleven months late.\nWhy? 👏\n\n- page 4',
      likes: 4,
      replies: 2,
      reports: 1,
    })
    expect(problems.map(({ row, reason, skipped }) => [row, reason, skipped])).toEqual([
      [2, 'quoted-text', false],
      [3, 'service', true],
      [6, 'quoted-text', false],
    ])
  })

  test('gives own words only: quotations go, and of a preview the address stays', async () => {
    const { comments } = await readExport({ text })
    expect(comments[1]).toMatchObject({
      text: 'Not twelve? & شكرا\n\nhttps://lowgate.example/minutes',
      likes: null,
      reports: null,
      editedAt: null,
    })
    expect(comments[4]?.text).toBe('Cheap *beds*')
  })

  test('tells what is hidden, and who deleted what', async () => {
    const { comments } = await readExport({ text })
    expect(comments.slice(2).map(({ state, text }) => [state, text])).toEqual([
      ['held', 'Shame'],
      ['deleted-by-author', ''],
      ['removed-by-moderator', 'Cheap *beds*'],
    ])
    const hidden = text.replace('"hidden": true', '"hidden": true, "cooked_hidden": true')
    expect((await readExport({ text: hidden })).comments[2]).toMatchObject({
      state: 'removed-by-moderator',
      text: '',
    })
    const byAuthor = text.replace('"username": "staff"', '"username": "seller"')
    expect((await readExport({ text: byAuthor })).comments[4]?.state).toBe('deleted-by-author')
  })

  test('says how many posts it holds of how many, and which answers lead nowhere', async () => {
    expect((await readExport({ text })).incomplete).toEqual([
      '6 of 8 posts are in the file.',
      'Answers to posts that are not in the file: 1.',
    ])
    const uncounted = text.replace(/"stream": \[[^\]]*\]/, '"gaps": {}')
    expect((await readExport({ text: uncounted })).incomplete[0]).toBe('6 of 7 posts are in the file.')
  })

  test('may be several pages, in a list or one after the other, each post counted once', async () => {
    const second = text
      .replaceAll('"id": 80', '"id": 90')
      .replaceAll('"topic_id": 57', '"topic_id": 58')
      .replace('"id": 57', '"id": 58')
      .replace('The Fern ward report &', 'The minutes &')
    for (const pages of [`[${text},${text},${second}]`, `${text}\n${text}\n${second}`]) {
      const { comments, incomplete } = await readExport({ text: pages })
      expect(comments).toHaveLength(15)
      expect(comments[10]).toMatchObject({ threadId: '58', threadTitle: 'The minutes & what is in it' })
      expect(comments[0]?.threadTitle).toBe('The Fern ward report & what is in it')
      expect(incomplete[0]).toBe('12 of 16 posts are in the file.')
    }
  })

  test('may be posts alone, or the latest of a forum', async () => {
    const { post_stream } = JSON.parse(text) as { post_stream: { posts: unknown[] } }
    const posts = post_stream.posts
    const wrappings = [
      JSON.stringify(posts),
      posts.map((post) => JSON.stringify(post)).join('\n'),
      JSON.stringify({ latest_posts: posts }),
    ]
    for (const wrapped of wrappings) {
      const { format, comments } = await readExport({ text: wrapped })
      expect({ format, ids: comments.map(({ id }) => id) }).toEqual({
        format: 'discourse-topic',
        ids: ['801', '803', '809', '810', '811'],
      })
    }
  })

  test('between few people is private, and so is what staff whisper', async () => {
    const letters = await readExport({ text: text.replace('"regular"', '"private_message"') })
    expect(letters.comments).toEqual([])
    expect(letters.problems.filter(({ reason }) => reason === 'private')).toHaveLength(5)
    const whisper = await readExport({
      text: text.replace('"post_number": 2, "post_type": 1', '"post_number": 2, "post_type": 4'),
    })
    expect(whisper.problems).toContainEqual(expect.objectContaining({ row: 2, reason: 'private' }))
  })

  test('that is cut off keeps what is whole; odd values do no harm', async () => {
    const { comments, incomplete } = await readExport({ text: text.slice(0, text.indexOf('"id": 809')) })
    expect(comments.map(({ id, threadTitle }) => [id, threadTitle])).toEqual([
      ['801', null],
      ['803', null],
    ])
    expect(incomplete).toEqual(['The file is cut off after record 3: what came before it was read.'])
    const odd =
      '{"post_stream":{"posts":[null,5,{"post_number":"__proto__","id":{},"cooked":[7],"topic_id":"constructor"},{"post_number":3,"reply_to_post_number":3,"id":9,"topic_id":1,"raw":"self","actions_summary":{"a":1},"created_at":[]}],"stream":"x"},"id":[1],"title":{"a":1}}'
    const read = await readExport({ text: odd })
    expect(read.read).toBe(4)
    expect(read.comments).toMatchObject([{ id: '9', parentId: null, text: 'self' }])
    expect(formatOf({ text: '{"post_stream":{"stream":[]}}' })).not.toBe('discourse-topic')
  })

  test('says which forum it is of where the address of a picture or of a post does', async () => {
    const sites = async (more: object) => {
      const topic = JSON.parse(text)
      const [first] = topic.post_stream.posts
      Object.assign(first, more)
      const { comments } = await readExport({ text: JSON.stringify(topic) })
      return new Set(comments.map(({ site }) => site))
    }
    const picture = 'https://cdn.example/user_avatar/Forum.Lowgate.example/maren/{size}/7_2.png'
    expect(await sites({ avatar_template: picture, post_url: null })).toEqual(
      new Set(['forum.lowgate.example']),
    )
    const link = 'https://www.forum.lowgate.example/t/report/5/1'
    expect(await sites({ avatar_template: null, post_url: link })).toEqual(new Set(['forum.lowgate.example']))
    expect(
      await sites({
        avatar_template: '/letter_avatar_proxy/v4/letter/m/x/{size}.png',
        post_url: '/t/report/5/1',
      }),
    ).toEqual(new Set([null]))
  })

  test('has pictures, polls and tables without what the forum writes on them', async () => {
    const topic = JSON.parse(text)
    const [first] = topic.post_stream.posts
    first.raw = undefined
    first.cooked =
      '<p><div class="lightbox-wrapper"><a class="lightbox" href="https://lowgate.example/uploads/ward.jpeg" title="ward"><img src="ward_2.jpeg" alt="ward"><div class="meta"><svg class="fa"><use href="#far-image"></use></svg><span class="filename">ward</span><span class="informations">1920×1080 120 KB</span></div></a></div></p><div class="poll"><ul><li>Yes</li></ul><div class="poll-info"><span class="info-number">0</span><span class="info-label">voters</span></div></div><table><tr><td>bed</td><td>7</td></tr></table>'
    const { comments } = await readExport({ text: JSON.stringify(topic) })
    expect(comments[0]?.text).toBe('ward (https://lowgate.example/uploads/ward.jpeg)\n\n- Yes\n\nbed 7')
  })

  test('of which there are single posts only does not say that the others are missing', async () => {
    const topic = JSON.parse(text)
    const posts = topic.post_stream.posts.map((post: object) => ({ ...post, posts_count: 40 }))
    for (const json of [posts[0], [posts[0]]]) {
      const { format, comments, incomplete } = await readExport({ text: JSON.stringify(json) })
      expect({ format, incomplete, read: comments.length }).toEqual({
        format: 'discourse-topic',
        incomplete: [],
        read: 1,
      })
    }
  })
})
