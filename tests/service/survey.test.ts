import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InspectReport } from '../../core/contract/import-answers.ts'
import type { PickSurvey } from '../../core/members.ts'
import { openPick } from '../../electron/files/pick.ts'
import { besideOf } from '../../electron/workers/member-source.ts'
import { runReader } from '../support/reader.ts'
import { textRows, xlsxOf } from '../support/workbook.ts'
import { zipOf } from '../support/zip.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'survey-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function fileOf(bytes: Uint8Array | string, name: string): string {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, bytes)
  return file
}

async function surveyed(file: string): Promise<PickSurvey> {
  const { result, failure } = await runReader({ task: 'survey', path: file, name: path.basename(file) })
  if (result === null) throw new Error(failure?.message)
  return result
}

async function inspected(file: string, member: string | null): Promise<InspectReport> {
  const task = {
    task: 'inspect',
    path: file,
    member,
    name: path.basename(file),
    reading: null,
    remembered: [],
    asksKnown: false,
  } as const
  const { result, failure } = await runReader(task)
  if (result === null) throw new Error(failure?.message)
  return result
}

const csv = 'id,author,text\n1,Ann,“Shame” on Fern ward 🙄\n2,سلمى,كان أبي في ذلك الجناح\n'
const polis = (ids: readonly number[]) =>
  `timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n${ids.map((id) => `178930${id}000,x,${id},7,1,0,1,statement ${id}`).join('\n')}\n`
const summary = ({ members }: PickSurvey) =>
  members.map(({ display, format, title, why }) => [display, format, title, why])

