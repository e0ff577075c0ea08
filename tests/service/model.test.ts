/** How the project uses its model, and what it knows of it: limit, suggestions on and off, report, measuring. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openProjectFile } from '../../electron/service/store/project-file.ts'
import { type Invented, inventedIn, inventedProject, meantAs } from '../support/invented.ts'
import { startService } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary.ts'

const stateOf = async ({ service }: Invented) => (await service.call('app.state', {})).project
const report = ({ service }: Invented) => service.call('model.report', {})
const kindsOf = async ({ service }: Invented) =>
  (await service.call('jobs.list', {})).map(({ kind }) => kind).toSorted()
const bandsOf = async ({ service }: Invented) => (await service.call('project.stats', {})).byBand

async function decideOn(invented: Invented, ids: readonly number[], queueId: string | null = null) {
  for (const id of ids) await invented.decide(id, { queueId })
  await invented.service.quiet()
}

/** Decides blind on so many comments drawn at random. */
async function decideAtRandom(invented: Invented, count: number): Promise<void> {
  const { queueId, rows } = await invented.open('random')
  const ids = rows.slice(0, count).map(({ commentId }) => commentId)
  await decideOn(invented, ids, queueId)
}

async function measured(invented: Invented) {
  const started = await invented.service.call('model.measure', {})
  return invented.service.result('measure', started)
}

async function openedAgain({ service, path: file }: Invented): Promise<Invented> {
  await service.close()
  const again = await startService(temporaryFolder())
  await again.call('projects.open', { file: again.running.files.register(file).ref })
  await again.quiet()
  return inventedIn(again, file)
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n)

describe('the limit', () => {
  test('is 2 % in a new project, and is kept when it is changed', async () => {
    const invented = await inventedProject(6)
    expect(await stateOf(invented)).toMatchObject({ accusationLimit: 0.02, suggestions: true })
    expect(await invented.service.call('project.update', { accusationLimit: 0.05 })).toMatchObject({
      accusationLimit: 0.05,
      suggestions: true,
    })
    expect(await stateOf(await openedAgain(invented))).toMatchObject({ accusationLimit: 0.05 })
  })

  test('is refused where it makes no sense', async () => {
    const { service } = await inventedProject(4)
    for (const accusationLimit of [0, 1, -0.1, 0.3]) {
      await expect(service.call('project.update', { accusationLimit })).rejects.toMatchObject({
        code: 'bad-request',
      })
    }
  })

  test('changes what is suggested without learning again, and the table follows', async () => {
    const invented = await inventedProject(400)
    await decideAtRandom(invented, 120)
    const before = await bandsOf(invented)
    const model = (await stateOf(invented))?.model
    const trained = (await kindsOf(invented)).filter((kind) => kind === 'train').length
    const weights = () => invented.ask((db) => db.get('select weights from models'))
    const kept = weights()
    await invented.service.call('project.update', { accusationLimit: 0.2 })
    await invented.service.quiet()
    expect((await stateOf(invented))?.model.decisions).toBe(model?.decisions)
    expect((await kindsOf(invented)).filter((kind) => kind === 'train')).toHaveLength(trained)
    expect(weights()).toEqual(kept)
    const after = await bandsOf(invented)
    expect(after.troll).toBeGreaterThanOrEqual(before.troll ?? 0)
    expect(
      invented.ask((db) => db.all('select distinct accusation_limit as "limit" from predictions')),
    ).toEqual([{ limit: 0.2 }])
    // The screen and the table say the same.
    const { rows } = await invented.open('oldest-first', { show: 'all' })
    expect(rows.filter(({ prediction }) => prediction?.band === 'troll')).toHaveLength(after.troll ?? 0)
  })

  test('that is the same again starts nothing', async () => {
    const invented = await inventedProject(6)
    const before = await kindsOf(invented)
    await invented.service.call('project.update', { accusationLimit: 0.02, suggestions: true })
    await invented.service.call('project.update', {})
    expect(await kindsOf(invented)).toEqual(before)
  })
})

