/** A hand at the keyboard of the real app, which looks after every key that the focus is still somewhere. */
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import type { WritableDB } from '../../../electron/service/store/database.ts'
import { readProjectFile } from '../../../electron/service/store/project-file.ts'
import { en } from '../../../renderer/src/copy/en.ts'
import { openPage, type WatchedPage } from '../../support/browser.ts'
import { type StartedApp, startApp } from './app.ts'

export interface Opened extends WatchedPage {
  readonly app: StartedApp
  readonly home: string
}

/** Starts the app in `home` and opens its window. Both end with the test. */
export async function openApp(browser: Browser, home: string): Promise<Opened> {
  const app = await startApp(home)
  onTestFinished(app.stop)
  const watched = await openPage(browser, { acceptDownloads: true })
  onTestFinished(watched.close)
  await watched.page.goto(app.link)
  await watched.page.getByRole('main').waitFor()
  // The keys are bound at the same moment.
  await expectFocus(watched.page, 'the start')
  return { app, home, ...watched }
}

/** Nothing went to the console as an error, and nobody tried to reach another machine. */
export function expectQuiet({ app, errors, blocked }: Opened): void {
  expect(app.networkAttempts()).toBe('')
  expect(blocked).toEqual([])
  expect(errors).toEqual([])
}

/** One key after the other. After each one something in the page still has the focus. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await expectFocus(page, key)
  }
}

async function expectFocus(page: Page, after: string): Promise<void> {
  const where = () =>
    page.evaluate(() => {
      const one = document.activeElement
      return one === null || one === document.body ? 'nowhere' : 'somewhere'
    })
  // What was pressed may be gone for a frame before its successor takes the focus.
  await expect.poll(where, { message: `the focus after ${after}` }).toBe('somewhere')
}

/**
 * As `press`, once the comment in the centre has been on the screen and may be decided. Where the model brought another
 * one at that very moment, that one is read instead. Says which comment was decided, and what was on the screen of it.
 */
export async function decide(
  page: Page,
  key: string,
): Promise<{ readonly commentId: number; readonly text: string }> {
  for (;;) {
    const commentId = await shownComment(page)
    const text = (await page.locator('article[data-drawn]').textContent()) ?? ''
    await press(page, key)
    await expect.poll(() => page.locator(`[data-comment="${commentId}"][data-drawn]`).count()).toBe(0)
    const heard = await page.locator('[data-announcer]').allTextContents()
    if (!heard.includes(en.review.replaced)) return { commentId, text }
  }
}

/** Troll, for abuse of a person: the first two words, and a sentence. */
export async function proposeTroll(page: Page, sentence: string): Promise<void> {
  await shownComment(page)
  await press(page, 't', '2')
  await page.locator('[data-passage]:focus').waitFor()
  await press(page, 'e', 'Shift+ArrowRight', 'Enter')
  await page.locator('textarea:focus').waitFor()
  await page.keyboard.type(sentence)
  await press(page, 'Enter')
}

/** The id of the comment in the centre, once it may be decided. */
export async function shownComment(page: Page): Promise<number> {
  const one = page.locator('article[data-drawn]')
  await one.waitFor()
  return Number(await one.getAttribute('data-comment'))
}

/** Tabs until what has the focus is called so. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let n = 0; n < 80; n += 1) {
    const focused = await page.evaluate(() => {
      const { activeElement: one } = document
      return one?.getAttribute('aria-label') ?? one?.textContent ?? ''
    })
    if (name.test(focused)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${name}.`)
}

/** Opens the project that was open last, by its key on the first page. */
export async function openLatest(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /decided/ })
    .first()
    .waitFor()
  await press(page, '1')
}

/** Chooses a file and imports it as a project of its own, by keyboard. */
export async function importFile({ page, home }: Opened, name: string, text: string): Promise<void> {
  const file = path.join(home, name)
  writeFileSync(file, text)
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Control+o')
  await (await chooser).setFiles(file)
  await page.getByRole('button', { name: /^Import [\d,]+ comments?/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Start deciding/ }).waitFor()
}

export interface Stands {
  readonly label: string
  readonly note: string | null
  readonly mode: string | null
  readonly reason: string | null
  readonly start: number | null
  readonly end: number | null
  readonly wasShown: boolean
  /** How far it stands. */
  readonly status: string
}

/** What stands in the project's file, by the id of the comment. */
export function standing(file: string): ReadonlyMap<number, Stands> {
  return asked(file, (db) => {
    const rows = db.all<Omit<Stands, 'wasShown'> & { commentId: number; wasShown: 0 | 1 }>(
      `select s.comment_id as commentId, d.label, d.note, d.mode, d.reason, d.passage_start as start,
         d.passage_end as end, d.suggestion_shown as wasShown, s.status
       from standing s join decisions d on d.id = s.decision_id`,
    )
    return new Map(
      rows.map(({ commentId, wasShown, ...row }) => [commentId, { ...row, wasShown: wasShown === 1 }]),
    )
  })
}

/** The text of a comment, as it is kept. */
export function textIn(file: string, commentId: number): string {
  return asked(
    file,
    (db) => db.get<{ text: string }>('select text from comments where id = ?', commentId)?.text ?? '',
  )
}

function asked<T>(file: string, ask: (db: Pick<WritableDB, 'all' | 'get'>) => T): T {
  if (!existsSync(file)) throw new Error(`There is no ${file}.`)
  const db = readProjectFile(file)
  try {
    return ask(db)
  } finally {
    db.close()
  }
}
