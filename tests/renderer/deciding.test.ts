/** Deciding by keyboard alone, in real Chromium over the invented service: steps, reasons, modes, and the focus. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asked, press, reads, said } from './harness/page.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness?.close())

const first = 'Harrowmere Hospitals Trust'
const foot = (page: Page) => page.locator('footer')
const row = (page: Page, index: number) => page.locator(`[role=option][data-index="${index}"]`)
const strip = (page: Page) => page.getByRole('list', { name: 'Last ten decisions' }).getByRole('button')
const reasons = (page: Page) => page.getByRole('region', { name: 'Grounds for troll' })
/** Where the focus is: the comment, the page, or the name of something else. */
const focus = (page: Page) =>
  page.evaluate(() => {
    const on = document.activeElement
    if (on?.hasAttribute('data-reading')) return 'comment'
    return on?.localName ?? null
  })

describe('steps', () => {
  test('Shift+Z gives again what Z took back, many steps, and goes on to the next comment', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, first)
    await press(page, 'c')
    await reads(page, 'Rook 5')
    await press(page, 'n')
    await row(page, 1).and(page.locator('[data-decided]')).waitFor()
    await press(page, 'z', 'z')
    await expect.poll(() => said(page)).toBe('Took back critic. Next: comment 1 of 23.')
    await press(page, 'Shift+Z')
    await expect.poll(() => said(page)).toBe('Marked critic again. Next: comment 2 of 23.')
    await foot(page).getByText('Marked critic again').waitFor()
    await press(page, 'Control+Shift+Z')
    await expect.poll(() => said(page)).toBe('Marked neither again. Next: comment 3 of 23.')
    await page.getByText('2 of 23', { exact: true }).waitFor()
    await press(page, 'Shift+Z')
    await expect
      .poll(() => said(page))
      .toBe('There is nothing to redo. A new decision ends what can be redone.')
    expect(await asked(page, 'decisions.record')).toHaveLength(2)
  })

  test('the buttons say what can be done, and keep the focus when there is nothing more', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, first)
    const undo = foot(page).getByRole('button', { name: /^Undo/ })
    const redo = foot(page).getByRole('button', { name: /^Redo/ })
    expect(await undo.getAttribute('aria-disabled')).toBe('true')
    await press(page, 'c')
    await reads(page, 'Rook 5')
    await foot(page).locator('button:not([aria-disabled])', { hasText: 'Undo' }).waitFor()
    await undo.focus()
    await press(page, 'Enter')
    await reads(page, first)
    await foot(page).locator('button:not([aria-disabled])', { hasText: 'Redo' }).waitFor()
    expect(await undo.evaluate((button) => button === document.activeElement)).toBe(true)
    expect(await redo.getAttribute('aria-keyshortcuts')).toMatch(/^Shift\+Z /)
  })

  test('a batch is one step back and one forth', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, first)
    await page.evaluate(() =>
      window.harness.client.call('decisions.recordMany', {
        queueId: null,
        commentIds: [2, 3, 4],
        label: 'neither',
        note: null,
        mode: 'code',
      }),
    )
    await page.getByText('3 of 23', { exact: true }).waitFor()
    await press(page, 'z')
    await expect.poll(() => said(page)).toBe('Took back neither on 3 comments. Next: comment 2 of 23.')
    await page.getByText('0 of 23', { exact: true }).waitFor()
    await press(page, 'Shift+Z')
    await expect.poll(() => said(page)).toBe('Marked 3 comments neither again. Next: comment 1 of 23.')
    await page.getByTitle('20 undecided in this queue').waitFor()
  })

  /** Three comments are marked at once; each queue that is opened from now on takes its time. */
  async function withBatch(): Promise<Page> {
    const page = await harness.open({ comments: 23 })
    await reads(page, first)
    await page.evaluate(() => {
      const mark = { label: 'neither', note: null, mode: 'code' } as const
      const commentIds = [2, 3, 4]
      return window.harness.client.call('decisions.recordMany', { queueId: null, commentIds, ...mark })
    })
    await page.getByText('3 of 23', { exact: true }).waitFor()
    await page.evaluate(() => window.harness.delay('queue.open', 1000))
    return page
  }

  test('what is decided while a batch is taken back is counted with it', async () => {
    const page = await withBatch()
    await press(page, 'z', 'c')
    await expect.poll(() => said(page)).toBe('Took back neither on 3 comments. Next: comment 2 of 23.')
    await page.getByTitle('22 undecided in this queue').waitFor()
    await page.getByText('1 of 23', { exact: true }).waitFor()
  })

  test('a batch that is taken back while it is still being given again counts as left', async () => {
    const page = await withBatch()
    await press(page, 'z')
    await expect.poll(() => said(page)).toBe('Took back neither on 3 comments. Next: comment 2 of 23.')
    await press(page, 'Shift+Z', 'z')
    await page.getByTitle('20 undecided in this queue').waitFor()
    await page.getByTitle('23 undecided in this queue').waitFor()
    await expect.poll(() => said(page)).toBe('Took back neither on 3 comments. Next: comment 2 of 23.')
  })
})

