/** A program for tests: browser mode as people start it, with a small service behind it. */
import path from 'node:path'
import { runBrowserMode } from '../../../electron/serve/run.ts'
import { testDoor } from './test-door.ts'

const home = process.env.FAIR_HEARING_HOME ?? ''
const door = await testDoor(home)

process.exitCode = await runBrowserMode({
  args: process.argv.slice(2),
  places: { settings: path.join(home, 'settings'), projects: path.join(home, 'projects') },
  rendererDir: home,
  openDoor: () => door,
  openLink: (link) => console.log(`OPENED ${link}`),
  say: (line) => console.log(line),
  stopped: new Promise((resolve) => process.once('SIGTERM', resolve).once('SIGINT', resolve)),
  isRemote: process.env.SSH_CONNECTION !== undefined,
})
