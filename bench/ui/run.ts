/**
 * `npm run bench:ui`: what a hand at the keyboard waits for, in a real browser, on a project of a million comments.
 * `-- --comments N` takes fewer; `-- --keep FOLDER` leaves the project there and takes it from there the next time.
 */

import { once } from 'node:events'
import { createWriteStream, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { inventComments, machineFacts, timed, withFolder } from '../support.ts'
import { importWithCommandLine, launchBrowser, startApp, waitUntilQuiet } from './app.ts'
import { card, chooseOrder, keyToPaint, scrollQueue } from './in-page.ts'
import { benchLong, longName, makeLongProject } from './long.ts'
import { benchMany } from './many.ts'
import { type Finding, finding, table } from './table.ts'

const { values: options } = parseArgs({
  options: { comments: { type: 'string', default: '1000000' }, keep: { type: 'string' } },
})
const count = Number(options.comments)
const say = (line: string) => console.log(line)
const projectName = 'Bench'
/** What is searched for letter by letter: a word, a phrase, one person's comments, one word without another. */
const typed = ['hawen', '"lo tri"', 'author:"author 1"', 'hawen -triul']

say(machineFacts())
if (options.keep === undefined) await withFolder(benchIn)
else {
  mkdirSync(options.keep, { recursive: true })
  await benchIn(options.keep)
}

async function benchIn(home: string): Promise<void> {
  const project = await makeProject(home)
  await makeLongProject(home)
  const browser = await launchBrowser()
  const app = await startApp(home, project)
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(app.link)
    await card(page).waitFor()
    await closeProject(page)
    const findings: Finding[] = [...(await benchOpening(page))]
    await waitUntilQuiet(page)
    await closeProject(page)
    findings.push(...(await benchOpening(page)).map((one) => ({ ...one, what: `${one.what}, once scored` })))
    findings.push(await benchKeys(page))
    findings.push(await benchScrolling(page))
    findings.push(await benchSearch(page))
    findings.push(await benchOrder(page))
    findings.push(...(await benchMany(page)))
    await closeProject(page)
    await page
      .getByRole('button', { name: new RegExp(`^${longName}`) })
      .first()
      .click()
    findings.push(...(await benchLong(page)))
    for (const line of table(findings)) say(line)
  } finally {
    await browser.close()
    await app.stop()
  }
}

/** @returns the project's file */
async function makeProject(home: string): Promise<string> {
  const project = path.join(home, 'projects', `${projectName}.fairhearing`)
  if (existsSync(project)) return project
  mkdirSync(path.dirname(project), { recursive: true })
  const file = path.join(home, 'comments.jsonl')
  const out = createWriteStream(file)
  for (const comment of inventComments(count)) {
    if (!out.write(`${JSON.stringify(comment)}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
  const { ms } = await timed(() => importWithCommandLine(project, file))
  say(`imported ${count.toLocaleString('en')} comments in ${(ms / 1000).toFixed(1)} s`)
  return project
}

/** From the click on a recent project to its first comment. */
async function benchOpening(page: Page): Promise<readonly Finding[]> {
  const times: number[] = []
  for (let n = 0; n < 3; n += 1) {
    const entry = page.getByRole('button', { name: new RegExp(`^${projectName}`) }).first()
    await entry.waitFor()
    times.push((await timed(() => Promise.all([entry.click(), card(page).waitFor()]))).ms)
    if (n < 2) await closeProject(page)
  }
  return [finding('project opened, first comment', times, { high: 2000 })]
}

async function closeProject(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(projectName) })
    .first()
    .click()
  await page.getByRole('button', { name: 'Close project' }).click()
}

async function benchKeys(page: Page): Promise<Finding> {
  const times: number[] = []
  // A comment can only be decided once it has been on the screen.
  await page.waitForTimeout(1000)
  for (let n = 0; n < 200; n += 1) {
    const key = ['c', 'n', 'u'][n % 3] ?? 'c'
    times.push(await keyToPaint(page, key, { selector: 'article[data-comment]', attribute: 'data-comment' }))
    // A person reads before the next key.
    await page.waitForTimeout(150)
  }
  return finding('key to next comment', times, { median: 16, high: 50 })
}

async function benchScrolling(page: Page): Promise<Finding> {
  const { frames, unread } = await scrollQueue(page, 5000)
  say(`scrolling: ${(unread * 100).toFixed(1)} % of the frames showed a row that was not read yet`)
  return finding('scrolling the queue, a frame', frames, { median: 17, high: 20 })
}

/** From each letter to the rows that it finds. What is deleted is not timed: it was here a moment ago. */
async function benchSearch(page: Page): Promise<Finding> {
  const times: number[] = []
  await page.keyboard.press('/')
  for (const text of typed) {
    for (let end = 1; end <= text.length; end += 1) {
      const key = text.slice(end - 1, end)
      const value = text.slice(0, end)
      times.push(
        await keyToPaint(page, key, { selector: '[role="listbox"]', attribute: 'data-query', value }),
      )
    }
    await page.keyboard.press('Control+a')
    await keyToPaint(page, 'Delete', { selector: '[role="listbox"]', attribute: 'data-query', value: '' })
  }
  return finding('search as you type, a letter', times, { high: 300 })
}

/** Between two orders that are known, so that what is timed is the making of the queue. */
async function benchOrder(page: Page): Promise<Finding> {
  const times: number[] = []
  for (let n = 0; n < 3; n += 1) {
    await chooseOrder(page, 'oldest-first')
    times.push((await timed(() => chooseOrder(page, 'unsure-first'))).ms)
  }
  return finding('the order "not sure first"', times, { high: 2000 })
}
