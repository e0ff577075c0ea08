/** A project with labels of its own, in Arabic, from the file to the measured model. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CodebookDraft } from '../../core/contract/requests.ts'
import { inventInArabic, labels } from '../core/classifier/arabic.ts'
import { type Invented, inventedIn } from '../support/invented.ts'
import { importAs, startService, writeFile } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary.ts'

const draft: CodebookDraft = {
  name: 'ما يقوله الناس',
  labels: labels.map((name) => ({ name, definition: `تعريف ${name}` })),
}
const comments = inventInArabic(60)
const labelOf = (id: number): string => comments[id - 1]?.label ?? ''

/** Comments 1 to 60, none of them decided. */
async function arabicProject(): Promise<Invented> {
  const folder = temporaryFolder()
  const service = await startService(folder)
  const lines = comments.map(({ text }, at) => `${at + 1},"${text}"\n`)
  const file = writeFile(folder, 'تعليقات.csv', `id,text\n${lines.join('')}`)
  await (await importAs(service, file, { into: 'new', name: 'Arabic', codebook: draft })).report()
  await service.quiet()
  return inventedIn(service, path.join(service.places.projects, 'Arabic.fairhearing'))
}

/**
 * Blind, as they come up in a random order: those that were invented first, which are as many of each label, for of some
 * that chance picks a model may learn next to nothing of one label.
 */
async function decideAtRandom(
  { service, open, decide }: Invented,
  count: number,
): Promise<readonly number[]> {
  const { queueId, rows } = await open('random')
  const waiting = rows.map(({ commentId }) => commentId)
  const last = waiting.toSorted((one, other) => one - other)[count - 1] ?? 0
  const ids = waiting.filter((commentId) => commentId <= last)
  for (const commentId of ids) await decide(commentId, { queueId, label: labelOf(commentId) })
  await service.quiet()
  return ids
}

const modelOf = ({ ask }: Invented) =>
  ask((db) => db.get<{ version: string; weights: Uint8Array }>('select version, weights from models')) ?? null
const predictedIn = ({ ask }: Invented) =>
  ask((db) => db.get<{ n: number }>('select count(*) as n from predictions'))?.n
const projectOf = async ({ service }: Invented) => (await service.call('app.state', {})).project

