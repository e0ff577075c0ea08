/** The record at the service's door: every act is a row of it, it is read in plain sentences, checked and saved. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test, vi } from 'vitest'
import { describeEntry } from '../../core/record/describe.ts'
import { runCli } from '../../electron/cli.ts'
import { importAs, startService, type TestService, writeFile } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary.ts'

const table =
  'id,parent,text\n1,,Who signed off the delay?\n2,1,"=You know what, you are an idiot"\n3,,Thanks for the update\n'

const decide = (service: TestService, commentId: number, label: string) =>
  service.call('decisions.record', {
    ...{ commentId, label, queueId: null, suggestionShown: false, shownMs: 800, note: null },
    ...{ mode: 'code', passage: null, reason: null },
  })

/** Everything a person can do to a project, once. */
async function busyProject() {
  const folder = temporaryFolder()
  const service = await startService(folder)
  await service.call('settings.update', { coder: 'Priya' })
  await (
    await importAs(service, writeFile(folder, 'echo.csv', table), { into: 'new', name: 'Fern ward' })
  ).report()
  await decide(service, 1, 'critic')
  await decide(service, 3, 'neither')
  await service.call('decisions.undo', {})
  await service.call('decisions.redo', {})
  await service.call('project.update', { accusationLimit: 0.01, pseudonyms: true })
  await service.call('rules.update', { expiresAfterDays: 90 })
  await service.call('coders.choose', { name: 'Sam' })
  await service.quiet()
  const ref = service.running.files.registerTarget(path.join(folder, 'out.csv'))
  await service.result(
    'export',
    await service.call('exports.start', { format: 'csv', scope: 'all', target: ref }),
  )
  return { folder, service }
}

const everything = { groups: null, coder: null, commentId: null, before: null, limit: 100 } as const

test('every act is in it, newest first, as a plain sentence, and leads to its comment', async () => {
  const { service } = await busyProject()
  const { rows, entries } = await service.call('record.entries', everything)
  const { project } = await service.call('app.state', {})
  const labels = project?.codebook.labels ?? []
  expect(entries.map((entry) => describeEntry(entry, labels))).toEqual([
    'Sam exported 3 comments as csv.',
    'Sam began to work in this project.',
    'Priya changed a setting: labels run out after 90 days.',
    'Priya changed a setting: invented names on.',
    'Priya changed a setting: false-accusation limit 1 %.',
    // Sam codes blind: what Priya decided is hidden.
    'Priya decided a comment.',
    'Priya took back a decision on a comment.',
    'Priya decided a comment.',
    'Priya decided a comment.',
    'Priya brought in 3 comments from echo.csv.',
  ])
  expect(rows).toBe(entries.length)
  expect(entries.at(-2)).toMatchObject({
    commentId: 1,
    excerpt: 'Who signed off the delay?',
    isMerged: false,
  })
  await service.call('coders.choose', { name: 'priya ' })
  const own = await service.call('record.entries', { ...everything, groups: ['decisions'], coder: 'Priya' })
  expect(own.entries.map((entry) => describeEntry(entry, labels))).toEqual([
    'Priya gave neither again to a comment.',
    'Priya took back neither on a comment.',
    'Priya marked a comment neither, blind.',
    'Priya marked a comment critic, blind.',
  ])
})

test('it is read page by page', async () => {
  const { service } = await busyProject()
  const whole = await service.call('record.entries', everything)
  const first = await service.call('record.entries', { ...everything, limit: 3 })
  const before = first.entries.at(-1)?.id ?? null
  const next = await service.call('record.entries', { ...everything, limit: 3, before })
  expect([...first.entries, ...next.entries]).toEqual(whole.entries.slice(0, 6))
})

test('a check says that it is sound, or which row is not', async () => {
  const { service } = await busyProject()
  const { rows, head } = await service.call('record.entries', everything)
  const check = async () => service.result('verify', await service.call('record.verify', {}))
  expect(await check()).toEqual({ rows, head, broken: null, wrongLabels: 0 })
  const file = path.join(service.places.projects, 'Fern ward.fairhearing')
  const other = new DatabaseSync(file)
  other.exec(`update events set body = replace(body, '0.01', '0.05') where kind = 'setting'`)
  other.exec(`update standing set label = 'troll' where comment_id = 1`)
  other.close()
  const found = await check()
  expect(found).toMatchObject({ broken: { kind: 'event' }, wrongLabels: 1 })
})

test('it leaves as a table that no spreadsheet runs, as JSON Lines and as text, and the command line says the same', async () => {
  const { folder, service } = await busyProject()
  const { rows, entries } = await service.call('record.entries', everything)
  const target = path.join(folder, 'record.csv')
  const ref = service.running.files.registerTarget(target)
  const started = await service.call('record.export', {
    groups: null,
    coder: null,
    format: 'csv',
    target: ref,
  })
  expect(await service.result('export', started)).toMatchObject({ name: 'record.csv', rows })
  const csv = readFileSync(target, 'utf8')
  expect(csv.split('\r\n')).toHaveLength(rows + 2)
  expect(csv).toContain(`,Priya,decision,"Priya marked a comment critic, blind.",1,false,`)
  await service.close()

  vi.stubEnv('FAIR_HEARING_HOME', folder)
  let out = ''
  const io = { out: (text: string) => (out += text), err: () => undefined, isTerminal: false }
  const project = path.join(service.places.projects, 'Fern ward.fairhearing')
  expect(await runCli(['log', '--project', project, '--what', 'data'], io)).toBe(0)
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => line.replace(/^\S+ +\S+ +/, '')),
  ).toEqual(['Priya brought in 3 comments from echo.csv.', 'Sam exported 3 comments as csv.'])
  out = ''
  expect(await runCli(['log', '--project', project, '--as', 'jsonl'], io)).toBe(0)
  expect(JSON.parse(out.trim().split('\n').at(-1) ?? '')).toMatchObject({ id: rows, hash: entries[0]?.hash })
  expect(await runCli(['log', '--project', project, '--what', 'gossip'], io)).toBe(2)
  vi.unstubAllEnvs()
})
