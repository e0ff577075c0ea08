/** That the tests of the screens can be believed: none sees what another has left, and pale letters are found. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findInaccessible, findPale } from './harness/axe.ts'
import { asked, press, reads } from './harness/page.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness?.close())

const first = 'Harrowmere Hospitals Trust'
const whole = (page: Page) =>
  page.evaluate(() => document.documentElement.outerHTML.replaceAll(/>\s+</g, '><'))
const isTwice = ([one, other]: readonly string[]) => one === other
const row = (page: Page, nth: number) =>
  page.getByRole('listbox', { name: 'Queue' }).getByRole('option').nth(nth)

/** Leaves as much behind as a test can: keys, looks, a search, a note, a decision, a dialog, an answer on its way. */
async function leaveAMess(page: Page): Promise<void> {
  await reads(page, first)
  await page.emulateMedia({ colorScheme: 'dark', contrast: 'more' })
  await press(page, 'c', 'Control++', 'x', 'm')
  await page.keyboard.type('a note')
  await press(page, 'Escape', '/')
  await page.keyboard.type('ward')
  await page.evaluate(() => {
    localStorage.setItem('left', 'behind')
    sessionStorage.setItem('left', 'behind')
    document.documentElement.style.fontSize = '200%'
    document.body.append('left behind')
    window.harness.delay('comments.get', 300)
  })
  await page.addStyleTag({ content: 'p { letter-spacing: 0.12em }' })
  await press(page, 'Escape', 'j', 'Control+,')
  await page.getByRole('dialog', { name: 'Settings' }).waitFor()
}

test('a page that was used before is as a new one, and stays so', async () => {
  const left = await harness.open({ comments: 23, settings: { theme: 'dark', keys: { skip: ['b'] } } })
  await leaveAMess(left)
  const used = await harness.open({ comments: 23 })
  expect(used).toBe(left)
  const fresh = await harness.open({ comments: 23 }, { isAlone: true })
  for (const page of [used, fresh]) {
    await reads(page, first)
    await row(page, 0).waitFor()
  }
  await expect.poll(async () => [await whole(used), await whole(fresh)]).toSatisfy(isTwice)
  expect(await used.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
  // Keys do what they do on a new page, once, and not what somebody chose before.
  for (const page of [used, fresh]) {
    await press(page, 'b', 's')
    await reads(page, 'Rook 5')
    await press(page, 'n')
    await expect.poll(() => asked(page, 'decisions.record')).toMatchObject([{ label: 'neither', note: null }])
  }
  await expect.poll(async () => [await whole(used), await whole(fresh)]).toSatisfy(isTwice)
})

test('one pale word among rows that are alike is found, on whatever it lies', async () => {
  const page = await harness.open({ comments: 23 })
  await reads(page, first)
  await row(page, 6).waitFor()
  expect(await findPale(page, 'color-contrast')).toEqual([])
  const pale = page.locator('[data-index="5"] bdi, [data-index="5"] [dir=auto]').first()
  await pale.evaluate((one) => {
    one.style.color = '#bbb'
  })
  expect(await findPale(page, 'color-contrast')).toMatchObject([['color-contrast', { length: 1 }]])
  await pale.evaluate((one) => {
    one.style.color = ''
    const { color } = getComputedStyle(one)
    Object.assign(one.parentElement?.style ?? {}, { background: color })
  })
  expect(await findPale(page, 'color-contrast')).toMatchObject([['color-contrast', expect.any(Array)]])
})

test('a button without a name is found', async () => {
  const page = await harness.open({ comments: 23 })
  await reads(page, first)
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')))
  expect(await findInaccessible(page, ['wcag2a'])).toEqual([['button-name', ['<button></button>']]])
})
