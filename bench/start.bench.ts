/** From `npm start` on an installed, built checkout to a link that answers, in browser mode. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { quantile, withFolder } from './support.ts'

const runs = 5
const root = path.resolve(import.meta.dirname, '..')

export async function benchStart(say: (line: string) => void): Promise<void> {
  const times: number[] = []
  for (let n = 0; n < runs; n += 1) times.push(await withFolder(startOnce))
  const [fastest, median, slowest] = [0, 0.5, 1].map((share) => (quantile(times, share) / 1000).toFixed(2))
  say(`npm start to a usable link: median ${median} s (${fastest} to ${slowest}, ${runs} starts)`)
}

async function startOnce(home: string): Promise<number> {
  const from = performance.now()
  const child = spawn('npm', ['run', '-s', 'start:browser', '--', '--no-open'], {
    cwd: root,
    env: { ...process.env, FAIR_HEARING_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  let output = ''
  try {
    const link = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString()
        const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(output)
        if (found) resolve(found[0])
      })
      child.on('exit', () => reject(new Error(`It ended early: ${output}`)))
    })
    const page = await fetch(link)
    if (!page.ok) throw new Error(`The link answers ${page.status}.`)
    return performance.now() - from
  } finally {
    // npm does not pass a signal on: the whole group is ours to end.
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
  }
}
