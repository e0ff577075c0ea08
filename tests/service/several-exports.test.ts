/** Exports in several files, through the command line: threads that go over them, and what is left out on request. */
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { Io } from '../../electron/cli/command.ts'
import { runCli } from '../../electron/cli.ts'
import { openProjectFile } from '../../electron/service/store/project-file.ts'
import { startService, writeFile } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary.ts'

async function cli(home: string, ...args: readonly string[]): Promise<{ status: number; out: string }> {
  let out = ''
  const io: Io = {
    out: (text) => {
      out += text
    },
    err: () => undefined,
    isTerminal: false,
  }
  vi.stubEnv('FAIR_HEARING_HOME', home)
  try {
    return { status: await runCli(args, io), out }
  } finally {
    vi.unstubAllEnvs()
  }
}

interface Kept {
  readonly id: string
  readonly parent: string | null
  readonly thread: number
}

/** Of a project: its comments with what they answer and which thread they are in, the threads numbered as they come. */
function threads(file: string): readonly string[] {
  const project = openProjectFile(file)
  const rows = project.db.all<Kept>(
    `select c.external_id as id, p.external_id as parent, c.thread_id as thread from seen c
     left join comments p on p.id = c.parent_id order by c.external_id`,
  )
  project.close()
  const numbers = [...new Set(rows.map(({ thread }) => thread))]
  return rows.map(({ id, parent, thread }) => `${id} < ${parent ?? '-'} in ${numbers.indexOf(thread) + 1}`)
}

const tweet = (id: string, answered: string | null, text: string) => ({
  tweet: {
    id_str: id,
    ...(answered === null ? {} : { in_reply_to_status_id_str: answered }),
    created_at: 'Sat Sep 12 18:42:00 +0000 2026',
    full_text: text,
  },
})
const part = (n: number, ...tweets: readonly unknown[]) =>
  `window.YTD.tweets.part${n} = ${JSON.stringify(tweets)}`

const youtubeComment = (id: string, more: object) => ({
  kind: 'youtube#comment',
  id,
  snippet: { textOriginal: `About Fern ward, ${id}`, textDisplay: 'x', authorDisplayName: 'Plover', ...more },
})
const youtubeThread = (id: string) => ({
  kind: 'youtube#commentThread',
  id,
  snippet: {
    videoId: 'fernward001',
    topLevelComment: youtubeComment(id, { videoId: 'fernward001' }),
    totalReplyCount: 0,
  },
})
const reddit = (id: string, parent: string, more: object = {}) =>
  JSON.stringify({
    id,
    parent_id: parent,
    link_id: 't3_lowgate',
    subreddit: 'lowgate',
    created_utc: 1789300000,
    author: 'maren',
    body: `Words of ${id}`,
    ...more,
  })
const status = (id: string, answered: string | null) => ({
  id,
  in_reply_to_id: answered,
  account: { id: '7', acct: 'maren' },
  content: `<p>Words of ${id}</p>`,
  created_at: '2026-09-12T18:42:00.000Z',
})
const note = (id: string, answered: string | null) => ({
  type: 'Create',
  object: {
    id: `https://lowgate.example/${id}`,
    type: 'Note',
    inReplyTo: answered === null ? null : `https://lowgate.example/${answered}`,
    atomUri: `https://lowgate.example/${id}`,
    attributedTo: 'https://lowgate.example/maren',
    to: ['https://www.w3.org/ns/activitystreams#Public'],
    published: '2026-09-12T18:42:00Z',
    content: `<p>Words of ${id}</p>`,
  },
})
const outbox = (...items: readonly unknown[]) =>
  JSON.stringify({ id: 'outbox.json', type: 'OrderedCollection', orderedItems: items })

/** In each the second file answers the first, and the third the second. */
const exports: Readonly<Record<string, readonly (readonly [name: string, text: string])[]>> = {
  'parts of an X archive': [
    ['tweets.js', part(0, tweet('101', null, 'Eleven months late'))],
    ['tweets-part1.js', part(1, tweet('102', '101', 'And the letters?'))],
    ['tweets-part2.js', part(2, tweet('103', '102', 'No answer yet'))],
  ],
  'pages of YouTube’s API': [
    [
      'threads.json',
      JSON.stringify({ kind: 'youtube#commentThreadListResponse', items: [youtubeThread('101')] }),
    ],
    [
      'replies-1.json',
      JSON.stringify({
        kind: 'youtube#commentListResponse',
        items: [youtubeComment('102', { parentId: '101' })],
      }),
    ],
    [
      'replies-2.json',
      JSON.stringify({
        kind: 'youtube#commentListResponse',
        items: [youtubeComment('103', { parentId: '102' })],
      }),
    ],
  ],
  'Reddit dumps by month': [
    ['RC_2026-07.ndjson', reddit('101', 't3_lowgate')],
    ['RC_2026-08.ndjson', reddit('102', 't1_101')],
    ['RC_2026-09.ndjson', reddit('103', 't1_102')],
  ],
  'pages of Mastodon’s API': [
    ['page-1.json', JSON.stringify([status('101', null)])],
    ['page-2.json', JSON.stringify([status('102', '101')])],
    ['page-3.json', JSON.stringify([status('103', '102')])],
  ],
  'Mastodon archives': [
    ['a.json', outbox(note('101', null))],
    ['b.json', outbox(note('102', '101'))],
    ['c.json', outbox(note('103', '102'))],
  ],
}