describe('a decision', () => {
  test('brings the next comment at once, and dims its row only when it is saved', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, first)
    await page.evaluate(() => window.harness.delay('decisions.record', 6000))
    await press(page, 'c')
    await reads(page, 'Rook 5')
    // The queue is drawn after the comment.
    await row(page, 0).and(page.locator('[data-pending]')).waitFor()
    expect(await row(page, 0).getAttribute('data-decided')).toBeNull()
    await foot(page).getByText('Saving…').waitFor()
    await row(page, 0).and(page.locator('[data-decided]:not([data-pending])')).waitFor()
    await foot(page).getByText('Saved', { exact: true }).waitFor()
  })

  test('made while others come in is counted with them, and stands on its row', async () => {
    const page = await harness.open({ comments: 23, job: { rows: 40 } })
    await reads(page, first)
    await page.evaluate(() => {
      // The new queue is counted, and where the comment in the centre is in it takes its time.
      window.harness.delay('queue.find', 1000)
      const into = { into: 'current', name: 'Fern ward report', codebook: null } as const
      return window.harness.client.call('imports.start', { files: [], ...into })
    })
    await expect.poll(async () => (await asked(page, 'queue.find')).length).toBe(1)
    await press(page, 'c')
    await page.getByTitle('39 undecided in this queue').waitFor()
    await row(page, 0).and(page.locator('[data-decided]')).waitFor()
  })
})

describe('reasons', () => {
  test('R opens the grounds as T does, R again closes them, and what was chosen stays', async () => {
    const page = await harness.open({ comments: 23, mode: 'code' })
    await reads(page, first)
    await press(page, 'r')
    await expect.poll(() => said(page)).toMatch(/^Grounds for troll\. 1: Threat\. 2: Abuse of a person\./)
    await press(page, '2')
    await expect.poll(() => said(page)).toBe('Abuse of a person.')
    await press(page, 'r')
    await reasons(page).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^Troll.*Abuse of a person/ }).waitFor()
    expect(await asked(page, 'decisions.record')).toEqual([])
  })

  test('R after a decision opens the reasons of the one just marked, and the reason is a decision of its own', async () => {
    const page = await harness.open({ comments: 23, codebook: 2 })
    await reads(page, first)
    await press(page, 'm')
    await page.keyboard.type('a note that stays')
    await press(page, 'Escape', '1')
    await reads(page, 'Rook 5')
    await press(page, 'r')
    const own = page.getByRole('region', { name: 'Grounds for Needs an answer' })
    await own.getByText('For the comment you have just marked.').waitFor()
    await press(page, '1')
    await expect.poll(() => said(page)).toBe('A question is kept with Needs an answer.')
    await reads(page, 'Rook 5')
    expect(await asked(page, 'decisions.record')).toMatchObject([
      { commentId: 1, label: 'label-1', reason: null },
      { commentId: 1, label: 'label-1', reason: 'question', note: 'a note that stays' },
    ])
    expect(await focus(page)).not.toBe('body')
  })
})

describe('the modes', () => {
  test('Teach hides suggestions, orders by what teaches, and gives the order back afterwards', async () => {
    const page = await harness.open({ comments: 23, order: 'newest-first' })
    await page.locator('article[data-drawn]').waitFor()
    await page.getByRole('button', { name: 'Teach', exact: true }).press('Enter')
    const order = page.getByRole('combobox', { name: 'Order of the queue' })
    await expect.poll(() => order.inputValue()).toBe('teach')
    await page.locator('[data-hidden=teach]').waitFor()
    expect(await page.locator('[data-suggested], [data-towards]').count()).toBe(0)
    await reads(page, first)
    await press(page, 'n')
    await reads(page, 'Rook 5')
    expect(await asked(page, 'decisions.record')).toMatchObject([{ mode: 'teach', suggestionShown: false }])
    await page.getByRole('button', { name: 'Check', exact: true }).press('Enter')
    await expect.poll(() => order.inputValue()).toBe('newest-first')
    await page.getByRole('button', { name: 'Teach', exact: true }).press('Enter')
    await expect.poll(() => order.inputValue()).toBe('teach')
    await order.selectOption('oldest-first')
    await expect
      .poll(() => page.getByRole('button', { name: 'Code', exact: true }).getAttribute('aria-pressed'))
      .toBe('true')
    expect(await order.inputValue()).toBe('oldest-first')
  })

  test('the codebook stands beside the buttons with examples and what is no ground', async () => {
    const page = await harness.open({ comments: 23, mode: 'code' })
    await reads(page, first)
    const zone = page.getByRole('region', { name: 'Decide' })
    await zone.getByText('Cry harder, nobody asked about your nan.').waitFor()
    await zone.getByText('criticism of what a named official did').waitFor()
    await zone.getByText('2 more examples').first().press('Enter')
    await zone.getByText('I know which bus you take home').waitFor()
  })
})

describe('the focus is never lost', () => {
  test('after a decision of the strip was opened again, which is heard', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, first)
    await press(page, 'c')
    await reads(page, 'Rook 5')
    await strip(page).first().focus()
    await press(page, 'Enter')
    await reads(page, first)
    await expect.poll(() => said(page)).toBe('Comment 1 of 23.')
    await expect.poll(() => focus(page)).toBe('comment')
    await press(page, 'n')
    await reads(page, 'Rook 5')
    await expect.poll(() => focus(page)).toBe('comment')
  })

  test('at the end of the queue, and when an undo comes back from it', async () => {
    const page = await harness.open({ comments: 2 })
    await reads(page, first)
    await page.locator('[data-reading]').focus()
    await press(page, 'n')
    await reads(page, 'Rook 5')
    await press(page, 'c')
    await page.getByRole('heading', { name: 'That is everything in this queue.' }).waitFor()
    await expect.poll(() => said(page)).toBe('Marked critic. That is everything in this queue.')
    await expect.poll(() => focus(page)).toBe('main')
    await press(page, 'z')
    await reads(page, 'Rook 5')
    expect(await focus(page)).not.toBe('body')
    await press(page, 'Shift+Z')
    await page.getByRole('heading', { name: 'That is everything in this queue.' }).waitFor()
    await expect.poll(() => focus(page)).toBe('main')
  })
})
