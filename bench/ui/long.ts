/** A project in which every second comment is as long as comments get: the key onto one, and off it again. */
import { once } from 'node:events'
import { createWriteStream, rmSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { inventComments } from '../support.ts'
import { importWithCommandLine } from './app.ts'
import { card, chooseOrder, keyToPaint } from './in-page.ts'
import { type Finding, finding } from './table.ts'

export const longName = 'Long'
const characters = 100_000
const presses = 60

/** Made anew each time, so that no comment in it is decided. */
export async function makeLongProject(home: string): Promise<void> {
  const project = path.join(home, 'projects', `${longName}.fairhearing`)
  for (const end of ['', '-wal', '-shm', '-lock']) rmSync(`${project}${end}`, { force: true })
  const file = path.join(home, 'long.jsonl')
  const out = createWriteStream(file)
  let isLong = false
  for (const comment of inventComments(2 * presses)) {
    const text = isLong ? longOf(comment.text) : comment.text
    if (!out.write(`${JSON.stringify({ ...comment, text })}\n`)) await once(out, 'drain')
    isLong = !isLong
  }
  out.end()
  await once(out, 'finish')
  await importWithCommandLine(project, file)
}

/** The project is open; the oldest first it is a short one, a long one, a short one. */
export async function benchLong(page: Page): Promise<readonly Finding[]> {
  await card(page).waitFor()
  await chooseOrder(page, 'oldest-first')
  await page.waitForTimeout(1000)
  const onto: number[] = []
  const off: number[] = []
  for (let n = 0; n < presses; n += 1) {
    const watched = { selector: 'article[data-comment]', attribute: 'data-comment' }
    const ms = await keyToPaint(page, ['c', 'n', 'u'][n % 3] ?? 'c', watched)
    if (n % 2 === 0) onto.push(ms)
    else off.push(ms)
    await page.waitForTimeout(150)
  }
  return [
    finding('key onto 100,000 characters', onto, { high: 50 }),
    finding('key off 100,000 characters', off, { high: 50 }),
  ]
}

function longOf(text: string): string {
  return `${text} `.repeat(Math.ceil(characters / text.length)).slice(0, characters)
}
