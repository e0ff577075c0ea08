/** The model follows the decisions, and what is on the screen follows the model. */
import { describe, expect, test } from 'vitest'
import type { Job } from '../../core/contract/answers.ts'
import { openProjectFile } from '../../electron/service/store/project-file.ts'
import { type Invented, inventedIn, inventedProject, meantAs } from '../support/invented.ts'
import { startService } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary.ts'

interface ModelRow {
  readonly version: string
  readonly decisions: number
  readonly weights: Uint8Array
}

const stored = ({ ask }: Invented) =>
  ask((db) => db.get<ModelRow>('select version, decisions, weights from models')) ?? null
const scoredBy = ({ ask }: Invented) =>
  ask((db) =>
    db.all<{ version: string; n: number }>(
      'select model_version as version, count(*) as n from predictions group by model_version order by n desc',
    ),
  )
const modelOf = async ({ service }: Invented) => (await service.call('app.state', {})).project?.model
const jobsOf = async ({ service }: Invented, kind: Job['kind']) =>
  (await service.call('jobs.list', {})).filter((job) => job.kind === kind)

/** Decides on the comments with these ids as they were meant, and waits until all has been learned and scored. */
async function decideOn(invented: Invented, from: number, to: number): Promise<void> {
  for (let id = from; id <= to; id += 1) await invented.decide(id)
  await invented.service.quiet()
}

/** The same project in another sitting. */
async function openedAgain({ service, path }: Invented): Promise<Invented> {
  await service.close()
  const again = await startService(temporaryFolder())
  await again.call('projects.open', { file: again.running.files.register(path).ref })
  await again.quiet()
  return inventedIn(again, path)
}

describe('the model', () => {
  test('is first learned from twenty decisions of two labels', async () => {
    const invented = await inventedProject(40)
    const starter = (await modelOf(invented))?.version
    await decideOn(invented, 1, 19)
    await invented.decide(20, { label: 'unsure' })
    await invented.service.quiet()
    expect(await modelOf(invented)).toEqual({ version: starter, decisions: 0 })
    expect(await jobsOf(invented, 'train')).toEqual([])
    await decideOn(invented, 21, 21)
    const learned = await modelOf(invented)
    expect(learned?.decisions).toBe(20)
    expect(learned?.version).not.toBe(starter)
    expect(stored(invented)).toMatchObject({ version: learned?.version, decisions: 20 })
  })

  test('is not learned from one label alone, however often', async () => {
    const invented = await inventedProject(30)
    for (let id = 1; id <= 25; id += 1) await invented.decide(id, { label: 'critic' })
    await invented.service.quiet()
    expect((await modelOf(invented))?.decisions).toBe(0)
  })

  test('learns again after each decision, and all suggestions follow at once', async () => {
    const invented = await inventedProject(40)
    await decideOn(invented, 1, 20)
    const { queueId, rows: before } = await invented.open('oldest-first')
    await decideOn(invented, 21, 21)
    const model = await modelOf(invented)
    expect(model?.decisions).toBe(21)
    const rows = await invented.service.call('queue.rows', { queueId, offset: 0, limit: 40 })
    expect(new Set(rows.map(({ prediction }) => prediction?.modelVersion))).toEqual(new Set([model?.version]))
    expect(rows.map(({ prediction }) => prediction?.shares)).not.toEqual(
      before.map(({ prediction }) => prediction?.shares),
    )
    const said = invented.service.events.flatMap((event) => (event.type === 'changed' ? [event.topic] : []))
    expect(said).toContain('predictions')
    expect(scoredBy(invented)).toEqual([{ version: model?.version, n: 40 }])
  })

  test('shows what it says now on a screen that does not wait for the table of predictions', async () => {
    const { service, path, ...invented } = await inventedProject(30)
    const { queueId, rows } = await invented.open('oldest-first')
    await service.call('projects.close', {})
    const file = openProjectFile(path)
    file.db.run('delete from predictions')
    file.close()
    await service.call('projects.open', { file: service.running.files.register(path).ref })
    const reopened = await invented.open('oldest-first')
    expect(reopened.queueId).not.toBe(queueId)
    expect(reopened.rows.map(({ prediction }) => prediction)).toEqual(
      rows.map(({ prediction }) => prediction),
    )
  })

  test('takes decisions that come while it learns together, and ends up as if it had learned them at once', async () => {
    const invented = await inventedProject(60)
    await decideOn(invented, 1, 20)
    const before = (await jobsOf(invented, 'train')).length
    await decideOn(invented, 21, 50)
    const times = (await jobsOf(invented, 'train')).length - before
    expect(times).toBeGreaterThan(0)
    expect(times).toBeLessThan(30)
    const learned = stored(invented)
    expect(learned?.decisions).toBe(50)

    const other = await inventedProject(60)
    await decideOn(other, 1, 50)
    expect(stored(other)).toEqual(learned)
  })

  test('is byte for byte the one of before when a decision is taken back', async () => {
    const invented = await inventedProject(40)
    await decideOn(invented, 1, 24)
    const before = stored(invented)
    await decideOn(invented, 25, 25)
    expect(stored(invented)?.weights).not.toEqual(before?.weights)
    await invented.service.call('decisions.undo', {})
    await invented.service.quiet()
    expect(stored(invented)).toEqual(before)
    // And when a decision took the place of another one.
    await invented.decide(3, { label: meantAs(3) === 'troll' ? 'critic' : 'troll' })
    await invented.service.quiet()
    expect(stored(invented)?.weights).not.toEqual(before?.weights)
    await invented.service.call('decisions.undo', {})
    await invented.service.quiet()
    expect(stored(invented)).toEqual(before)
  })

  test('goes back to the starter when fewer than twenty decisions are left', async () => {
    const invented = await inventedProject(30)
    const starter = await modelOf(invented)
    await decideOn(invented, 1, 20)
    expect(scoredBy(invented)).not.toEqual([{ version: starter?.version, n: 30 }])
    await invented.service.call('decisions.undo', {})
    await invented.service.quiet()
    expect(await modelOf(invented)).toEqual(starter)
    expect(stored(invented)).toBeNull()
    expect(scoredBy(invented)).toEqual([{ version: starter?.version, n: 30 }])
  })

  test('does not learn again from a decision that teaches nothing', async () => {
    const invented = await inventedProject(30)
    await decideOn(invented, 1, 20)
    const before = (await jobsOf(invented, 'train')).length
    await invented.decide(25, { label: 'unsure' })
    await invented.service.quiet()
    expect(await jobsOf(invented, 'train')).toHaveLength(before)
  })
})

