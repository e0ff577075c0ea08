import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'

const electronFolder = path.resolve(import.meta.dirname, '../../electron')
/** Electron is refused to root; the tests may run as root, and their Electron is a stub. */
const notRoot = 'data:text/javascript,process.getuid=()=>1000'

/** A small checkout: the real start scripts, with stubs for all that they start. */
async function checkout(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'fair-hearing-test-checkout-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const all = {
    'package.json': JSON.stringify({ type: 'module', scripts: { build: 'node build.mjs' } }),
    'build.mjs': "import { writeFileSync } from 'node:fs'; writeFileSync('built', 'yes')",
    'node_modules/vite/package.json': '{}',
    'node_modules/electron/package.json': '{"version":"45.4.1"}',
    'out/electron/start-browser.js': "console.log('BROWSER MODE', process.argv.slice(2).join(' '))",
    'out/electron/main.js': '',
    'out/renderer/index.html': '',
    ...files,
  }
  for (const [name, text] of Object.entries(all)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true })
    await writeFile(path.join(root, name), text, { mode: 0o755 })
  }
  for (const name of ['start.mjs', 'start-fetch.mjs', 'start-plan.mjs'])
    await cp(path.join(electronFolder, name), path.join(root, 'electron', name))
  const later = new Date(Date.now() + 60_000)
  for (const name of Object.keys(all).filter((one) => one.startsWith('out/')))
    await utimes(path.join(root, name), later, later)
  return root
}

async function start(root: string, args: readonly string[] = [], environment: NodeJS.ProcessEnv = {}) {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, npm_execpath: ___, ...inherited } = process.env
  // A mirror is never asked beforehand, so nothing here touches the network.
  const env = { ...inherited, ELECTRON_MIRROR: 'http://127.0.0.1:9/', ...environment }
  const child = spawn(
    process.execPath,
    ['--import', notRoot, path.join(root, 'electron/start.mjs'), ...args],
    {
      env,
      cwd: root,
    },
  )
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk
    })
  const [status] = await once(child, 'close')
  return { said, status }
}

const runtime = (script: string) => ({
  'node_modules/electron/dist/version': 'v45.4.1',
  'node_modules/electron/path.txt': 'electron',
  'node_modules/electron/dist/electron': `#!/bin/sh\n${script}\n`,
})
const screen = { DISPLAY: ':99' }

// The stubs are shell scripts, and other systems always have a display.
describe.runIf(process.platform === 'linux')('npm start', () => {
  test('runs Electron on the checkout, and its exit status is ours', async () => {
    const root = await checkout(runtime('echo "APP $@"; sleep 0; exit 0'))
    expect(await start(root, ['--project', 'a.fairhearing'], screen)).toEqual({
      said: `APP ${root} --project a.fairhearing\n`,
      status: 0,
    })
  })

  test('goes on in browser mode where Electron cannot start', async () => {
    const { said, status } = await start(
      await checkout(runtime('echo "no libnss3" >&2; exit 127')),
      [],
      screen,
    )
    // What Electron says comes through another pipe: before ours or after it.
    expect(said).toContain('no libnss3\n')
    expect(said).toMatch(/Electron could not start here \(status 127\).*\n[\s\S]*BROWSER MODE/)
    expect(status).toBe(0)
  })

  test('says why it takes browser mode without a screen', async () => {
    const { said } = await start(await checkout(runtime('echo APP')), ['--no-open'])
    expect(said).toBe(
      'There is no display here, so Fair Hearing starts in browser mode.\nBROWSER MODE --no-open\n',
    )
  })

  test('fetches a missing runtime and runs it', async () => {
    const installer = `
      const { mkdirSync, writeFileSync } = require('node:fs')
      mkdirSync(__dirname + '/dist', { recursive: true })
      writeFileSync(__dirname + '/dist/version', '45.4.1')
      writeFileSync(__dirname + '/dist/electron', '#!/bin/sh\\necho APP', { mode: 0o755 })
      writeFileSync(__dirname + '/path.txt', 'electron')`
    const root = await checkout({ 'node_modules/electron/install.js': installer })
    expect((await start(root, [], screen)).said).toMatch(/^Fetching Electron's runtime.*\nAPP\n$/)
  })

  test('remembers for a day that the runtime could not be fetched', async () => {
    const root = await checkout({ 'node_modules/electron/install.js': 'process.exit(1)' })
    const first = await start(root, [], screen)
    expect(first.said).toMatch(
      /Fetching.*\nElectron's runtime is missing and the download failed.*\nBROWSER MODE/,
    )
    expect((await start(root, [], screen)).said).toMatch(
      /^Electron's runtime could not be fetched.*--fetch\nBROWSER/,
    )
    expect((await start(root, ['--fetch'], screen)).said).toMatch(/^Fetching/)
  })

  test('builds first what is missing, in one line', async () => {
    const root = await checkout()
    await rm(path.join(root, 'out/renderer/index.html'))
    expect((await start(root, ['--browser'])).said).toMatch(
      /^Building the window \(something changed\)…\nBROWSER/,
    )
  })

  test('shows what the build said when it fails, and ends with 1', async () => {
    const root = await checkout({ 'build.mjs': "console.log('line 7 is wrong'); process.exit(3)" })
    await rm(path.join(root, 'out'), { recursive: true })
    const { said, status } = await start(root, ['--browser'])
    expect(said).toMatch(/^Building the window \(first start only\)….*line 7 is wrong.*could not be built/s)
    expect(status).toBe(1)
  })

  test('asks for npm install where nothing is installed', async () => {
    const root = await checkout()
    await rm(path.join(root, 'node_modules'), { recursive: true })
    expect(await start(root)).toEqual({
      said: 'The parts are not installed yet: run npm install, then npm start.\n',
      status: 1,
    })
  })
})