describe.each(Object.entries(exports))('%s', (_, files) => {
  const short = (lines: readonly string[]) =>
    lines.map((line) => line.replaceAll('https://lowgate.example/', ''))
  const whole = ['101 < - in 1', '102 < 101 in 1', '103 < 102 in 1']

  test('are one thread, in one folder or one after another, the oldest last', async () => {
    const home = temporaryFolder()
    const folder = path.join(home, 'Export')
    const paths = files.map(([name, text]) => writeFile(folder, name, text))
    const project = (name: string) => path.join(home, `${name}.fairhearing`)
    expect(await cli(home, 'import', '--project', project('folder'), folder)).toMatchObject({ status: 0 })
    expect(short(threads(project('folder')))).toEqual(whole)
    for (const file of paths.toReversed()) await cli(home, 'import', '--project', project('single'), file)
    expect(short(threads(project('single')))).toEqual(whole)
  })
})

describe('what was deleted later', () => {
  const dump = [
    reddit('1', 't3_lowgate'),
    reddit('2', 't1_1', { body: '[deleted]', author: '[deleted]' }),
    reddit('3', 't1_2', { _meta: { was_deleted_later: true } }),
    reddit('4', 't1_3', { _meta: { removal_type: 'removed' } }),
    reddit('5', 't1_4'),
  ].join('\n')

  test('comes in with its state, or is left out when asked, and counted under its own reason', async () => {
    const home = temporaryFolder()
    const file = writeFile(home, 'RC_2026-09.ndjson', dump)
    const run = async (name: string, ...more: readonly string[]) => {
      const project = path.join(home, `${name}.fairhearing`)
      const { out } = await cli(home, 'import', '--project', project, file, '--json', ...more)
      return { report: JSON.parse(out).files[0], project }
    }
    const all = await run('all')
    expect(all.report).toMatchObject({ read: 5, added: 5, skipped: [] })
    const some = await run('some', '--without-deleted')
    expect(some.report).toMatchObject({ read: 5, added: 3, skipped: [{ reason: 'deleted', count: 2 }] })
    expect(some.report.problems).toEqual([
      { row: 3, field: null, value: null, reason: 'deleted', skipped: true },
      { row: 4, field: null, value: null, reason: 'deleted', skipped: true },
    ])
    // The place whose words are gone already holds the thread together.
    expect(threads(some.project)).toEqual(['1 < - in 1', '2 < 1 in 1', '5 < - in 1'])
  })

  test('is told of beforehand, and what files share is counted once', async () => {
    const home = temporaryFolder()
    const paths = [
      writeFile(home, 'RC_2026-09.ndjson', dump),
      writeFile(
        home,
        'again.ndjson',
        `${dump}\n${reddit('6', 't1_5', { _meta: { was_deleted_later: true } })}`,
      ),
    ]
    const service = await startService(home)
    const { register } = service.running.files
    const files = paths.map((file) => register(file).ref)
    const reports = []
    for (const file of files) {
      const started = await service.call('imports.inspect', { file, reading: null })
      reports.push(await service.result('inspect', started))
    }
    expect(reports.map(({ ledger, withdrawn }) => [ledger.added, withdrawn])).toEqual([
      [5, { added: 2, alreadyHere: 0 }],
      [6, { added: 3, alreadyHere: 0 }],
    ])
    expect(await service.call('imports.together', { files })).toEqual({ added: 6, withdrawn: 3 })
    expect(await service.call('imports.together', { files: ['never-looked-at', ...files] })).toMatchObject({
      added: null,
    })
    expect(reports[0]?.preview.map(({ row, state }) => [row, state])).toEqual([
      [1, 'visible'],
      [2, 'deleted-by-author'],
      [3, 'deleted-by-author'],
      [4, 'removed-by-moderator'],
      [5, 'visible'],
    ])
    const chosen = reports.map(({ reading }, at) => ({
      file: files[at] ?? '',
      reading: { ...reading, withoutDeleted: true },
    }))
    const done = await service.result(
      'import',
      await service.call('imports.start', { files: chosen, into: 'new', name: 'Fern ward', codebook: null }),
    )
    expect(done.map(({ ledger }) => [ledger.added, ledger.alreadyHere])).toEqual([
      [3, 0],
      [0, 3],
    ])
  })
})
