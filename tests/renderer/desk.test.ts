/** The desk in real Chromium, by keyboard, over the invented service. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asked, press, reads, said } from './harness/page.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness?.close())

const queue = (page: Page) => page.getByRole('listbox', { name: 'Queue' }).getByRole('option')
const current = (page: Page) => page.getByRole('article', { name: 'Comment to decide' })

describe('deciding by keyboard', () => {
  test('letters and numbers decide and go on, undo goes back many steps', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, 'Harrowmere Hospitals Trust')
    await press(page, 'c')
    await expect.poll(() => said(page)).toBe('Marked critic. Next: comment 2 of 23.')
    await reads(page, 'Rook 5')
    await press(page, '3')
    await reads(page, 'Harrowmere Hospitals Trust')
    await page.getByText('2 of 23', { exact: true }).waitFor()
    await press(page, 'z', 'Control+z')
    await expect.poll(() => said(page)).toBe('Took back critic. Next: comment 1 of 23.')
    await page.getByText('0 of 23', { exact: true }).waitFor()
    const records = await asked(page, 'decisions.record')
    expect(records).toMatchObject([{ label: 'critic' }, { label: 'neither' }])
  })

  test('Enter accepts the suggestion, skip passes over, movement comes back', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, 'Harrowmere Hospitals Trust')
    await press(page, 's')
    await reads(page, 'Rook 5')
    await press(page, 'Enter')
    await expect.poll(() => said(page)).toBe('Marked critic. Next: comment 3 of 23.')
    await press(page, 'k', 'k')
    await reads(page, 'Harrowmere Hospitals Trust')
    expect(await asked(page, 'decisions.record')).toMatchObject([{ label: 'critic', suggestionShown: true }])
  })
})

describe('a key that must not decide', () => {
  test('a comment that is not yet drawn cannot be decided', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, 'Harrowmere Hospitals Trust')
    await page.evaluate(() => window.harness.delay('comments.get', 60_000))
    await press(page, 'j', 'j', 'j', 'j', 'j', 'j', 't')
    await expect.poll(() => said(page)).toBe('The comment is still loading. Nothing was marked.')
    expect(await asked(page, 'decisions.record')).toEqual([])
  })

  test('a key that is held decides once', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, 'Harrowmere Hospitals Trust')
    await page.keyboard.down('n')
    await reads(page, 'Rook 5')
    await page.keyboard.down('n')
    await page.keyboard.down('n')
    await page.keyboard.up('n')
    expect(await asked(page, 'decisions.record')).toHaveLength(1)
  })

  test('letters typed in a note or a search are no decisions, and the note goes with the decision', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, 'Harrowmere Hospitals Trust')
    await press(page, 'm')
    await page.keyboard.type('tcnu 1234')
    await press(page, 'Escape', '/')
    await page.keyboard.type('ward')
    await page.getByText('Nothing matches').or(current(page)).first().waitFor()
    expect(await asked(page, 'decisions.record')).toEqual([])
    await press(page, 'Escape')
    // The whole queue is there again, and its first comment has been drawn.
    await expect.poll(() => queue(page).first().getAttribute('aria-setsize')).toBe('23')
    await page.locator('article[data-comment="1"][data-drawn]').waitFor()
    await press(page, 'u')
    await expect
      .poll(() => asked(page, 'decisions.record'))
      .toMatchObject([{ label: 'unsure', note: 'tcnu 1234' }])
  })

  test('"G then T" goes to Share and is never taken for a troll', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, 'Harrowmere Hospitals Trust')
    await press(page, 'g', 't')
    await page.getByRole('heading', { name: 'Export a dataset' }).waitFor()
    await press(page, 'g', 'r')
    await reads(page, 'Harrowmere Hospitals Trust')
    expect(await asked(page, 'decisions.record')).toEqual([])
  })
})

describe('the focus', () => {
  test('after a press of a button the focus is on the comment, so Enter cannot press it again', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, 'Harrowmere Hospitals Trust')
    await page.getByRole('button', { name: /^Neither/ }).click()
    await reads(page, 'Rook 5')
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-reading'))).toBe(true)
  })

  test('the focus stays on the current row while it is in the queue', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, 'Harrowmere Hospitals Trust')
    await queue(page).first().focus()
    await press(page, 'ArrowDown')
    await reads(page, 'Rook 5')
    await press(page, 'c')
    await reads(page, 'Harrowmere Hospitals Trust')
    // The queue is drawn after the comment, and the focus goes with it.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-posinset')))
      .toBe('3')
  })
})

describe('Code mode', () => {
  test('shows no suggestion anywhere, and Enter accepts none', async () => {
    const page = await harness.open({ comments: 23, mode: 'code' })
    await reads(page, 'Harrowmere Hospitals Trust')
    for (const words of ['Leans critic', 'Likely', 'Not sure', 'of 100 alike']) {
      expect(await page.locator('main').getByText(words).filter({ visible: true }).count()).toBe(0)
    }
    expect(await page.locator('[data-suggested], [data-towards]').count()).toBe(0)
    await press(page, 'Enter')
    expect(await asked(page, 'decisions.record')).toEqual([])
    await press(page, 'c')
    await expect.poll(() => asked(page, 'decisions.record')).toMatchObject([{ suggestionShown: false }])
  })

  test('a suggestion that was seen stays seen when it is hidden afterwards', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, 'Harrowmere Hospitals Trust')
    await page.getByRole('button', { name: 'Code' }).click()
    await page.getByText('Suggestion hidden').waitFor()
    await reads(page, 'Harrowmere Hospitals Trust')
    await press(page, 'c')
    await expect.poll(() => asked(page, 'decisions.record')).toMatchObject([{ suggestionShown: true }])
  })
})

describe('when something is different', () => {
  test('a refused decision is taken back with a message', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, 'Harrowmere Hospitals Trust')
    await page.evaluate(() => {
      const { AppError, refuse } = window.harness
      refuse('decisions.record', new AppError('disk-full', 'Make some room and decide again.'))
    })
    await press(page, 'c')
    await page.getByRole('alert').getByText('Critic was not saved').waitFor()
    await reads(page, 'Harrowmere Hospitals Trust')
    expect(await queue(page).first().getAttribute('data-decided')).toBeNull()
    await page.getByText('Not saved', { exact: true }).waitFor()
  })

  test('hostile text stays text', async () => {
    const page = await harness.open({ comments: 23 })
    await queue(page).nth(8).waitFor()
    await page.evaluate(() => document.querySelector('[role=listbox]')?.scrollTo(0, 400))
    await page
      .getByRole('listbox')
      .getByRole('option', { name: /onerror/ })
      .click()
    await current(page).getByText('<script>').waitFor()
    await press(page, 'o')
    await page.getByRole('region', { name: 'Thread' }).getByText('<script>').waitFor()
    expect(await page.title()).toBe('Review · Fern ward report · Fair Hearing')
    expect(await page.locator('#root :is(img, script, iframe, a)').count()).toBe(0)
  })

  test('a list that is longer than a browser can lay out comes to its last row', async () => {
    const page = await harness.open({ comments: 700_000 })
    const list = page.getByRole('listbox', { name: 'Queue' })
    await list.evaluate((one) => {
      one.scrollTop = one.scrollHeight
    })
    const last = page.locator('[role=option][aria-posinset="700000"]')
    await last.waitFor()
    const before = page.locator('[role=option][aria-posinset="699999"]')
    const [box, one, other] = await Promise.all([
      list.boundingBox(),
      last.boundingBox(),
      before.boundingBox(),
    ])
    if (!box || !one || !other) throw new Error('Not on the screen.')
    expect(Math.round(one.y + one.height)).toBe(Math.round(box.y + box.height))
    expect(Math.round(one.y - other.y)).toBe(Math.round(one.height))
  })

  test('a hundred thousand comments are no more rows than the screen holds', async () => {
    const page = await harness.open({ comments: 100_000 })
    await reads(page, 'Harrowmere Hospitals Trust')
    // The rows are drawn after the comment.
    await queue(page).first().waitFor()
    await page.evaluate(() => document.querySelector('[role=listbox]')?.scrollTo(0, 52 * 90_000))
    await page.locator('[aria-posinset="90001"] [dir=auto]').waitFor()
    expect(await queue(page).count()).toBeLessThan(60)
  })
})

describe('from one comment to others', () => {
  test('the whole thread opens, moves on with a decision, and closes', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, 'Harrowmere Hospitals Trust')
    await press(page, 'o')
    const thread = page.getByRole('region', { name: 'Thread' })
    await thread.getByText('16 comments').waitFor()
    await thread.locator('[data-drawn]').waitFor()
    await press(page, 'n')
    await thread.locator('[aria-selected=true]').getByText('Rook 5').waitFor()
    await press(page, 'Escape')
    await reads(page, 'Rook 5')
  })

  test('the last decision ends on a calm page with the way on, and undo comes back from it', async () => {
    const page = await harness.open({ comments: 2 })
    await reads(page, 'Harrowmere Hospitals Trust')
    await press(page, 'n')
    await reads(page, 'Rook 5')
    await press(page, 'c')
    await page.getByRole('heading', { name: 'That is everything in this queue.' }).waitFor()
    await page.getByText('2 decided, 2 of them today.').waitFor()
    await press(page, 'z')
    await reads(page, 'Rook 5')
  })

  test('a search without result says so and can be cleared', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, 'Harrowmere Hospitals Trust')
    await press(page, '/')
    await page.keyboard.type('zzzz')
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await reads(page, 'Harrowmere Hospitals Trust')
  })

  test('a lost connection covers the page until it is back', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, 'Harrowmere Hospitals Trust')
    await page.evaluate(() => window.harness.connection.set('lost'))
    // Named, for it has the focus and nothing in it can.
    await page.getByRole('dialog', { name: 'Fair Hearing is not running any more.' }).waitFor()
    await press(page, 'c')
    expect(await asked(page, 'decisions.record')).toEqual([])
    await page.evaluate(() => window.harness.connection.set('open'))
    await press(page, 'c')
    await reads(page, 'Rook 5')
  })
})
