/** Many at once by their scores: the histogram, a sample of a band, and what is kept out of the step. */
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { bandQuery, countWithin } from '../../core/queue/histogram.ts'
import { inventInArabic, labels } from '../core/classifier/arabic.ts'
import { type Invented, inventedIn, inventedProject } from '../support/invented.ts'
import { importAs, startService, writeFile } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary.ts'

const filter = { show: 'undecided', text: '', importId: null } as const
const how = { note: null, mode: 'code' } as const
const histogram = ({ service }: Invented, label: string | null = null) =>
  service.call('queue.histogram', { filter, label })
const openBand = ({ service }: Invented, from: number, to: number) =>
  service.call('queue.open', {
    order: 'oldest-first',
    filter: { ...filter, text: bandQuery({ from, to }, null) },
    isBeside: true,
  })

describe('the histogram', () => {
  test('counts what a search for each band finds', async () => {
    const project = await inventedProject(60)
    const { bins, unscored, hasScores } = await histogram(project)
    expect({ unscored, hasScores }).toEqual({ unscored: 0, hasScores: true })
    expect(countWithin(bins, { from: 0, to: 100 })).toBe(60)
    for (const [from, to] of [
      [0, 5],
      [5, 40],
      [40, 99],
      [99, 100],
    ] as const) {
      expect((await openBand(project, from, to)).total).toBe(countWithin(bins, { from, to }))
    }
  })

  test('counts the undecided only, and those that match', async () => {
    const project = await inventedProject(20)
    await project.decide(3)
    await project.service.quiet()
    const { bins } = await histogram(project)
    expect(countWithin(bins, { from: 0, to: 100 })).toBe(19)
    const found = await project.service.call('queue.histogram', {
      filter: { ...filter, text: 'board' },
      label: null,
    })
    const { total } = await project.service.call('queue.count', { filter: { ...filter, text: 'board' } })
    expect(countWithin(found.bins, { from: 0, to: 100 })).toBe(total)
  })

  test('says from where the model suggests troll: above it everything, and nothing else', async () => {
    const project = await inventedProject(60)
    const { likelyFrom } = await histogram(project)
    const rows = (await project.open('random')).rows
    for (const { prediction } of rows) {
      expect(prediction?.band === 'troll').toBe((prediction?.shares.troll ?? 0) > (likelyFrom ?? 1))
    }
    expect(rows.some(({ prediction }) => prediction?.band === 'troll')).toBe(true)
  })

  test('has nothing to show where suggestions are off', async () => {
    const project = await inventedProject(8)
    await project.service.call('project.update', { suggestions: false })
    expect(await histogram(project)).toMatchObject({ hasScores: false, unscored: 0 })
    const { queueId } = await project.open('oldest-first')
    const { rows } = await project.service.call('queue.sample', {
      ...{ queueId, commentIds: null, size: 10, except: [], label: null },
    })
    expect(rows.map(({ share }) => share)).toEqual(new Array(8).fill(null))
  })

  test('is of a chosen label where the labels are not ours, and refuses one that is not there', async () => {
    const project = await arabicProject()
    const [label = ''] = labels
    const { bins, hasScores, likelyFrom } = await histogram(project, label)
    expect({ hasScores, likelyFrom }).toEqual({ hasScores: true, likelyFrom: null })
    const text = bandQuery({ from: 50, to: 100 }, label)
    const { total } = await project.service.call('queue.count', { filter: { ...filter, text } })
    expect(total).toBe(countWithin(bins, { from: 50, to: 100 }))
    await expect(histogram(project, 'nobody')).rejects.toMatchObject({ code: 'bad-request' })
    expect(await histogram(project)).toMatchObject({ hasScores: false })
  })
})

describe('a sample', () => {
  test('is of the undecided of a queue, whole, and leaves out what was read before', async () => {
    const project = await inventedProject(30)
    await project.decide(5)
    const { queueId, rows } = await project.open('oldest-first', { show: 'all' })
    const many = { queueId, commentIds: null, label: null }
    const read = rows.slice(0, 8).map(({ commentId }) => commentId)
    const { service } = project
    const drawn = await service.call('queue.sample', { ...many, size: 50, except: read })
    expect(drawn.undecided).toBe(29)
    expect(drawn.exceptHere).toEqual(read.filter((id) => id !== 5))
    const ids = drawn.rows.map(({ commentId }) => commentId).toSorted((a, b) => a - b)
    expect(ids).toEqual(Array.from({ length: 22 }, (_, at) => at + 9))
    const [first] = drawn.rows
    const view = await service.call('comments.get', { commentId: first?.commentId ?? 0, queueId: null })
    expect(first?.text).toBe(view.text)
    expect((await service.call('queue.sample', { ...many, size: 10, except: [] })).rows).toHaveLength(10)
  })

  test('has invented names where the project has them', async () => {
    const project = await inventedProject(4)
    const { service } = project
    await service.call('project.update', { pseudonyms: true })
    const asked = { queueId: null, commentIds: [1], size: 1, except: [], label: null }
    const [row] = (await service.call('queue.sample', asked)).rows
    const view = await service.call('comments.get', { commentId: 1, queueId: null })
    expect(row?.author).toBe(view.author)
  })
})

