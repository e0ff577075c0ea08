/** Many at once as a person does it, by keyboard: the real app in browser mode, a real browser, a real project file. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openPage } from '../support/browser.ts'
import { connectBrowser } from '../support/one-browser.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { startApp } from './support/app.ts'

let browser: Browser
beforeAll(async () => {
  browser = await connectBrowser()
})
afterAll(() => browser.close())

const texts = [
  'Is the car park open on Saturdays now',
  'Thank you to the nurses on Fern ward',
  'The board hid the report for a year',
  'You are a pathetic idiot, shut up',
  'شكرا لكم جميعا على التقرير',
] as const
const rows = Array.from({ length: 60 }, (_, n) => `${n + 1},"${texts[n % texts.length]}, number ${n + 1}"`)
const table = ['id,text', ...rows].join('\n')

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let n = 0; n < 60; n += 1) {
    await press(page, 'Tab')
    const focused = await page.evaluate(() => {
      const { activeElement: one } = document
      return one?.getAttribute('aria-label') ?? one?.textContent ?? ''
    })
    if (name.test(focused)) return
  }
  throw new Error(`Nothing called ${name} was reached by Tab.`)
}

test('rows that are selected and a band of scores are marked in one step each, and taken back', async () => {
  const home = temporaryFolder()
  const file = path.join(home, 'Lowgate.csv')
  writeFileSync(file, table)
  const app = await startApp(home)
  onTestFinished(app.stop)
  const { page, close, errors, blocked } = await openPage(browser)
  onTestFinished(close)
  await page.goto(app.link)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /^Choose files/ }).click()
  await (await chooser).setFiles(file)
  await page.getByRole('button', { name: 'Import 60 comments' }).waitFor()
  await press(page, 'Enter')
  await page.getByRole('button', { name: /^Start deciding/ }).waitFor()
  await press(page, 'Enter')
  await page.getByRole('article', { name: 'Comment to decide' }).waitFor()

  await press(page, 'x', 'Shift+J', 'Shift+J', 'n')
  await page.getByText('These are all three. Read them first.').waitFor()
  await tabTo(page, /^Mark 3 as neither$/)
  await press(page, 'Enter')
  await page.locator('footer').getByText('3 marked neither.').waitFor()
  await page.getByText('3 of 60', { exact: true }).waitFor()
  await press(page, 'z')
  await page.getByText('0 of 60', { exact: true }).waitFor()

  await press(page, 'g', 'b')
  await page.getByText('60 undecided').waitFor()
  const upper = page.getByRole('slider', { name: 'Upper edge of the band' })
  await tabTo(page, /^Upper edge of the band$/)
  await press(page, 'End')
  await expect.poll(() => upper.getAttribute('aria-valuetext')).toBe('0 to 100 of 100: 60 comments')
  await page.getByText('0 of 10 read').waitFor()
  await press(page, 'y', 'c', 'x', 'y', 'y', 'y', 'y', 'y', 'y', 'y')
  await page.getByText('2 of 10 did not fit.').waitFor()
  await tabTo(page, /^Mark 58 as neither$/)
  await press(page, 'Enter')
  await page.getByText('58 marked neither.').and(page.locator('main *')).waitFor()
  await page.getByText('1 undecided').waitFor()
  await press(page, 'z')
  await page.getByText('59 undecided').waitFor()
  // The one that was said to be something else was marked on its own, and stays.
  await press(page, 'g', 'r')
  await page.getByText('1 of 60', { exact: true }).waitFor()
  expect([errors, blocked, app.networkAttempts()]).toEqual([[], [], ''])
})