describe('a survey', () => {
  test('of an export that was asked for as web pages says what to ask for instead', async () => {
    const page =
      '<!DOCTYPE html><html><head><title>Exported Data</title></head><body><div class="page_wrap"><div class="page_header">Lowgate</div></div></body></html>'
    const zip = zipOf([
      { name: 'ChatExport/css/style.css', data: 'a{}' },
      { name: 'ChatExport/messages.html', data: page },
      { name: 'ChatExport/messages2.html', data: page },
    ])
    await expect(surveyed(fileOf(zip, 'ChatExport.zip'))).rejects.toThrow('choose “Machine-readable JSON”')
  })

  test('of one file is that file, by its format', async () => {
    const report = await surveyed(fileOf(csv, 'comments.txt'))
    expect(summary(report)).toEqual([['comments.txt', 'csv', 'Table (CSV)', null]])
    expect(report.members[0]?.member).toBeNull()
    expect(summary(await surveyed(fileOf('one line\nand another\n', 'words.txt')))).toEqual([
      ['words.txt', 'csv', 'Table (CSV)', null],
    ])
  })

  test('of an archive offers what holds comments, and says why it offers nothing else', async () => {
    const report = await surveyed(
      fileOf(
        zipOf([
          { name: 'lists/comments.csv', data: csv },
          { name: 'lists/comments.json', data: JSON.stringify([{ id: 1, text: 'a' }]) },
          { name: 'lists/lines.jsonl', data: '{"id":1,"text":"a"}\n{"id":2,"text":"b"}\n' },
          {
            name: 'table.xlsx',
            data: xlsxOf({
              sheets: [
                {
                  name: 'Comments',
                  rows: textRows([
                    ['id', 'text'],
                    ['1', 'a'],
                  ]),
                },
              ],
            }),
          },
          { name: 'README.md', data: '# Read me\n\nWords about words.\n' },
          { name: 'page.html', data: '<!doctype html><html></html>' },
          { name: 'data.bin', data: Buffer.from([0, 1, 2, 0, 0, 0, 3]) },
          { name: 'names.csv', data: 'id,text\n' },
          { name: 'photo.jpg', data: 'x' },
        ]),
        'all.zip',
      ),
    )
    expect(summary(report)).toEqual([
      ['all.zip › lists/comments.csv', 'csv', 'Table (CSV)', null],
      ['all.zip › lists/comments.json', 'json', 'Table (JSON)', null],
      ['all.zip › lists/lines.jsonl', 'jsonl', 'Table (JSON Lines)', null],
      ['all.zip › table.xlsx › Comments', 'csv', 'Sheet “Comments”', null],
      ['all.zip › README.md', 'csv', 'Table (CSV)', 'no-comments'],
      ['all.zip › page.html', null, null, 'no-comments'],
      ['all.zip › data.bin', null, null, 'no-comments'],
      ['all.zip › names.csv', 'csv', 'Table (CSV)', 'no-comments'],
    ])
    expect(report.passedOver).toMatchObject([
      { why: 'no-comments', count: 4 },
      { why: 'media', count: 1, names: ['all.zip › photo.jpg'] },
    ])
  })

  test('leaves what goes with an export to its reader', async () => {
    const report = await surveyed(
      fileOf(
        zipOf([
          { name: 'report/comments.csv', data: polis([1, 2]) },
          { name: 'report/votes.csv', data: 'timestamp,comment-id,voter-id,vote\n1,2,3,1\n2,2,4,1\n' },
          { name: 'report/groups.csv', data: 'group,size\n1,2\n2,4\n' },
          { name: 'report/my comments.csv', data: csv },
          { name: 'other/table.csv', data: csv },
        ]),
        'polis.zip',
      ),
    )
    expect(summary(report)).toEqual([
      ['polis.zip › report/comments.csv', 'polis-csv', 'Polis comments', null],
      ['polis.zip › report/votes.csv', 'csv', 'Table (CSV)', 'companion'],
      ['polis.zip › report/groups.csv', 'csv', 'Table (CSV)', 'other-of-export'],
      ['polis.zip › report/my comments.csv', 'csv', 'Table (CSV)', null],
      ['polis.zip › other/table.csv', 'csv', 'Table (CSV)', null],
    ])
  })

  test('passes over what people did besides, in archives as their platforms give them', async () => {
    const whys = async (name: string, files: Readonly<Record<string, unknown>>) => {
      const entries = Object.entries(files).map(([path, data]) => ({
        name: path,
        data: typeof data === 'string' ? data : JSON.stringify(data),
      }))
      const { members } = await surveyed(fileOf(zipOf(entries), name))
      return Object.fromEntries(members.map(({ display, why }) => [display.replace(`${name} › `, ''), why]))
    }
    const seconds = 1788346801
    const comment = {
      timestamp: seconds,
      data: [{ comment: { timestamp: seconds, comment: 'Late', author: 'M' } }],
    }
    const letters = { messages: [{ sender_name: 'Tom', timestamp_ms: 1, content: 'secret' }] }
    expect(
      await whys('facebook.zip', {
        'your_facebook_activity/comments_and_reactions/comments.json': { comments_v2: [comment] },
        'your_facebook_activity/messages/inbox/tom/message_1.json': letters,
        'connections/friends/your_friends.json': { friends_v2: [{ name: 'Tom', timestamp: seconds }] },
        'posts/table.csv': csv,
      }),
    ).toEqual({
      'your_facebook_activity/comments_and_reactions/comments.json': null,
      'your_facebook_activity/messages/inbox/tom/message_1.json': 'other-of-export',
      'connections/friends/your_friends.json': 'other-of-export',
      'posts/table.csv': null,
    })
    // Another part of the same download, without the comments: nobody's letters are offered.
    expect(
      await whys('part-2.zip', {
        'your_instagram_activity/messages/inbox/tom/message_1.json': letters,
        'friends/list.csv': csv,
      }),
    ).toEqual({
      'your_instagram_activity/messages/inbox/tom/message_1.json': 'other-of-export',
      'friends/list.csv': null,
    })
    const tweet = { id_str: '19', created_at: 'Wed Sep 02 11:00:01 +0000 2026', full_text: 'Late' }
    expect(
      await whys('x.zip', {
        'data/tweets.js': `window.YTD.tweets.part0 = ${JSON.stringify([{ tweet }])}`,
        'data/deleted-tweets.js': 'window.YTD.deleted_tweets.part0 = [ ]',
      }),
    ).toEqual({ 'data/tweets.js': null, 'data/deleted-tweets.js': 'no-comments' })
    const link = 'https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A71'
    expect(
      await whys('linkedin.zip', {
        'Comments.csv': `Date,Link,Message\n2026-09-02 11:00:01,${link},Late\n2026-09-02 11:00:02,${link},Later\n`,
        'Reactions.csv': `Date,Type,Link\n2026-09-02 11:00:01,LIKE,${link}\n2026-09-02 11:00:02,LIKE,${link}\n`,
        'messages.csv': 'FROM,TO,CONTENT\nTom,Maren,secret\nMaren,Tom,secret\n',
      }),
    ).toEqual({ 'Comments.csv': null, 'Reactions.csv': 'companion', 'messages.csv': 'companion' })
    const note = { id: 'https://a.example/1', type: 'Note', content: 'Late', atomUri: 'x' }
    const outbox = { id: 'outbox.json', type: 'OrderedCollection' }
    expect(
      await whys('mastodon.zip', {
        'outbox.json': { ...outbox, orderedItems: [{ type: 'Create', actor: 'x', object: note }] },
        'actor.json': { id: 'x', type: 'Person', preferredUsername: 'maren', summary: 'A nurse' },
        'likes.json': { ...outbox, id: 'likes.json', orderedItems: ['https://a.example/2'] },
      }),
    ).toEqual({ 'outbox.json': null, 'actor.json': 'companion', 'likes.json': 'companion' })
  })

  test('of a workbook of NodeXL offers its edges, and none of its other sheets', async () => {
    const sheet = (name: string, rows: readonly (readonly string[])[]) => ({ name, rows: textRows(rows) })
    const workbook = xlsxOf({
      sheets: [
        sheet('Edges', [
          ['', '', 'Visual Properties'],
          ['Vertex 1', 'Vertex 2', 'Color', 'Tweet', 'Imported ID'],
          ['maren', 'tom', '', '@tom late', '1900000000000000001'],
        ]),
        sheet('Vertices', [
          ['Vertex', 'Description'],
          ['maren', 'A nurse'],
        ]),
        sheet('Overall Metrics', [
          ['Graph Metric', 'Value'],
          ['Vertices', '2'],
        ]),
      ],
    })
    const { members } = await surveyed(fileOf(workbook, 'net.xlsx'))
    expect(members.map(({ name, format, why }) => [name, format, why])).toEqual([
      ['Edges', 'nodexl', null],
      ['Vertices', 'csv', 'companion'],
      ['Overall Metrics', 'csv', 'companion'],
    ])
  })

  test.each([
    [
      'Reddit',
      {
        'comments.csv':
          'id,permalink,date,subreddit,link,parent,body\ne1,,2014-05-19 18:11:40 UTC,lowgate,,,Late\n',
      },
      {
        'comment_headers.csv':
          'id,permalink,date,subreddit,link,parent\ne1,,2014-05-19 18:11:40 UTC,lowgate,,\n',
        'comment_votes.csv': 'id,permalink,direction\ne2,https://a.example/e2,up\n',
        'statistics.csv': 'statistic,value\naccount name,maren\n',
      },
    ],
    [
      'Discourse',
      {
        'user_archive.csv':
          'topic_title,categories,is_pm,post_raw,like_count,reply_count,url,created_at\nThe report,Fern,No,Late,0,0,https://lowgate.example/t/the-report/57/3,2026-09-12 18:42:07 UTC\n',
      },
      {
        'likes.csv': 'post_id,topic_id,post_number,created_at\n1,2,3,2026-09-12\n',
        'queued_posts.csv': 'id,verdict,category_id,topic_id,post_raw,other_json\n1,rejected,2,3,Mine,{}\n',
      },
    ],
    [
      'ConvoKit',
      {
        'utterances.jsonl':
          '{"id":"u1","conversation_id":"u1","text":"Late","speaker":"s1","meta":{},"reply-to":null,"timestamp":1789200000}\n',
      },
      {
        'index.json': '{"version":1,"utterances-index":{"score":"int"}}',
        'corpus.json': '{"name":"fern ward"}',
      },
    ],
  ])(
    'of an export of %s takes nothing that lies beside it, even without a folder',
    async (_, own, others) => {
      const files = Object.entries({ ...own, ...others }).map(([name, data]) => ({ name, data }))
      const { members } = await surveyed(fileOf(zipOf(files), 'export.zip'))
      const offered = members.filter(({ why }) => why === null).map(({ name }) => name)
      expect(offered).toEqual(Object.keys(own))
    },
  )

  test('of nothing to read fails with a sentence', async () => {
    await expect(
      surveyed(
        fileOf(
          zipOf([
            { name: 'a.html', data: '<html>' },
            { name: 'b.png', data: 'x' },
          ]),
          'none.zip',
        ),
      ),
    ).rejects.toThrow(
      '“none.zip” holds no comments we can read: 1 picture, sound, film or program, 1 file without comments.',
    )
    await expect(surveyed(fileOf('%PDF-1.7 x', 'letter.pdf'))).rejects.toThrow(
      '“letter.pdf” seems to be a PDF document.',
    )
  })
})

