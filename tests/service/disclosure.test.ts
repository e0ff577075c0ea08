/** The disclosure of a real project: an archive from the window, a folder from the command line. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openPromise } from 'yauzl'
import { runCli } from '../../electron/cli.ts'
import { inventedProject } from '../support/invented.ts'
import { firstFormProject } from '../support/project.ts'
import { temporaryFolder } from '../support/temporary.ts'

const decision = {
  queueId: null,
  suggestionShown: false,
  shownMs: 900,
  note: 'A note of Ada Fernsby',
  mode: 'code',
  passage: { start: 0, end: 7 },
  reason: 'abuse',
} as const

/** Two coders, a troll, an appeal, a setting. */
async function workedIn() {
  const project = await inventedProject(12)
  const { call } = project.service
  for (const coder of ['Ada Fernsby', 'Ben Marsh']) {
    await call('settings.update', { coder })
    await call('decisions.record', { ...decision, commentId: 6, label: 'troll' })
    await call('decisions.record', {
      ...decision,
      commentId: 1,
      label: 'critic',
      passage: null,
      reason: null,
    })
  }
  await call('letters.configure', {
    sender: 'Lowgate Hospital Trust',
    contact: '1 Harbour Street',
    appealDays: 14,
    further: '',
    names: ['Lowgate'],
  })
  await call('letters.save', { about: { kind: 'decision', commentId: 6 }, withAuthor: true, target: null })
  await call('appeals.record', { commentId: 6, text: 'I, Plover 0, appeal.', receivedAt: null })
  return project
}

async function unzipInto(folder: string, file: string): Promise<readonly string[]> {
  const zip = await openPromise(file, { lazyEntries: true })
  const names: string[] = []
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = []
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part)
    const target = path.join(folder, entry.fileName)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, Buffer.concat(parts))
    names.push(entry.fileName)
  }
  return names
}

const check = (folder: string) => spawnSync('python3', ['check.py'], { cwd: folder, encoding: 'utf8' })
const hasPython = spawnSync('python3', ['--version']).status === 0

async function disclosed(worked?: Awaited<ReturnType<typeof workedIn>>) {
  const project = worked ?? (await workedIn())
  const { service } = project
  const home = temporaryFolder()
  const file = path.join(home, 'out.zip')
  const target = service.running.files.registerTarget(file)
  const report = await service.result('disclose', await service.call('disclosure.start', { target }))
  const names = await unzipInto(home, file)
  const folder = path.join(home, path.dirname(names[0] ?? ''))
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8')
  return { ...project, report, folder, read }
}

describe('the archive', () => {
  test('counts an appeal by itself whose label is gone, and not among those that wait for an answer', async () => {
    const project = await workedIn()
    const { call } = project.service
    for (const coder of ['Ben Marsh', 'Ada Fernsby']) {
      await call('settings.update', { coder })
      await call('decisions.record', {
        ...decision,
        commentId: 6,
        label: 'critic',
        passage: null,
        reason: null,
      })
    }
    const { read } = await disclosed(project)
    expect(read('appeals.csv')).toMatch(/,,gone\r\n$/)
    expect(read('README.md')).toContain('Appeals against a label that was gone before anybody answered | 1 ')
    expect(read('README.md')).toContain('Appeals not answered yet | 0 ')
  })

  test('holds the files and counts what stands, and nobody’s name, text or note', async () => {
    const { report, folder, read, ask } = await disclosed()
    const names = readdirSync(folder)
    expect(report).toMatchObject({ name: 'out.zip', files: 16 })
    expect(names).toHaveLength(16)
    const texts = ask((db) => db.all<{ text: string }>('select text from comments')).map(({ text }) => text)
    for (const name of names) {
      const said = read(name)
      for (const secret of [...texts, 'Plover', 'Ada Fernsby', 'Ben Marsh', 'A note of', 'a.csv']) {
        expect(`${name}: ${said}`).not.toContain(secret)
      }
    }
    expect(read('counts.csv')).toContain('troll,final,2026-09,Table (CSV),1\r\n')
    expect(read('counts.csv')).toContain(',undecided,2026-09,Table (CSV),10\r\n')
    expect(read('appeals.csv')).toMatch(/\r\nFH-\w{4}-\w{4},troll,\S+Z,\S+Z,,open\r\n/)
    expect(JSON.parse(read('agreement.json'))).toMatchObject({ units: 2, coders: 2 })
    expect(read('policy.md')).toContain('14 days to appeal')
    expect(read('README.md')).toContain('Lowgate Hospital Trust')
    expect(read('model-card.md')).toContain('# The starter model')
    const rows = read('record.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(rows.map(({ id, kind, coder }) => `${id} ${kind} ${coder}`)).toEqual([
      '1 label Coder 1',
      '2 label Coder 1',
      '3 label Coder 2',
      '4 label Coder 2',
      '5 setting Coder 2',
      '6 letter Coder 2',
      '7 appeal Coder 2',
    ])
  })

  test('is in the record itself, with the row that it ends with, and is found sound unless a byte was changed', async () => {
    const { ask, folder, read } = await disclosed()
    const body = ask(
      (db) => db.get<{ body: string }>(`select body from events where kind = 'disclosure'`)?.body,
    )
    expect(JSON.parse(body ?? '')).toMatchObject({ as: 'archive', files: 16, head: { id: 7 } })
    expect(read('chain.txt')).toBe(`7\n${JSON.parse(body ?? '').head.hash}\n`)
    if (!hasPython) return
    expect(check(folder).stdout).toMatch(/^Sound/)
    writeFileSync(path.join(folder, 'record.jsonl'), read('record.jsonl').replace('"Coder 2"', '"Coder 1"'))
    expect(check(folder)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('record.jsonl is not as'),
    })
  })
})

function io() {
  const said: string[] = []
  const say = (text: string) => void said.push(text)
  return { io: { out: say, err: say, isTerminal: false }, said }
}

describe('on the command line', () => {
  test('a folder is written, is sound, and its project too', async () => {
    const { path: file, service } = await workedIn()
    await service.close()
    const out = path.join(temporaryFolder(), 'disclosed')
    const { io: to, said } = io()
    expect(await runCli(['disclose', '--project', file, '--out', out], to)).toBe(0)
    expect(said.join('')).toContain('16 files written')
    if (hasPython) expect(check(out).stdout).toMatch(/^Sound/)
    expect(await runCli(['verify', '--project', file], to)).toBe(0)
  })

  test('rows from before the record could be checked are said to be so', async () => {
    const out = path.join(temporaryFolder(), 'disclosed')
    const { io: to, said } = io()
    const status = await runCli(['disclose', '--project', firstFormProject(), '--out', out], to)
    expect([status, said.join('')]).toEqual([0, expect.stringContaining('16 files')])
    if (hasPython) expect(check(out).stdout).toContain('4 rows are from before')
  })

  test('nothing is written over, and the record says nothing of it', async () => {
    const out = temporaryFolder()
    writeFileSync(path.join(out, 'mine.txt'), 'mine')
    const { io: to, said } = io()
    expect(await runCli(['disclose', '--project', firstFormProject(), '--out', out], to)).toBe(1)
    expect(said.join('')).toContain('There is something in')
    expect(readdirSync(out)).toEqual(['mine.txt'])
  })
})
