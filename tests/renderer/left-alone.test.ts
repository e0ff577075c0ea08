/** What is left alone when other comments come in, or the model thinks of another comment first. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asked, drawn, press, reads } from './harness/page.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness?.close())

const first = 'Harrowmere Hospitals Trust'
const checked = (page: Page) => page.locator('[role=option][aria-checked=true]')
const dialog = (page: Page) => page.getByRole('dialog')

test('a selection is kept while other comments come in, which are in the queue once it is let go', async () => {
  const page = await harness.open({ comments: 23, mode: 'code', job: { rows: 40 } })
  await reads(page, first)
  // Selected before the new queue is there, too.
  await page.evaluate(() => {
    window.harness.delay('queue.open', 300)
    const into = { into: 'current', name: 'Fern ward report', codebook: null } as const
    return window.harness.client.call('imports.start', { files: [], ...into })
  })
  await expect.poll(async () => (await asked(page, 'queue.open')).length).toBe(2)
  await press(page, 'x', 'Shift+J', 'n')
  await dialog(page).getByText('These are all two. Read them first.').waitFor()
  // By then what was asked for has been answered.
  await page.evaluate(() => {
    window.harness.delay('app.state', 1000)
    return window.harness.client.call('app.state', {}).then(() => null)
  })
  await press(page, 'Escape')
  await dialog(page).waitFor({ state: 'detached' })
  expect(await checked(page).count()).toBe(2)
  await press(page, 'Escape')
  await page.getByTitle('40 undecided in this queue').waitFor()
  expect(await asked(page, 'decisions.record')).toEqual([])
})

test('a selection is kept when the model thinks of another comment first', async () => {
  const page = await harness.open({ comments: 23, mode: 'code', order: 'unsure-first' })
  await reads(page, first)
  await press(page, 'x')
  await expect.poll(() => checked(page).count()).toBe(1)
  const before = await asked(page, 'queue.open')
  await page.evaluate(() => window.harness.teach({ 2: 'unsure' }))
  await drawn(page)
  expect(await asked(page, 'queue.open')).toEqual(before)
  expect(await checked(page).count()).toBe(1)
})

test('where a comment came from is not closed by the model, which thinks of another comment first; afterwards that one comes', async () => {
  const page = await harness.open({ comments: 23, order: 'unsure-first' })
  await reads(page, first)
  await press(page, 'w')
  await dialog(page).getByText('trust-page.csv').waitFor()
  const opened = async () => (await asked(page, 'queue.open')).length
  const before = await opened()
  await page.evaluate(() => window.harness.teach({ 2: 'unsure' }))
  await drawn(page)
  expect(await opened()).toBe(before)
  expect(await dialog(page).isVisible()).toBe(true)
  await press(page, 'Escape')
  await page.locator('article[data-comment="2"]').waitFor()
})
