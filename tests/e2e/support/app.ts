/** The app as a person starts it in browser mode, in a process of its own that cannot reach the network. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface StartedApp {
  /** Works once. */
  readonly link: string
  readonly output: () => string
  /** Attempts to reach anything but this machine. */
  readonly networkAttempts: () => string
  /** As Ctrl C would. */
  stop(): Promise<void>
  /** As a power cut would. */
  kill(): Promise<void>
}

const root = path.resolve(import.meta.dirname, '../../..')
const patienceMs = 60_000

/** @param home settings and projects go there, and nowhere else */
export async function startApp(home: string, args: readonly string[] = []): Promise<StartedApp> {
  const log = path.join(home, 'network-attempts.txt')
  const child = spawn(process.execPath, ['electron/start.mjs', '--browser', '--no-open', ...args], {
    cwd: root,
    // A group of its own: the power cut must reach the app itself, not only what started it.
    detached: true,
    env: {
      ...process.env,
      FAIR_HEARING_HOME: home,
      FAIR_HEARING_NETWORK_LOG: log,
      NODE_OPTIONS: `--import=${path.join(root, 'tests/support/no-network.mjs')}`,
    },
  })
  let output = ''
  const link = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No link after a minute:\n${output}`)), patienceMs)
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/#k=\S+/.exec(output)
      if (!found) return
      clearTimeout(timer)
      resolve(found[0])
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('exit', (status) => reject(new Error(`It ended with status ${status}:\n${output}`)))
  })
  return {
    link,
    output: () => output,
    networkAttempts: () => (existsSync(log) ? readFileSync(log, 'utf8') : ''),
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  }
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const { pid } = child
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.on('exit', () => resolve())
    process.kill(-pid, signal)
  })
}
