/**
 * The command line as a person types it: in processes of its own where the process matters, and every command once;
 * otherwise called in this one, which is the same but for the start of Node.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, inject, test } from 'vitest'
import { inventInArabic, labels } from '../core/classifier/arabic.ts'
import { cli, type Said } from '../support/cli.ts'
import { inventedIn, inventedProject } from '../support/invented.ts'
import { startService, writeFile } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary.ts'

const table =
  'id,parent,text\n1,,Who signed off the delay?\n2,1,"You are a pathetic, worthless idiot"\n3,,Thanks for the update\n'

const source = 'electron/cli/main.ts'
const bundled = path.join(inject('built'), 'out/electron/cli.js')

/** As it is shipped. */
const program = (folder: string, ...args: readonly string[]) => run(bundled, folder, args)
/** As `npm run cli` starts it, which has to strip its types first. */
const sources = (folder: string, ...args: readonly string[]) => run(source, folder, args)

function run(entry: string, folder: string, args: readonly string[]): Said {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], {
    env: { ...process.env, FAIR_HEARING_HOME: folder },
  })
  return { status, out: stdout.toString(), err: stderr.toString() }
}

describe('the command line', () => {
  test('imports, counts, exports and verifies', () => {
    const folder = temporaryFolder()
    const file = writeFile(folder, 'comments.csv', table)
    const project = path.join(folder, 'p.fairhearing')
    expect(sources(folder, 'import', '--project', project, file)).toMatchObject({
      status: 0,
      out: expect.stringContaining('3 read, 3 added, 0 already here'),
    })
    const again = program(folder, 'import', '--project', project, file, '--json')
    expect(JSON.parse(again.out).files[0]).toMatchObject({ read: 3, added: 0, alreadyHere: 3, format: 'csv' })
    const stats = program(folder, 'stats', '--project', project, '--json')
    expect(JSON.parse(stats.out)).toMatchObject({ comments: 3, decided: 0 })
    const out = path.join(folder, 'out.jsonl')
    expect(
      program(folder, 'export', '--project', project, '--as', 'jsonl', '--out', out, '--all').status,
    ).toBe(0)
    const rows = readFileSync(out, 'utf8').trim().split('\n')
    expect(rows).toHaveLength(3)
    expect(JSON.parse(rows[1] ?? '')).toMatchObject({
      source_id: '2',
      text: 'You are a pathetic, worthless idiot',
    })
    expect(program(folder, 'verify', '--project', project)).toMatchObject({ status: 0, err: '' })
  })

  test('labels a file in its own order, to a file or to standard output', async () => {
    const folder = temporaryFolder()
    const file = writeFile(folder, 'comments.csv', table)
    const out = path.join(folder, 'labels.csv')
    expect((await cli(folder, 'label', file, '--out', out)).status).toBe(0)
    const lines = readFileSync(out, 'utf8').trim().split('\r\n')
    expect(lines[0]).toBe('id,label,p_troll,p_critic,p_neither')
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(['1', '2', '3'])
    const troll = (line = '') => Number(line.split(',')[2])
    expect(troll(lines[2])).toBeGreaterThan(troll(lines[1]))
    expect(program(folder, 'label', file, '--out', '-').out.trim().split('\r\n')).toEqual(lines)
  })

  test('labels what comes in on standard input, packed or not, and leaves nothing behind', () => {
    const folder = temporaryFolder()
    const label = (input: string | Buffer) =>
      spawnSync(process.execPath, [bundled, 'label', '-', '--out', '-'], {
        env: { ...process.env, FAIR_HEARING_HOME: folder, TMPDIR: folder, TEMP: folder },
        input,
      })
    const plain = label(table)
    expect(plain).toMatchObject({ status: 0 })
    expect(plain.stdout.toString().split('\r\n')[2]).toMatch(/^2,troll,0\.9/)
    expect(label(gzipSync(table)).stdout).toEqual(plain.stdout)
    const nothing = label('')
    expect({ status: nothing.status, err: nothing.stderr.toString() }).toMatchObject({
      status: 1,
      err: expect.stringContaining('“standard input” is empty'),
    })
    expect(readdirSync(folder).filter((name) => name.startsWith('fair-hearing-in-'))).toEqual([])
  })

  test('labels with the model of a project and its limit, as the app does', async () => {
    const { service, open, decide, path: project } = await inventedProject(200)
    const { queueId, rows: drawn } = await open('random')
    for (const { commentId } of drawn.slice(0, 100)) await decide(commentId, { queueId })
    await service.quiet()
    const folder = temporaryFolder()
    const file = path.join(folder, 'all.csv')
    const target = service.running.files.registerTarget(file)
    await service.result(
      'export',
      await service.call('exports.start', { format: 'csv', scope: 'all', target }),
    )
    for (const accusationLimit of [0.02, 0.2]) {
      await service.call('project.update', { accusationLimit })
      const { rows } = await open('oldest-first', { show: 'all' })
      const { out } = await cli(folder, 'label', file, '--project', project, '--out', '-')
      const labels = out.trim().split('\r\n').slice(1)
      expect(labels.map((line) => line.split(',')[1])).toEqual(rows.map(({ prediction }) => prediction?.band))
    }
    await service.call('project.update', { suggestions: false })
    const stats = JSON.parse((await cli(folder, 'stats', '--project', project, '--json')).out)
    expect(stats).toMatchObject({ decided: 100, byBand: { troll: 0, critic: 0, neither: 0, unsure: 0 } })
    await service.quiet()
  })

  test('makes a project with labels of its own, which has to learn them before it labels', async () => {
    const folder = temporaryFolder()
    const decisions = inventInArabic(60)
    const lines = decisions.map(({ text }, at) => `${at + 1},"${text}"\n`)
    const file = writeFile(folder, 'comments.csv', `id,text\n${lines.join('')}`)
    const codebook = writeFile(
      folder,
      'codebook.json',
      `\ufeff${JSON.stringify({ name: 'x', labels: labels.map((name) => ({ name, definition: '' })) })}`,
    )
    const project = path.join(folder, 'p.fairhearing')
    expect(await cli(folder, 'import', '--project', project, file, '--codebook', codebook)).toMatchObject({
      status: 0,
      err: '',
    })
    const again = await cli(folder, 'import', '--project', project, file, '--codebook', codebook)
    expect(again).toMatchObject({ status: 1, err: expect.stringContaining('keeps the labels') })
    const label = () => cli(folder, 'label', file, '--project', project, '--out', '-')
    expect(await label()).toMatchObject({
      status: 1,
      err: expect.stringMatching(/^p\.fairhearing .*twenty comments/),
    })

    const service = await startService(folder)
    await service.call('projects.open', { file: service.running.files.register(project).ref })
    const { decide } = inventedIn(service, project)
    for (const { commentId, label } of decisions.slice(0, 40)) await decide(commentId, { label })
    await service.quiet()
    await service.close()
    expect(JSON.parse((await cli(folder, 'stats', '--project', project, '--json')).out)).toMatchObject({
      decided: 40,
      byLabel: { شكوى: 14, شكر: 13, سؤال: 13, unsure: 0 },
    })
    const rows = (await label()).out.trim().split('\r\n')
    expect(rows[0]).toBe('id,label,p_شكوى,p_شكر,p_سؤال')
    const said = rows.slice(1).map((line) => line.split(',')[1])
    expect(said.filter((one, at) => one === decisions[at]?.label).length).toBeGreaterThan(45)
    const out = path.join(folder, 'out.csv')
    await cli(folder, 'export', '--project', project, '--as', 'csv', '--out', out)
    expect(readFileSync(out, 'utf8').split('\r\n')[0]).toContain(',p_شكوى,p_شكر,p_سؤال,')
  })

  test.each([
    ['gone', null, /no file at/],
    ['no JSON', '{"name": ', /is not a codebook: it is not JSON/],
    ['something else', '[1, 2]', /is not a codebook: .*2 to 12 labels/],
    [
      'of one label',
      '{"name":"x","labels":[{"name":"a","definition":""}]}',
      /: labels has fewer than 2 entries\. /,
    ],
    [
      'of a label without a name',
      '{"name":"x","labels":[{"name":"a","definition":""},{"definition":""}]}',
      /: labels 2 name is missing or of another kind\. /,
    ],
    [
      'of the same label twice',
      '{"name":"x","labels":[{"name":"a","definition":""},{"name":"A","definition":""}]}',
      /Two labels are called A/,
    ],
  ])('refuses a codebook that is %s with a sentence, and makes no project', async (_, content, sentence) => {
    const folder = temporaryFolder()
    const file = writeFile(folder, 'comments.csv', table)
    const codebook = path.join(folder, 'codebook.json')
    if (content !== null) writeFile(folder, 'codebook.json', content)
    const project = path.join(folder, 'p.fairhearing')
    const { status, err } = await cli(folder, 'import', '--project', project, file, '--codebook', codebook)
    expect({ status, lines: err.trim().split('\n').length }).toEqual({ status: 1, lines: 1 })
    expect(err).toMatch(sentence)
    expect(existsSync(project)).toBe(false)
  })

  test('takes a correction of the columns', async () => {
    const folder = temporaryFolder()
    const file = writeFile(folder, 'odd.csv', 'a,b\n1,first words here\n2,second words here\n')
    const project = path.join(folder, 'p.fairhearing')
    expect((await cli(folder, 'import', '--project', project, file, '--column', 'text=b')).status).toBe(0)
    expect((await cli(folder, 'import', '--project', project, file, '--column', 'texts=b')).status).toBe(2)
    expect((await cli(folder, 'import', '--project', project, file, '--header-row', 'two')).status).toBe(2)
  })

  test.runIf(process.platform !== 'win32')('goes on when nobody reads what it says any more', () => {
    const folder = temporaryFolder()
    const { stderr, stdout } = spawnSync(
      'sh',
      // It says its one line to nobody, and how it ended to us.
      ['-c', '("$0" "$1" --help; echo "$?" >&2) | true', process.execPath, bundled],
      { env: { ...process.env, FAIR_HEARING_HOME: folder } },
    )
    expect(stdout.toString()).toBe('')
    expect(stderr.toString()).toMatch(/^0\n$/)
  })

  test('says in a sentence what failed, with status 1', async () => {
    const folder = temporaryFolder()
    const gone = path.join(folder, 'gone.csv')
    const project = path.join(folder, 'p.fairhearing')
    for (const args of [
      ['import', '--project', project, gone],
      ['label', gone, '--out', path.join(folder, 'x.csv')],
      ['stats', '--project', project],
      ['verify', '--project', writeFile(folder, 'text.fairhearing', 'not a project')],
      ['export', '--project', gone, '--as', 'csv', '--out', path.join(folder, 'y.csv')],
    ]) {
      const { status, err } = await cli(folder, ...args)
      expect({ args, status }).toEqual({ args, status: 1 })
      expect(err).toMatch(/^[^\n]{20,}\.\n$/)
    }
    const stats = ['stats', '--project', project]
    expect(program(folder, ...stats)).toEqual(await cli(folder, ...stats))
    expect(existsSync(path.join(folder, 'x.csv'))).toBe(false)
    expect(existsSync(project)).toBe(false)
  })

  // A limit on the size of files stands in for a disk that fails.
  test.runIf(process.platform !== 'win32').each([1, 64, 256])(
    'leaves nothing of a new project that the disk did not take, and says so (%i blocks)',
    (blocks) => {
      const folder = temporaryFolder()
      const project = path.join(folder, 'p.fairhearing')
      const file = writeFile(folder, 'in.csv', table)
      const { status, stderr } = spawnSync(
        'sh',
        [
          '-c',
          `ulimit -f ${blocks} && exec "$0" "$@"`,
          process.execPath,
          bundled,
          ...['import', '--project', project, file],
        ],
        { env: { ...process.env, FAIR_HEARING_HOME: path.join(folder, 'home') } },
      )
      expect(status).toBe(1)
      expect(stderr.toString()).toMatch(/^The disk that holds p\.fairhearing [^\n]+\.\n$/)
      expect(readdirSync(folder).filter((name) => name.startsWith('p.fairhearing'))).toEqual([])
    },
  )

  test('says what in a folder it does not read, and imports the rest', async () => {
    const folder = temporaryFolder()
    const from = path.join(folder, 'from')
    mkdirSync(from)
    writeFile(from, 'in.csv', table)
    writeFile(from, '.notes.csv', table)
    const { status, err } = await cli(folder, 'import', '--project', path.join(folder, 'p.fairhearing'), from)
    expect({ status, err }).toEqual({ status: 0, err: `Not read in ${from}: 1 hidden file.\n` })
  })

  test('takes an empty name for no file, least of all for the folder it is in', async () => {
    const folder = temporaryFolder()
    const project = path.join(folder, 'p.fairhearing')
    const { status, err } = await cli(folder, 'import', '--project', project, '')
    expect(status).toBe(2)
    expect(err).toMatch(/^The name of a file is empty\./)
    expect(existsSync(project)).toBe(false)
  })

  test('says that JSON without words has no column to choose', async () => {
    const folder = temporaryFolder()
    const file = writeFile(folder, 'deep.json', '{"a":{"a":{"a":1}}}')
    const { status, err } = await cli(folder, 'import', '--project', path.join(folder, 'p.fairhearing'), file)
    expect(status).toBe(1)
    expect(err).not.toContain('The columns are: .')
  })

  test.runIf(process.platform !== 'win32')(
    'gives a terminal no orders that a name of a file holds',
    async () => {
      const folder = temporaryFolder()
      const file = path.join(folder, 'gone\x1b]0;x\x07\u202egpj.csv')
      const { err } = await cli(folder, 'import', '--project', path.join(folder, 'p.fairhearing'), file)
      expect(err).toContain('gone\uFFFD]0;x\uFFFD\uFFFDgpj.csv')
    },
  )

  test('says how it is called, with status 2, and helps with status 0', async () => {
    const folder = temporaryFolder()
    for (const args of [
      [],
      ['frobnicate'],
      ['stats'],
      ['export', '--project', 'p'],
      ['label', '--nonsense'],
      ['label', 'same.csv', '--out', 'same.csv'],
    ]) {
      expect((await cli(folder, ...args)).status).toBe(2)
    }
    for (const name of ['import', 'label', 'export', 'stats', 'verify']) {
      const { status, out } = await cli(folder, name, '--help')
      expect({ name, status }).toEqual({ name, status: 0 })
      expect(out).toContain(`${name} `)
    }
    const help = await cli(folder, '--help')
    expect(help.status).toBe(0)
    expect(sources(folder, '--help')).toEqual(help)
    expect(program(folder)).toEqual(await cli(folder))
  })
})
