/** What a test does with a page of the harness, and how it learns what came of it. */
import type { Page } from 'playwright-core'
import type { Method } from '../../../core/contract/requests.ts'

export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** What the window has asked the service by this method, in order. */
export const asked = (page: Page, method: Method) =>
  page.evaluate(
    (name) => window.harness.asked.filter((one) => one.method === name).map((one) => one.request),
    method,
  )

/** What a screen reader was told last. */
export const said = async (page: Page): Promise<string> =>
  (await page.locator('[data-announcer]').allTextContents()).join('')

/** Waits until the comment of this author is in the centre and may be decided. */
export const reads = (page: Page, author: string): Promise<void> =>
  page.locator('article[data-drawn]').getByRole('heading', { name: author }).waitFor()
