/**
 * The end-to-end flow in Electron itself: `npm run test:electron`. Where Electron's runtime is not there, or there
 * is no screen, it says so in one line and is done: the same flow runs on a stand-in in tests/shell.
 */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron } from 'playwright-core'
import { buildInto } from '../../electron/pack-check.ts'
import { isLockedIn, keepsDecisionThroughQuit, type Started } from '../support/flow.ts'

const root = path.resolve(import.meta.dirname, '../..')

const program = electronProgram()
if (program === null) {
  console.log('Not run: Electron’s runtime is not installed here (npx install-electron fetches it).')
} else if (!hasScreen()) {
  console.log('Not run: there is no screen here (xvfb-run npm run test:electron gives it one).')
} else {
  await runIn(program)
  console.log('1 flow passed in Electron.')
}

async function runIn(executablePath: string): Promise<void> {
  const folder = await layOut()
  const home = mkdtempSync(path.join(tmpdir(), 'fair-hearing-home-'))
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  const start = async (): Promise<Started> => {
    const app = await _electron.launch({
      executablePath,
      // Chromium does not start as root with its sandbox.
      args: isRoot ? ['--no-sandbox', folder] : [folder],
      env: { ...process.env, FAIR_HEARING_HOME: home },
    })
    const page = await app.firstWindow()
    await page.waitForURL('app://fair-hearing/')
    await isLockedIn(page)
    return { page, quit: () => app.close() }
  }
  await keepsDecisionThroughQuit(start)
}

/** A folder that Electron takes for an app, built from the sources as they are now. */
async function layOut(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fair-hearing-electron-'))
  copyFileSync(path.join(root, 'package.json'), path.join(folder, 'package.json'))
  symlinkSync(path.join(root, 'resources'), path.join(folder, 'resources'))
  await buildInto(folder)
  return folder
}

/** Where Electron's package keeps its program; importing the package would try to fetch it. */
function electronProgram(): string | null {
  const folder = path.join(root, 'node_modules/electron')
  const note = path.join(folder, 'path.txt')
  if (!existsSync(note)) return null
  const file = path.join(folder, 'dist', readFileSync(note, 'utf8').trim())
  return existsSync(file) ? file : null
}

function hasScreen(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}
