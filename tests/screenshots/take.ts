/** Takes a screen in every way it is looked at: two sizes of the window, light and dark; some in more ways. */
import path from 'node:path'
import type { Page } from 'playwright-core'
import type { Screen } from './reach.ts'

const sizes = { large: { width: 1280, height: 800 }, small: { width: 900, height: 600 } } as const
const themes = ['light', 'dark'] as const
/** What arrives last, such as counts, is in the picture too. */
const restMs = 600
/** From 100 % to 200 %: see the sizes of text in the contract. */
const stepsToTwice = 5

/** A screen that cannot be reached is said, and the others are taken all the same. */
export async function take(page: Page, folder: string, screen: Screen): Promise<void> {
  const { name } = screen
  const photograph = (way: string) => page.screenshot({ path: path.join(folder, `${name}-${way}.png`) })
  try {
    await screen.reach(page)
    // Nothing is under the pointer.
    await page.mouse.move(0, 0)
    await page.waitForTimeout(restMs)
    for (const size of ['large', 'small'] as const) {
      await page.setViewportSize(sizes[size])
      await page.waitForTimeout(restMs / 2)
      for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme })
        await photograph(`${size}-${colorScheme}`)
      }
    }
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize(sizes.large)
    if (screen.isSeenInAllWays) await takeInMoreWays(page, photograph)
    console.log(name)
  } catch (error) {
    process.exitCode = 1
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    await photograph('NOT-REACHED')
  }
}

async function takeInMoreWays(page: Page, photograph: (way: string) => Promise<unknown>): Promise<void> {
  await page.emulateMedia({ contrast: 'more' })
  await photograph('contrast')
  await page.emulateMedia({ contrast: null })
  for (let step = 0; step < stepsToTwice; step += 1) await page.keyboard.press('Control+=')
  await page.waitForTimeout(restMs)
  await photograph('letters')
  await page.keyboard.press('Control+0')
  await page.waitForTimeout(restMs)
}
