/** Reading one comment in real Chromium: its passage, its addresses, what is hidden in it, and how long it may be. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foldPoint } from '../../renderer/src/features/review/long-text.ts'
import { asked, press, reads, said } from './harness/page.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness?.close())

const article = (page: Page) => page.getByRole('article', { name: 'Comment to decide' })
const marked = (page: Page) => article(page).locator('[data-marked]').allTextContents()
const open = async (text: string, kind: 'electron' | 'browser' = 'electron') => {
  const page = await harness.open({ comments: 23, texts: { 1: text }, kind })
  await reads(page, 'Harrowmere Hospitals Trust')
  return page
}

describe('the passage that decides', () => {
  test('is chosen word by word, said, painted, sent with the decision, and there again', async () => {
    const page = await open('Nobody called you an idiot. I said the decision was.')
    await press(page, 'e')
    await expect.poll(() => said(page)).toMatch(/^Passage: “Nobody”\. Arrow keys move/)
    await press(page, 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight')
    await expect.poll(() => said(page)).toBe('Passage: “Nobody called you an idiot.”.')
    await press(page, 'Enter')
    expect((await marked(page)).join('')).toBe('Nobody called you an idiot.')
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-reading'))).toBe(true)
    await press(page, 'c')
    await reads(page, 'Rook 5')
    expect(await asked(page, 'decisions.record')).toMatchObject([{ passage: { start: 0, end: 27 } }])
    await press(page, 'k')
    await reads(page, 'Harrowmere Hospitals Trust')
    expect((await marked(page)).join('')).toBe('Nobody called you an idiot.')
  })

  test('Escape leaves it as it was, Backspace clears it, and no key of these decides', async () => {
    const page = await open('Nobody called you an idiot.')
    await press(page, 'e', 'ArrowRight', 'Enter')
    await expect.poll(() => marked(page)).toEqual(['called'])
    await press(page, 'e', 'End', 'Escape')
    await expect.poll(() => said(page)).toBe('The passage is as it was.')
    await expect.poll(() => marked(page)).toEqual(['called'])
    await press(page, 'e', 'Backspace')
    await expect.poll(() => said(page)).toBe('The passage is cleared.')
    expect(await marked(page)).toEqual([])
    await press(page, 'n')
    await reads(page, 'Rook 5')
    expect(await asked(page, 'decisions.record')).toMatchObject([{ label: 'neither', passage: null }])
  })

  test('is selected with the pointer, also over underlines, and never cuts a letter', async () => {
    const page = await open('They know nothing 👩‍👩‍👧 of this.')
    await page.evaluate(() => {
      const paragraph = document.querySelector('article[data-drawn] [data-start]')
      const last = paragraph?.lastChild
      if (!paragraph?.firstChild || !last) throw new Error('There is no text.')
      // From "They" to the middle of the family.
      document.getSelection()?.setBaseAndExtent(paragraph.firstChild, 0, last, 3)
      document.dispatchEvent(new PointerEvent('pointerup', { button: 0 }))
    })
    await expect.poll(async () => (await marked(page)).join('')).toBe('They know nothing 👩‍👩‍👧')
    const run = article(page).locator('[data-marked][data-line=troll]')
    expect(await run.allTextContents()).toEqual(['know nothing'])
  })

  test('goes from right to left where the text does', async () => {
    const page = await open('كان أبي في ذلك الجناح.')
    await press(page, 'e', 'ArrowLeft', 'Enter')
    await expect.poll(() => marked(page)).toEqual(['أبي'])
  })
})

describe('addresses', () => {
  const text = 'See https://xn--80ak6aa92e.com/x and <a href="https://b.example">https://b.example</a>'

  test('are words until asked, then shown whole with a warning, and closed with Escape', async () => {
    const page = await open(text)
    expect(await page.locator('#root a').count()).toBe(0)
    const link = article(page).getByRole('button', { name: 'https://xn--80ak6aa92e.com/x' })
    await link.focus()
    await press(page, 'Enter')
    const box = page.getByRole('dialog', { name: 'Where this address leads' })
    await box.getByText('On the network it is called xn--80ak6aa92e.com.').waitFor()
    await box.getByText('may not be the site it looks like').waitFor()
    // The app itself goes nowhere.
    expect(await box.locator('a').count()).toBe(0)
    await press(page, 't', 'Escape')
    await box.waitFor({ state: 'hidden' })
    expect(await link.evaluate((one) => one === document.activeElement)).toBe(true)
    expect(await asked(page, 'decisions.record')).toEqual([])
  })

  test('open in a browser from browser mode, without telling where from', async () => {
    const page = await open(text, 'browser')
    await article(page).getByRole('button', { name: 'https://b.example' }).first().click()
    const way = page.getByRole('link', { name: 'Open in browser' })
    expect(await way.getAttribute('href')).toBe('https://b.example/')
    expect(await way.getAttribute('rel')).toBe('noopener noreferrer')
    expect(await way.getAttribute('target')).toBe('_blank')
  })
})

describe('what nobody sees', () => {
  const text = 'Nobody c\u0430lled you an idi\u200bot. \u202eevil\u202c'

  test('is counted, shown with its name when asked, and changes no offset', async () => {
    const page = await open(text)
    await article(page).getByText('This comment has 3 hidden characters and 1 look-alike letter.').waitFor()
    expect(await article(page).locator('[data-name]').count()).toBe(0)
    await press(page, '*')
    await expect.poll(() => said(page)).toBe('Hidden characters are shown.')
    const names = article(page).locator('[data-name]')
    expect(await names.evaluateAll((all) => all.map((one) => one.getAttribute('data-name')))).toEqual([
      'a',
      'ZWSP',
      'RLO',
      'PDF',
    ])
    expect(await article(page).locator('[data-start]').textContent()).toBe(text)
    await press(page, 'e', 'End', 'Enter', 'c')
    await reads(page, 'Rook 5')
    expect(await asked(page, 'decisions.record')).toMatchObject([
      { passage: { start: text.indexOf('evil'), end: text.length } },
    ])
  })

  test('a comment that has none says nothing of it', async () => {
    const page = await open('👩‍👩‍👧 می‌خواهم, plain words')
    expect(await page.getByText(/^This comment has/).count()).toBe(0)
  })
})

describe('marks stacked on letters', () => {
  /** What is painted from the name of whoever wrote it down to the text, and from the text to the end of the article. */
  const around = async (page: Page) => {
    const words = await article(page).locator('.said').boundingBox()
    const name = await article(page).getByRole('heading').boundingBox()
    const facts = await article(page)
      .getByRole('contentinfo')
      .or(article(page).locator('footer'))
      .boundingBox()
    if (!words || !name || !facts) throw new Error('It is not on the screen.')
    const strip = (y: number, height: number) =>
      page.screenshot({ clip: { x: words.x, y, width: words.width, height }, animations: 'disabled' })
    return [await strip(name.y, name.height), await strip(facts.y, facts.height)] as const
  }

  test('reach neither the name above the comment nor what stands below it', async () => {
    const above = '\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308'.repeat(12)
    const below = '\u0316\u0317\u0318\u0319\u031c\u0320\u0324\u0325'.repeat(12)
    const [name, facts] = await around(await open('Who signed off the delay?'))
    const stacked = await around(await open(`W${above}${below}ho signed off the delay?`))
    expect([stacked[0].equals(name), stacked[1].equals(facts)]).toEqual([true, true])
  })
})

