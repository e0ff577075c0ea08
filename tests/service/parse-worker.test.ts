import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InspectReport } from '../../core/contract/import-answers.ts'
import type { ImportedComment, Problem, Reading } from '../../core/records.ts'
import { workerUrl } from '../../electron/service/jobs/worker-url.ts'
import type {
  FromReader,
  InspectTask,
  ParseTask,
  ReadTask,
  ToReader,
} from '../../electron/workers/worker-messages.ts'
import { batchesUnderWay, batchSize } from '../../electron/workers/worker-messages.ts'

const script = workerUrl('parse')
const fixtures = path.resolve(import.meta.dirname, '../fixtures/import')
const reading: Reading = {
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  headerRow: 1,
  dateOrder: 'dmy',
  columns: { text: 'text', id: 'id', author: 'author', time: 'time' },
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'parse-worker-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function fileOf(text: string | Uint8Array, name: string): string {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

interface Run {
  readonly messages: readonly FromReader[]
  readonly comments: readonly ImportedComment[]
  readonly problems: readonly Problem[]
  readonly last: FromReader | undefined
}

/** Runs the worker to its end; `answer` sees every message and may answer it. By default batches are taken. */
async function run(
  task: ReadTask,
  answer?: (message: FromReader, send: (message: ToReader) => void) => void,
): Promise<Run> {
  const worker = new Worker(script, { workerData: task })
  const messages: FromReader[] = []
  const send = (message: ToReader) => worker.postMessage(message)
  await new Promise<void>((resolve, reject) => {
    worker.on('message', (message: FromReader) => {
      messages.push(message)
      if (answer !== undefined) answer(message, send)
      else if (message.type === 'batch') send({ type: 'ack' })
    })
    worker.on('error', reject)
    worker.on('exit', () => resolve())
  })
  const batches = messages.filter((message) => message.type === 'batch')
  return {
    messages,
    comments: batches.flatMap((batch) => batch.comments),
    problems: batches.flatMap((batch) => batch.problems),
    last: messages.at(-1),
  }
}

const inspectTask = (file: string): InspectTask => ({
  task: 'inspect',
  path: file,
  member: null,
  name: path.basename(file),
  reading: null,
  remembered: [],
  asksKnown: false,
})
const parseTask = (file: string, other: Partial<Reading> = {}): ParseTask => ({
  task: 'parse',
  path: file,
  member: null,
  name: path.basename(file),
  reading: { ...reading, ...other },
  keepsRaw: true,
})

async function inspected(file: string): Promise<InspectReport> {
  const { last } = await run(inspectTask(file))
  if (last?.type !== 'done' || !('reading' in last.result)) throw new Error(JSON.stringify(last))
  return last.result
}

const manyRows = (count: number) =>
  `id,author,time,text\n${Array.from({ length: count }, (_, index) => `${index},Ann,2026-09-12,comment number ${index}`).join('\n')}\n`

describe('the same three comments', () => {
  const names = [
    'utf8',
    'utf8-bom',
    'utf16le',
    'utf16le-bom',
    'utf16be',
    'utf16be-bom',
    'windows-1252',
    'semicolons-sep-line',
  ]

  let expected: readonly ImportedComment[] = []
  beforeAll(async () => {
    expected = (await run(parseTask(path.join(fixtures, 'utf8.csv')))).comments
  })

  test.each(names)('are read from %s.csv by the reading that an inspection guesses', async (name) => {
    const file = path.join(fixtures, `${name}.csv`)
    const report = await inspected(file)
    expect(report.reading.columns).toEqual(reading.columns)
    expect(report.ledger).toMatchObject({ read: 3, added: 3 })
    expect(report.preview[1]?.text).toBe('I don’t think the café queue is “neither here nor there”.')
    const { comments, last } = await run(parseTask(file, report.reading))
    expect(comments).toEqual(expected)
    expect(comments.map((comment) => comment.createdAt?.slice(0, 10))).toEqual([
      '2026-09-12',
      '2026-09-13',
      '2026-09-30',
    ])
    expect(last).toMatchObject({ type: 'done', result: { rows: 3, comments: 3, problems: 0 } })
  })
})

describe('parsing', () => {
  test('leaves the rows themselves behind where nobody keeps them, and changes nothing else', async () => {
    const task = parseTask(path.join(fixtures, 'utf8.csv'))
    const whole = await run(task)
    const light = await run({ ...task, keepsRaw: false })
    expect(whole.comments.map(({ raw }) => raw)).not.toContain('')
    expect(light.comments).toEqual(whole.comments.map((comment) => ({ ...comment, raw: '' })))
  })

  test('posts batches in the order of the file, and no more than four before an answer', async () => {
    const file = fileOf(manyRows(20_000), 'many.csv')
    let [underWay, most, largest] = [0, 0, 0]
    const { comments, messages, last } = await run(parseTask(file), (message, send) => {
      if (message.type !== 'batch') return
      underWay += 1
      most = Math.max(most, underWay)
      largest = Math.max(largest, message.comments.length)
      // Answered late, so that the worker has to wait.
      setTimeout(() => {
        underWay -= 1
        send({ type: 'ack' })
      }, 250)
    })
    expect(most).toBe(batchesUnderWay)
    expect(largest).toBe(batchSize)
    expect(comments.map((comment) => comment.row)).toEqual(
      Array.from({ length: 20_000 }, (_, index) => index + 2),
    )
    expect(messages.filter((message) => message.type === 'batch').length).toBeGreaterThanOrEqual(
      20_000 / batchSize,
    )
    expect(last).toMatchObject({
      result: { rows: 20_000, comments: 20_000, bytes: Buffer.byteLength(manyRows(20_000)) },
    })
  })

  test('stops when cancelled, also while it waits for an answer', async () => {
    const file = fileOf(manyRows(50_000), 'cancel.csv')
    let batches = 0
    const { last } = await run(parseTask(file), (message, send) => {
      if (message.type === 'batch' && ++batches === 4) send({ type: 'cancel' })
    })
    expect(last).toEqual({
      type: 'failed',
      failure: { code: 'cancelled', message: 'Stopped. Nothing was changed.' },
    })
    expect(batches).toBe(4)
  })

  test('reports what could not be read beside the comments', async () => {
    const file = fileOf('id,author,time,text\n1,A,soon,one\n2,B,,\n3,C,2026-09-12,three,x\n', 'problems.csv')
    const { comments, problems } = await run(parseTask(file))
    expect(comments.map((comment) => comment.text)).toEqual(['one'])
    expect(problems.map(({ row, reason, skipped }) => [row, reason, skipped]).toSorted()).toEqual([
      [2, 'bad-time', false],
      [3, 'no-text', true],
      [4, 'too-many-cells', true],
    ])
  })

  test('wants to know which column holds the comment', async () => {
    const { last } = await run(parseTask(path.join(fixtures, 'utf8.csv'), { columns: { id: 'id' } }))
    expect(last).toMatchObject({ type: 'failed', failure: { code: 'file-not-comments' } })
  })
})

describe('inspecting', () => {
  test('asks which comments are here already and counts them', async () => {
    const file = fileOf(manyRows(5000), 'known.csv')
    const asked = new Set<string>()
    const { last } = await run({ ...inspectTask(file), asksKnown: true }, (message, send) => {
      if (message.type !== 'known?') return
      for (const key of message.keys) asked.add(key)
      send({ type: 'known', known: message.keys.map((_, at) => at === 0) })
    })
    expect(asked.size).toBe(5000)
    expect(last).toMatchObject({ type: 'done', result: { ledger: { read: 5000 } } })
    if (last?.type !== 'done' || !('ledger' in last.result)) throw new Error('no report')
    const { added, alreadyHere } = last.result.ledger
    expect(added + alreadyHere).toBe(5000)
    expect(alreadyHere).toBeGreaterThan(0)
  })

  test('tells how far it is, and stops when cancelled', async () => {
    const file = fileOf(manyRows(400_000), 'long.csv')
    let progress = 0
    const { last, messages } = await run(inspectTask(file), (message, send) => {
      if (message.type === 'progress' && ++progress === 2) send({ type: 'cancel' })
    })
    expect(last).toMatchObject({ type: 'failed', failure: { code: 'cancelled' } })
    const told = messages.filter((message) => message.type === 'progress').map((message) => message.bytes)
    expect(told).toEqual(told.toSorted((one, two) => one - two))
  })

  test('knows JSON Lines under another name', async () => {
    const file = fileOf('{"id":1,"body":"one two three"}\n{"id":2,"body":"four"}\n', 'table.csv')
    expect((await inspected(file)).reading).toMatchObject({
      format: 'jsonl',
      columns: { text: 'body', id: 'id' },
    })
  })

  test.each([
    ['nowhere.csv', null, 'file-missing'],
    ['empty.csv', '', 'file-empty'],
    ['header-only.csv', 'id,text\n', 'file-empty'],
    ['list.json', '["a"]', 'file-not-comments'],
    ['packed.csv', '\x1f\x8b\x08\0\0\0', 'file-unreadable'],
    ['photo.csv', '\x89PNG\r\n\x1a\n', 'file-not-comments'],
  ])('%s fails with a sentence that names it', async (name, text, code) => {
    const file = text === null ? path.join(folder, name) : fileOf(Buffer.from(text, 'latin1'), name)
    const { last } = await run(inspectTask(file))
    expect(last).toMatchObject({
      type: 'failed',
      failure: { code, message: expect.stringContaining(`“${name}”`) },
    })
  })

  test('a folder fails with a sentence too', async () => {
    expect((await run(inspectTask(folder))).last).toMatchObject({
      type: 'failed',
      failure: { code: 'file-not-comments', message: expect.stringMatching(/holds \d+ files. Choose which/) },
    })
  })
})
