/** A day at the desk by keyboard alone: the real app, a real browser; what is asked is what stands in the project's file. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectBrowser } from '../support/one-browser.ts'
import { temporaryFolder } from '../support/temporary.ts'
import {
  decide,
  expectQuiet,
  importFile,
  type Opened,
  openApp,
  openLatest,
  press,
  proposeTroll,
  shownComment,
  standing,
  tabTo,
  textIn,
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
  '4,1,report,Plover 12,2026-09-12 18:02,"Then who signed off the discharge sheet for Fern ward?"',
  '5,,parking,Teal 77,2026-09-13 07:20,"Is the car park open on Saturdays now"',
  '6,5,parking,Jay 7,2026-09-13 07:31,"no, ask at the gatehouse"',
  '7,5,parking,سلمى,2026-09-13 08:10,"انتظرنا الجواب سنة كاملة"',
  '8,5,parking,Plover 12,2026-09-13 09:00,"Saturdays until noon, it is on the board outside"',
].join('\n')

const projectOf = (home: string) => path.join(home, 'projects', 'Echo.fairhearing')

async function begin(home: string): Promise<Opened> {
  const opened = await openApp(browser, home)
  await importFile(opened, 'echo.csv', table)
  await press(opened.page, 'Enter')
  await shownComment(opened.page)
  return opened
}

const said = async (page: Page) => (await page.locator('[data-announcer]').allTextContents()).join('')
/** What stands there, once what was pressed is on the disk. */
const stands = (home: string, commentId: number) =>
  expect.poll(() => standing(projectOf(home)).get(commentId) ?? null, { timeout: 10_000 })

test('decisions, notes, reasons and passages are kept, taken back and given again, also after a restart', async () => {
  const home = temporaryFolder()
  const first = await begin(home)
  const { page } = first

  const one = await shownComment(page)
  await decide(page, 'n')
  await stands(home, one).toMatchObject({ label: 'neither', mode: 'code', wasShown: false })
  await press(page, 'z')
  await stands(home, one).toBeNull()
  await expect.poll(() => shownComment(page)).toBe(one)
  await press(page, 'Shift+Z')
  await stands(home, one).toMatchObject({ label: 'neither' })

  await expect.poll(() => shownComment(page)).not.toBe(one)
  const two = await shownComment(page)
  await proposeTroll(page, 'asked twice before')
  await expect.poll(() => shownComment(page)).not.toBe(two)
  const kept = { label: 'troll', note: 'asked twice before', reason: 'abuse', start: 0, status: 'proposed' }
  await stands(home, two).toMatchObject(kept)
  const { end } = standing(projectOf(home)).get(two) ?? {}
  const passage = textIn(projectOf(home), two).slice(0, end ?? 0)
  expect(passage).not.toBe('')

  const three = await shownComment(page)
  await tabTo(page, /^Check$/)
  await press(page, 'Enter')
  await page.getByRole('region', { name: 'Decide' }).getByText('of 100 alike').waitFor()
  await expect.poll(() => shownComment(page)).toBe(three)
  await decide(page, 'c')
  await stands(home, three).toMatchObject({ label: 'critic', mode: 'check', wasShown: true })

  await tabTo(page, /^Teach$/)
  await press(page, 'Enter')
  // Another queue, and with it another comment.
  await page.locator('[role=listbox][data-order=teach]').waitFor()
  const four = await shownComment(page)
  await decide(page, 'u')
  // Whether its suggestion was seen in Check a moment ago is not ours to say.
  await stands(home, four).toMatchObject({ label: 'unsure', mode: 'teach' })
  expectQuiet(first)
  await first.app.stop()

  const second = await openApp(browser, home)
  await openLatest(second.page)
  await shownComment(second.page)
  await press(second.page, 'z')
  await stands(home, four).toBeNull()
  await press(second.page, 'z')
  await stands(home, three).toBeNull()
  await press(second.page, 'Shift+Z')
  await stands(home, three).toMatchObject({ label: 'critic', mode: 'check', wasShown: true })
  await stands(home, two).toMatchObject(kept)

  await press(second.page, 'g', 't')
  await second.page.getByRole('columnheader', { name: 'label', exact: true }).waitFor()
  const download = second.page.waitForEvent('download')
  await press(second.page, 'Enter')
  const target = path.join(home, 'out.csv')
  await (await download).saveAs(target)
  const line = readFileSync(target, 'utf8')
    .split('\r\n')
    .find((row) => row.includes('asked twice before'))
  expect(line).toContain('troll')
  expect(line).toContain('abuse')
  expect(line).toContain(passage)
  expectQuiet(second)
})

