/** A label for very many at once, and its undo and redo, while others ask: written in a thread, all of it or nothing. */
import { copyFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import type { Job } from '../../core/contract/answers.ts'
import type { Answers } from '../../core/contract/contract.ts'
import { AppError } from '../../core/result.ts'
import { runCli } from '../../electron/cli.ts'
import { mostAtOnce } from '../../electron/service/many-at-once.ts'
import { changeRules } from '../../electron/service/store/change-rules.ts'
import { appendMany } from '../../electron/service/store/many.ts'
import { saveModelUse } from '../../electron/service/store/project.ts'
import { readRules } from '../../electron/service/store/rules.ts'
import { redoLatest, undoLatest } from '../../electron/service/store/steps.ts'
import { type Invented, inventedIn } from '../support/invented.ts'
import { copyOf, written } from '../support/merging.ts'
import { addComments, at, comment, emptyProject } from '../support/project.ts'
import { startService, type TestService } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary.ts'

const comments = 4 * mostAtOnce
const all = { order: 'oldest-first', filter: { show: 'all', text: '', importId: null } } as const
const how = { commentIds: null, label: 'neither', note: null, mode: 'code' } as const
const running = { code: 'busy', message: expect.stringContaining('Nothing was saved just now.') }

/** A copy of a project with so many comments, nothing decided, no suggestions: made once for all tests. */
function untouched(): string {
  const kept = path.join(inject('built'), 'many-in-a-thread.fairhearing')
  if (existsSync(kept)) return copyOf(kept, 'many')
  const project = emptyProject()
  addComments(
    project.db,
    Array.from({ length: comments }, (_, n) => comment(n + 1)),
  )
  saveModelUse(project.db, { suggestions: false, accusationLimit: 0.01 }, { coder: 'Sam', at })
  project.close()
  copyFileSync(project.path, kept)
  return copyOf(kept, 'many')
}

interface Begun extends Invented {
  readonly queueId: string
  /** All that is undecided. */
  mark(): Promise<Answers['decisions.recordMany']>
}

async function begun(change: Parameters<typeof written>[1] = () => undefined): Promise<Begun> {
  const file = untouched()
  written(file, change)
  return opened(file)
}

async function opened(file: string): Promise<Begun> {
  const service = await startService(temporaryFolder())
  await service.call('projects.open', { file: service.running.files.register(file).ref })
  await sit(service, 'Sam')
  const { queueId } = await service.call('queue.open', all)
  const mark = () => service.call('decisions.recordMany', { ...how, queueId })
  return { ...inventedIn(service, file), queueId, mark }
}

async function sit(service: TestService, name: string): Promise<void> {
  await service.call('coders.choose', { name })
  await service.call('settings.update', { mode: 'code' })
}

const decisions = ({ ask }: Invented) =>
  ask((db) => db.get<{ n: number }>('select count(*) as n from decisions')?.n)

async function verified({ path }: Invented): Promise<number> {
  return runCli(['verify', '--project', path], {
    out: () => undefined,
    err: () => undefined,
    isTerminal: false,
  })
}

/** What the running step was asked for comes to: "done", or the code of its failure. */
const ending = (step: Promise<unknown>) =>
  step.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : error),
  )

