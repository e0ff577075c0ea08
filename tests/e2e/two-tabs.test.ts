/** Two tabs of the real app on one project: the second reads along, until it takes over. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished, test } from 'vitest'
import { openPage } from '../support/browser.ts'
import { connectBrowser } from '../support/one-browser.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { startApp } from './support/app.ts'

let browser: Browser
beforeAll(async () => {
  browser = await connectBrowser()
})
afterAll(() => browser.close())

const comment = (page: Page) => page.locator('article[data-drawn]')
const progress = (page: Page, words: string) => page.getByRole('contentinfo').getByText(words).waitFor()

async function tab(link: string): Promise<Page> {
  const { page, close } = await openPage(browser)
  onTestFinished(close)
  await page.goto(link)
  return page
}

test('the second tab says that it reads, follows, and may take over', async () => {
  const home = temporaryFolder()
  const app = await startApp(home)
  onTestFinished(app.stop)
  const first = await tab(app.link)
  writeFileSync(
    path.join(home, 'echo.csv'),
    'author,text\nPlover 12,When is the report out?\nHeron 41,You had it in January\nJay,Saturday parking?\n',
  )
  const chooser = first.waitForEvent('filechooser')
  await first.getByRole('button', { name: /^Choose files/ }).click()
  await (await chooser).setFiles(path.join(home, 'echo.csv'))
  await first.getByRole('button', { name: 'Import 3 comments' }).click()
  await first.getByRole('button', { name: /^Start deciding/ }).click()
  await comment(first).waitFor()

  const again = await startApp(home)
  const second = await tab(again.link)
  await second.getByText('Another tab decides in this project.').waitFor()
  await comment(second).waitFor()
  await second.keyboard.press('c')
  await first.keyboard.press('n')
  await progress(first, '1 of 3')
  await progress(second, '1 of 3')

  await second.getByRole('button', { name: 'Decide here' }).click()
  await second.getByText('Another tab decides in this project.').waitFor({ state: 'detached' })
  await first.getByText('Another tab decides in this project.').waitFor()
  // It counts what the first one decided, and goes on from there.
  await second.getByTitle('2 undecided in this queue').waitFor()
  await second.keyboard.press('j')
  await comment(second).getByRole('heading', { name: 'Heron 41' }).waitFor()
  await second.keyboard.press('c')
  await progress(second, '2 of 3')
  await progress(first, '2 of 3')
  await second.getByTitle('1 undecided in this queue').waitFor()
})