describe('a band that is marked', () => {
  test('keeps out what did not fit, is never blind, and is one step', async () => {
    const project = await inventedProject(60)
    const { service, ask } = project
    const { queueId, undecided } = await openBand(project, 0, 40)
    const { rows } = await service.call('queue.sample', {
      ...{ queueId, commentIds: null, size: 10, except: [], label: null },
    })
    const except = rows.slice(0, 2).map(({ commentId }) => commentId)
    const many = { queueId, commentIds: null, except, label: 'neither', ...how }
    expect(await service.call('decisions.recordMany', many)).toMatchObject({ count: undecided - 2 })
    const said = ask((db) =>
      db
        .all<object>('select distinct suggestion_shown, mode, label from decisions')
        .map((row) => ({ ...row })),
    )
    expect(said).toEqual([{ suggestion_shown: 1, mode: 'code', label: 'neither' }])
    const left = await service.call('queue.sample', { ...many, size: 10, except: [], label: null })
    expect(left.rows.map(({ commentId }) => commentId).toSorted()).toEqual([...except].toSorted())
    expect(await service.call('decisions.undo', {})).toMatchObject({ count: undecided - 2 })
    expect((await service.call('project.stats', {})).decided).toBe(0)
  })

  test('leaves alone what somebody decided meanwhile, in the queue and among comments that were named', async () => {
    const project = await inventedProject(12)
    const { service } = project
    const { queueId } = await project.open('oldest-first')
    await project.decide(2, { label: 'critic' })
    await project.decide(4, { label: 'critic' })
    const named = { queueId, commentIds: [1, 2, 3], label: 'neither', ...how }
    expect(await service.call('decisions.recordMany', named)).toMatchObject({ count: 2 })
    const rest = { queueId, commentIds: null, label: 'neither', ...how }
    expect(await service.call('decisions.recordMany', rest)).toMatchObject({ count: 8 })
    expect((await service.call('project.stats', {})).byLabel).toMatchObject({ critic: 2, neither: 10 })
    expect(await service.call('decisions.recordMany', rest)).toMatchObject({ count: 0 })
    expect(await service.call('decisions.undo', {})).toMatchObject({ count: 8 })
  })

  test('of comments that were found by their scores is not blind either', async () => {
    const project = await inventedProject(12)
    const { queueId } = await project.open('troll-first')
    const named = { queueId, commentIds: [1, 2], label: 'neither', ...how }
    await project.service.call('decisions.recordMany', named)
    expect(
      project.ask((db) => db.get<{ n: number }>('select min(suggestion_shown) as n from decisions')?.n),
    ).toBe(1)
  })

  test('is not what the project is opened with the next time', async () => {
    const project = await inventedProject(12)
    await project.open('newest-first')
    await openBand(project, 0, 5)
    const { project: summary } = await project.service.call('app.state', {})
    expect(summary?.filter?.text).toBe('')
  })
})

/** Labels that are not ours, learned from forty decisions on sixty comments. */
async function arabicProject(): Promise<Invented> {
  const comments = inventInArabic(60)
  const folder = temporaryFolder()
  const service = await startService(folder)
  const lines = comments.map(({ text }, at) => `${at + 1},"${text}"\n`)
  const file = writeFile(folder, 'comments.csv', `id,text\n${lines.join('')}`)
  const codebook = { name: 'Own', labels: labels.map((name) => ({ name, definition: '' })) }
  await (await importAs(service, file, { into: 'new', name: 'Arabic', codebook })).report()
  const project = inventedIn(service, path.join(service.places.projects, 'Arabic.fairhearing'))
  const { queueId, rows } = await project.open('random')
  for (const { commentId } of rows.slice(0, 40)) {
    await project.decide(commentId, { queueId, label: comments[commentId - 1]?.label ?? '' })
  }
  await service.quiet()
  return project
}
