/** How a second start finds the first: one small file that only this user can read. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { textField } from './body.ts'

export interface Running {
  readonly pid: number
  readonly port: number
  /** Whoever knows it may ask the first for a link of their own. */
  readonly secret: string
}

const fileIn = (settingsFolder: string) => path.join(settingsFolder, 'running.json')

/** Written beside its place and renamed, so that nobody reads half of it. */
export async function noteRunning(settingsFolder: string, running: Running): Promise<void> {
  const file = fileIn(settingsFolder)
  const draft = `${file}.${running.pid}`
  await mkdir(settingsFolder, { recursive: true })
  await writeFile(draft, JSON.stringify(running), { mode: 0o600 })
  await rename(draft, file)
}

/** Takes the note away, but not that of another who started since. */
export async function forgetRunning(settingsFolder: string, own: Running): Promise<void> {
  const noted = await readNote(settingsFolder)
  if (noted?.secret === own.secret) await rm(fileIn(settingsFolder), { force: true })
}

/** A new link from the one that is running; null when none is, whatever a stale note says. */
export async function linkFromRunning(settingsFolder: string): Promise<string | null> {
  const noted = await readNote(settingsFolder)
  if (!noted || !isAlive(noted.pid)) return null
  try {
    const response = await fetch(`http://127.0.0.1:${noted.port}/again`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ secret: noted.secret }),
      signal: AbortSignal.timeout(2_000),
    })
    return response.ok ? textField(await response.json(), 'link') : null
  } catch {
    // Nobody answers, or somebody else does: the note is stale.
    return null
  }
}

/** What a note says; null where it is torn or not one of ours. */
export function parseNote(text: string): Running | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return null
    const { pid, port, secret } = value as Partial<Record<keyof Running, unknown>>
    const isPort = Number.isInteger(port) && Number(port) > 0 && Number(port) < 65_536
    if (!Number.isInteger(pid) || Number(pid) <= 0 || !isPort || typeof secret !== 'string') return null
    return { pid: Number(pid), port: Number(port), secret }
  } catch {
    return null
  }
}

async function readNote(settingsFolder: string): Promise<Running | null> {
  const text = await readFile(fileIn(settingsFolder), 'utf8').catch(() => null)
  return text === null ? null : parseNote(text)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Another user's process is alive too, though we may not signal it.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
