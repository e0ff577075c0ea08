/** Two people and a third at one desk, by keyboard: the real app and a real browser; what stands is read in the file. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectBrowser } from '../support/one-browser.ts'
import { temporaryFolder } from '../support/temporary.ts'
import {
  expectQuiet,
  importFile,
  type Opened,
  openApp,
  press,
  proposeTroll,
  shownComment,
  standing,
} from './support/hands.ts'

let browser: Browser
beforeAll(async () => {
  browser = await connectBrowser()
})
afterAll(() => browser.close())

const table = [
  'cid,reply_to,article,display_name,posted_at,words',
  '1,,report,Plover 12,2026-09-12 17:36,"Page 34 says the board was told in January. Which is it?"',
  '2,1,report,Heron 41,2026-09-12 17:44,"January. I have the minutes, item 9."',
  '3,2,report,Jay 7,2026-09-12 17:51,"you are a pathetic liar Heron and everyone knows it"',
  '4,1,report,Plover 12,2026-09-12 18:02,"Cowards, the lot of you. Who signed off the sheet for Fern ward?"',
  '5,,parking,Teal 77,2026-09-13 07:20,"Is the car park open on Saturdays now"',
  '6,5,parking,Jay 7,2026-09-13 07:31,"no, ask at the gatehouse"',
].join('\n')

const fileOf = (home: string) => path.join(home, 'projects', 'Echo.fairhearing')
const stands = (home: string, commentId: number) =>
  expect.poll(() => standing(fileOf(home)).get(commentId) ?? null, { timeout: 10_000 })

async function begin(home: string): Promise<Opened> {
  const opened = await openApp(browser, home)
  await importFile(opened, 'echo.csv', table)
  await press(opened.page, 'Enter')
  await shownComment(opened.page)
  return opened
}

async function fromPalette(page: Page, words: string): Promise<void> {
  await press(page, 'Control+k')
  await page.keyboard.type(words)
  await page.getByRole('option', { name: words }).first().waitFor()
  await press(page, 'Enter')
}

/** Another person sits down. */
async function sitDown(page: Page, name: string): Promise<void> {
  await fromPalette(page, 'Change who decides')
  await page.getByRole('button', { name: 'Somebody else…' }).press('Enter')
  await page.locator('input:focus').waitFor()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: `Deciding as ${name}` }).waitFor()
  await shownComment(page)
}

/** Past others that are undecided to this one, in whatever order they are. */
async function goTo(page: Page, commentId: number): Promise<void> {
  for (let n = 0; (await shownComment(page)) !== commentId && n < 12; n += 1) {
    const before = await shownComment(page)
    await press(page, 's')
    await expect.poll(() => shownComment(page)).not.toBe(before)
  }
}

/** All second opinions there are: what `on` says, and neither for the others. */
async function giveSecondOpinions(
  page: Page,
  on: Readonly<Record<number, (id: number) => Promise<void>>>,
): Promise<readonly number[]> {
  await press(page, 'p')
  await page.getByText('Suggestion hidden').waitFor()
  await page.locator('[role=listbox] [role=option]').first().waitFor()
  const given: number[] = []
  const finished = page.getByRole('heading', { name: 'Your second opinions are given.' })
  while ((await finished.count()) === 0) {
    const id = await shownComment(page)
    given.push(id)
    const hasMoved = async () =>
      (await finished.count()) > 0 ||
      (await page.locator(`article[data-drawn]:not([data-comment="${id}"])`).count()) > 0
    // A key that comes while the queue is still the one before means nothing: it is pressed again.
    for (let isGiven = false; !isGiven; ) {
      await (on[id]?.(id) ?? press(page, 'n'))
      isGiven = await expect
        .poll(hasMoved, { timeout: 4000 })
        .toBe(true)
        .then(
          () => true,
          () => false,
        )
    }
  }
  return given
}

test('a troll is proposed, agreed on blind by a second person, or settled by a third; nobody sees who said what before', async () => {
  const home = temporaryFolder()
  const opened = await begin(home)
  const { page } = opened
  await sitDown(page, 'Sam')
  await goTo(page, 3)
  await proposeTroll(page, 'Calls another writer a liar.')
  await stands(home, 3).toMatchObject({ label: 'troll', reason: 'abuse', status: 'proposed' })
  await goTo(page, 4)
  await proposeTroll(page, 'Calls people cowards, plainly.')
  await stands(home, 4).toMatchObject({ label: 'troll', status: 'proposed' })

  await sitDown(page, 'Ellis')
  const given = await giveSecondOpinions(page, {
    3: () => proposeTroll(page, 'Insults Heron, who only quotes.'),
    4: () => press(page, 'c'),
  })
  expect(given).toEqual(expect.arrayContaining([3, 4]))
  // Among as many others.
  expect(given.length).toBeGreaterThanOrEqual(4)
  await stands(home, 3).toMatchObject({ label: 'troll', status: 'final' })
  await stands(home, 4).toMatchObject({ status: 'disputed' })

  await sitDown(page, 'Ada')
  await fromPalette(page, 'Disputes that wait')
  await expect.poll(() => shownComment(page)).toBe(4)
  await page.getByRole('region', { name: 'Sam' }).getByText('Calls people cowards, plainly.').waitFor()
  await page.getByRole('region', { name: 'Ellis' }).getByText('Critic').waitFor()
  await press(page, 'c')
  await page.getByLabel('Why, in a sentence both will read').and(page.locator(':focus')).waitFor()
  await page.keyboard.type('Aimed at what the board did.')
  await press(page, 'Enter')
  await page.getByRole('heading', { name: 'Every dispute here is settled.' }).waitFor()
  await stands(home, 4).toMatchObject({
    label: 'critic',
    status: 'final',
    note: 'Aimed at what the board did.',
  })
  expectQuiet(opened)
})

test('one person alone can work; what they propose is exported as a proposal', async () => {
  const home = temporaryFolder()
  const opened = await begin(home)
  const { page } = opened
  await goTo(page, 3)
  await proposeTroll(page, 'Calls another writer a liar.')
  await stands(home, 3).toMatchObject({ label: 'troll', status: 'proposed' })
  await page
    .locator('[role=option]')
    .getByText('Troll, proposed: waits for a second person')
    .waitFor({ state: 'attached' })
  await press(page, 'g', 't')
  await page.getByRole('columnheader', { name: 'proposed_label' }).waitFor()
  const download = page.waitForEvent('download')
  await press(page, 'Enter')
  const target = path.join(home, 'out.csv')
  await (await download).saveAs(target)
  const [head = '', ...lines] = readFileSync(target, 'utf8').split('\r\n')
  const names = head.replace('\ufeff', '').split(',')
  const line = lines.find((one) => one.includes('pathetic liar')) ?? ''
  const cell = (name: string) => line.split(',')[names.indexOf(name)]
  expect([cell('label'), cell('status'), cell('proposed_label')]).toEqual(['', 'proposed', 'troll'])
  expectQuiet(opened)
})
