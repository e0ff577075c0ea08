/** The thread that reads one file of an archive after the other. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inspectFile } from '../../../electron/service/importing.ts'
import { runTask } from '../../../electron/service/jobs/tasks.ts'
import type { FromReader, ReadTask } from '../../../electron/workers/worker-messages.ts'
import { plainReading } from '../../support/project.ts'
import { zipOf } from '../../support/zip.ts'

let folder = ''
let started = 0
const count = () => {
  started += 1
}
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'resting-'))
  process.on('worker', count)
})
afterAll(() => {
  process.off('worker', count)
  rmSync(folder, { recursive: true, force: true })
})

function archive(name: string, texts: readonly string[]): string {
  const file = path.join(folder, name)
  const entries = texts.map((text, index) => ({ name: `${index}.csv`, data: `id,text\n1,${text}\n` }))
  writeFileSync(file, zipOf(entries))
  return file
}

const look = async (file: string, member: string | null, signal = new AbortController().signal) => {
  const asked = { path: file, member, name: path.basename(file), reading: null }
  const report = await inspectFile(asked, null, { signal, progress: () => undefined })
  return report.preview.map(({ text }) => text)
}

test('reads all files of an archive one after the other in one thread', async () => {
  const file = archive('one.zip', ['Lowgate hides it', 'Where is it?', 'Fern ward waits'])
  const before = started
  expect(await look(file, '0.csv')).toEqual(['Lowgate hides it'])
  expect(await look(file, '1.csv')).toEqual(['Where is it?'])
  expect(await look(file, '2.csv')).toEqual(['Fern ward waits'])
  expect(started - before).toBeLessThanOrEqual(1)
})

test('reads an archive that was written anew as it is now', async () => {
  const file = archive('two.zip', ['Before', 'Other'])
  expect(await look(file, '0.csv')).toEqual(['Before'])
  archive('two.zip', ['Written anew', 'Other'])
  expect(await look(file, '0.csv')).toEqual(['Written anew'])
})

test('goes on after a file that cannot be read, and after one that was stopped', async () => {
  const file = archive('three.zip', ['First', 'Second'])
  await expect(look(file, 'gone.csv')).rejects.toMatchObject({ code: 'file-missing' })
  expect(await look(file, '0.csv')).toEqual(['First'])
  const stopping = new AbortController()
  const stopped = look(file, '1.csv', stopping.signal)
  stopping.abort()
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
  expect(await look(file, '1.csv')).toEqual(['Second'])
})

test('two at once are read beside each other', async () => {
  const file = archive('four.zip', ['First', 'Second'])
  expect(await Promise.all([look(file, '0.csv'), look(file, '1.csv')])).toEqual([['First'], ['Second']])
})

test('a wish to stop that comes in another way is heard between two batches, however fast they come', async () => {
  const file = path.join(folder, 'many.csv')
  const rows = Array.from({ length: 60_000 }, (_, n) => `Where is report ${n}?`)
  writeFileSync(file, ['text', ...rows].join('\n'))
  const task: ReadTask = {
    task: 'parse',
    path: file,
    member: null,
    name: 'many.csv',
    reading: plainReading,
    keepsRaw: false,
  }
  const stopping = new AbortController()
  const { port1, port2 } = new MessageChannel()
  port2.on('message', () => stopping.abort())
  let batches = 0
  const run = runTask<FromReader, unknown>('parse', {
    data: task,
    signal: stopping.signal,
    onMessage({ type }) {
      if (type !== 'batch') return undefined
      batches += 1
      if (batches === 1) port1.postMessage('stop')
      // As long as a batch takes to be written.
      for (const end = performance.now() + 20; performance.now() < end; );
      return { type: 'ack' }
    },
  })
  await expect(run).rejects.toMatchObject({ code: 'cancelled' })
  port1.close()
  expect(batches).toBeLessThan(10)
})