describe('opened again', () => {
  test('the model is there, and is not learned or asked again', async () => {
    const invented = await inventedProject(30)
    await decideOn(invented, 1, 22)
    const before = await modelOf(invented)
    const again = await openedAgain(invented)
    expect(await modelOf(again)).toEqual(before)
    expect(await again.service.call('jobs.list', {})).toEqual([])
  })

  test('decisions that came after the last refit, before the app was killed, are learned', async () => {
    const invented = await inventedProject(30)
    await decideOn(invented, 1, 22)
    const before = stored(invented)
    await decideOn(invented, 23, 24)
    const after = stored(invented)
    await invented.service.close()
    const file = openProjectFile(invented.path)
    file.db.run(
      'update models set version = ?, weights = ?, basis = ?',
      'old',
      before?.weights ?? null,
      'old',
    )
    file.db.run(`update project set model_version = 'old'`)
    file.close()
    expect(stored(await openedAgain(invented))).toEqual(after)
  })

  test('a damaged model is let go, no decision is lost, and it is learned again', async () => {
    const invented = await inventedProject(30)
    await decideOn(invented, 1, 22)
    const before = stored(invented)
    await invented.service.close()
    const file = openProjectFile(invented.path)
    file.db.run('update models set weights = ?', Buffer.from(before?.weights ?? []).fill(0x5a, 40, 80))
    file.close()

    const again = await startService(temporaryFolder())
    const opened = await again.call('projects.open', {
      file: again.running.files.register(invented.path).ref,
    })
    expect(opened).toMatchObject({ decided: 22, model: { decisions: 0 } })
    await again.quiet()
    expect(stored(inventedIn(again, invented.path))).toEqual(before)
  })
})

describe('the table of predictions of a large project', () => {
  const many = 5001

  test('is scored after ten decisions, or when an order needs it, and the screen does not wait', async () => {
    const invented = await inventedProject(many)
    const starter = (await modelOf(invented))?.version
    await decideOn(invented, 1, 20)
    const first = await modelOf(invented)
    expect(scoredBy(invented)).toEqual([{ version: first?.version, n: many }])

    await decideOn(invented, 21, 23)
    const second = await modelOf(invented)
    expect(second?.decisions).toBe(23)
    expect(scoredBy(invented)).toEqual([{ version: first?.version, n: many }])
    const { rows } = await invented.open('oldest-first')
    expect(rows[0]?.prediction?.modelVersion).toBe(second?.version)
    await invented.service.quiet()
    expect(scoredBy(invented)).toEqual([{ version: first?.version, n: many }])

    await invented.open('troll-first')
    await expect.poll(() => scoredBy(invented)).toEqual([{ version: second?.version, n: many }])
    expect(starter).not.toBe(first?.version)

    await decideOn(invented, 24, 34)
    const third = (await modelOf(invented))?.version
    expect(scoredBy(invented)[0]?.version).not.toBe(second?.version)
    await invented.open('teach')
    await expect.poll(() => scoredBy(invented)).toEqual([{ version: third, n: many }])
  })
})
