/** How a task ends that is stopped while it waits for an answer: by itself, and not by force. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { runTask } from '../../../electron/service/jobs/tasks.ts'
import { resourcesFolder } from '../../../electron/service/paths.ts'
import type { ScoreTask } from '../../../electron/workers/score.worker.ts'
import {
  batchesUnderWay,
  batchSize,
  type FromReader,
  type ReadTask,
} from '../../../electron/workers/worker-messages.ts'
import { addComments, comment, emptyProject, plainReading } from '../../support/project.ts'
import { temporaryFolder } from '../../support/temporary.ts'
import { nextThread } from '../../support/threads.ts'

test('one that asks when it has been stopped already hears so', async () => {
  const project = emptyProject()
  addComments(project.db, [comment(1, { text: 'Where is the report on Fern ward?' })])
  const data: ScoreTask = {
    project: project.path,
    starterFile: path.join(resourcesFolder(), 'starter', 'starter.bin'),
  }
  const stopping = new AbortController()
  const { started, code } = nextThread()
  let asked = 0
  const onMessage = () => {
    asked += 1
    return { type: 'ack' }
  }
  const run = runTask('score', { data, signal: stopping.signal, onMessage })
  // It hears of it only after it has read the model, scored the comment and asked for its scores to be kept.
  void started.then((worker) => worker.once('online', () => stopping.abort()))
  await expect(run).rejects.toMatchObject({ code: 'cancelled' })
  expect(await code).toBe(0)
  expect(asked).toBe(0)
})

test('the one that reads files hears so of each batch that was under way', async () => {
  const file = path.join(temporaryFolder(), 'many.csv')
  const rows = Array.from({ length: 2 * batchesUnderWay * batchSize }, (_, n) => `Where is report ${n}?`)
  writeFileSync(file, ['text', ...rows].join('\n'))
  const data: ReadTask = {
    task: 'parse',
    path: file,
    member: null,
    name: 'many.csv',
    reading: plainReading,
    keepsRaw: false,
  }
  const stopping = new AbortController()
  const { code } = nextThread()
  let batches = 0
  const run = runTask<FromReader, unknown>('parse', {
    data,
    signal: stopping.signal,
    async onMessage({ type }) {
      if (type !== 'batch') return undefined
      batches += 1
      // Meanwhile it sends as many as it may without an answer.
      await new Promise((resolve) => setTimeout(resolve, 300))
      stopping.abort()
      return { type: 'ack' }
    },
  })
  await expect(run).rejects.toMatchObject({ code: 'cancelled' })
  expect(await code).toBe(0)
  expect(batches).toBe(1)
})
