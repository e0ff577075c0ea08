/**
 * `npm run screenshots -- FOLDER`: pictures of every screen of the real app over invented comments, for people to look
 * at: 1280 x 800 and 900 x 600, light and dark, some in high contrast and in letters twice as large. Builds the app first.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { startApp } from '../e2e/support/app.ts'
import { keepChoosers, launchBrowser } from '../support/browser.ts'
import { temporaryRoot } from './files.ts'
import { laterScreens } from './later.ts'
import type { Screen } from './reach.ts'
import { screens, secondTab } from './screens.ts'
import { chooseCoder } from './seat.ts'
import { take } from './take.ts'
import { makeTelling } from './telling.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('Say where to: npm run screenshots -- FOLDER')
mkdirSync(folder, { recursive: true })
execFileSync(process.execPath, [path.resolve(import.meta.dirname, '../../electron/build.mjs')], {
  stdio: 'inherit',
})
const alone = temporaryRoot()
const together = temporaryRoot()
const browser = await launchBrowser()
try {
  await chooseCoder(alone.home, 'Priya')
  await photograph(browser, folder, alone.home, screens(alone.files), secondTab)
  await photograph(browser, folder, together.home, laterScreens(await makeTelling(together.home)))
} finally {
  await browser.close()
  alone.remove()
  together.remove()
}

/** @param inSecondTab in a tab of its own, opened while the first is there */
async function photograph(
  on: Browser,
  to: string,
  home: string,
  all: readonly Screen[],
  inSecondTab?: Screen,
): Promise<void> {
  const app = await startApp(home)
  const open = async (link: string) => {
    const page = await on.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
    keepChoosers(page)
    await page.goto(link)
    return page
  }
  try {
    const page = await open(app.link)
    for (const screen of all) await take(page, to, screen)
    if (inSecondTab) await take(await open((await startApp(home)).link), to, inSecondTab)
    await page.close()
  } finally {
    await app.stop()
  }
}
