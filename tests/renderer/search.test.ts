/** Searching and filtering the queue in real Chromium, by keyboard, over the invented service. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asked, drawn, press, reads, said } from './harness/page.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness?.close())

const field = (page: Page) => page.getByRole('searchbox', { name: 'Search comments' })
const bar = (page: Page) => page.getByRole('search')
const rows = (page: Page) => page.getByRole('listbox', { name: 'Queue' }).getByRole('option')

/** Opens the desk, goes to the field and types. */
async function search(
  typed: string,
  options: Parameters<Harness['open']>[0] = { comments: 23 },
): Promise<Page> {
  const page = await harness.open(options)
  await reads(page, 'Harrowmere Hospitals Trust')
  await press(page, '/')
  await page.keyboard.type(typed)
  return page
}

/** Tabs until what has the focus is called so. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let n = 0; n < 40; n += 1) {
    await press(page, 'Tab')
    const focused = await page.evaluate(() => {
      const { activeElement: one } = document
      return one?.getAttribute('aria-label') ?? one?.textContent ?? ''
    })
    if (focused === name) return
  }
  throw new Error(`Tab never came to ${name}.`)
}

describe('a search', () => {
  test('finds as it is typed, says what it found, and underlines it in rows and comment', async () => {
    const page = await search('leaflet ')
    await bar(page).getByText('Comments with “leaflet”, oldest first').waitFor()
    await expect.poll(() => said(page)).toMatch(/^Comments with “leaflet”, oldest first\. \d+ found/)
    await expect.poll(() => rows(page).first().locator('mark').allTextContents()).toEqual(['leaflet'])
    expect(await page.locator('article[data-comment] [data-found]').allTextContents()).toEqual(['leaflet'])
  })

  test('takes the letters that come before the next frame, and none of them decides', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, 'Harrowmere Hospitals Trust')
    const focused = await page.evaluate(() => {
      const hit = (key: string) =>
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      hit('/')
      const found = document.activeElement?.getAttribute('aria-label')
      hit('c')
      hit('Enter')
      return found
    })
    expect(focused).toBe('Search comments')
    expect(await asked(page, 'decisions.record')).toEqual([])
    // Left again before the next frame, the field has not the focus back.
    await drawn(page)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
  })

  test('is opened from the palette too', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, 'Harrowmere Hospitals Trust')
    await press(page, 'Control+k')
    await page.keyboard.type('search the comments')
    await page.getByRole('option', { name: 'Search the comments', selected: true }).waitFor()
    await press(page, 'Enter')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Search comments')
  })

  test('and its filter stay inside the queue, however long their words are', async () => {
    const page = await search('')
    await page.getByRole('combobox', { name: 'Which comments' }).selectOption('undecided')
    await bar(page).getByText('Undecided comments').waitFor()
    const [zone, found] = await Promise.all([
      bar(page).boundingBox(),
      page.getByRole('combobox', { name: 'Which comments' }).boundingBox(),
    ])
    expect((found?.x ?? 0) + (found?.width ?? 0)).toBeLessThanOrEqual((zone?.x ?? 0) + (zone?.width ?? 0))
  })

  test('of the letters that come while one is looked for only the last is searched', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, 'Harrowmere Hospitals Trust')
    await page.evaluate(() => window.harness.delay('queue.open', 3000))
    await press(page, '/')
    await field(page).pressSequentially('leaflet still', { delay: 40 })
    await bar(page).getByText('with “leaflet” with “still…”').waitFor()
    const texts = (await asked(page, 'queue.open')).map(
      (one) => (one as { filter: { text: string } }).filter.text,
    )
    expect(texts.at(-1)).toBe('leaflet still')
    expect(texts.length).toBeLessThan(6)
  })

  test('one that is not understood gets a hint, and what was meant is a key away', async () => {
    const page = await search('autor:rook ')
    await page.getByText('There is no “autor:”.').waitFor()
    await expect.poll(() => field(page).getAttribute('aria-describedby')).not.toBeNull()
    await tabTo(page, 'Did you mean author:?')
    await press(page, 'Enter')
    await expect.poll(() => field(page).inputValue()).toBe('author:rook ')
    await bar(page).getByText('Comments by “rook”, oldest first').waitFor()
    expect(await page.getByText('There is no').count()).toBe(0)
  })

  test('a score says in Code mode that decisions are not blind', async () => {
    const page = await search('score:>0.01 ', { comments: 23, mode: 'code' })
    await page.getByText('decisions here never count as blind').waitFor()
    await field(page).fill('')
    await expect.poll(() => page.getByText('decisions here never count as blind').count()).toBe(0)
  })

  test('where all that is found is decided, it is shown all the same', async () => {
    const page = await search('leaflet ')
    await press(page, 'Enter')
    await reads(page, 'Rook 5')
    await press(page, 'c')
    await press(page, '/')
    await field(page).fill('label:critic leaflet')
    await bar(page).getByText('marked critic with “leaflet…”').waitFor()
    await reads(page, 'Rook 5')
  })

  test('what was filtered by is there again after the window was left, and can be cleared', async () => {
    const page = await search('leaflet ')
    await bar(page).getByText('Comments with “leaflet”').waitFor()
    await press(page, 'Enter', 'g', 't')
    await expect.poll(() => page.title()).toMatch(/^Share/)
    await press(page, 'g', 'r')
    await expect.poll(() => field(page).inputValue()).toBe('leaflet ')
    await press(page, '/')
    await tabTo(page, 'Clear')
    await press(page, 'Enter')
    await reads(page, 'Harrowmere Hospitals Trust')
    expect(await bar(page).getByText('Comments with').count()).toBe(0)
  })
})

describe('saved searches', () => {
  test('are saved, opened, renamed and deleted by keyboard alone', async () => {
    const page = await search('leaflet ')
    await bar(page).getByText('Comments with “leaflet”').waitFor()
    await tabTo(page, 'Save')
    await press(page, 'Enter')
    const name = page.getByRole('textbox', { name: 'Name' })
    await name.focus()
    expect(await name.inputValue()).toBe('Comments with “leaflet”, oldest first')
    await name.fill('Leaflets')
    await press(page, 'Enter')
    await expect.poll(() => said(page)).toBe('Saved as Leaflets.')

    await press(page, '/')
    await field(page).fill('')
    await tabTo(page, 'Saved searches')
    await press(page, 'Enter')
    await page.getByText(/1 comment, 1 undecided/).waitFor()
    await tabTo(page, 'Rename Leaflets')
    await press(page, 'Enter')
    await page.getByRole('textbox', { name: 'Rename Leaflets' }).fill('Paper')
    await press(page, 'Enter')
    await tabTo(page, 'Open Paper')
    await press(page, 'Enter')
    await bar(page).getByText('Comments with “leaflet”').waitFor()
    expect(await field(page).inputValue()).toBe('leaflet ')

    await press(page, '/')
    await tabTo(page, 'Saved searches')
    await press(page, 'Enter')
    await tabTo(page, 'Delete Paper')
    await press(page, 'Enter')
    await page.getByText('No search is saved yet.').waitFor()
  })
})
