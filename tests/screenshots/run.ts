/**
 * `npm run screenshots -- FOLDER`: a picture of every screen, light and dark, of the real app over invented comments,
 * for people to look at. Builds the app first. 1280 x 800; `--small` for 900 x 600.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { buildInto } from '../../electron/pack-check.ts'
import { startApp } from '../e2e/support/app.ts'
import { launchBrowser } from '../support/browser.ts'
import { temporaryRoot } from './files.ts'
import { type Screen, screens, secondTab } from './screens.ts'

const { values, positionals } = parseArgs({ options: { small: { type: 'boolean' } }, allowPositionals: true })
const [folder] = positionals
if (folder === undefined) throw new Error('Say where to: npm run screenshots -- FOLDER')
const viewport = values.small ? { width: 900, height: 600 } : { width: 1280, height: 800 }
const themes = ['light', 'dark'] as const

mkdirSync(folder, { recursive: true })
await buildInto(path.resolve(import.meta.dirname, '../..'))
const { home, files, remove } = temporaryRoot()
const browser = await launchBrowser()
const app = await startApp(home)
try {
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce' })
  await page.goto(app.link)
  for (const screen of screens(files)) await take(page, screen)
  const again = await startApp(home)
  const reader = await browser.newPage({ viewport, reducedMotion: 'reduce' })
  await reader.goto(again.link)
  await take(reader, secondTab)
} finally {
  await browser.close()
  await app.stop()
  remove()
}

/** A screen that cannot be reached is said, and the others are taken all the same. */
async function take(page: Page, { name, reach }: Screen): Promise<void> {
  try {
    await reach(page)
    // What arrives last, such as counts, is in the picture too.
    await page.waitForTimeout(600)
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: path.join(folder ?? '.', `${name}-${colorScheme}.png`) })
    }
    await page.emulateMedia({ colorScheme: 'light' })
    console.log(name)
  } catch (error) {
    process.exitCode = 1
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    await page.screenshot({ path: path.join(folder ?? '.', `${name}-NOT-REACHED.png`) })
  }
}
