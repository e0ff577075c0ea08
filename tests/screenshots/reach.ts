/** One screen, and the ways of a hand to it. */
import type { Page } from 'playwright-core'

export interface Screen {
  /** The name of its pictures. */
  readonly name: string
  /** From the screen before. */
  readonly reach: (page: Page) => Promise<void>
  /** Taken in high contrast and in letters twice as large, too. */
  readonly isSeenInAllWays?: true
}

export const keys = async (page: Page, ...pressed: readonly string[]) => {
  for (const key of pressed) await page.keyboard.press(key)
}

/** The comment that can be decided is drawn. */
export const card = (page: Page) => page.locator('article[data-drawn]').waitFor()

export const click = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click()

export const mode = async (page: Page, name: string) => {
  await click(page, name)
  await card(page)
}

/** In the dialog that opens after `open`. */
export const choose = async (page: Page, files: readonly string[], open: () => Promise<void>) => {
  const chooser = page.waitForEvent('filechooser')
  await open()
  await (await chooser).setFiles([...files])
}

/** By its words in the palette. */
export const command = async (page: Page, words: string) => {
  await keys(page, 'Control+k')
  await page.keyboard.type(words)
  await page.getByRole('option', { name: words }).first().waitFor()
  await keys(page, 'Enter')
}