describe('a member', () => {
  test('is inspected and read by its name, with its folder as a hint', async () => {
    const file = fileOf(
      zipOf([
        { name: 'r4abc/comments.csv', data: polis([1, 2]) },
        { name: 'b.csv', data: csv },
      ]),
      'two.zip',
    )
    const report = await inspected(file, 'r4abc/comments.csv')
    expect(report).toMatchObject({
      name: 'two.zip › r4abc/comments.csv',
      title: 'Polis comments',
      suggestedName: 'Two',
      ledger: { read: 2, added: 2 },
    })
    const task = {
      task: 'parse',
      path: file,
      member: 'r4abc/comments.csv',
      name: 'two.zip',
      reading: report.reading,
      keepsRaw: true,
    } as const
    const { comments, result } = await runReader(task)
    expect(comments.map(({ threadId, text }) => [threadId, text])).toEqual([
      ['r4abc', 'statement 1'],
      ['r4abc', 'statement 2'],
    ])
    expect(result).toMatchObject({ rows: 2, comments: 2 })
    await expect(inspected(file, 'gone')).rejects.toThrow('“two.zip › gone” is no longer there')
    await expect(inspected(file, null)).rejects.toThrow(
      '“two.zip” holds 2 files. Choose which of them to read.',
    )
  })

  test('of a spreadsheet is a table with the sheet’s own rows, and says what Excel lost', async () => {
    const rows = `<row r="1"><c t="str"><v>Comments on the ward</v></c></row>
      <row r="3"><c t="str"><v>id</v></c><c t="str"><v>text</v></c><c t="str"><v>posted</v></c></row>
      <row r="4"><c><v>1.2345678901234501E+18</v></c><c t="str"><v>one; two, "three"</v></c><c s="1"><v>46277.5</v></c></row>
      <row r="6"><c><v>7</v></c><c t="str"><v>line
break</v></c><c s="1"><v>46278</v></c></row>`
    const file = fileOf(xlsxOf({ sheets: [{ name: 'Comments', rows }], styles: [0, 22] }), 'book.xlsx')
    const report = await inspected(file, null)
    expect(report.reading).toMatchObject({
      delimiter: ',',
      headerRow: 3,
      columns: { id: 'id', text: 'text', time: 'posted' },
    })
    expect(report.preview.map(({ row, text, createdAt }) => [row, text, createdAt])).toEqual([
      [4, 'one; two, "three"', '2026-09-12T12:00:00.000Z'],
      [6, 'line\nbreak', '2026-09-13T00:00:00.000Z'],
    ])
    expect(report.incomplete).toEqual([
      expect.stringContaining('a number of 16 or more digits, the first in row 4'),
    ])
    const { result } = await runReader({
      task: 'parse',
      path: file,
      member: null,
      name: 'book.xlsx',
      reading: report.reading,
      keepsRaw: true,
    })
    expect(result?.incomplete).toEqual(report.incomplete)
  })

  test('finds what lies beside it, the nearest first, and nothing beside a file alone', async () => {
    const file = fileOf(
      zipOf([
        { name: 'a/users.csv', data: 'id;name\n' },
        { name: 'a/b/comments.csv', data: csv },
        { name: 'a/b/users.csv', data: Buffer.from('\ufeffid;name\n1;Müller\n', 'utf16le') },
      ]),
      'beside.zip',
    )
    const pick = await openPick(file)
    const used: string[] = []
    const options = { isCancelled: () => false, onUsed: ({ name }: { name: string }) => used.push(name) }
    const beside = besideOf(pick, pick.find('a/b/comments.csv'), { ...options, delimiter: ';' })
    const users = beside(/(^|\/)users\.csv$/g)
    expect(users).toMatchObject({ name: 'users.csv', folder: 'a/b', reading: { delimiter: ';' } })
    let text = ''
    for await (const piece of users?.text() ?? []) text += piece
    expect(text).toBe('id;name\n1;Müller\n')
    expect(used).toEqual(['users.csv'])
    expect(users?.beside(/comments/)?.name).toBe('comments.csv')
    expect(beside(/nothing/)).toBeNull()
    await pick.close()
    fileOf(csv, 'alone/users.csv')
    const alone = await openPick(fileOf(csv, 'alone/comments.csv'))
    expect(besideOf(alone, alone.find(null), { ...options, delimiter: ',' })(/users/)).toBeNull()
    await alone.close()
  })
})
