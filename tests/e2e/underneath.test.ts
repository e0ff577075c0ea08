/** What changes under somebody's hands: others decide, an import comes in, the project's file is deleted. */
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answers } from '../../core/contract/contract.ts'
import type { Method, Request } from '../../core/contract/requests.ts'
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
  shownComment,
  standing,
  textIn,
} from './support/hands.ts'

let browser: Browser
beforeAll(async () => {
  browser = await connectBrowser()
})
afterAll(() => browser.close())

const lines = (count: number, word: string) =>
  Array.from({ length: count }, (_, n) => `Plover ${n % 40},${word} ${n}: when will the report be out?`)
const table = (count: number, word: string) => `author,text\n${lines(count, word).join('\n')}\n`
const projectOf = (home: string) => path.join(home, 'projects', 'Echo.fairhearing')

async function begin(home: string, comments: number): Promise<Opened> {
  const opened = await openApp(browser, home)
  await importFile(opened, 'echo.csv', table(comments, 'Lowgate'))
  await press(opened.page, 'Enter')
  await shownComment(opened.page)
  return opened
}

/** Asks the service as another window of the same person does. */
const elsewhere = <M extends Method>(page: Page, method: M, request: Request<M>) =>
  page.evaluate(
    async ([name, body]) => {
      const response = await fetch(`/rpc/${name}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Authorization: `Bearer ${sessionStorage.getItem('fair-hearing-token')}`,
        },
        body,
      })
      // Safe: what the service answers to this method.
      return ((await response.json()) as { readonly value: Answers[M] }).value
    },
    [method, JSON.stringify(request)] as const,
  )

/** Imports a file into the open project while the window stays on the desk. */
async function bringIn(page: Page, name: string, text: string): Promise<void> {
  const file = await page.evaluate(
    async ([to, body]) => {
      const response = await fetch(`/upload?name=${to}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/octet-stream',
          Authorization: `Bearer ${sessionStorage.getItem('fair-hearing-token')}`,
        },
        body,
      })
      // Safe: what the service answers to an upload.
      return ((await response.json()) as { readonly value: { readonly ref: string } }).value.ref
    },
    [name, text] as const,
  )
  const { jobId } = await elsewhere(page, 'imports.inspect', { file, reading: null })
  let reading: Request<'imports.start'>['files'][number]['reading'] | null = null
  await expect
    .poll(async () => {
      const job = (await elsewhere(page, 'jobs.list', {})).find(({ id }) => id === jobId)
      if (job?.kind === 'inspect') reading = job.result?.reading ?? null
      return reading
    })
    .not.toBeNull()
  if (reading === null) throw new Error('Not read.')
  const files = [{ file, reading }]
  await elsewhere(page, 'imports.start', { files, into: 'current', name: 'Echo', codebook: null })
}

test('a queue that others have emptied says so, and no decision of theirs is changed', async () => {
  const home = temporaryFolder()
  const opened = await begin(home, 6)
  const { page } = opened
  await elsewhere(page, 'decisions.recordMany', {
    queueId: null,
    commentIds: [1, 2, 3, 4, 5, 6],
    label: 'neither',
    note: null,
    mode: 'code',
  })
  await page.getByRole('contentinfo').getByText('6 of 6').waitFor()
  await page.getByRole('heading', { name: 'That is everything in this queue.' }).waitFor()
  await press(page, 's')
  expect([...standing(projectOf(home)).values()].map(({ label }) => label)).toEqual(Array(6).fill('neither'))
  expectQuiet(opened)
})

test('what is decided while an import comes in is kept, each label on the comment that was read', async () => {
  const home = temporaryFolder()
  const opened = await begin(home, 40)
  await opened.app.stop()
  const again = await openApp(browser, home)
  await openLatest(again.page)
  await shownComment(again.page)
  const given = new Map<number, string>()
  const texts = new Map<number, string>()
  const work = async (key: string, label: string) => {
    const { commentId, text } = await decide(again.page, key)
    texts.set(commentId, text)
    given.set(commentId, label)
  }
  await work('c', 'critic')
  await bringIn(again.page, 'more.csv', table(3000, 'Fern ward'))
  for (const [key, label] of [
    ['n', 'neither'],
    ['c', 'critic'],
    ['u', 'unsure'],
    ['n', 'neither'],
  ] as const) {
    await work(key, label)
  }
  await again.page.getByRole('contentinfo').getByText('Saved', { exact: true }).waitFor()
  await expect.poll(() => standing(projectOf(home)).size).toBe(given.size)
  for (const [id, label] of given) {
    expect(standing(projectOf(home)).get(id)?.label).toBe(label)
    expect(texts.get(id)).toContain(textIn(projectOf(home), id))
  }
  expectQuiet(again)
})

test('a comment that is read stays in the centre while others come in, with the note on it', async () => {
  const home = temporaryFolder()
  const opened = await begin(home, 40)
  const { page } = opened
  await decide(page, 'n')
  await press(page, 's')
  const id = await shownComment(page)
  await press(page, 'm')
  await page.keyboard.type('Asks when')
  await bringIn(page, 'more.csv', table(300, 'Fern ward'))
  await page.getByRole('contentinfo').getByText('1 of 340').waitFor()
  await expect.poll(() => page.locator('[role="listbox"] [aria-selected="true"]').count()).toBe(1)
  await page.keyboard.type(' it will be out')
  expect(await page.locator('textarea:focus').inputValue()).toBe('Asks when it will be out')
  await press(page, 'Escape')
  expect(await shownComment(page)).toBe(id)
  await decide(page, 'c')
  await expect.poll(() => standing(projectOf(home)).get(id)?.label).toBe('critic')
  expectQuiet(opened)
})

test('a project that is deleted under the desk is said, with the name of the copy that holds everything', async () => {
  const home = temporaryFolder()
  const opened = await begin(home, 6)
  const { page } = opened
  await decide(page, 'c')
  await expect.poll(() => standing(projectOf(home)).size).toBe(1)
  for (const end of ['', '-wal', '-shm']) rmSync(`${projectOf(home)}${end}`, { force: true })
  const lost = await shownComment(page)
  await press(page, 'n')
  await page.getByText('was deleted while it was open').waitFor()
  await page.getByText('Echo (kept).fairhearing').waitFor()
  await expect.poll(() => shownComment(page)).toBe(lost)
  const copy = path.join(home, 'projects', 'Echo (kept).fairhearing')
  expect(existsSync(copy)).toBe(true)
  expect([...standing(copy).values()].map(({ label }) => label)).toEqual(['critic'])
})

test('past hundreds that are decided already a key finds the next undecided one without asking for it', async () => {
  const home = temporaryFolder()
  const { page } = await begin(home, 900)
  const isLeft = (id: number) => id % 120 === 0
  const decided = Array.from({ length: 900 }, (_, n) => n + 1).filter((id) => !isLeft(id))
  await elsewhere(page, 'settings.update', { order: 'oldest-first' })
  const many = { queueId: null, label: 'neither', note: null, mode: 'code' } as const
  await elsewhere(page, 'decisions.recordMany', { ...many, commentIds: decided })
  await page.reload()
  // What asks whether anything is left is asked in vain, and so would be a key.
  await page.route('**/rpc/queue.next', (route) => route.abort())
  const seen: number[] = []
  for (let n = 0; n < 6; n += 1) {
    seen.push(await shownComment(page))
    await decide(page, 'c')
  }
  expect(seen).toEqual([120, 240, 360, 480, 600, 720])
  expect(await shownComment(page)).toBe(840)
  await expect.poll(() => standing(projectOf(home)).get(720)?.label).toBe('critic')
})