describe('with suggestions switched off', () => {
  async function switchedOff(count: number, decided: number): Promise<Invented> {
    const invented = await inventedProject(count)
    await decideOn(invented, range(1, decided))
    expect(await invented.service.call('project.update', { suggestions: false })).toMatchObject({
      suggestions: false,
    })
    await invented.service.quiet()
    return invented
  }

  test('nothing says what the model thinks: no row, no comment, no count, no order', async () => {
    const invented = await switchedOff(40, 22)
    const { service, open } = invented
    for (const order of ['oldest-first', 'random', 'teach', 'troll-first', 'unsure-first'] as const) {
      const { queueId, rows, order: got } = await open(order)
      expect(got).toBe(order === 'oldest-first' ? order : 'random')
      expect(rows.filter(({ prediction, isMeasuring }) => prediction || isMeasuring)).toEqual([])
      const commentId = rows[0]?.commentId ?? 0
      const view = await service.call('comments.get', { commentId, queueId })
      expect(view).toMatchObject({ suggestion: null, isMeasuring: false })
    }
    expect(await bandsOf(invented)).toEqual({ troll: 0, critic: 0, neither: 0, unsure: 0 })
  })

  test('decisions keep no suggestion, and nothing is learned or scored', async () => {
    const invented = await switchedOff(40, 22)
    const before = await kindsOf(invented)
    await decideOn(invented, range(23, 30))
    expect(await kindsOf(invented)).toEqual(before)
    const kept = invented.ask((db) =>
      db.all('select distinct suggestion, model_version from decisions where id > 22'),
    )
    expect(kept).toEqual([{ suggestion: null, model_version: null }])
    expect((await stateOf(invented))?.model.decisions).toBe(22)
  })

  test('an export keeps its columns, and those of the suggestion are empty', async () => {
    const { service } = await switchedOff(24, 22)
    const target = path.join(temporaryFolder(), 'out.jsonl')
    const file = service.running.files.registerTarget(target)
    await service.result(
      'export',
      await service.call('exports.start', { format: 'jsonl', scope: 'all', target: file }),
    )
    const rows = readFileSync(target, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(rows).toHaveLength(24)
    const empty = { suggestion: null, p_troll: null, p_critic: null, p_neither: null, model_version: null }
    for (const row of rows) expect(row).toMatchObject(empty)
    expect(rows[0]).toMatchObject({ label: meantAs(1), suggestion_shown: false, draw: 'other' })
  })

  test('a project opened again starts nothing either', async () => {
    const again = await openedAgain(await switchedOff(30, 22))
    expect(await stateOf(again)).toMatchObject({ suggestions: false })
    expect(await kindsOf(again)).toEqual([])
  })

  test('and on again, what was decided meanwhile is learned, and all comments are scored', async () => {
    const invented = await switchedOff(40, 22)
    await decideOn(invented, range(23, 30))
    await invented.service.call('project.update', { suggestions: true })
    await invented.service.quiet()
    const model = (await stateOf(invented))?.model
    expect(model?.decisions).toBe(30)
    expect(invented.ask((db) => db.all('select distinct model_version as version from predictions'))).toEqual(
      [{ version: model?.version }],
    )
    const { rows } = await invented.open('teach')
    expect(rows.some(({ prediction }) => prediction !== null)).toBe(true)
  })

  test('also while it is learning: the work stops, and is done when they are on again', async () => {
    const invented = await inventedProject(40)
    await decideOn(invented, range(1, 20))
    await invented.decide(21)
    await invented.service.call('project.update', { suggestions: false })
    await invented.service.call('project.update', { suggestions: true })
    await invented.service.quiet()
    expect((await stateOf(invented))?.model.decisions).toBe(21)
  })
})

describe('the report', () => {
  test('of a new project: the starter, nothing learned, nothing to measure', async () => {
    const invented = await inventedProject(8)
    expect(await report(invented)).toMatchObject({
      version: (await stateOf(invented))?.model.version,
      learned: { troll: 0, critic: 0, neither: 0 },
      accusationLimit: 0.02,
      suggestions: true,
      threshold: { from: 'shipped', nonTrolls: 0 },
      measurement: null,
      isStale: false,
      suspects: [],
    })
  })

  test('counts what was learned by label, "unsure" left out', async () => {
    const invented = await inventedProject(40)
    await decideOn(invented, range(1, 24))
    await invented.decide(30, { label: 'unsure' })
    const { learned, version } = await report(invented)
    expect(learned).toEqual({ troll: 6, critic: 12, neither: 6 })
    expect(version).toBe((await stateOf(invented))?.model.version)
  })

  test('has no measurement while no decision may measure, however many there are', async () => {
    const invented = await inventedProject(60)
    await decideOn(invented, range(1, 24))
    const { queueId, rows } = await invented.open('random')
    for (const { commentId } of rows.slice(0, 6)) {
      await invented.decide(commentId, { queueId, suggestionShown: true })
    }
    await invented.service.quiet()
    expect(await measured(invented)).toMatchObject({ measured: 0 })
    expect(await report(invented)).toMatchObject({ measurement: null, isStale: false })
  })

  test('measures on blind decisions on comments drawn at random, says when it is stale, and outlives a restart', async () => {
    const invented = await inventedProject(120)
    await decideOn(invented, range(1, 20))
    await decideAtRandom(invented, 30)
    expect(await report(invented)).toMatchObject({ measurement: null, isStale: true })
    expect(await measured(invented)).toMatchObject({ measured: 30 })
    const first = await report(invented)
    expect(first).toMatchObject({ measurement: { total: 30 }, isStale: false })

    await invented.decide(100)
    await invented.service.quiet()
    expect(await report(invented)).toMatchObject({ measurement: { total: 30 }, isStale: true })
    await invented.service.call('decisions.undo', {})
    await invented.service.quiet()
    expect(await report(invented)).toEqual(first)
    expect(await report(await openedAgain(invented))).toEqual(first)
  })

  test('leads to the comments of each of its figures, and to none whose decision is another now', async () => {
    const invented = await inventedProject(120)
    await decideOn(invented, range(1, 20))
    await decideAtRandom(invented, 30)
    await measured(invented)
    const found = async (text: string) => {
      const filter = { show: 'all', text, importId: null } as const
      const { queueId, total } = await invented.service.call('queue.open', { order: 'oldest-first', filter })
      const rows = await invented.service.call('queue.rows', {
        queueId,
        offset: 0,
        limit: Math.max(1, total),
      })
      return rows.map(({ commentId }) => commentId)
    }
    const { measurement } = await report(invented)
    for (const { label, said, total } of measurement?.confusion ?? []) {
      for (const [band, count] of Object.entries(said)) {
        expect(await found(`label:"${label}" measured:"${band}"`)).toHaveLength(count)
      }
      expect(await found(`label:"${label}" measured:yes`)).toHaveLength(total)
    }
    expect(await found('measured:troll -label:troll')).toHaveLength(measurement?.accusations?.hits ?? -1)
    const all = await found('measured:yes')
    expect(all).toHaveLength(30)
    const [first = 0] = all
    await invented.decide(first, { label: meantAs(first) === 'critic' ? 'neither' : 'critic' })
    await invented.service.quiet()
    expect(await found('measured:yes')).toEqual(all.filter((id) => id !== first))
  })

  test('is stale under another limit', async () => {
    const invented = await inventedProject(60)
    await decideAtRandom(invented, 30)
    await measured(invented)
    expect((await report(invented)).isStale).toBe(false)
    await invented.service.call('project.update', { accusationLimit: 0.05 })
    expect(await report(invented)).toMatchObject({ isStale: true, accusationLimit: 0.05 })
  })

  test('names decisions that look like mistakes, until somebody looks again', async () => {
    const invented = await inventedProject(120)
    const wrong = range(1, 100).filter((id) => meantAs(id) === 'critic' && id % 5 === 0)
    for (const id of range(1, 100)) {
      await invented.decide(id, { label: wrong.includes(id) ? 'troll' : meantAs(id) })
    }
    await invented.service.quiet()
    await measured(invented)
    const [suspect] = (await report(invented)).suspects
    expect(suspect).toMatchObject({ label: 'troll', likely: 'critic' })
    const doubted = suspect?.commentId ?? 0
    expect(wrong).toContain(doubted)
    expect(suspect?.excerpt).toContain(`number ${doubted} of them`)
    const ids = async () => (await report(invented)).suspects.map(({ commentId }) => commentId)
    // Confirmed: it is no suspect any more, not even when it is measured again.
    await invented.decide(doubted, { label: 'troll' })
    expect(await ids()).not.toContain(doubted)
    await invented.service.quiet()
    await measured(invented)
    expect(await ids()).not.toContain(doubted)
  })
})

describe('measuring', () => {
  test('is one job for the same decisions, and another for others', async () => {
    const invented = await inventedProject(60)
    await decideAtRandom(invented, 30)
    const [one, two] = [
      await invented.service.call('model.measure', {}),
      await invented.service.call('model.measure', {}),
    ]
    expect(two).toEqual(one)
    await invented.decide(
      invented.ask((db) => db.get<{ id: number }>('select max(id) as id from seen'))?.id ?? 0,
    )
    const three = await invented.service.call('model.measure', {})
    expect(three).not.toEqual(one)
    expect((await invented.service.ended(one.jobId)).status).toBe('cancelled')
    expect((await invented.service.ended(three.jobId)).status).toBe('done')
    await invented.service.quiet()
  })

  test('can be stopped, and keeps what was found before', async () => {
    const invented = await inventedProject(60)
    await decideAtRandom(invented, 30)
    await measured(invented)
    const before = await report(invented)
    const { jobId } = await invented.service.call('model.measure', {})
    await invented.service.call('jobs.cancel', { jobId })
    expect((await invented.service.ended(jobId)).status).toBe('cancelled')
    expect(await report(invented)).toEqual(before)
  })

  test('what was found is kept in one row that can be thrown away', async () => {
    const invented = await inventedProject(60)
    await decideAtRandom(invented, 30)
    await measured(invented)
    await measured(invented)
    expect(invented.ask((db) => db.all('select one from measurements'))).toEqual([{ one: 1 }])
    await invented.service.close()
    const file = openProjectFile(invented.path)
    file.db.run('delete from measurements')
    file.close()
    expect(await report(await openedAgain(invented))).toMatchObject({ measurement: null, isStale: true })
  })
})
