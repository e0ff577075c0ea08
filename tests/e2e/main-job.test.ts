/** The main job as a person does it: the real app in browser mode, a real browser, the network denied. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openPage, type WatchedPage } from '../support/browser.ts'
import { connectBrowser } from '../support/one-browser.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { type StartedApp, startApp } from './support/app.ts'
import { proposeTroll } from './support/hands.ts'

let browser: Browser
beforeAll(async () => {
  browser = await connectBrowser()
})
afterAll(() => browser.close())

const table = [
  'cid,reply_to,article,display_name,posted_at,up,words',
  '1,,report,Plover 12,12/09/2026 17:36,61,"Page 34 says the board was told in January. Which is it?"',
  '2,1,report,heron41,12/09/2026 17:44,4,"January. I have the minutes, item 9, “noted”."',
  '3,2,report,Jay,13/09/2026 17:51,,course you have 🙄',
  '4,,report,سلمى,13/09/2026 18:31,3,كان أبي في ذلك الجناح. انتظرنا الجواب سنة كاملة ولم يتصل بنا أحد.',
  '5,,parking,<b>Teal</b> 77,13/09/2026 07:20,0,Is the car park open on Saturdays now',
  '6,1,report,Gull 330,13/09/2026 07:21,2,"you are all pathetic idiots <img src=x onerror=""document.title=1"">"',
  '7,,report,Knot 19,13/09/2026 08:00,1',
].join('\n')

interface Opened extends WatchedPage {
  readonly app: StartedApp
}

/** Starts the app in `home` and opens its window. */
async function open(home: string): Promise<Opened> {
  const app = await startApp(home)
  onTestFinished(app.stop)
  const watched = await openPage(browser, { acceptDownloads: true })
  onTestFinished(watched.close)
  await watched.page.goto(app.link)
  return { app, ...watched }
}

function nothingLeft({ app, errors, blocked }: Opened): void {
  expect(app.networkAttempts()).toBe('')
  expect(blocked).toEqual([])
  expect(errors).toEqual([])
}

async function choose(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /^Choose files/ }).click()
  await (await chooser).setFiles(file)
}

const focused = (page: Page) => page.getByRole('article', { name: 'Comment to decide' })
/** A comment can only be decided once it was on the screen: a person needs longer than these frames. */
async function press(page: Page, key: string): Promise<void> {
  await focused(page).waitFor()
  await page.evaluate(async () => {
    for (let n = 0; n < 6; n += 1) await new Promise(requestAnimationFrame)
  })
  await page.keyboard.press(key)
}
/** The foot says what was last done. */
const done = (page: Page, words: string) => page.getByRole('contentinfo').getByText(words).waitFor()

