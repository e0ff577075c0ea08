/** What a test does with a page of the harness, and how it learns what came of it. */
import type { Page } from 'playwright-core'
import type { Method } from '../../../core/contract/requests.ts'

export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Lets the browser draw once: what follows from an event of before has then been done. */
export const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))

/** The window hears of another size only with its next frame. */
export async function resize(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height })
  await drawn(page)
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
