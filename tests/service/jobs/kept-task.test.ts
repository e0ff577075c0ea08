/** The thread that is kept for learning: the same answers as a new one, stopped at once, replaced when it has died. */

import path from 'node:path'
import { expect, test } from 'vitest'
import { type KeptTask, keepTask } from '../../../electron/service/jobs/kept-task.ts'
import { resourcesFolder } from '../../../electron/service/paths.ts'
import type { StoredModel } from '../../../electron/service/store/models.ts'
import type { TrainTask } from '../../../electron/workers/train.worker.ts'
import { inventedProject } from '../../support/invented.ts'

type Training = KeptTask<TrainTask, StoredModel | null>

const starterFile = path.join(resourcesFolder(), 'starter', 'starter.bin')
const never = new AbortController().signal

async function decidedProject() {
  const invented = await inventedProject(40)
  for (let id = 1; id <= 30; id += 1) await invented.decide(id)
  await invented.service.quiet()
  return { invented, task: { project: invented.path, starterFile } }
}

test('learns the same as a new thread, again and again', async () => {
  const { invented, task } = await decidedProject()
  const closing = new AbortController()
  const kept: Training = keepTask('train', closing.signal)
  const first = await kept.run(task, never)
  await invented.decide(31)
  await invented.service.quiet()
  const second = await kept.run(task, never)
  await invented.service.call('decisions.undo', {})
  await invented.service.quiet()
  const third = await kept.run(task, never)
  expect(second?.decisions).toBe(31)
  expect(second?.weights).not.toEqual(first?.weights)
  expect(third?.weights).toEqual(first?.weights)
  const fresh: Training = keepTask('train', closing.signal)
  expect(await fresh.run(task, never)).toEqual(third)
  closing.abort()
})

test('says what went wrong, and goes on afterwards', async () => {
  const { task } = await decidedProject()
  const closing = new AbortController()
  const kept: Training = keepTask('train', closing.signal)
  await expect(kept.run({ ...task, project: `${task.project}.gone` }, never)).rejects.toThrow(/\w/)
  expect((await kept.run(task, never))?.decisions).toBe(30)
  closing.abort()
})

test('stops at once, goes on when asked again, and not once it is closed', async () => {
  const { task } = await decidedProject()
  const closing = new AbortController()
  const kept: Training = keepTask('train', closing.signal)
  const stop = new AbortController()
  const stopped = kept.run(task, stop.signal)
  stop.abort()
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
  expect((await kept.run(task, never))?.decisions).toBe(30)
  const closed = kept.run(task, never)
  closing.abort()
  await expect(closed).rejects.toMatchObject({ code: 'cancelled' })
  await expect(kept.run(task, never)).rejects.toMatchObject({ code: 'cancelled' })
})
