/** A window of 1280 by 1024 at 400 %, which is 320 by 256 pixels (WCAG 1.4.10): nothing lies over anything else. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { press, resize } from './harness/page.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness.close())

const decided = { comments: 60, decided: 20 }

async function openDesk(): Promise<Page> {
  const page = await harness.open(decided)
  await page.locator('article[data-drawn]').waitFor()
  await resize(page, 320, 256)
  return page
}

/** What can have the focus under this, and is not seen when it has it: outside the window, or under something else. */
const unseen = (page: Page, within: string) =>
  page.evaluate((selector) => {
    const found: string[] = []
    for (const one of document.querySelectorAll<HTMLElement>(`${selector} :is(button, input, textarea)`)) {
      if (!one.checkVisibility() || one.matches(':disabled')) continue
      one.focus()
      const { left, right, top, bottom } = one.getBoundingClientRect()
      const ends = [left + 3, right - 3].map((x) => document.elementFromPoint(x, (top + bottom) / 2))
      if (
        !ends.every(
          (end) => end?.closest('button, input, textarea, label')?.contains(one) || one.contains(end),
        )
      )
        found.push(one.getAttribute('aria-label') ?? one.textContent)
    }
    return found
  }, within)

test('the foot has its buttons beside each other, and how far it is', async () => {
  const page = await openDesk()
  await page.getByText('20 of 60', { exact: true }).waitFor()
  expect(await unseen(page, 'footer')).toEqual([])
})

test('a label that is suggested has its whole name', async () => {
  const page = await openDesk()
  const cut = await page.locator('button:has(> span > bdi)').evaluateAll((buttons) =>
    buttons.flatMap((button) => {
      const name = button.querySelector('bdi')
      const keys = [...button.querySelectorAll('kbd')].filter((one) => one.checkVisibility())
      const start = Math.min(...keys.map((one) => one.getBoundingClientRect().left))
      const words = document.createRange()
      if (name) words.selectNodeContents(name)
      return words.getBoundingClientRect().right > start ? [button.textContent] : []
    }),
  )
  expect(cut).toEqual([])
})

test('the section that has the focus is seen whole', async () => {
  const page = await openDesk()
  expect(await unseen(page, 'nav')).toEqual([])
})

test('everything at the head of a thread and of a search can be reached, and a row of the queue is left', async () => {
  const page = await openDesk()
  await press(page, 'o')
  await page.getByRole('tree').waitFor()
  expect(await unseen(page, 'section:has(> [role=tree]) > header')).toEqual([])
  await press(page, '/')
  await page.keyboard.type('the autor:wren label:trol ')
  await page.getByRole('button', { name: 'Did you mean author:?' }).waitFor()
  expect(await unseen(page, 'search')).toEqual([])
  const list = await page.getByRole('listbox').boundingBox()
  expect(list?.height).toBeGreaterThan(40)
})

test('a dialog has room for what it asks', async () => {
  const page = await openDesk()
  await press(page, '/')
  await page.keyboard.type('the ')
  await page.getByRole('search').getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await page.getByRole('dialog').waitFor()
  expect(await unseen(page, 'dialog')).toEqual([])
})
