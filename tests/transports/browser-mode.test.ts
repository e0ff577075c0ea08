import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Result } from '../../core/result.ts'
import { openerOf } from '../../electron/serve/opener.ts'
import { parseOptions } from '../../electron/serve/options.ts'
import { runBrowserMode } from '../../electron/serve/run.ts'
import { parseNote } from '../../electron/serve/running.ts'
import { keyOf } from './support/serving.ts'
import { testDoor } from './support/test-door.ts'

const program = path.join(import.meta.dirname, 'support/browser-mode.ts')

async function newHome(): Promise<string> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'fair-hearing-test-home-'))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  return home
}

/** Starts browser mode in a process of its own, with everything it says. */
function start(home: string, args: readonly string[] = [], environment: NodeJS.ProcessEnv = {}) {
  const { SSH_CONNECTION: _, ...inherited } = process.env
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...inherited, FAIR_HEARING_HOME: home, ...environment },
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const said = { text: '' }
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said.text += chunk
    })
  return { child, said, status: once(child, 'close').then(([code]) => code as number | null) }
}

/** Waits for the last line of the announcement; gives the link. */
async function linkOf({ child, said }: { child: ChildProcess; said: { text: string } }): Promise<string> {
  while (!said.text.includes('Nothing leaves this computer.')) {
    if (child.exitCode !== null) throw new Error(said.text)
    await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'close')])
  }
  return linkIn(said.text)
}

const linkIn = (text: string) => /^ {2}(http:\S+)$/m.exec(text)?.[1] ?? ''

async function opens(link: string): Promise<boolean> {
  const answered = await fetch(new URL('/session', link), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: keyOf(link) }),
  })
  return answered.ok
}

test('prints a link that opens, says where the data lives, and stops cleanly', async () => {
  const home = await newHome()
  const running = start(home)
  const link = await linkOf(running)
  expect(running.said.text).toContain(path.join(home, 'projects'))
  expect(running.said.text).toContain(`OPENED ${link}`)
  expect(running.said.text).not.toContain('ssh')
  expect(await opens(link)).toBe(true)
  running.child.kill('SIGTERM')
  expect(await running.status).toBe(0)
  expect(existsSync(path.join(home, 'settings/running.json'))).toBe(false)
})

test('opens nothing with --no-open, and says how to come from another machine', async () => {
  const running = start(await newHome(), ['--no-open'], { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' })
  const { port } = new URL(await linkOf(running))
  expect(running.said.text).not.toContain('OPENED')
  expect(running.said.text).toContain(`ssh -N -L ${port}:127.0.0.1:${port}`)
})

test('a second start gives another link to the first and ends', async () => {
  const home = await newHome()
  const first = start(home)
  const firstLink = await linkOf(first)
  if (process.platform !== 'win32')
    expect((await stat(path.join(home, 'settings/running.json'))).mode & 0o777).toBe(0o600)
  const second = start(home)
  expect(await second.status).toBe(0)
  const secondLink = linkIn(second.said.text)
  expect(new URL(secondLink).port).toBe(new URL(firstLink).port)
  expect(second.said.text).toContain(`OPENED ${secondLink}`)
  expect([await opens(firstLink), await opens(secondLink), await opens(secondLink)]).toEqual([
    true,
    true,
    false,
  ])
})

test('whoever does not know the secret gets no link', async () => {
  const running = start(await newHome())
  const link = await linkOf(running)
  for (const body of ['{}', '{"secret":""}', '{"secret":"guess"}']) {
    const headers = { 'content-type': 'application/json' }
    expect((await fetch(new URL('/again', link), { method: 'POST', headers, body })).status).toBe(401)
  }
})

test.each([
  ['of a process that is gone', JSON.stringify({ pid: 2 ** 30, port: 9, secret: 'x' })],
  ['whose port is somebody else’s', JSON.stringify({ pid: process.pid, port: 9, secret: 'x' })],
  ['that is torn', '{"pid":'],
])('a note %s is ignored', async (_, note) => {
  const home = await newHome()
  await mkdir(path.join(home, 'settings'))
  await writeFile(path.join(home, 'settings/running.json'), note)
  const running = start(home)
  expect(await opens(await linkOf(running))).toBe(true)
  const written = parseNote(await readFile(path.join(home, 'settings/running.json'), 'utf8'))
  expect(written?.pid).toBe(running.child.pid)
})

test('a port in use is one sentence and exit status 1', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  onTestFinished(() => {
    taken.close()
  })
  const address = taken.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const running = start(await newHome(), ['--port', String(port)])
  expect(await running.status).toBe(1)
  expect(running.said.text).toBe(`Port ${port} is in use or not allowed. Choose another with --port.\n`)
})

test('opens the project it was given, or says in one sentence why not', async () => {
  const home = await newHome()
  const project = path.join(home, 'ours.fairhearing')
  await writeFile(project, '')
  const door = await testDoor(home)
  const asked: unknown[] = []
  const said: string[] = []
  const run = (answer: Result<unknown>) =>
    runBrowserMode({
      args: ['--no-open', '--project', project],
      places: { settings: home, projects: home },
      rendererDir: home,
      openDoor: () => ({
        ...door,
        async dispatch(method, request) {
          asked.push([method, await door.pathOf((request as { file: string }).file)])
          return answer
        },
      }),
      openLink: () => {},
      say: (line) => said.push(line),
      stopped: Promise.resolve(),
      isRemote: false,
    })
  expect(await run({ ok: true, value: null })).toBe(0)
  expect(asked).toEqual([['projects.open', project]])
  said.length = 0
  const message = 'This project is damaged.'
  expect(await run({ ok: false, failure: { code: 'project-damaged', message } })).toBe(1)
  expect(said).toEqual([message])
})

test('what it was asked for is understood, or it says what it understands', async () => {
  expect(parseOptions([])).toEqual({ open: true, port: 0, project: null })
  expect(parseOptions(['--no-open', '--port', '8080', '--project', 'a.fairhearing'])).toEqual({
    open: false,
    port: 8080,
    project: 'a.fairhearing',
  })
  for (const args of [
    ['--port', '80a'],
    ['--port', '65536'],
    ['--port', '-1'],
    ['--port'],
    ['--poort'],
    ['x'],
  ])
    expect(parseOptions(args), args.join(' ')).toHaveProperty('problem')
  const running = start(await newHome(), ['--poort', '1'])
  expect(await running.status).toBe(2)
  expect(running.said.text).toContain('--port N')
})

test('every system has its own way to open a link', () => {
  expect(openerOf('linux', 'http://a/#k=1')).toEqual({ command: 'xdg-open', args: ['http://a/#k=1'] })
  expect(openerOf('darwin', 'http://a/#k=1').command).toBe('open')
  expect(openerOf('win32', 'http://a/#k=1').args.at(-1)).toBe('"http://a/#k=1"')
})