/** The job of the step, once some of it is written. */
async function halfWay(service: TestService): Promise<Job> {
  for (;;) {
    const job = (await service.call('jobs.list', {})).find(({ kind }) => kind === 'many')
    if (job && job.done > 0) return job
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}

describe('while very many are being marked', () => {
  test('what is asked is answered, with what was there before', async () => {
    const { service, queueId, mark } = await begun()
    const answered: string[] = []
    const told = async <T>(name: string, answer: Promise<T>) => {
      const value = await answer
      answered.push(name)
      return value
    }
    const marking = told('marked', mark())
    const rows = await told('rows', service.call('queue.rows', { queueId, offset: 0, limit: 50 }))
    const view = await told('comment', service.call('comments.get', { commentId: 7, queueId }))
    const { decided } = await told('stats', service.call('project.stats', {}))
    expect(rows.every(({ label }) => label === null)).toBe(true)
    expect({ decision: view.decision, decided }).toEqual({ decision: null, decided: 0 })
    expect(await marking).toEqual({ count: comments, decided: comments })
    expect(answered).toEqual(['rows', 'comment', 'stats', 'marked'])
  })

  test('nobody decides, takes back or marks others, and each is told so', async () => {
    const project = await begun()
    const marking = project.mark()
    await expect(project.decide(3, { label: 'critic' })).rejects.toMatchObject(running)
    await expect(project.service.call('decisions.undo', {})).rejects.toMatchObject(running)
    await expect(
      project.service.call('decisions.recordMany', { ...how, queueId: null, commentIds: [3] }),
    ).rejects.toMatchObject(running)
    await marking
    expect(decisions(project)).toBe(comments)
    expect(project.ask((db) => db.all('select 1 from decisions where label = ?', 'critic'))).toEqual([])
    // And afterwards they do.
    await project.decide(3, { label: 'critic' })
    expect(decisions(project)).toBe(comments + 1)
  })

  test('whoever is told what another decided is still known to have been', async () => {
    const project = await begun()
    const { service } = project
    await sit(service, 'Priya')
    await project.decide(1, { label: 'critic' })
    await sit(service, 'Sam')
    await service.call('settings.update', { mode: 'check' })
    const marking = project.mark()
    await halfWay(service)
    const { decision } = await service.call('comments.get', { commentId: 1, queueId: null })
    expect(decision?.coder).toBe('Priya')
    await marking
    expect(
      project.ask((db) =>
        db.all<{ id: number }>('select comment_id as id from shown_others').map(({ id }) => id),
      ),
    ).toContain(1)
  })

  test('it shows how far it is, and can be stopped: then nothing of it is there', async () => {
    const project = await begun()
    const { service } = project
    const marking = ending(project.mark())
    const job = await halfWay(service)
    expect(job).toMatchObject({ status: 'running', unit: 'comments', total: comments })
    await service.call('jobs.cancel', { jobId: job.id })
    expect(await marking).toBe('cancelled')
    expect(decisions(project)).toBe(0)
    expect((await service.call('project.stats', {})).decided).toBe(0)
    expect(await project.mark()).toMatchObject({ count: comments })
  })

  test('the project can be closed: all of it is there then, or nothing', async () => {
    const project = await begun()
    const marking = ending(project.mark())
    await project.service.call('projects.close', {})
    const whole = (await marking) === 'done'
    expect(decisions(project)).toBe(whole ? comments : 0)
    await project.service.close()
    expect(await verified(project)).toBe(0)
    const again = await opened(project.path)
    expect((await again.service.call('project.stats', {})).decided).toBe(whole ? comments : 0)
  })
})

test('very many are written as few are, and so are their undo and redo', async () => {
  const project = await begun()
  const { service } = project
  await project.mark()
  const undone = await service.call('decisions.undo', {})
  const redone = await service.call('decisions.redo', {})
  expect(undone).toMatchObject({ count: comments, commentId: 1, given: 'neither', label: null })
  expect(redone).toMatchObject({ count: comments, commentId: 1, before: null, label: 'neither' })
  expect(undone?.commentIds).toHaveLength(500)
  await service.close()
  expect(await verified(project)).toBe(0)

  const few = untouched()
  const { sitting, label } = written(few, (db) => {
    const ids = Array.from({ length: comments }, (_, n) => n + 1)
    const codebook = { id: 'standard', version: 2 }
    const common = {
      label: 'neither',
      coder: 'Sam',
      decidedAt: at,
      note: null,
      codebook,
      mode: 'code',
    } as const
    appendMany(db, ids, { ...common, suggestionShown: false })
    undoLatest(db, { coder: 'Sam', at })
    return { sitting: null, label: redoLatest(db, { coder: 'Sam', at })?.step.label }
  })
  expect({ sitting, label }).toEqual({ sitting: null, label: 'neither' })
  const other = inventedIn(service, few)
  expect(rowsOf(project)).toEqual(rowsOf(other))
})

/** All but when, in which sitting and by which codebook, and what follows from that. */
function rowsOf({ ask }: Invented) {
  return ask((db) => ({
    decisions: db
      .all<object>(
        `select d.id - (select min(id) from decisions) as id, comment_id, kind, label,
           undoes - (select min(id) from decisions) as undoes, redoes - (select min(id) from decisions) as redoes,
           batch - (select min(id) from decisions) as batch, coder, draw, mode, suggestion_shown, independent
         from decisions d order by id`,
      )
      .map((row) => JSON.stringify(row)),
    standing: db
      .all<object>(
        'select comment_id, label, status, in_batch, one_sitting from standing order by comment_id',
      )
      .map((row) => JSON.stringify(row)),
  }))
}

test('after its undo the service knows what is open, for everybody and for each', async () => {
  const project = await begun()
  const { service } = project
  await sit(service, 'Priya')
  await project.decide(1, { label: 'critic' })
  await sit(service, 'Sam')
  await project.decide(2, { label: 'critic' })
  const left = async () => {
    const { decided } = await service.call('project.stats', {})
    const { queueId, undecided } = await service.call('queue.open', all)
    const rows = await service.call('queue.rows', { queueId, offset: 0, limit: 3 })
    const second = await service.call('queue.open', { ...all, filter: { ...all.filter, show: 'second' } })
    return { decided, undecided, labels: rows.map(({ label }) => label), second: second.undecided }
  }
  const before = await left()
  expect(before).toMatchObject({ decided: 2, labels: [null, 'critic', null] })
  await project.mark()
  expect(await left()).toMatchObject({ decided: comments, labels: [null, 'critic', 'neither'] })
  await service.call('decisions.undo', {})
  expect(await left()).toEqual(before)
  await service.call('decisions.redo', {})
  expect(await left()).toMatchObject({ decided: comments, labels: [null, 'critic', 'neither'] })
  // Priya's step is not Sam's to take back.
  await sit(service, 'Priya')
  expect(await service.call('decisions.undo', {})).toMatchObject({ count: 1, given: 'critic' })
})

test('a label that needs two people is only proposed for very many', async () => {
  const project = await begun((db) => {
    changeRules(db, { ...readRules(db), twoPerson: ['neither'] }, { coder: 'Sam', at })
  })
  await project.mark()
  const { byStatus } = await project.service.call('project.stats', {})
  expect(byStatus.neither).toMatchObject({ proposed: comments, final: 0 })
})

test('what is learned from very many is learned after they are written', async () => {
  const project = await begun()
  const { service } = project
  onTestFinished(() => service.close())
  for (let id = 1; id <= 30; id += 1) await project.decide(id)
  await service.call('project.update', { suggestions: true })
  const marking = project.mark()
  const during = await service.call('jobs.list', {})
  expect(during.some(({ kind, status }) => kind === 'many' && status === 'running')).toBe(true)
  await marking
  await expect
    .poll(async () => (await service.call('app.state', {})).project?.model.decisions, { timeout: 50_000 })
    .toBeGreaterThan(30)
})
