/** One project in two programs: the second reads along. And a project that is deleted under the one that has it open. */
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { importAs, startService, type TestService, writeFile } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary.ts'

const table = [
  'id,author,text',
  '1,Plover 12,When will the report on Fern ward be published?',
  '2,Heron 41,"You had it in January, the minutes say so"',
].join('\n')

async function openTwice(): Promise<{ first: TestService; second: TestService; file: string }> {
  const folder = temporaryFolder()
  const first = await startService(folder)
  await (
    await importAs(first, writeFile(folder, 'echo.csv', table), { into: 'new', name: 'Fern ward' })
  ).report()
  await first.quiet()
  const file = path.join(first.places.projects, 'Fern ward.fairhearing')
  const second = await startService(temporaryFolder())
  await second.call('projects.open', { file: second.running.files.register(file).ref })
  return { first, second, file }
}

const record = (service: TestService, commentId: number) =>
  service.call('decisions.record', {
    commentId,
    queueId: null,
    label: 'critic',
    suggestionShown: false,
    shownMs: 900,
    note: null,
    mode: 'code',
    passage: null,
    reason: null,
  })

const stats = async (service: TestService) => (await service.call('project.stats', {})).decided

test('the second program opens it to read, says so, and changes nothing', async () => {
  const { first, second } = await openTwice()
  expect((await first.call('app.state', {})).project?.isReadOnly).toBe(false)
  expect((await second.call('app.state', {})).project).toMatchObject({ isReadOnly: true, comments: 2 })
  await expect(record(second, 1)).rejects.toMatchObject({ code: 'project-busy' })
  await expect(second.call('decisions.undo', {})).rejects.toMatchObject({ code: 'project-busy' })
  await expect(second.call('project.update', { suggestions: false })).rejects.toThrow('can only be read here')
  await expect(second.call('model.measure', {})).rejects.toMatchObject({ code: 'project-busy' })
  expect(await stats(first)).toBe(0)
})

test('the second program follows what the first decides', async () => {
  const { first, second } = await openTwice()
  await record(first, 1)
  await vi.waitFor(() => expect(second.events).toContainEqual({ type: 'changed', topic: 'decisions' }), {
    timeout: 5000,
  })
  expect(await stats(second)).toBe(1)
  const queue = await second.call('queue.open', {
    order: 'oldest-first',
    filter: { show: 'all', text: '', importId: null },
  })
  expect(queue).toMatchObject({ total: 2, undecided: 1 })
})

test('when the first has closed it, the second may write after trying again', async () => {
  const { first, second } = await openTwice()
  expect(await second.call('projects.open', {})).toMatchObject({ isReadOnly: true })
  await first.close()
  expect(await second.call('projects.open', {})).toMatchObject({ isReadOnly: false })
  await record(second, 1)
  expect(await stats(second)).toBe(1)
})

test('a project that is deleted while it is open is written again, with everything decided', async () => {
  const folder = temporaryFolder()
  const service = await startService(folder)
  await (
    await importAs(service, writeFile(folder, 'echo.csv', table), { into: 'new', name: 'Fern ward' })
  ).report()
  await service.quiet()
  await record(service, 1)
  const file = path.join(service.places.projects, 'Fern ward.fairhearing')
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })

  await expect(record(service, 2)).rejects.toThrow('was deleted while it was open')
  const copy = path.join(service.places.projects, 'Fern ward (kept).fairhearing')
  expect(existsSync(copy)).toBe(true)
  await service.call('projects.open', { file: service.running.files.register(copy).ref })
  expect(await stats(service)).toBe(1)
  await record(service, 2)
  expect(await stats(service)).toBe(2)
})
