/** The record in real Chromium, by keyboard, over the invented service. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FakeOptions } from '../../renderer/src/client/fake.ts'
import { asked, press } from './harness/page.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness?.close())

async function openRecord(options: FakeOptions) {
  const page = await harness.open(options)
  await page.locator('article[data-drawn]').waitFor()
  await press(page, 'g', 'l')
  await page.getByText('none of which can be changed').waitFor()
  return page
}

test('"G then L" opens it; it says what was done, and leads to the comment', async () => {
  const page = await openRecord({ comments: 90, decided: 20 })
  await page.getByText('merged another copy: 187 decisions came, 3 conflicts').waitFor()
  const first = page.getByRole('button', { name: /^Open the comment/ }).first()
  await first.focus()
  await press(page, 'Enter')
  await page.locator('article[data-drawn]').waitFor()
})

test('it is read by kind and by person', async () => {
  const page = await openRecord({ comments: 90, decided: 20 })
  await page.getByRole('combobox', { name: 'What' }).selectOption('appeals')
  await page.getByText('answered an appeal').waitFor()
  expect(await page.getByText('exported').count()).toBe(0)
  await page.getByRole('combobox', { name: 'Who' }).selectOption('Sam')
  await page.getByText('Nothing in the record is like this.').waitFor()
})

test.each([
  [{}, /All 30 rows are as they were written/],
  [{ isBroken: true }, /Row 14, a decision, does not fit/],
])('a check says what it found', async (options, found) => {
  const page = await openRecord({ comments: 90, decided: 20, ...options })
  await page.getByRole('button', { name: 'Check the record' }).focus()
  await press(page, 'Enter')
  await page.getByText(found).waitFor()
})

test('it is saved as it is filtered', async () => {
  const page = await openRecord({ comments: 90, decided: 20 })
  await page.getByRole('combobox', { name: 'What' }).selectOption('rules')
  await page.getByRole('button', { name: 'as a table (CSV)' }).focus()
  await press(page, 'Enter')
  await expect
    .poll(() => asked(page, 'record.export'))
    .toMatchObject([{ groups: ['rules'], coder: null, format: 'csv' }])
})
