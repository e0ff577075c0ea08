/** The main job at the service's door: a file in, suggestions, decisions, a restart, a dataset out. */
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { groundsFor } from '../support/grounds.ts'
import { importAs, startService, type TestService, writeFile } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary.ts'

const table = [
  'cid,reply_to,article,display_name,posted_at,up,body',
  '1,,report,Plover 12,2026-09-12T17:36:00Z,61,"Page 34 says the board was told in January. Which is it?"',
  '2,1,report,heron41,2026-09-12T17:44:00Z,4,"January. I have the minutes, item 9, “noted”."',
  '3,2,report,Jay,2026-09-12T17:51:00Z,,course you have 🙄',
  '4,,report,سلمى,2026-09-12T18:31:00Z,3,كان أبي في ذلك الجناح. انتظرنا الجواب سنة كاملة ولم يتصل بنا أحد.',
  '5,,parking,Teal 77,2026-09-13T07:20:00Z,0,Is the car park open on Saturdays now',
  '6,1,report,Gull 330,2026-09-13T07:21:00Z,2,"you are all pathetic idiots <img src=x onerror=alert(1)>"',
].join('\n')

const all = { show: 'all', text: '', importId: null } as const

async function withTable(): Promise<{ service: TestService; folder: string }> {
  const folder = temporaryFolder()
  const service = await startService(folder)
  const file = writeFile(folder, 'echo-comments.csv', table)
  await (await importAs(service, file, { into: 'new', name: 'Fern ward' })).report()
  await service.quiet()
  return { service, folder }
}

async function decide(service: TestService, commentId: number, label: string) {
  return service.call('decisions.record', {
    commentId,
    queueId: null,
    label,
    suggestionShown: true,
    shownMs: 800,
    note: null,
    mode: 'code',
    ...groundsFor(label),
  })
}

