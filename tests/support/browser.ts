/** The real browser for tests: found, or installed where that is ours to do, and kept from the network. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
  type Page,
} from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * The path of a Chromium or Chrome. `FAIR_HEARING_BROWSER` names one; on Debian, as root, a missing one is
 * installed.
 *
 * @throws Error that says what to install
 */
function findBrowser(): string {
  const named = process.env.FAIR_HEARING_BROWSER
  if (named) {
    if (isProgram(named)) return named
    throw new Error(`FAIR_HEARING_BROWSER is set to ${named}, which is not a program.`)
  }
  const found = searchBrowser() ?? (isOursToInstall() ? installed() : null)
  if (found) return found
  throw new Error(
    'The tests need Chromium or Chrome. Install one (on Debian: apt-get install -y chromium), or set FAIR_HEARING_BROWSER to its path.',
  )
}

/** A browser without a window. Close it when done. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch(launchOptions())
}

/** @throws Error that says what to install */
export function launchOptions(): LaunchOptions {
  return {
    executablePath: findBrowser(),
    // Without a locale Chromium on Linux calls every download "download".
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  }
}

export interface WatchedPage {
  readonly page: Page
  /** Errors that the page put into its console or threw, in order. */
  readonly errors: readonly string[]
  /** Addresses off this machine that the page asked for; none of them was answered. */
  readonly blocked: readonly string[]
  /** Closes the page and forgets everything it stored. */
  close(): Promise<void>
}

/**
 * A page of its own that reaches 127.0.0.1 and nothing else.
 *
 * To wait, use `expect.poll`: `page.waitForFunction` with a string needs `unsafe-eval`, which our window denies.
 */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const errors: string[] = []
  const blocked: string[] = []
  await context.route(
    (url) => /^(https?|wss?):$/.test(url.protocol) && url.hostname !== '127.0.0.1',
    (route) => {
      blocked.push(route.request().url())
      return route.abort()
    },
  )
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  keepChoosers(page)
  return { page, errors, blocked, close: () => context.close() }
}

/** From the first listener on choosers are ours, and the browser is told so a moment later than a key may come. */
export function keepChoosers(page: Page): void {
  page.on('filechooser', () => undefined)
}

function searchBrowser(): string | null {
  const endings = process.platform === 'win32' ? ['.exe'] : ['']
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.flatMap((name) => endings.map((ending) => path.join(folder, name + ending))))
  return [...onPath, ...usualPlaces].find(isProgram) ?? null
}

const isOursToInstall = () => process.getuid?.() === 0 && existsSync('/etc/debian_version')

function installed(): string | null {
  console.log('Installing Chromium for the tests: apt-get update && apt-get install -y chromium')
  const run = (...args: string[]) =>
    spawnSync('apt-get', args, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  const done = [run('update'), run('install', '-y', '--no-install-recommends', 'chromium')]
  const last = done.at(-1)
  if (last?.status !== 0) throw new Error(`Chromium could not be installed:\n${last?.stderr ?? ''}`)
  return searchBrowser()
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
