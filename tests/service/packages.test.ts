/** Work packages, from the form to the file, and back by merging, through the real service and its threads. */
import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Request } from '../../core/contract/requests.ts'
import { readProjectFile } from '../../electron/service/store/project-file.ts'
import { importAs, startService, type TestService, writeFile } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary.ts'

const everything = { show: 'undecided', text: '', importId: null } as const

const rows = (n: number) =>
  `id,thread,author,time,text\n${Array.from(
    { length: n },
    (_, at) =>
      `${at + 1},t${Math.floor(at / 5) + 1},Maren ${at % 4},2026-09-12T10:${String(at).padStart(2, '0')}:00Z,"Fern ward, row ${at + 1}, ${at % 2 === 0 ? 'waiting' : 'parking'}"`,
  ).join('\n')}\n`

async function begun(n = 20): Promise<{ readonly service: TestService; readonly folder: string }> {
  const folder = temporaryFolder()
  const service = await startService(folder)
  const { report } = await importAs(service, writeFile(folder, 'lowgate.csv', rows(n)), { into: 'new' })
  await report()
  await service.call('coders.choose', { name: 'Priya' })
  return { service, folder }
}

function projectOf({ places }: TestService): string {
  const name = readdirSync(places.projects).find((one) => one.endsWith('.fairhearing'))
  return path.join(places.projects, name ?? '')
}

type Order = Request<'packages.make'>

const wholeFor = (name: string) => ({
  ...{ name, filter: everything, threadIds: null, count: null, givenToo: false, overlap: 0, seed: 1 },
})

async function make(service: TestService, file: string, over: Partial<Order> = {}) {
  const target = service.running.files.registerTarget(file)
  const order = { ...wholeFor('Sam'), ...over }
  return service.result('package', await service.call('packages.make', { ...order, target }))
}

async function decide(service: TestService, commentId: number, label: string) {
  await service.call('decisions.record', {
    ...{ commentId, queueId: null, label, suggestionShown: false, shownMs: 900, note: null },
    ...{ mode: 'code', passage: { start: 0, end: 4 }, reason: null },
  })
}

async function queueOf(service: TestService, filter: Request<'queue.open'>['filter'] = everything) {
  const { queueId, total } = await service.call('queue.open', { order: 'oldest-first', filter })
  const found = await service.call('queue.rows', { queueId, offset: 0, limit: 100 })
  expect(found.length).toBe(total)
  return found.map(({ commentId }) => commentId)
}

const open = (service: TestService, file: string) =>
  service.call('projects.open', { file: service.running.files.register(file).ref })

test('a package is a project of its own: its comments to decide, their threads to read, and no decisions', async () => {
  const { service, folder } = await begun()
  await decide(service, 1, 'critic')
  const file = path.join(folder, 'for Sam.fairhearing')
  const report = await make(service, file, { filter: { ...everything, text: 'waiting' }, count: 4 })
  expect(report).toMatchObject({ name: 'for Sam.fairhearing', comments: 4, overlap: 0 })
  expect(report.context).toBeGreaterThan(0)
  await service.call('projects.close', {})

  const other = await startService(temporaryFolder())
  const summary = await open(other, file)
  expect(summary.package).toMatchObject({ forCoder: 'Sam', comments: 4, file: 'for Sam.fairhearing' })
  expect(summary).toMatchObject({ comments: 4 + report.context, decided: 0 })
  expect((await other.call('app.state', {})).settings.coder).toBe('Sam')
  const offered = await queueOf(other)
  expect(offered).toHaveLength(4)
  expect(await other.call('project.stats', {})).toMatchObject({ decidable: 4, decisions: 0 })
  // Found by the search index of its own.
  expect(await queueOf(other, { ...everything, text: 'waiting' })).toEqual(offered)
  const [first = 0] = offered
  const view = await other.call('comments.get', { commentId: first, queueId: null })
  expect(view.thread.size).toBe(5)
  expect(view.origin.raw).toContain('Fern ward')
  await decide(other, first, 'neither')
  expect(await other.call('packages.progress', {})).toEqual({ decided: 1 })
  const db = readProjectFile(file)
  expect(db.get<object>('select count(*) as n from events')).toEqual({ n: 0 })
  db.close()
})