describe('from a file to a dataset', () => {
  test('the columns are guessed, every row is accounted for, threads and replies are there', async () => {
    const folder = temporaryFolder()
    const service = await startService(folder)
    const file = writeFile(folder, 'echo-comments.csv', table)
    const { inspected, report } = await importAs(service, file, { into: 'new', name: 'Fern ward' })
    expect(inspected.reading.columns).toMatchObject({
      text: 'body',
      author: 'display_name',
      time: 'posted_at',
      parent: 'reply_to',
      id: 'cid',
      thread: 'article',
    })
    expect(inspected.ledger).toMatchObject({ read: 6, added: 6, alreadyHere: 0, skipped: [], orphans: 0 })
    expect(inspected.preview.slice(0, 3).map(({ depth }) => depth)).toEqual([0, 1, 2])
    expect((await report()).ledger).toMatchObject({ read: 6, added: 6, alreadyHere: 0, orphans: 0 })
    const state = await service.call('app.state', {})
    expect(state.project).toMatchObject({ name: 'Fern ward', comments: 6, threads: 2, decided: 0 })
    expect(existsSync(path.join(service.places.projects, 'Fern ward.fairhearing'))).toBe(true)
  })

  test('each comment has a suggestion with its probabilities and the words behind it', async () => {
    const { service } = await withTable()
    const queue = await service.call('queue.open', { order: 'troll-first', filter: all })
    const rows = await service.call('queue.rows', { queueId: queue.queueId, offset: 0, limit: 10 })
    expect(rows).toHaveLength(6)
    expect(rows[0]?.excerpt).toContain('pathetic idiots')
    const view = await service.call('comments.get', {
      commentId: rows[0]?.commentId ?? 0,
      queueId: queue.queueId,
    })
    const { shares = {}, evidence = [] } = view.suggestion ?? {}
    expect(Object.keys(shares)).toEqual(['troll', 'critic', 'neither'])
    expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
    expect(evidence.map(({ start, end }) => view.text.slice(start, end)).join(' ')).toMatch(/idiots|pathetic/)
    expect(view.ancestors.map(({ author }) => author)).toEqual(['Plover 12'])
    expect(view.origin).toMatchObject({ file: 'echo-comments.csv', row: 7 })
  })

  test('what was decided is there again after a restart, and undo goes on from there', async () => {
    const { service, folder } = await withTable()
    await decide(service, 1, 'critic')
    await decide(service, 6, 'troll')
    await decide(service, 6, 'critic')
    await service.close()

    const again = await startService(folder)
    const [entry] = await again.call('projects.list', {})
    expect(entry).toMatchObject({ name: 'Fern ward', comments: 6, decided: 2 })
    await again.call('projects.open', { id: entry?.id ?? '' })
    const queue = await again.call('queue.open', { order: 'oldest-first', filter: all })
    expect(queue).toMatchObject({ total: 6, undecided: 4, next: 1 })
    expect((await again.call('comments.get', { commentId: 6, queueId: null })).decision?.label).toBe('critic')
    expect(await again.call('decisions.undo', {})).toMatchObject({ commentId: 6, label: 'troll' })
    expect(await again.call('decisions.undo', {})).toMatchObject({ commentId: 6, label: null })
    expect(await again.call('decisions.undo', {})).toMatchObject({ commentId: 1, label: null })
    expect(await again.call('decisions.undo', {})).toBeNull()
  })

  test('a dataset leaves as CSV and as JSON Lines, and the CSV can be read in again', async () => {
    const { service, folder } = await withTable()
    await decide(service, 1, 'critic')
    await decide(service, 6, 'troll')
    const preview = await service.call('exports.preview', { format: 'csv', scope: 'decided' })
    expect(preview.total).toBe(2)
    const jsonl = path.join(folder, 'out.jsonl')
    const target = service.running.files.registerTarget(jsonl)
    const started = await service.call('exports.start', { format: 'jsonl', scope: 'decided', target })
    expect(await service.result('export', started)).toMatchObject({ name: 'out.jsonl', rows: 2 })
    const rows = readFileSync(jsonl, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(rows[1]).toMatchObject({
      text: 'you are all pathetic idiots <img src=x onerror=alert(1)>',
      thread: 'report',
      parent: rows[0].id,
      label: null,
      status: 'proposed',
      proposed_label: 'troll',
      suggestion_shown: true,
      file: 'echo-comments.csv',
      row: 7,
    })
    expect(rows[1].decided_by).not.toBe('')
    expect(rows[1].model_version).toMatch(/^starter-/)

    const csv = path.join(folder, 'all.csv')
    const everything = service.running.files.registerTarget(csv)
    await service.result(
      'export',
      await service.call('exports.start', { format: 'csv', scope: 'all', target: everything }),
    )
    const { inspected } = await importAs(service, csv, { into: 'new', name: 'Back again' })
    expect(inspected.ledger).toMatchObject({ read: 6, orphans: 0 })
    expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([])
  })

  test('the same file again adds nothing, and says so beforehand', async () => {
    const { service, folder } = await withTable()
    const again = await importAs(service, path.join(folder, 'echo-comments.csv'), { into: 'current' })
    expect(again.inspected.ledger).toMatchObject({ read: 6, added: 0, alreadyHere: 6 })
    expect((await again.report()).ledger).toMatchObject({ read: 6, added: 0, alreadyHere: 6 })
    expect((await service.call('project.stats', {})).comments).toBe(6)
  })

  test('the sample opens with threads, suggestions and some decisions, and opens again as it was left', async () => {
    const service = await startService(temporaryFolder())
    const sample = await service.call('projects.trySample', {})
    expect(sample).toMatchObject({ comments: 357, threads: 18, decided: 113 })
    await service.quiet()
    const stats = await service.call('project.stats', {})
    expect(Object.values(stats.byBand).reduce((sum, n) => sum + n, 0)).toBe(357)
    // Forty of its decisions are blind and drawn at random; one of those is "unsure", which says nothing of a model.
    await service.result('measure', await service.call('model.measure', {}))
    expect(await service.call('model.report', {})).toMatchObject({
      threshold: { from: 'shipped', nonTrolls: 38, needed: 49 },
      measurement: { total: 39, accusations: { of: 38 } },
      next: { kind: 'draw-more', count: 11 },
    })
    await decide(service, 357, 'critic')
    await service.quiet()
    await service.call('projects.close', {})
    expect(await service.call('projects.trySample', {})).toMatchObject({ comments: 357, decided: 114 })
  })
})

describe('what is in the way', () => {
  test('without a project, every call that needs one says so', async () => {
    const service = await startService(temporaryFolder())
    for (const call of [
      () => service.call('project.stats', {}),
      () => service.call('queue.open', { order: 'random', filter: all }),
      () => service.call('comments.get', { commentId: 1, queueId: null }),
      () => service.call('decisions.undo', {}),
      () => service.call('exports.preview', { format: 'csv', scope: 'all' }),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'no-project' })
    }
  })

  test('a project that was moved while open takes no more decisions, and has kept all of them', async () => {
    const { service, folder } = await withTable()
    await decide(service, 1, 'critic')
    const from = path.join(service.places.projects, 'Fern ward.fairhearing')
    const to = path.join(folder, 'moved.fairhearing')
    renameSync(from, to)
    await expect(decide(service, 2, 'critic')).rejects.toMatchObject({ code: 'project-moved' })
    const moved = await service.call('projects.open', { file: service.running.files.register(to).ref })
    expect(moved).toMatchObject({ comments: 6, decided: 1 })
    await decide(service, 2, 'critic')
  })

  test('an import that is stopped leaves the project as it was, and a new one is not left behind', async () => {
    const { service, folder } = await withTable()
    const many = Array.from({ length: 40_000 }, (_, n) => `${n},"A comment, number ${n}, of many"`)
    const file = writeFile(folder, 'many.csv', `id,text\n${many.join('\n')}\n`)
    const { jobId } = await importAs(service, file, { into: 'current' })
    await service.call('jobs.cancel', { jobId })
    expect((await service.ended(jobId)).status).toBe('cancelled')
    expect((await service.call('project.stats', {})).comments).toBe(6)
    const second = await importAs(service, file, { into: 'new', name: 'Many' })
    await service.call('jobs.cancel', { jobId: second.jobId })
    expect((await service.ended(second.jobId)).status).toBe('cancelled')
    expect(readdirSync(service.places.projects).filter((name) => name.startsWith('Many'))).toEqual([])
    expect((await service.call('app.state', {})).project).toBeNull()
  })

  test('files that hold no comments are refused with a sentence that names them', async () => {
    const folder = temporaryFolder()
    const service = await startService(folder)
    const inspect = async (name: string, content: string | Buffer) => {
      const { ref } = service.running.files.register(writeFile(folder, name, content))
      return service.result('inspect', await service.call('imports.inspect', { file: ref, reading: null }))
    }
    const zip = Buffer.from('PK\u0003\u0004aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')
    await expect(inspect('empty.csv', '')).rejects.toMatchObject({ code: 'file-empty' })
    await expect(inspect('picture.csv', zip)).rejects.toThrow(/picture\.csv/)
    expect((await inspect('numbers.csv', 'a,b\n1,2\n3,4\n')).obstacle).not.toBeNull()
    const ragged = await inspect('ragged.csv', 'id,text\n1,fine\n2,too,many,cells\n3,good\n')
    expect(ragged.ledger).toMatchObject({ read: 3, skipped: [{ reason: 'too-many-cells', count: 1 }] })
    expect(ragged.problems[0]).toMatchObject({ row: 3, reason: 'too-many-cells', skipped: true })
  })

  test('what the window has no business asking is refused', async () => {
    const { service } = await withTable()
    const odd = (method: string, request: unknown) =>
      service.call(method as 'app.state', request as Record<string, never>)
    for (const method of ['toString', '__proto__', 'constructor', 'projects.delete']) {
      await expect(odd(method, {})).rejects.toMatchObject({ code: 'bad-request' })
    }
    await expect(odd('decisions.record', { commentId: '1', label: 'critic' })).rejects.toThrow(/commentId/)
    await expect(decide(service, 1, 'wonderful')).rejects.toMatchObject({ code: 'bad-request' })
    await expect(decide(service, 999, 'critic')).rejects.toMatchObject({ code: 'not-found' })
  })
})