describe('the main job', () => {
  test('a file is understood, imported, decided on, closed, found again and exported', async () => {
    const home = temporaryFolder()
    const file = path.join(home, 'echo-comments.csv')
    writeFileSync(file, table)
    const first = await open(home)
    const { page } = first
    await choose(page, file)

    // What was understood, and the one row that was left incomplete.
    await page.getByRole('heading', { name: 'echo-comments.csv' }).waitFor()
    await page
      .getByLabel('Column for Comment')
      .locator('option:checked', { hasText: 'words' })
      .waitFor({ state: 'attached' })
    await expect.poll(() => page.getByLabel('Order in dates').inputValue()).toBe('dmy')
    await page.getByText('course you have 🙄', { exact: true }).waitFor()
    await page.getByRole('button', { name: /^Import 6 comments/ }).click()
    await page.getByRole('heading', { name: '6 comments added.' }).waitFor()
    await page.getByRole('button', { name: /^Start deciding/ }).click()

    // Blind at first; in Check a suggestion with its probability and the words behind it.
    await page.getByText('Suggestion hidden').waitFor()
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await page.getByLabel('Order of the queue').selectOption({ label: 'Likely trolls first' })
    await focused(page).getByText('pathetic idiots').waitFor()
    await page.getByRole('region', { name: 'Decide' }).getByText('Likely troll', { exact: true }).waitFor()
    await page.getByText('of 100 alike').waitFor()
    expect(await page.title()).toContain('Fair Hearing')

    // One key decides, one key takes it back.
    await proposeTroll(page, 'Insults people, and no decision.')
    await done(page, 'Proposed troll')
    await press(page, 'c')
    await done(page, 'Marked critic')
    await press(page, 'z')
    await done(page, 'Took back critic')
    await press(page, '2')
    await done(page, 'Marked critic')
    const undecided = page.getByRole('button', { name: /^Export/ })
    expect(await undecided.count()).toBe(0)
    nothingLeft(first)
    // The words stand at once; "Saved" when it is on the disk.
    await page.getByRole('contentinfo').getByText('Saved', { exact: true }).waitFor()
    await first.app.kill()

    // Even after a power cut everything is there.
    const second = await open(home)
    await second.page.getByRole('button', { name: /Echo comments/i }).click()
    await second.page.getByRole('contentinfo').getByText('2 of 6').waitFor()
    await second.page.getByRole('navigation', { name: 'Sections' }).getByText('Share').click()
    const download = second.page.waitForEvent('download')
    await second.page.getByRole('button', { name: /^Export 2 comments/ }).click()
    const target = path.join(home, 'out.csv')
    await (await download).saveAs(target)
    const exported = readFileSync(target, 'utf8')
    expect(exported.split('\r\n').filter(Boolean)).toHaveLength(3)
    expect(exported).toContain('you are all pathetic idiots <img src=x')
    expect(exported).toMatch(/,troll,.*starter-/)
    nothingLeft(second)
  })

  test('the sample shows threads with their replies', async () => {
    const opened = await open(temporaryFolder())
    const { page } = opened
    await page.getByRole('button', { name: /^Try a sample/ }).click()
    await focused(page).waitFor()
    // The queue is in the order of the suggestions, though the desk was there before they were.
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await page.getByRole('region', { name: 'Decide' }).getByText('Not sure', { exact: true }).waitFor()
    await page.keyboard.press('o')
    await page.getByRole('region', { name: 'Thread' }).waitFor()
    await page.keyboard.press('o')
    await focused(page).waitFor()
    nothingLeft(opened)
  })

  test('the Model page measures the sample, and keeps the limit that is set', async () => {
    const opened = await open(temporaryFolder())
    const { page } = opened
    await page.getByRole('button', { name: /^Try a sample/ }).click()
    await focused(page).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('m')
    await page.getByRole('heading', { name: 'Model', exact: true }).waitFor()
    await page.getByText(/Measured on \d+ made blind and at random/).waitFor({ timeout: 60_000 })
    await page.getByRole('heading', { name: 'Called a troll, and was not' }).waitFor()
    const limit = page.getByRole('button', { name: '5 %', exact: true })
    await limit.click()
    await expect.poll(() => limit.getAttribute('aria-pressed')).toBe('true')
    await page.reload()
    await focused(page).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('m')
    await expect.poll(() => limit.getAttribute('aria-pressed'), { timeout: 20_000 }).toBe('true')
    nothingLeft(opened)
  })

  test('a file that is none is refused with a sentence, and nothing is made', async () => {
    const home = temporaryFolder()
    const opened = await open(home)
    const { page } = opened
    const picture = path.join(home, 'photo.csv')
    writeFileSync(picture, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))
    await choose(page, picture)
    await page.getByText('photo.csv').first().waitFor()
    await page
      .getByText(/picture|PNG/i)
      .first()
      .waitFor()
    expect(await page.getByRole('button', { name: /^Import \d/ }).count()).toBe(0)
    nothingLeft(opened)
  })
})

describe('a second start', () => {
  test('finds the first and gives a new link to it; the old link works once only', async () => {
    const home = temporaryFolder()
    const first = await open(home)
    await first.page.getByRole('button', { name: /^Try a sample/ }).waitFor()
    const second = await startApp(home)
    expect(new URL(second.link).port).toBe(new URL(first.app.link).port)
    const again = await openPage(browser)
    onTestFinished(again.close)
    await again.page.goto(second.link)
    await again.page.getByRole('button', { name: /^Try a sample/ }).waitFor()
    const stale = await openPage(browser)
    onTestFinished(stale.close)
    await stale.page.goto(first.app.link)
    await stale.page.getByText('Open the link again.').waitFor()
  })
})