test('only whom it is for decides in a package, and who was there before has the name back afterwards', async () => {
  const { service, folder } = await begun()
  const file = path.join(folder, 'for Sam.fairhearing')
  await make(service, file, { count: 2 })
  await open(service, file)
  const [first = 0] = await queueOf(service)
  const refused = 'This is a work package for Sam'
  await expect(service.call('coders.choose', { name: 'Kim' })).rejects.toThrow(refused)
  await service.call('settings.update', { coder: 'Kim' })
  await expect(decide(service, first, 'critic')).rejects.toThrow(refused)
  await expect(service.call('decisions.undo', {})).rejects.toThrow(refused)
  await service.call('settings.update', { coder: 'Sam' })
  await decide(service, first, 'critic')
  await service.call('projects.close', {})
  expect((await service.call('app.state', {})).settings.coder).toBe('Priya')
})

test('packages share nothing but what is given for agreement, and the same seed draws the same', async () => {
  const { service, folder } = await begun()
  const part = { name: 'Sam', filter: everything, threadIds: null, count: null, givenToo: false }
  await make(service, path.join(folder, 'sam.fairhearing'), { count: 8 })
  expect(await service.call('packages.count', { ...part, name: 'Kim' })).toEqual({ comments: 12, overlap: 8 })
  expect(await service.call('packages.count', part)).toEqual({ comments: 12, overlap: 0 })
  await make(service, path.join(folder, 'kim.fairhearing'), { name: 'Kim', count: 5, overlap: 3, seed: 2 })
  const held = (name: string) => {
    const db = readProjectFile(path.join(folder, `${name}.fairhearing`))
    const ids = db
      .all<{ id: number }>('select comment_id as id from package_part order by 1')
      .map(({ id }) => id)
    db.close()
    return ids
  }
  const both = held('kim').filter((id) => held('sam').includes(id))
  expect([held('sam').length, held('kim').length, both.length]).toEqual([8, 8, 3])
  expect(await service.call('packages.list', {})).toMatchObject([
    { forCoder: 'Kim', madeBy: 'Priya', comments: 8, overlap: 3, back: 0 },
    { forCoder: 'Sam', madeBy: 'Priya', comments: 8, overlap: 0, back: 0 },
  ])
  const again = await begun()
  await make(again.service, path.join(folder, 'again.fairhearing'), { count: 8 })
  expect(held('again')).toEqual(held('sam'))
})

test('a package of threads holds them and no other, and one of nothing is not made', async () => {
  const { service, folder } = await begun()
  const { thread } = await service.call('comments.get', { commentId: 7, queueId: null })
  const file = path.join(folder, 'thread.fairhearing')
  expect(await make(service, file, { threadIds: [thread.id] })).toMatchObject({ comments: 5, context: 0 })
  await expect(
    make(service, path.join(folder, 'none.fairhearing'), { threadIds: [thread.id] }),
  ).rejects.toThrow('No comment is left for this package')
  // A project that is there is never written over.
  await expect(make(service, file)).rejects.toThrow('is a project')
})

test('a package that is not made leaves nothing in the record, and nobody who began to work', async () => {
  const { service, folder } = await begun()
  const record = () => {
    const db = readProjectFile(projectOf(service))
    const rows = db.all('select kind, coder from events order by id')
    db.close()
    return rows
  }
  const before = record()
  await expect(make(service, path.join(folder, 'gone', 'sam.fairhearing'))).rejects.toMatchObject({
    code: expect.stringMatching(/^file-/),
  })
  const target = service.running.files.registerTarget(path.join(folder, 'stopped.fairhearing'))
  const { jobId } = await service.call('packages.make', { ...wholeFor('Sam'), target })
  await service.call('jobs.cancel', { jobId })
  expect(await service.ended(jobId)).toMatchObject({ status: 'cancelled' })
  expect(record()).toEqual(before)
  expect((await service.call('coders.list', {})).map(({ name }) => name)).toEqual(['Priya'])
  expect(readdirSync(folder).filter((name) => name.includes('stopped'))).toEqual([])
})

test('who begins to work here while their package is made is no second person of that name: the package is not there', async () => {
  const { service, folder } = await begun(15_000)
  const file = path.join(folder, 'sam.fairhearing')
  const target = service.running.files.registerTarget(file)
  const started = await service.call('packages.make', { ...wholeFor('Sam'), target })
  await expect
    .poll(async () => (await service.call('jobs.get', started)).done, { interval: 5 })
    .toBeGreaterThan(0)
  await service.call('coders.choose', { name: 'Sam' })
  await expect(service.result('package', started)).rejects.toThrow('Make it once more')
  expect(existsSync(file)).toBe(false)
  expect(await service.call('packages.list', {})).toEqual([])
  expect(await make(service, file, { count: 20 })).toMatchObject({ comments: 20 })
})