test('thread, author, search, palette, settings and zen: each is reached, works, and gives the focus back', async () => {
  const home = temporaryFolder()
  const opened = await begin(home)
  const { page } = opened

  // In the tree: a comment further down is decided where it stands.
  await press(page, 'o')
  const tree = page.getByRole('tree', { name: 'Thread as a tree' })
  await tree.locator('[data-drawn]').waitFor()
  await press(page, 'End')
  const last = tree.locator('[role=treeitem][aria-selected=true]')
  await tree.locator('[data-drawn]').waitFor()
  await expect.poll(() => last.count()).toBe(1)
  const before = standing(projectOf(home)).size
  await press(page, 'c')
  await expect.poll(() => standing(projectOf(home)).size).toBe(before + 1)
  const [inTree] = standing(projectOf(home))
  expect(inTree?.[1].label).toBe('critic')
  await press(page, 'o')
  await shownComment(page)

  // A query that is not understood gets a hint; one that is, is saved and opened again as a queue.
  await press(page, '/')
  await page.keyboard.type('autor:plover ')
  await page.getByText('There is no “autor:”.').waitFor()
  await press(page, 'Control+a')
  await page.keyboard.type('author:"Plover 12"')
  await page.getByText(/^3 found/).waitFor()
  await tabTo(page, /^Save$/)
  await press(page, 'Enter')
  await page.getByRole('textbox', { name: 'Name' }).fill('Plover')
  await press(page, 'Enter')
  await expect.poll(() => said(page)).toBe('Saved as Plover.')
  await press(page, '/', 'Control+a', 'Delete')
  await tabTo(page, /^Saved searches$/)
  await press(page, 'Enter')
  await tabTo(page, /^Open Plover$/)
  await press(page, 'Enter')
  await page.getByText(/^3 found/).waitFor()
  await press(page, '/', 'Enter')

  // The author's comments, and back: of the comment that was found, once it is the one in the centre.
  await page.locator('article[data-drawn]').getByRole('heading', { name: 'Plover 12' }).waitFor()
  await press(page, 'a')
  await page
    .getByRole('region', { name: 'By the same author' })
    .getByText('3 comments in this project')
    .waitFor()
  await press(page, 'Escape')
  const seen = await shownComment(page)

  // Zen: only the comment and the choices.
  await press(page, '.')
  await expect.poll(() => shownComment(page)).toBe(seen)
  await decide(page, 'n')
  await stands(home, seen).toMatchObject({ label: 'neither', mode: 'code', wasShown: false })
  await press(page, 'Escape')

  // From the palette to the settings: another key for Critic, which then decides.
  await press(page, 'Control+k')
  await page.keyboard.type('all keys')
  await press(page, 'Enter')
  await page.getByRole('dialog', { name: 'All keys' }).waitFor()
  await tabTo(page, /^Change keys/)
  await press(page, 'Enter')
  await tabTo(page, /Critic.*: C/i)
  await press(page, 'Enter', 'b')
  await tabTo(page, /Critic.*: B/i)
  await press(page, 'Escape')
  await page.locator('button[aria-keyshortcuts~="B"]').waitFor()
  const own = await shownComment(page)
  await decide(page, 'b')
  await stands(home, own).toMatchObject({ label: 'critic' })
  expectQuiet(opened)
  await opened.app.stop()

  // The search and the key are there tomorrow.
  const again = await openApp(browser, home)
  await openLatest(again.page)
  await again.page.getByText(/^3 found/).waitFor()
  await press(again.page, 'g', 'p')
  await again.page.getByText(/3 of 8 decided/).waitFor()
  expectQuiet(again)
})
