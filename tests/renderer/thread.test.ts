/** The thread as a tree, and an author's other comments, by keyboard in real Chromium. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asked, press, reads, said } from './harness/page.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness?.close())

const current = (page: Page) => page.locator('[role=treeitem][aria-selected=true]')
const row = (page: Page, place: number) => page.locator(`[role=treeitem][data-place="${place}"]`)
const isAt = (page: Page, place: number) =>
  expect.poll(() => current(page).getAttribute('data-place')).toBe(String(place))
const openTree = async (page: Page) => {
  await page.locator('article[data-drawn]').waitFor()
  await press(page, 'o')
  await page.getByRole('tree', { name: 'Thread as a tree' }).locator('[data-drawn]').waitFor()
}

describe('the thread as a tree', () => {
  test('arrows move through it, fold and unfold, and the focus goes with them', async () => {
    const page = await harness.open({ comments: 23 })
    await openTree(page)
    await isAt(page, 0)
    await press(page, 'ArrowRight')
    await isAt(page, 1)
    await press(page, 'ArrowLeft')
    await row(page, 1).getByText('5 folded').waitFor()
    expect(await row(page, 1).getAttribute('aria-expanded')).toBe('false')
    await press(page, 'ArrowDown')
    // Six rows further in reading order: what is folded is passed over.
    await isAt(page, 7)
    await press(page, 'k', 'ArrowRight')
    await expect.poll(() => row(page, 1).getAttribute('aria-expanded')).toBe('true')
    await press(page, 'j')
    await isAt(page, 2)
    expect(await row(page, 2).getAttribute('aria-level')).toBe('3')
    await press(page, 'ArrowLeft', 'ArrowLeft')
    await isAt(page, 1)
    await press(page, 'End')
    await isAt(page, 15)
    await press(page, 'Home')
    await isAt(page, 0)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-place'))).toBe('0')
  })

  test('each comment is decided in place, the next undecided one of the thread follows', async () => {
    const page = await harness.open({ comments: 23 })
    await openTree(page)
    await press(page, 'ArrowDown', 'ArrowDown')
    await isAt(page, 2)
    await row(page, 2).locator('[data-drawn]').waitFor()
    await press(page, 'c')
    await isAt(page, 3)
    await row(page, 2).getByText('Decided: Critic.').waitFor()
    await page.getByText('16 comments, 1 decided').waitFor()
    const [record] = await asked(page, 'decisions.record')
    expect(record).toMatchObject({ commentId: 3, label: 'critic', queueId: expect.stringMatching(/^queue-/) })
    await expect.poll(() => said(page)).toBe('Marked critic. Next: comment 4 of 23.')
  })

  test('a search that is typed beside it keeps the focus when it brings the tree back', async () => {
    const page = await harness.open({ comments: 60 })
    await openTree(page)
    await press(page, '/')
    await page.keyboard.type('c')
    await page.getByText('0 found', { exact: true }).waitFor()
    await page.keyboard.type('ar')
    await page.getByRole('tree').locator('[data-drawn]').waitFor()
    await page.keyboard.type(' t')
    expect(await page.getByRole('searchbox').inputValue()).toBe('car t')
    expect(await asked(page, 'decisions.record')).toEqual([])
  })

  test('a comment that has not been seen cannot be decided', async () => {
    const page = await harness.open({ comments: 60 })
    await openTree(page)
    await page.evaluate(() => window.harness.delay('comments.get', 60_000))
    await press(page, 'End', 't')
    await expect.poll(() => said(page)).toBe('The comment is still loading. Nothing was marked.')
    expect(await asked(page, 'decisions.record')).toEqual([])
    // The tree stays, and says where one is.
    await isAt(page, 15)
  })

  test('suggestions are hollow marks in Check mode and nowhere in Code mode', async () => {
    const page = await harness.open({ comments: 23 })
    await openTree(page)
    await row(page, 1).getByText('Leans critic').waitFor()
    // Posts are context.
    expect(
      await row(page, 0)
        .getByText(/Likely|Leans|Not sure/)
        .count(),
    ).toBe(0)
    await page.getByRole('button', { name: 'Code' }).click()
    await page.getByText('Suggestion hidden').waitFor()
    expect(
      await page
        .getByRole('tree')
        .getByText(/^Likely|^Leans|Not sure/)
        .count(),
    ).toBe(0)
  })

  test('what is decided can be folded or left out, never the comment one is at', async () => {
    const page = await harness.open({ comments: 16, decided: 9 })
    await openTree(page)
    await page.getByRole('button', { name: 'Fold decided' }).click()
    await row(page, 7).getByText('2 folded').waitFor()
    await page.getByRole('button', { name: 'Undecided only' }).click()
    await row(page, 7).waitFor({ state: 'detached' })
    await row(page, 6).waitFor()
    await page.getByRole('button', { name: 'Undecided only' }).click()
    await row(page, 7).waitFor()
  })

  test('a thread of thousands is no more rows than the screen holds, and deep levels are said', async () => {
    const page = await harness.open({ comments: 3_000, deep: 34 })
    await openTree(page)
    await press(page, 'End')
    await isAt(page, 2_999)
    expect(await page.getByRole('treeitem').count()).toBeLessThan(60)
    await row(page, 2_990)
      .getByText(/level \d+/)
      .waitFor()
    const indent = await row(page, 2_999).evaluate((one) => Number(one.style.getPropertyValue('--depth')))
    expect(indent).toBeLessThanOrEqual(8)
    await press(page, 'ArrowLeft')
    await isAt(page, 2_998)
  })
})

describe('the author’s other comments', () => {
  test('are listed, opened, and left again to where one was', async () => {
    const page = await harness.open({ comments: 23, decided: 0 })
    await reads(page, 'Harrowmere Hospitals Trust')
    await press(page, 'j', 'j', 'j', 'j')
    await reads(page, 'Finch 88')
    await press(page, 'a')
    const list = page.getByRole('region', { name: 'By the same author' })
    await list.getByText('2 comments in this project').waitFor()
    await list
      .getByRole('button', { name: /Sanderling please/ })
      .and(page.locator(':focus'))
      .waitFor()
    await press(page, 't')
    await expect.poll(() => said(page)).toBe('Open a comment first. Nothing was marked.')
    await press(page, 'Enter')
    await page.locator('article[data-drawn]').getByText('Sanderling please').waitFor()
    await press(page, 'Escape')
    await page.locator('article[data-drawn]').getByText('so sorry about your mum').waitFor()
    expect(await asked(page, 'decisions.record')).toEqual([])
  })

  test('a decision on one of them leads back, and J and K walk through the list', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, 'Harrowmere Hospitals Trust')
    await press(page, 'a')
    const rows = page
      .getByRole('region', { name: 'By the same author' })
      .getByRole('listitem')
      .getByRole('button')
    await rows.nth(0).and(page.locator(':focus')).waitFor()
    await press(page, 'j')
    await rows.nth(1).and(page.locator(':focus')).waitFor()
    await press(page, 'k')
    await rows.nth(0).and(page.locator(':focus')).waitFor()
    await press(page, 'Enter')
    await page.locator('article[data-drawn]').getByText('we understand your frustration').waitFor()
    await press(page, 'c')
    await page.locator('article[data-drawn]').getByText('Today we have published').waitFor()
    await press(page, 'a')
    await rows.nth(0).getByText('Decided: Critic.').waitFor()
  })

  test('J and K stay where they are when the file names no author', async () => {
    const page = await harness.open({ comments: 23, decided: 0 })
    await reads(page, 'Harrowmere Hospitals Trust')
    const text = page.locator('article[data-drawn]').getByText('This text tries to run backwards')
    await page.getByRole('option').filter({ hasText: 'This text tries to run backwards' }).click()
    await text.waitFor()
    await press(page, 'a')
    await page.getByText('The file names no author for this comment.').waitFor()
    await press(page, 'j', 'j', 'k')
    await page.getByText('The file names no author for this comment.').waitFor()
    await press(page, 'a')
    await text.waitFor()
  })

  test('have invented names when the project says so, here and in the queue', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, 'Harrowmere Hospitals Trust')
    await press(page, 'a')
    await page.getByRole('button', { name: 'Invented names' }).click()
    await page.getByText('The real names stay in the file').waitFor()
    await expect.poll(() => page.locator('main').getByText('Harrowmere').count()).toBe(0)
    await press(page, 'Escape')
    await page
      .locator('article[data-drawn]')
      .getByRole('heading', { name: /^[A-Z][a-z]+ \d+$/ })
      .waitFor()
    expect(await page.locator('main').getByText('Rook 5').count()).toBe(0)
    await press(page, 'w')
    await page.getByText('Left out while invented names are shown').waitFor()
  })
})
