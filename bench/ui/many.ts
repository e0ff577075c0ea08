/** One label for a hundred thousand comments at once, and its undo, as a person gives them: until the desk says so. */
import type { Page } from 'playwright-core'
import { timed } from '../support.ts'
import { type Finding, finding } from './table.ts'

/** Five weeks each of the invented comments, which are half a minute apart: other ones each time, as with a person. */
const searches = ['date:2026-02-01..2026-03-07', 'date:2026-04-01..2026-05-05', 'date:2026-06-01..2026-07-05']
/** A person reads ten of them, and then what was done. */
const readsMs = 3000

/** The desk is open. What is marked is taken back again, and the search is cleared. */
export async function benchMany(page: Page): Promise<readonly Finding[]> {
  const marked: number[] = []
  const undone: number[] = []
  for (const search of searches) {
    await choose(page, search)
    const mark = page.getByRole('button', { name: /^Mark [\d,]+ as neither$/ })
    await mark.waitFor()
    await page.waitForTimeout(readsMs)
    marked.push(await until(page, /^[\d,]+ marked neither\.$/, () => mark.click()))
    await page.waitForTimeout(readsMs)
    undone.push(
      await until(page, /^Took back neither on [\d,]+ comments\.?$/, () => page.keyboard.press('z')),
    )
  }
  // A project that is kept opens with its last search.
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await page.locator('[role="listbox"][data-query=""]').waitFor()
  return [
    finding('100,000 marked at once', marked, { high: 5000 }),
    finding('their undo', undone, { high: 5000 }),
  ]
}

/** Selects all that is found, and asks to mark it. */
async function choose(page: Page, search: string): Promise<void> {
  await page.keyboard.press('/')
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(search)
  await page.locator(`[role="listbox"][data-query="${search}"]`).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('x')
  await page.getByRole('button', { name: /^All [\d,]+ matching$/ }).click()
  await page.keyboard.press('n')
}

/** @returns milliseconds until the foot of the desk says it */
async function until(page: Page, words: RegExp, act: () => Promise<void>): Promise<number> {
  const said = page.getByRole('contentinfo').getByText(words)
  return (await timed(() => Promise.all([act(), said.waitFor({ timeout: 60_000 })]))).ms
}
