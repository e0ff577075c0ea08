/** Browser mode's composition root: the service, the loopback server, the person's own browser. */
import path from 'node:path'
import { openLink } from './serve/opener.ts'
import { runBrowserMode } from './serve/run.ts'
import { openDoor } from './service/door.ts'
import { appVersion, resourcesFolder, standardPlaces } from './service/paths.ts'

const resources = resourcesFolder()
const places = standardPlaces(resources)

/** Closing takes well under a second; what hangs for longer is left behind. */
const closingMs = 10_000

/** Signals often come twice, to the group and passed on by npm, so only the first one counts. */
const stopped = new Promise<void>((resolve) => {
  const stop = () => {
    setTimeout(() => process.exit(1), closingMs).unref()
    resolve()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
})

process.exitCode = await runBrowserMode({
  args: process.argv.slice(2),
  places,
  // Beside resources in a checkout, whether this file runs from source or from out/electron.
  rendererDir: path.resolve(resources, '../out/renderer'),
  openDoor: () => openDoor({ places, version: appVersion() }),
  openLink,
  say: (line) => console.log(line),
  stopped,
  isRemote: process.env.SSH_CONNECTION !== undefined,
})
