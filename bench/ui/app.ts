/** The real app in browser mode in a process of its own, and a real browser in front of it. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'

const root = path.resolve(import.meta.dirname, '../..')
const browserFile = process.env.FAIR_HEARING_BROWSER ?? '/usr/bin/chromium'

export interface App {
  /** Opens once. */
  readonly link: string
  stop(): Promise<void>
}

/** @param home settings and projects go there @param project opened at once */
export async function startApp(home: string, project: string): Promise<App> {
  const child = spawn(
    process.execPath,
    ['electron/start.mjs', '--browser', '--no-open', '--project', project],
    {
      cwd: root,
      env: { ...process.env, FAIR_HEARING_HOME: home },
      stdio: ['ignore', 'pipe', 'inherit'],
      // A group of its own: what it starts is ended with it.
      detached: true,
    },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let output = ''
  const link = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/#k=\S+/.exec(output)
      if (found) resolve(found[0])
    })
    child.once('exit', () => reject(new Error(`It ended early: ${output}`)))
  })
  return {
    link,
    async stop() {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
      await ended
    },
  }
}

/** Imports a file with the command line, as a person would. */
export async function importWithCommandLine(project: string, file: string): Promise<void> {
  const child = spawn(process.execPath, ['electron/cli/main.ts', 'import', '--project', project, file], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const status = await new Promise((resolve) => child.once('exit', resolve))
  if (status !== 0) throw new Error(`The import ended with status ${status}.`)
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserFile,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
}

/** Asks the service as the window does, for what no screen says: whether work in the background is over. */
export async function waitUntilQuiet(page: Page): Promise<void> {
  for (;;) {
    const isBusy = await page.evaluate(async () => {
      const answer = await fetch('/rpc/jobs.list', {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Authorization: `Bearer ${sessionStorage.getItem('fair-hearing-token')}`,
        },
        body: '{}',
      })
      const { value } = (await answer.json()) as { value: readonly { status: string }[] }
      return value.some(({ status }) => status === 'running' || status === 'waiting')
    })
    if (!isBusy) return
    await page.waitForTimeout(200)
  }
}