test('where names are invented the package holds no others', async () => {
  const { service, folder } = await begun()
  await service.call('project.update', { pseudonyms: true })
  const file = path.join(folder, 'nobody.fairhearing')
  const { author } = await service.call('comments.get', { commentId: 1, queueId: null })
  await make(service, file)
  const db = readProjectFile(file)
  const names = db.all<{ name: string; key: string }>('select name, key from authors')
  expect(JSON.stringify(names)).not.toContain('Maren ')
  expect(db.get<object>('select count(*) as n from originals')).toEqual({ n: 0 })
  db.close()
  await open(service, file)
  const view = await service.call('comments.get', { commentId: 1, queueId: null })
  expect([view.author, view.origin.raw]).toEqual([author, null])
})

test('a package comes back by merging: first what it will do, then that it did', async () => {
  const { service, folder } = await begun()
  const file = path.join(folder, 'for Sam.fairhearing')
  await make(service, file, { count: 3 })
  await open(service, file)
  const offered = await queueOf(service)
  for (const [at, id] of offered.entries()) await decide(service, id, at === 0 ? 'critic' : 'neither')
  await service.call('projects.close', {})
  const [entry] = (await service.call('projects.list', {})).filter(({ name }) => !name.includes('Sam'))
  await service.call('projects.open', { id: entry?.id ?? '' })
  await decide(service, offered[0] ?? 0, 'troll').catch(() => undefined)

  const ref = () => service.running.files.register(file).ref
  const look = await service.result('merge-look', await service.call('merge.inspect', { file: ref() }))
  expect(look).toMatchObject({
    package: { forCoder: 'Sam' },
    coders: [{ name: 'Sam', decisions: 3 }],
    decisions: { new: 3, here: 0 },
    isMerged: false,
  })
  const before = (await service.call('project.stats', {})).decisions
  const report = await service.result(
    'merge',
    await service.call('merge.start', { file: ref(), sameCoders: false }),
  )
  expect(report).toEqual({ ...look, isMerged: true })
  expect((await service.call('project.stats', {})).decisions).toBe(before + 3)
  expect(await service.call('packages.list', {})).toMatchObject([{ forCoder: 'Sam', back: 3 }])
  // The queue and the counts know of it without opening the project again.
  expect(await queueOf(service)).not.toContain(offered[1])
  expect((await service.call('app.state', {})).project?.decided).toBeGreaterThanOrEqual(3)
  const again = await service.result(
    'merge',
    await service.call('merge.start', { file: ref(), sameCoders: false }),
  )
  expect(again).toMatchObject({ decisions: { new: 0, here: 3 }, conflicts: [] })
})

test('while another copy is being merged nothing is decided, and a merge that is stopped leaves all as it was', async () => {
  const { service, folder } = await begun()
  const file = projectOf(service)
  await service.call('projects.close', {})
  const copy = path.join(folder, 'copy.fairhearing')
  copyFileSync(file, copy)
  await open(service, copy)
  await decide(service, 2, 'critic')
  await open(service, file)
  await service.quiet()
  const started = await service.call('merge.start', {
    ...{ file: service.running.files.register(copy).ref, sameCoders: true },
  })
  await expect(decide(service, 3, 'critic')).rejects.toThrow('Another copy is being merged')
  await service.call('jobs.cancel', started)
  const { status } = await service.ended(started.jobId)
  // It may have been done before it was stopped; then it says so.
  expect((await service.call('project.stats', {})).decisions).toBe(status === 'done' ? 1 : 0)
  await decide(service, 3, 'critic')
})

test('the project itself, a package as the receiver, and a copy that is open elsewhere are refused', async () => {
  const { service, folder } = await begun()
  const file = path.join(folder, 'for Sam.fairhearing')
  await make(service, file, { count: 3 })
  const project = projectOf(service)
  const look = async (of: string) =>
    service.result(
      'merge-look',
      await service.call('merge.inspect', { file: service.running.files.register(of).ref }),
    )
  await expect(look(project)).rejects.toThrow('That is the project which is open')
  const elsewhere = await startService(temporaryFolder())
  await open(elsewhere, file)
  await expect(look(file)).rejects.toThrow('is open in another window or program')
  await elsewhere.close()
  await open(service, file)
  await expect(look(project)).rejects.toThrow('This is a work package. Give it back')
})
