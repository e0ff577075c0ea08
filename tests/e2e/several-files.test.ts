/** A folder of files as a person chooses it: the real app in browser mode, uploaded, surveyed, imported together. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
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

const table = (first: number, ...words: readonly string[]) =>
  [
    'cid,display_name,posted_at,comment',
    ...words.map((text, at) => `${first + at},Plover ${at},2026-09-1${at},${text}`),
  ].join('\n')

test('a folder is handed over, what is in it is listed, and all of it is imported at once', async () => {
  const home = temporaryFolder()
  const folder = path.join(home, 'Takeout')
  mkdirSync(path.join(folder, 'pages/deep'), { recursive: true })
  writeFileSync(path.join(folder, 'one.csv'), table(1, 'Which is it?', 'كان أبي في ذلك الجناح.'))
  writeFileSync(
    path.join(folder, 'pages/deep/two.csv'),
    table(11, '<b>Read</b> the report.', 'Ten past six.', 'No.'),
  )
  writeFileSync(path.join(folder, 'pages/photo.jpg'), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]))
  const app = await startApp(home)
  onTestFinished(app.stop)
  const { page, errors, close } = await openPage(browser)
  onTestFinished(close)
  await page.goto(app.link)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await (await chooser).setFiles(folder)

  const list = page.getByRole('grid', { name: 'Files to import' })
  await list.getByRole('row', { name: /one\.csv.*2 comments/ }).waitFor()
  await list.getByRole('row', { name: /two\.csv.*3 comments/ }).waitFor()
  await page.getByRole('button', { name: /passed over/ }).click()
  await page.getByRole('dialog').getByText('photo.jpg').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Import 5 comments from 2 files/ }).click()
  await page.getByRole('heading', { name: '5 comments added.' }).waitFor()
  await page.getByRole('button', { name: /^Start deciding/ }).click()
  await page.getByRole('article', { name: 'Comment to decide' }).waitFor()
  await page.keyboard.press('w')
  await page.getByRole('dialog', { name: 'Where this comment came from' }).getByText('Table (CSV)').waitFor()
  expect(errors).toEqual([])
})
