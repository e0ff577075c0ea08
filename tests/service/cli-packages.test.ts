/** `package` and `merge` as a person types them. */
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readProjectFile } from '../../electron/service/store/project-file.ts'
import { cli as cliOf } from '../support/cli.ts'
import { startService, writeFile } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary.ts'

const table = `id,thread,text\n${Array.from({ length: 12 }, (_, n) => `${n},t${n % 3},"Fern ward, row ${n}"`).join('\n')}\n`

async function begun() {
  const folder = temporaryFolder()
  const project = path.join(folder, 'lowgate.fairhearing')
  const cli = (...args: readonly string[]) => cliOf(folder, ...args)
  await cli('import', '--project', project, writeFile(folder, 'a.csv', table))
  return { folder, project, cli }
}

/** Somebody opens a file in their own app and decides on all that it offers. */
async function decideAll(file: string, label: string): Promise<number> {
  const service = await startService(temporaryFolder())
  await service.call('projects.open', { file: service.running.files.register(file).ref })
  const filter = { show: 'all', text: '', importId: null } as const
  const { queueId, total } = await service.call('queue.open', { order: 'oldest-first', filter })
  for (const { commentId } of await service.call('queue.rows', { queueId, offset: 0, limit: 100 })) {
    await service.call('decisions.record', {
      ...{ commentId, queueId, label, suggestionShown: false, shownMs: 900, note: null },
      ...{ mode: 'code', passage: null, reason: null },
    })
  }
  await service.close()
  return total
}

test('a package goes out and comes back, and the project is whole afterwards', async () => {
  const { folder, project, cli } = await begun()
  const out = path.join(folder, 'sam.fairhearing')
  const made = await cli(
    'package',
    '--project',
    project,
    '--for',
    'Sam',
    '--random',
    '4',
    '--seed',
    '7',
    '--out',
    out,
  )
  expect(made).toMatchObject({ status: 0, err: '' })
  expect(made.out).toContain('4 comments for Sam written to')
  expect(made.out).toContain('Seed 7.')
  expect(await decideAll(out, 'neither')).toBe(4)
  const look = await cli('merge', '--project', project, out, '--dry-run')
  expect(look).toMatchObject({ status: 0, out: expect.stringContaining('would bring 4 decisions (Sam 4)') })
  const db = readProjectFile(project)
  expect(db.get<object>('select count(*) as n from decisions')).toEqual({ n: 0 })
  db.close()
  const merged = await cli('merge', '--project', project, out, '--json')
  expect(JSON.parse(merged.out)).toMatchObject({ isMerged: true, decisions: { new: 4, here: 0 } })
  expect((await cli('merge', '--project', project, out)).out).toContain('brought 0 decisions, 0 taken back')
  expect(await cli('verify', '--project', project)).toMatchObject({ status: 0, err: '' })
})

test('a query and an overlap choose what is in a package', async () => {
  const { folder, project, cli } = await begun()
  const of = (name: string) => path.join(folder, `${name}.fairhearing`)
  await cli('package', '--project', project, '--for', 'Sam', '--query', '"row 1"', '--out', of('sam'))
  expect(await decideAll(of('sam'), 'neither')).toBe(1)
  const kim = ['--for', 'Kim', '--random', '2', '--overlap', '1', '--out', of('kim')]
  expect((await cli('package', '--project', project, ...kim)).out).toContain('3 comments for Kim')
})

test('what cannot be done is said in a sentence, and nothing is written', async () => {
  const { folder, project, cli } = await begun()
  const out = path.join(folder, 'none.fairhearing')
  expect(await cli('package', '--project', project, '--out', out)).toMatchObject({
    ...{ status: 2, err: expect.stringContaining('--for is needed') },
  })
  expect(
    await cli('package', '--project', project, '--for', 'Sam', '--random', 'few', '--out', out),
  ).toMatchObject({ status: 2, err: expect.stringContaining('--random takes a whole number') })
  expect(
    await cli('package', '--project', project, '--for', 'Sam', '--query', 'nothinglikethis', '--out', out),
  ).toMatchObject({ status: 1, err: expect.stringContaining('No comment is left') })
  expect(existsSync(out)).toBe(false)
  expect(await cli('package', '--project', project, '--for', 'Sam', '--out', project)).toMatchObject({
    ...{ status: 1, err: expect.stringContaining('is a project') },
  })
  expect(await cli('merge', '--project', project)).toMatchObject({ status: 2 })
  for (const isFolder of [path.dirname(project), '']) {
    const { status, err } = await cli('merge', '--project', project, isFolder)
    expect(status).toBe(1)
    expect(err).toMatch(/^[^\n]+ is not a Fair Hearing project\. [^\n]+\n$/)
  }
  const other = path.join(folder, 'other.fairhearing')
  await cli('import', '--project', other, writeFile(folder, 'b.csv', table))
  const before = readFileSync(other)
  expect(await cli('merge', '--project', project, other)).toMatchObject({
    ...{ status: 1, err: expect.stringContaining('belongs to another project') },
  })
  expect(readFileSync(other).equals(before)).toBe(true)
})

test('two people of one name are one only when it is said', async () => {
  const { folder, project, cli } = await begun()
  const copy = path.join(folder, 'copy.fairhearing')
  copyFileSync(project, copy)
  await decideAll(project, 'neither')
  await decideAll(copy, 'critic')
  const merge = (...more: readonly string[]) => cli('merge', '--project', project, copy, ...more)
  expect(await merge()).toMatchObject({
    status: 1,
    err: expect.stringContaining('a coder of this name works here'),
  })
  expect(await merge('--same-coders')).toMatchObject({
    status: 0,
    out: expect.stringContaining('brought 12 decisions'),
  })
})
