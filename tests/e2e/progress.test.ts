/** Where the work stands, as a person looks at it: the real app over the sample, by keyboard, and its plots on the disk. */
import { readFileSync } from 'node:fs'
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

test('the sample’s progress is counted, and a plot and its table are saved', async () => {
  const home = temporaryFolder()
  const app = await startApp(home)
  onTestFinished(app.stop)
  const { page, errors, blocked, close } = await openPage(browser, { acceptDownloads: true })
  onTestFinished(close)
  await page.goto(app.link)
  await page.getByRole('button', { name: 'Try a sample' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('article', { name: 'Comment to decide' }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await page.getByText('113 of 347 decided').waitFor()
  await page.getByRole('heading', { name: 'Decided a day' }).waitFor()

  const csv = await saved(page, 'CSV: save “Decided a day”', path.join(home, 'days.csv'))
  expect(csv.toString()).toContain('2026-10-26,27\r\n2026-10-27,16\r\n')
  const svg = await saved(page, 'SVG: save “Labels so far”', path.join(home, 'labels.svg'))
  expect(svg.toString()).toMatch(/^<svg .*<\/svg>\n$/s)
  const png = await saved(page, 'PNG: save “Time a decision”', path.join(home, 'time.png'))
  expect(png.subarray(1, 4).toString()).toBe('PNG')

  await page.getByRole('button', { name: 'Go to the 234 comments not decided' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('article', { name: 'Comment to decide' }).waitFor()
  const queue = page.getByRole('region', { name: 'Queue' })
  await queue.getByText('234 found').waitFor()

  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await page.getByRole('button', { name: '22 comments with Troll: show them' }).click()
  await queue.getByText('22 found').waitFor()
  expect(app.networkAttempts()).toBe('')
  expect(blocked).toEqual([])
  expect(errors).toEqual([])
})

async function saved(page: Page, name: string, place: string): Promise<Buffer> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name }).focus()
  await page.keyboard.press('Enter')
  await (await download).saveAs(place)
  return readFileSync(place)
}
