/** Two people at two computers: a package goes out, comes back, and where they disagree somebody has to settle it. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { standardCodebook } from '../../core/labels.ts'
import { appendDecision } from '../../electron/service/store/decisions.ts'
import { openProjectFile, readProjectFile } from '../../electron/service/store/project-file.ts'
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

async function window(link: string): Promise<Page> {
  const { page, close } = await openPage(browser, { acceptDownloads: true })
  onTestFinished(close)
  await page.goto(link)
  return page
}

async function choose(page: Page, button: RegExp | string, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).click()
  await (await chooser).setFiles(file)
}

/** A harsh label with its grounds, put down as the desk does: how it is given is tested elsewhere. */
function callTroll(file: string): void {
  const { db, close } = openProjectFile(file)
  const row = db.get<{ id: number }>(`select id from comments where text like 'When is the report%'`)
  appendDecision(db, {
    ...{ commentId: row?.id ?? 0, label: 'troll', coder: 'Priya', decidedAt: new Date().toISOString() },
    ...{ note: null, codebook: standardCodebook, suggestionShown: false, shownMs: 900, suggestion: null },
    ...{ draw: null, mode: 'code', passage: { start: 0, end: 4 }, reason: 'threat', isIndependent: true },
  })
  close()
}

/** A key that comes before the next comment is drawn means nothing, or the one before once more: it is pressed again. */
async function decideAll(page: Page, comments: number): Promise<void> {
  const counted = (n: number, timeout?: number) =>
    page
      .getByRole('contentinfo')
      .getByText(`${n} of ${comments}`)
      .waitFor(timeout === undefined ? {} : { timeout })
  await counted(0)
  for (let n = 1; n <= comments; n += 1) {
    for (let isCounted = false; !isCounted; ) {
      await comment(page).waitFor()
      await page.keyboard.press('c')
      isCounted = await counted(n, 4000).then(
        () => true,
        () => false,
      )
    }
  }
}

test('a package is made, decided on elsewhere, merged, and a dispute is there to be settled', async () => {
  const here = temporaryFolder()
  const there = temporaryFolder()
  const first = await startApp(here)
  onTestFinished(first.stop)
  const maker = await window(first.link)
  const table = path.join(here, 'lowgate.csv')
  writeFileSync(
    table,
    'id,thread,author,text\n1,t,Plover 12,When is the report out?\n2,t,Heron 41,You had it in January\n3,t,Jay,Saturday parking?\n',
  )
  await choose(maker, /^Choose files/, table)
  await maker.getByRole('button', { name: 'Import 3 comments' }).click()
  await maker.getByRole('button', { name: /^Start deciding/ }).click()
  await comment(maker).waitFor()
  await maker.getByRole('button', { name: 'Share' }).click()
  await maker.getByRole('button', { name: 'Work packages' }).click()
  await maker.getByLabel('For whom').fill('Sam')
  const download = maker.waitForEvent('download')
  await maker.getByRole('button', { name: 'Make a package of 3 comments' }).click()
  await maker.getByText(/^Saved/).waitFor()
  const projects = path.join(there, 'projects')
  mkdirSync(projects, { recursive: true })
  const file = path.join(projects, 'lowgate, Sam.fairhearing')
  await (await download).saveAs(file)
  await first.stop()

  const other = await startApp(there)
  onTestFinished(other.stop)
  const sam = await window(other.link)
  await sam
    .getByRole('button', { name: /lowgate, Sam/ })
    .first()
    .click()
  await sam.getByText('A work package for Sam: 3 comments.').waitFor()
  await decideAll(sam, 3)
  await sam.getByRole('button', { name: 'Give it back' }).click()
  await sam.getByText('All 3 comments are decided.').first().waitFor()
  await other.stop()

  // Meanwhile one of them was taken for something else here.
  const [name = ''] = readdirSync(path.join(here, 'projects')).filter((one) => one.endsWith('.fairhearing'))
  const ours = path.join(here, 'projects', name)
  callTroll(ours)
  const again = await startApp(here)
  onTestFinished(again.stop)
  const priya = await window(again.link)
  await priya
    .getByRole('button', { name: /lowgate/i })
    .first()
    .click()
  await comment(priya).waitFor()
  await priya.getByRole('button', { name: 'Share' }).click()
  await priya.getByRole('navigation').getByRole('button', { name: 'Merge' }).click()
  await choose(priya, 'Choose a file', file)
  await priya.getByRole('heading', { name: 'What will happen' }).waitFor()
  await priya.getByText('new decisions by Sam').waitFor()
  await priya.getByRole('button', { name: /^Merge \d decisions/ }).click()
  await priya.getByRole('heading', { name: 'Merged' }).waitFor()
  await priya.getByText('1 comment judged otherwise here and there').waitFor()
  await priya.getByRole('button', { name: /When is the report out/ }).click()
  await comment(priya).getByRole('heading', { name: 'Plover 12' }).waitFor()
  // What was only read is kept nowhere.
  expect(readdirSync(path.join(here, 'projects')).filter((one) => one.endsWith('.fairhearing'))).toEqual([
    name,
  ])
  const db = readProjectFile(ours)
  const standing = db.all<object>(
    'select status, count(*) as n from standing group by status order by status',
  )
  expect(standing.map((row) => ({ ...row }))).toEqual([
    { status: 'disputed', n: 1 },
    { status: 'final', n: 2 },
  ])
  db.close()
})
