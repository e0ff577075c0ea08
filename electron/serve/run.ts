/** Browser mode from start to end: find the one that runs or become it, print the link, wait, close cleanly. */
import path from 'node:path'
import { AppError } from '../../core/result.ts'
import type { Door } from '../service/door.ts'
import { type Served, startServer } from './http.ts'
import { type BrowserOptions, parseOptions } from './options.ts'
import { forgetRunning, linkFromRunning, noteRunning } from './running.ts'
import { newSecret } from './secrets.ts'

/** What the outside gives; the tests give their own. */
export interface BrowserMode {
  readonly args: readonly string[]
  readonly places: { readonly settings: string; readonly projects: string }
  readonly rendererDir: string
  readonly openDoor: () => Door
  readonly openLink: (link: string) => void
  /** One line for the person. */
  readonly say: (line: string) => void
  /** Resolves when it is time to stop. */
  readonly stopped: Promise<unknown>
  /** Whether the person sits at another machine. */
  readonly isRemote: boolean
}

/**
 * Runs until it is told to stop.
 *
 * @returns the exit status: 0 when all went well, 1 when it could not start, 2 when it was asked wrongly
 */
export async function runBrowserMode(mode: BrowserMode): Promise<0 | 1 | 2> {
  const options = parseOptions(mode.args)
  if ('problem' in options) {
    mode.say(options.problem)
    return 2
  }
  const present = (link: string) => {
    mode.say(`  ${link}`)
    if (options.open) mode.openLink(link)
  }
  const runningLink = await linkFromRunning(mode.places.settings)
  if (runningLink) {
    mode.say('Fair Hearing is running already. Here is another link to it:')
    present(runningLink)
    if (options.project !== null) mode.say('--project was not used: choose the project there.')
    return 0
  }
  try {
    const door = mode.openDoor()
    try {
      await serveDoor({ mode, door, options, present })
    } finally {
      await door.close()
    }
    return 0
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    mode.say(error.message)
    return 1
  }
}

async function serveDoor(start: {
  readonly mode: BrowserMode
  readonly door: Door
  readonly options: BrowserOptions
  readonly present: (link: string) => void
}): Promise<void> {
  const { mode, door, options, present } = start
  if (options.project !== null) await openProject(door, options.project)
  const secret = newSecret()
  const served = await startServer({
    door,
    rendererDir: mode.rendererDir,
    projectsDir: mode.places.projects,
    port: options.port,
    againSecret: secret,
  })
  const note = { pid: process.pid, port: served.port, secret }
  try {
    await noteRunning(mode.places.settings, note)
    announce(mode, served, present)
    await mode.stopped
  } finally {
    await forgetRunning(mode.places.settings, note)
    await served.close()
  }
}

/** @throws AppError when it is not there or not a project */
async function openProject(door: Door, file: string): Promise<void> {
  const { ref } = await door.registerFile(path.resolve(file))
  const opened = await door.dispatch('projects.open', { file: ref })
  if (!opened.ok) throw new AppError(opened.failure.code, opened.failure.message)
}

function announce(mode: BrowserMode, served: Served, present: (link: string) => void): void {
  mode.say('Fair Hearing is ready. Open this link in a browser on this computer:')
  present(served.newLink())
  mode.say('It opens once, within ten minutes. Start again for another link; stop with Ctrl+C.')
  if (mode.isRemote)
    mode.say(
      `From the computer you sit at: ssh -N -L ${served.port}:127.0.0.1:${served.port} <this machine>, then open the link there.`,
    )
  mode.say(
    `Your projects are in ${mode.places.projects}, your settings in ${mode.places.settings}. Nothing leaves this computer.`,
  )
}