describe('a project with labels of its own', () => {
  test('is made with its file, and has nothing to suggest before its first lesson', async () => {
    const arabic = await arabicProject()
    const project = await projectOf(arabic)
    expect(project?.codebook).toMatchObject({ name: draft.name, notGrounds: '' })
    expect(project?.codebook.id).toMatch(/^own-/)
    expect(project?.codebook.labels.map(({ id, letter }) => [id, letter])).toEqual([
      ['شكوى', 'ش'],
      ['شكر', 'ك'],
      ['سؤال', 'س'],
      ['unsure', 'U'],
    ])
    expect(project?.model).toEqual({ version: expect.stringMatching(/^labels-/), decisions: 0 })
    const { order, rows } = await arabic.open('unsure-first')
    expect(order).toBe('random')
    expect(rows.map(({ prediction }) => prediction)).toEqual(Array(60).fill(null))
    const view = await arabic.service.call('comments.get', { commentId: 1, queueId: null })
    expect(view.suggestion).toBeNull()
    expect(predictedIn(arabic)).toBe(0)
    const stats = await arabic.service.call('project.stats', {})
    expect(stats.byBand).toEqual({ شكوى: 0, شكر: 0, سؤال: 0, unsure: 0 })
    expect(await arabic.service.call('model.report', {})).toMatchObject({
      threshold: null,
      learned: { شكوى: 0, شكر: 0, سؤال: 0 },
      next: { kind: 'first-lesson', missing: [...labels] },
    })
  })

  test('learns them from forty decisions, and suggests them in every order', async () => {
    const arabic = await arabicProject()
    const decided = await decideAtRandom(arabic, 40)
    expect((await projectOf(arabic))?.model.decisions).toBe(40)
    const { rows } = await arabic.open('oldest-first')
    expect(rows).toHaveLength(20)
    const right = rows.filter(({ commentId, prediction }) => prediction?.band === labelOf(commentId))
    // By chance seven would be.
    expect(right.length).toBeGreaterThan(11)
    expect(Object.keys(rows[0]?.prediction?.shares ?? {})).toEqual(labels)
    expect(predictedIn(arabic)).toBe(60)

    const doubtful = await arabic.open('unsure-first')
    const likely = await arabic.open('troll-first')
    expect([likely.order, likely.rows.map(({ commentId }) => commentId)]).toEqual([
      'unsure-first',
      doubtful.rows.map(({ commentId }) => commentId),
    ])
    const teach = await arabic.open('teach')
    expect(teach.rows.filter(({ isMeasuring }) => isMeasuring)).toHaveLength(5)
    const commentId = teach.rows.find(({ isMeasuring }) => !isMeasuring)?.commentId ?? 0
    await arabic.decide(commentId, {
      queueId: teach.queueId,
      label: labelOf(commentId),
      suggestionShown: true,
    })
    const last = arabic.ask((db) =>
      db.get<{ draw: string; suggestion: string }>('select draw, suggestion from decisions order by id desc'),
    )
    expect(last?.draw).toBe('doubtful')
    expect(JSON.parse(last?.suggestion ?? '')).toEqual({
      shares: Object.fromEntries(labels.map((label) => [label, expect.any(Number)])),
      band: expect.any(String),
    })
    expect(decided).not.toContain(commentId)
    await arabic.service.quiet()
  })

  test('has the bytes of before when a decision is taken back, and nothing when too many are', async () => {
    const arabic = await arabicProject()
    await decideAtRandom(arabic, 20)
    const before = modelOf(arabic)
    await decideAtRandom(arabic, 1)
    expect(modelOf(arabic)?.version).not.toBe(before?.version)
    await arabic.service.call('decisions.undo', {})
    await arabic.service.quiet()
    expect(modelOf(arabic)).toEqual(before)
    await arabic.service.call('decisions.undo', {})
    await arabic.service.quiet()
    expect(modelOf(arabic)).toBeNull()
    expect(predictedIn(arabic)).toBe(0)
    const { rows } = await arabic.open('oldest-first')
    expect(rows.every(({ prediction }) => prediction === null)).toBe(true)
  })

  test('has its model again in another sitting', async () => {
    const arabic = await arabicProject()
    await decideAtRandom(arabic, 30)
    const model = (await projectOf(arabic))?.model
    await arabic.service.close()
    const again = await startService(temporaryFolder())
    await again.call('projects.open', { file: again.running.files.register(arabic.path).ref })
    expect((await again.call('app.state', {})).project).toMatchObject({
      model,
      codebook: { name: draft.name },
    })
    await again.quiet()
  })

  test('measures each of its labels, and accuses nobody', async () => {
    const arabic = await arabicProject()
    await decideAtRandom(arabic, 55)
    await arabic.service.result('measure', await arabic.service.call('model.measure', {}))
    const report = await arabic.service.call('model.report', {})
    expect(report).toMatchObject({
      threshold: null,
      isStale: false,
      next: { kind: expect.stringMatching(/nothing|look-again/) },
    })
    expect(report.measurement).toMatchObject({ total: 55, accusations: null })
    expect(report.measurement?.confusion.map(({ label }) => label)).toEqual(labels)
    expect(Object.keys(report.measurement?.confusion[0]?.said ?? {})).toEqual([...labels, 'unsure'])
    expect(report.measurement?.reliability.map(({ label }) => label)).toEqual(labels)
    expect(Object.values(report.learned).reduce((sum, n) => sum + n, 0)).toBe(55)
  })

  test('does nothing again for another limit, which means nothing here', async () => {
    const arabic = await arabicProject()
    await decideAtRandom(arabic, 40)
    await arabic.service.result('measure', await arabic.service.call('model.measure', {}))
    const jobs = (await arabic.service.call('jobs.list', {})).length
    await arabic.service.call('project.update', { accusationLimit: 0.1 })
    await arabic.service.quiet()
    expect(await projectOf(arabic)).toMatchObject({ accusationLimit: 0.1 })
    expect(await arabic.service.call('jobs.list', {})).toHaveLength(jobs)
    expect((await arabic.service.call('model.report', {})).isStale).toBe(false)
  })

  test('leaves as a table with a column for each label, which comes in again as comments', async () => {
    const arabic = await arabicProject()
    const { service } = arabic
    await decideAtRandom(arabic, 40)
    const preview = await service.call('exports.preview', { format: 'csv', scope: 'all' })
    expect(preview.columns.slice(7, 11)).toEqual(['suggestion', 'p_شكوى', 'p_شكر', 'p_سؤال'])
    const file = path.join(temporaryFolder(), 'all.csv')
    const target = service.running.files.registerTarget(file)
    await service.result(
      'export',
      await service.call('exports.start', { format: 'csv', scope: 'all', target }),
    )
    const [head] = readFileSync(file, 'utf8').split('\r\n')
    expect(head).toContain('suggestion,p_شكوى,p_شكر,p_سؤال,suggestion_shown')
    const jsonl = path.join(temporaryFolder(), 'all.jsonl')
    await service.result(
      'export',
      await service.call('exports.start', {
        format: 'jsonl',
        scope: 'all',
        target: service.running.files.registerTarget(jsonl),
      }),
    )
    const rows = readFileSync(jsonl, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const last = rows.at(-1)
    expect(labels.reduce((sum, label) => sum + last[`p_${label}`], 0)).toBeCloseTo(1, 5)
    const { inspected } = await importAs(service, file, { into: 'new', name: 'Back again' })
    expect(inspected.ledger).toMatchObject({ read: 60, skipped: [] })
    expect((await projectOf(arabic))?.codebook.id).toBe('troll-or-critic')
    await service.quiet()
  })

  test('refuses labels of other codebooks, labels alike, and a codebook where there is one', async () => {
    const arabic = await arabicProject()
    await expect(arabic.decide(1, { label: 'troll' })).rejects.toMatchObject({ code: 'bad-request' })
    const file = writeFile(temporaryFolder(), 'b.csv', 'id,text\n1,hello there\n')
    await expect(importAs(arabic.service, file, { into: 'current', codebook: draft })).rejects.toThrow(
      /keeps the labels/,
    )
    const alike = { ...draft, labels: [...draft.labels, ...draft.labels.slice(0, 1)] }
    await expect(importAs(arabic.service, file, { into: 'new', codebook: alike })).rejects.toThrow(
      /Two labels are called/,
    )
    expect((await projectOf(arabic))?.name).toBe('Arabic')
  })
})
