// @ts-check
/** Fetches Electron's runtime once, by Electron's own installer, with progress and an end to waiting. */
import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { megabytes } from './start-plan.mjs'

const askMs = 4_000
const stallMs = 60_000
const longestMs = 20 * 60_000

/**
 * Where Electron's runtime is, if it is whole and of the version that is installed.
 *
 * @param {string} root the checkout
 * @returns {string | null} the path of its program
 */
export function electronProgram(root) {
  const folder = path.join(root, 'node_modules', 'electron')
  try {
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
    const dist = path.join(folder, 'dist')
    if (readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '') !== version) return null
    // Electron's installer notes the program's place last, so without the note the rest is not whole.
    const program = path.join(dist, readFileSync(path.join(folder, 'path.txt'), 'utf8'))
    return existsSync(program) ? program : null
  } catch {
    return null
  }
}

/**
 * When fetching last failed, in milliseconds since 1970; null when it did not.
 *
 * @param {string} root
 * @returns {number | null}
 */
export function fetchFailedAt(root) {
  try {
    return Number(readFileSync(failureNote(root), 'utf8')) || null
  } catch {
    return null
  }
}

/**
 * Asks the network first, so that a machine without one waits seconds and not minutes. A failure is
 * remembered, so that the next start is quick.
 *
 * @param {{ root: string, node: string, say: (line: string) => void }} options `node` the Node to run it with
 * @returns {Promise<string | null>} null when the runtime is there, otherwise why not, as part of a sentence
 */
export async function fetchElectron({ root, node, say }) {
  const problem = (await whyUnreachable(root)) ?? (await runInstaller({ root, node, say }))
  const note = failureNote(root)
  if (problem) {
    mkdirSync(path.dirname(note), { recursive: true })
    writeFileSync(note, String(Date.now()))
  } else rmSync(note, { force: true })
  return problem
}

/** @param {string} root */
const failureNote = (root) =>
  path.join(root, 'node_modules', '.cache', 'fair-hearing', 'electron-fetch-failed')

/**
 * A mirror, a proxy or a download kept from earlier is left to the installer, which knows them.
 *
 * @param {string} root
 */
async function whyUnreachable(root) {
  const hasOwnWay = Object.keys(process.env).some((name) =>
    /^(npm_config_)?electron_(mirror|custom_?dir|custom_?filename)$|^https?_proxy$/i.test(name),
  )
  const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8'))
  const name = `electron-v${version}-${process.platform}-${process.arch}.zip`
  if (hasOwnWay || isCached(name)) return null
  try {
    const address = `https://github.com/electron/electron/releases/download/v${version}/${name}`
    const response = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(askMs) })
    return response.ok ? null : `the download was refused with status ${response.status}`
  } catch {
    return 'the network does not reach it'
  }
}

/** @param {string} name */
function isCached(name) {
  const home = os.homedir()
  const roots = {
    win32: path.join(process.env.LOCALAPPDATA ?? home, 'electron', 'Cache'),
    darwin: path.join(home, 'Library', 'Caches', 'electron'),
  }
  const usual = Object.entries(roots).find(([platform]) => platform === process.platform)?.[1]
  const cache =
    process.env.electron_config_cache ??
    usual ??
    path.join(process.env.XDG_CACHE_HOME ?? path.join(home, '.cache'), 'electron')
  return filesIn(cache).some((file) => path.basename(file) === name)
}

/**
 * @param {{ root: string, node: string, say: (line: string) => void }} options
 * @returns {Promise<string | null>}
 */
function runInstaller({ root, node, say }) {
  // A temporary folder of its own shows how much has come, and takes a broken download with it.
  const temp = mkdtempSync(path.join(os.tmpdir(), 'fair-hearing-fetch-'))
  const child = spawn(node, [path.join(root, 'node_modules/electron/install.js')], {
    env: {
      ...process.env,
      TMPDIR: temp,
      TMP: temp,
      TEMP: temp,
      ELECTRON_GET_USE_PROXY: '1',
      ELECTRON_GET_NO_PROGRESS: '1',
    },
    stdio: 'ignore',
  })
  const startedAt = Date.now()
  const seen = { bytes: 0, at: startedAt }
  let stopped = ''
  say("Fetching Electron's runtime (once, about 120 MB)…")
  const watch = setInterval(() => {
    const bytes = sizeOf(temp)
    if (bytes > seen.bytes) Object.assign(seen, { bytes, at: Date.now() })
    if (Date.now() - seen.at > stallMs) stopped = 'the download stood still for a minute'
    if (Date.now() - startedAt > longestMs) stopped = 'the download took too long'
    if (stopped) child.kill()
    else say(`  ${megabytes(bytes)} after ${Math.round((Date.now() - startedAt) / 1000)} s`)
  }, 5_000)
  return new Promise((resolve) => {
    /** @param {string | null} problem */
    const finish = (problem) => {
      clearInterval(watch)
      rmSync(temp, { recursive: true, force: true })
      resolve(problem)
    }
    child.once('error', () => finish('its installer could not be started'))
    child.once('exit', () => finish(electronProgram(root) ? null : stopped || 'the download failed'))
  })
}

/** @param {string} folder */
const sizeOf = (folder) =>
  filesIn(folder).reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0)

/**
 * Every file below a folder; none where it does not exist.
 *
 * @param {string} folder
 * @returns {string[]}
 */
function filesIn(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const place = path.join(folder, entry.name)
      return entry.isDirectory() ? filesIn(place) : [place]
    })
  } catch {
    return []
  }
}
