/** The opposite test at the desk, by keyboard, over the invented service. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asked, press, reads, resize, said } from './harness/page.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness?.close())

const first = 'Harrowmere Hospitals Trust'
const focused = (page: Page) => page.locator(':focus')

describe('the opposite test', () => {
  const opened = async (...before: readonly string[]): Promise<Page> => {
    const page = await harness.open({ comments: 23, mode: 'code', rules: { oppositeTest: true } })
    await reads(page, first)
    await press(page, ...before)
    await press(page, 'j', 'j', 'j', 'j', 'j', 'j', 'j', 'j')
    await reads(page, 'Gull 330')
    await press(page, 't', '1', 'e', 'Enter')
    await focused(page)
      .and(page.getByRole('button', { name: /Propose troll/ }))
      .waitFor()
    await press(page, 'Enter')
    await page.getByRole('heading', { name: 'Would you decide the same?' }).waitFor()
    return page
  }

  test('shows the same words about somebody else, and Enter decides', async () => {
    const page = await opened()
    const zone = page.getByRole('region', { name: 'Would you decide the same?' })
    await zone.getByText('northvale library service was 90').waitFor()
    expect(await zone.getByText('Gull 330').count()).toBe(0)
    expect(await asked(page, 'decisions.record')).toEqual([])
    // The keys of the desk wait.
    await press(page, 'c', 'z', 'Enter')
    await reads(page, 'Finch 88')
    await expect
      .poll(() => asked(page, 'decisions.record'))
      .toMatchObject([{ label: 'troll', opposite: 'same' }])
    expect(await asked(page, 'decisions.undo')).toEqual([])
  })

  test('is not covered by a queue that is open, where the window becomes small', async () => {
    const page = await opened('/', 'Enter')
    await page.getByText('northvale library service was 90').waitFor()
    await resize(page, 900, 600)
    await page.getByRole('button', { name: /^Yes, the same/ }).click({ trial: true })
    expect(await page.locator('main[data-over]').count()).toBe(0)
  })

  test('N leaves the note alone: the next key is not written into it', async () => {
    const page = await harness.open({ comments: 23, mode: 'code', rules: { oppositeTest: true } })
    await reads(page, first)
    await page.evaluate(() => window.harness.delay('opposite.changed', 3000))
    await press(page, 't', '2', 'e', 'Enter')
    await focused(page).and(page.locator('textarea')).waitFor()
    await page.keyboard.type('Mocks a person.')
    await press(page, 'Enter')
    await page.getByRole('button', { name: /^No, I have changed/ }).waitFor()
    await press(page, 'n')
    await page.getByLabel('Note for this decision').waitFor()
    expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe('textarea')
  })

  test('N gives no label, says so, and the comment is there again', async () => {
    const page = await opened()
    await page.getByText('northvale library service was 90').waitFor()
    await press(page, 'n')
    await reads(page, 'Gull 330')
    await expect
      .poll(() => said(page))
      .toBe('Nothing was marked. That you changed your mind is kept in the record.')
    await expect.poll(() => asked(page, 'opposite.changed')).toEqual([{ commentId: 9 }])
    expect(await asked(page, 'decisions.record')).toEqual([])
    await page.getByRole('button', { name: /^Project/ }).press('Enter')
    await page.getByRole('button', { name: 'Rules…' }).press('Enter')
    await page.getByText('Taken 1 time in this project; 1 mind changed.').waitFor()
  })
})
