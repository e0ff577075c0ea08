import { describe, expect, test } from 'vitest'
import { createChains, tweetTime } from '../../../../core/importers/parts/tweet.ts'
import { fixture, formatOf, readExport } from './reading-export.ts'

const text = fixture('x-archive-tweets.js')
const account = `window.YTD.account.part0 = [ { "account" : { "username" : "maren_p", "accountId" : "4242", "accountDisplayName" : "Maren Plover" } } ]`
const note = `window.YTD.note_tweet.part0 = [ { "noteTweet" : { "noteTweetId" : "77", "createdAt" : "2026-09-12T19:10:00.000Z", "core" : { "text" : "The whole of it begins here and then it goes on &amp; on" } } } ]`
const noteOnly = { id: '77', text: 'The whole of it begins here and then it goes on & on' }
const others = { 'data/account.js': account, 'data/note-tweet.js': note }
const id = (last: string) => `1999888777666555${last}`
const code = 'The file holds program code besides its list. It was read as text and never run.'

describe('an X archive', () => {
  test('gives the owner’s tweets with ids, threads, times, texts and likes, and leaves shares out', async () => {
    const { format, comments, problems, incomplete, read } = await readExport({
      name: 'tweets.js',
      text,
      others,
    })
    expect({ format, incomplete, read }).toEqual({ format: 'x-archive', incomplete: [], read: 5 })
    expect(problems).toMatchObject([
      { row: 4, reason: 'share', skipped: true },
      { row: 5, reason: 'bad-time', skipped: false },
    ])
    expect(comments.map(({ id, parentId, threadId }) => [id, parentId, threadId])).toEqual([
      [id('401'), null, id('401')],
      [id('402'), id('401'), id('401')],
      [id('403'), id('402'), id('401')],
      [id('405'), '1999888777666550000', id('405')],
    ])
    expect(comments[0]).toMatchObject({
      author: 'maren_p',
      authorId: '4242',
      createdAt: '2026-09-12T18:42:07.000Z',
      createdOriginal: 'Sat Sep 12 18:42:07 +0000 2026',
      text: 'Eleven months late & no report. <Fern ward> waits',
      likes: 61,
      lang: 'en',
      url: `https://x.com/maren_p/status/${id('401')}`,
    })
    expect(comments[1]).toMatchObject({ text: 'شكرا 👏\n"];alert(1)//', likes: 0 })
    expect(comments[2]).toMatchObject({ text: noteOnly.text, lang: null })
    expect(comments[3]).toMatchObject({ createdAt: null, likes: null })
  })

  test('is read without the files beside it: its owner is not known, long texts stay short', async () => {
    const { comments } = await readExport({ name: 'wrong-name.csv', text })
    expect(comments[0]).toMatchObject({ author: null, url: `https://x.com/i/web/status/${id('401')}` })
    expect(comments[2]?.text).toMatch(/^@odon The whole/)
  })

  test('marks deleted tweets, and reads parts, communities, old lists and plain JSON', async () => {
    const deleted = await readExport({
      name: 'deleted-tweets.js',
      text: text.replace('.tweets.', '.deleted_tweets.'),
    })
    expect(deleted.comments.map(({ state }) => state)).toEqual(Array(4).fill('deleted-by-author'))
    const bare = text.slice(text.indexOf('['))
    for (const first of [
      'window.YTD.tweet.part0 = ',
      'window.YTD.tweets.part12 =\n',
      'window.YTD.community_tweet.part0 = ',
      '',
    ]) {
      const { format, comments } = await readExport({ text: first + bare })
      expect([first, format, comments.length]).toEqual([first, 'x-archive', 4])
    }
  })

  test('reads tweets that are not wrapped, and the monthly lists of before 2019', async () => {
    const unwrapped =
      '{"id_str":"401","full_text":"Old &gt; new","created_at":"Sat Sep 12 18:42:07 +0000 2015"}'
    const first = await readExport({ text: `window.YTD.tweet.part0 = [ ${unwrapped} ]` })
    expect(first.comments).toMatchObject([{ id: '401', text: 'Old > new' }])
    const monthly = `Grailbird.data.tweets_2014_03 =\n [ {"id_str":"402","text":"Older","created_at":"2014-03-31 20:28:42 +0000","user":{"screen_name":"maren_p","id_str":"4242"}} ]`
    expect(await readExport({ text: monthly })).toMatchObject({
      format: 'x-archive',
      comments: [{ id: '402', text: 'Older', author: 'maren_p', createdAt: '2014-03-31T20:28:42.000Z' }],
    })
  })

  test('reads long texts by themselves only where no tweets are beside', async () => {
    expect(await readExport({ name: 'note-tweet.js', text: note })).toMatchObject({
      format: 'x-archive',
      comments: [noteOnly],
    })
    const beside = await readExport({ name: 'note-tweet.js', text: note, others: { 'data/tweets.js': text } })
    expect(beside).toMatchObject({
      comments: [],
      read: 1,
      problems: [{ reason: 'not-a-comment', skipped: true }],
    })
  })

  test('never runs code, wherever it stands, and says that there was some', async () => {
    Object.assign(globalThis, { wasRun: false })
    const bad = 'globalThis.wasRun = true; if (true) { eval("[1, 2]") }'
    for (const written of [
      `${bad};\n${text}`,
      `${text};${bad}`,
      `${text};\n${bad}\n${text.slice(0, text.indexOf('['))}[]`,
    ]) {
      const { comments, incomplete } = await readExport({ text: written })
      expect(comments).toHaveLength(4)
      expect(incomplete).toEqual([code])
    }
    const inside = await readExport({
      text: text.replace('"full_text" : "شكرا', '"full_text" : eval("1") + "شكرا'),
    })
    expect(inside.problems[0]).toMatchObject({ row: 2, reason: 'not-json', skipped: true })
    expect(Object.hasOwn(globalThis, 'wasRun') && Reflect.get(globalThis, 'wasRun')).toBe(false)
    Reflect.deleteProperty(globalThis, 'wasRun')
    expect((await readExport({ text: `${text.trimEnd()};\n` })).incomplete).toEqual([])
  })

  test('that is cut off keeps what is whole; other lists of an archive are not tweets', async () => {
    const { comments, incomplete } = await readExport({ text: text.slice(0, text.indexOf('555403')) })
    expect(comments).toHaveLength(2)
    expect(incomplete).toEqual(['The file is cut off after record 2: what came before it was read.'])
    expect(formatOf({ text: 'window.YTD.direct_messages.part0 = [ { "dmConversation" : { } } ]' })).not.toBe(
      'x-archive',
    )
    expect(formatOf({ text: account })).not.toBe('x-archive')
  })

  test('walks up threads without an end in circles, and reads times strictly', () => {
    const chains = createChains('any')
    for (const [one, other] of ['ab', 'bc', 'ca', 'dd', 'ea']) chains.add(one ?? '', other ?? '')
    expect(['a', 'b', 'c', 'd', 'e'].map(chains.rootOf)).toEqual(['a', 'a', 'a', 'd', 'a'])
    expect(tweetTime('Sat Sep 12 23:42:07 -0130 2026')).toBe('2026-09-13T01:12:07.000Z')
    for (const bad of ['', 'Sat Sep 31 23:42:07 +0000 2026', 'Sat Sep 12 24:42:07 +0000 2026', '2026'])
      expect(tweetTime(bad)).toBeNull()
  })
})