describe('a very long comment', () => {
  test.each([
    [
      'a hundred thousand characters',
      'And another thing about the car park. '.repeat(2_700).slice(0, 100_000),
    ],
    ['ten thousand lines', 'no\n'.repeat(10_000)],
  ])('of %s is folded, and shown whole when asked', async (_, text) => {
    const page = await open(text)
    const length = () =>
      article(page)
        .locator('[data-start]')
        .first()
        .evaluate((one) => one.textContent?.length ?? 0)
    expect(await length()).toBeLessThan(6_100)
    await article(page)
      .getByRole('button', { name: /^Show all of it/ })
      .click()
    await article(page).getByRole('button', { name: 'Show less' }).waitFor()
    expect(await length()).toBe(text.length)
    await press(page, 'c')
    await reads(page, 'Rook 5')
  })

  test.each([
    ['short', null],
    ['x'.repeat(6_000), null],
    ['x'.repeat(6_001), 4_000],
    ['word '.repeat(2_000), 3_999],
    ['\n'.repeat(89), null],
    ['a\n'.repeat(200), 119],
  ])('%#: is folded where a word ends, if at all', (text, expected) => {
    expect(foldPoint(text)).toBe(expected)
  })

  test('is never cut within a letter', () => {
    const cut = foldPoint('🙄'.repeat(5_000)) ?? 0
    expect('🙄'.repeat(5_000).slice(0, cut).isWellFormed()).toBe(true)
  })
})
