// @ts-check
/**
 * `npm start`: the app in Electron where that can be had, otherwise browser mode, and one sentence on which.
 *
 * Plain JavaScript without dependencies, so that even a Node too old for the app can say what is missing.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { electronProgram, fetchElectron, fetchFailedAt } from './start-fetch.mjs'
import { hasDisplay, planStart } from './start-plan.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const browserEntry = path.join(root, 'out/electron/start-browser.js')
const outputs = [
  browserEntry,
  path.join(root, 'out/electron/main.js'),
  path.join(root, 'out/renderer/index.html'),
]
const sources = ['core', 'electron', 'renderer', 'package.json', 'package-lock.json']
/** Longer than Electron needs to notice that it lacks a library or a sandbox. */
const failsAtStartMs = 5_000

process.exitCode = await start()

async function start() {
  const program = electronProgram(root)
  const plan = planStart({
    args: process.argv.slice(2),
    nodeVersion: process.versions.node,
    bundledNode: bundledNode(),
    isInstalled: existsSync(path.join(root, 'node_modules/vite/package.json')),
    oldestOutput: oldest(outputs),
    newestSource: newest(sourceFiles()),
    isElectronReady: program !== null,
    hasDisplay: hasDisplay(process.platform, process.env),
    isLinuxRoot: process.platform === 'linux' && process.getuid?.() === 0,
    fetchFailedAt: fetchFailedAt(root),
    now: Date.now(),
  })
  if (plan.because) console.log(plan.because)
  if (plan.mode === 'stop') return 1
  const node = plan.node ?? process.execPath
  if (plan.build && !build(node, plan.node !== null)) return 1
  if (plan.mode === 'app' || plan.mode === 'fetch') {
    const status = await startApp({ program, node, args: plan.args })
    if (status !== null) return status
  }
  // Node 22 calls node:sqlite experimental on every start; it is the version we test with.
  return (await run(node, ['--disable-warning=ExperimentalWarning', browserEntry, ...plan.args])).status
}

/**
 * @param {{ program: string | null, node: string, args: readonly string[] }} options
 * @returns {Promise<number | null>} the exit status; null when the app could not be started and that was said
 */
async function startApp({ program, node, args }) {
  const problem = program ? null : await fetchElectron({ root, node, say: (line) => console.log(line) })
  const ready = program ?? electronProgram(root)
  if (problem || !ready) {
    console.log(`Electron's runtime is missing and ${problem}, so Fair Hearing starts in browser mode.`)
    return null
  }
  const { status, elapsedMs } = await run(ready, [root, ...args])
  if (status === 0 || elapsedMs > failsAtStartMs) return status
  console.log(`Electron could not start here (status ${status}), so Fair Hearing starts in browser mode.`)
  return null
}

/**
 * Builds by the script that `npm run build` is, so that there is one description of the build.
 * What is built is what people get, whatever the surroundings are for.
 *
 * @param {string} node
 * @param {boolean} isBundled whether `node` must be put before the one in PATH
 */
function build(node, isBundled) {
  console.log(`Building the window (${existsSync(browserEntry) ? 'something changed' : 'first start only'})…`)
  const npm = process.env.npm_execpath
  const PATH = isBundled ? path.dirname(node) + path.delimiter + process.env.PATH : process.env.PATH
  const options = {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', PATH },
    encoding: /** @type {const} */ ('utf8'),
  }
  const built = npm
    ? spawnSync(process.execPath, [npm, 'run', 'build'], options)
    : spawnSync('npm run build', { ...options, shell: true })
  if (built.status === 0) return true
  console.error(`${built.stdout}${built.stderr}\nThe window could not be built; the lines above say why.`)
  return false
}

/**
 * Runs a program in our place: its lines are ours, signals go to it, its end is ours.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<{ status: number, elapsedMs: number }>}
 */
function run(command, args) {
  const startedAt = Date.now()
  const child = spawn(command, args, { cwd: process.cwd(), stdio: 'inherit' })
  // Ctrl+C reaches the child by itself, as it sits at the same terminal; here it only must not end us first.
  const wait = () => {}
  const pass = () => child.kill('SIGTERM')
  process.on('SIGINT', wait).on('SIGTERM', pass).on('SIGHUP', pass)
  return new Promise((resolve) => {
    /** @param {number} status */
    const finish = (status) => {
      process.off('SIGINT', wait).off('SIGTERM', pass).off('SIGHUP', pass)
      resolve({ status, elapsedMs: Date.now() - startedAt })
    }
    child.once('error', () => finish(1))
    child.once('exit', (code) => finish(code ?? 1))
  })
}

/** The Node that npm installed as an optional part, if this one is not it. */
function bundledNode() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const file = path.join(
    root,
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  return existsSync(file) ? file : null
}

function sourceFiles() {
  const configs = readdirSync(root).filter((name) => /^vite\..*\.ts$/.test(name))
  return [...sources, ...configs].flatMap((name) => filesBelow(path.join(root, name)))
}

/**
 * @param {string} place
 * @returns {string[]}
 */
function filesBelow(place) {
  const facts = statSync(place, { throwIfNoEntry: false })
  if (!facts?.isDirectory()) return facts ? [place] : []
  return readdirSync(place).flatMap((name) => filesBelow(path.join(place, name)))
}

/** @param {readonly string[]} files */
function newest(files) {
  return Math.max(0, ...files.map((file) => statSync(file).mtimeMs))
}

/**
 * @param {readonly string[]} files
 * @returns {number | null} null when one is missing
 */
function oldest(files) {
  const times = files.map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs)
  return times.reduce((/** @type {number | null} */ found, time) => {
    return found === null || time === undefined ? null : Math.min(found, time)
  }, Number.POSITIVE_INFINITY)
}
