/** What of the model is seen on the desk, and when: in real Chromium, over the invented service. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asked, press, reads } from './harness/page.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness?.close())

const row = (page: Page, index: number) => page.locator(`[role=option][data-index="${index}"]`)

describe('a comment drawn at random', () => {
  test('shows no suggestion in Check mode, and Enter accepts none', async () => {
    const page = await harness.open({ comments: 23, order: 'random' })
    await reads(page, 'Harrowmere Hospitals Trust')
    await page.getByText('Hidden: this one was drawn at random to measure the model').waitFor()
    for (const words of ['Leans critic', 'Likely', 'Not sure', 'of 100 alike']) {
      expect(await page.locator('main').getByText(words).filter({ visible: true }).count()).toBe(0)
    }
    expect(await page.locator('[data-suggested], [data-towards]').count()).toBe(0)
    await press(page, 'Enter')
    expect(await asked(page, 'decisions.record')).toEqual([])
    await press(page, 'c')
    await reads(page, 'Rook 5')
    expect(await asked(page, 'decisions.record')).toMatchObject([
      { label: 'critic', queueId: expect.stringMatching(/^queue-/), suggestionShown: false },
    ])
  })

  test('in Teach is one among others that show theirs', async () => {
    const page = await harness.open({ comments: 23, order: 'teach' })
    await reads(page, 'Harrowmere Hospitals Trust')
    await row(page, 2).getByText('Likely neither').waitFor()
    expect(await row(page, 3).getByText('Leans critic').count()).toBe(0)
    await press(page, 'j', 'j', 'j')
    await reads(page, 'Wren 208')
    await page.getByText('drawn at random to measure').waitFor()
    expect(await page.locator('[data-towards]').count()).toBe(0)
  })
})

test('the few words under a label wrap where letters are wide, and a suggestion moves no button', async () => {
  const page = await harness.open({ comments: 23 })
  await reads(page, 'Harrowmere Hospitals Trust')
  // As far apart as people may set them (WCAG 1.4.12), and wider than any system's font.
  await page.addStyleTag({
    content: '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
  })
  const choices = page.getByRole('group', { name: 'Decide' })
  const buttons = () =>
    choices.getByRole('button').evaluateAll((all) =>
      all.map((one) => ({
        top: one.getBoundingClientRect().top,
        isSuggested: one.hasAttribute('data-suggested'),
        words: [...one.querySelectorAll('bdi')].map((words) => words.scrollWidth - words.clientWidth),
      })),
    )
  await choices.locator('[data-suggested]').waitFor()
  const before = await buttons()
  expect(before.flatMap(({ words }) => words.filter((cut) => cut > 0))).toEqual([])
  expect(before.length).toBe(4)
  await press(page, 's')
  await reads(page, 'Rook 5')
  await expect
    .poll(async () => (await buttons()).map(({ isSuggested }) => isSuggested))
    .not.toEqual(before.map(({ isSuggested }) => isSuggested))
  expect((await buttons()).map(({ top }) => top)).toEqual(before.map(({ top }) => top))
})

describe('where a comment comes from', () => {
  test('is said with every question and decision: its queue, or none when it is opened from elsewhere', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, 'Harrowmere Hospitals Trust')
    await press(page, 'n')
    await reads(page, 'Rook 5')
    await press(page, '/')
    await page.keyboard.type('leaflet')
    await expect
      .poll(async () => (await asked(page, 'queue.open')).at(-1))
      .toMatchObject({ filter: { text: 'leaflet' } })
    await press(page, 'Enter')
    await page.getByRole('button', { name: /^Neither: Today we have/ }).click()
    await reads(page, 'Harrowmere Hospitals Trust')
    await press(page, 'u')
    await expect.poll(async () => (await asked(page, 'decisions.record')).length).toBe(2)
    expect(await asked(page, 'decisions.record')).toMatchObject([
      { commentId: 1, queueId: expect.stringMatching(/^queue-/) },
      { commentId: 1, queueId: null },
    ])
    expect((await asked(page, 'comments.get')).at(0)).toEqual({
      commentId: 1,
      queueId: expect.stringMatching(/^queue-/),
    })
    expect(await asked(page, 'comments.get')).toContainEqual({ commentId: 1, queueId: null })
  })
})

describe('suggestions that are off', () => {
  test('are nowhere in Check mode, which says so and leads to the Model page', async () => {
    const page = await harness.open({ comments: 23, model: { suggestions: false } })
    await reads(page, 'Harrowmere Hospitals Trust')
    await page.getByText('Suggestions are off in this project').waitFor()
    expect(await page.locator('main').getByText('Likely neither').filter({ visible: true }).count()).toBe(0)
    await press(page, 'Enter')
    expect(await asked(page, 'decisions.record')).toEqual([])
    await page.getByRole('button', { name: 'Open the Model page' }).click()
    await page.getByRole('heading', { name: 'Model', exact: true }).waitFor()
  })
})

describe('when the model has learned', () => {
  test('the suggestion on the screen and the rows follow, and neither focus nor the comment moves', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, 'Harrowmere Hospitals Trust')
    await row(page, 0).focus()
    await press(page, 'j')
    await reads(page, 'Rook 5')
    await page.getByText('Leans critic as a whole.').waitFor()
    await page.evaluate(() => {
      const article = document.querySelector<HTMLElement>('article[data-drawn]')
      const option = document.activeElement as HTMLElement
      for (const one of [article, option]) if (one) one.dataset.kept = ''
      window.harness.teach({ 2: 'troll', 3: 'unsure' })
    })
    await page.locator('[data-why]').getByText('Likely troll as a whole.').waitFor()
    await row(page, 1).getByText('Likely troll').waitFor()
    await row(page, 2).getByText('Not sure').waitFor()
    expect(await page.locator('[data-kept]').count()).toBe(2)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-index'))).toBe('1')
    await page.getByRole('button', { name: /^Troll.*Enter/ }).waitFor()
  })

  test('rows that came on the screen while others were read again are read too', async () => {
    const page = await harness.open({ comments: 2000 })
    await reads(page, 'Harrowmere Hospitals Trust')
    // The rows are drawn after the comment: before that there is nothing to scroll.
    await row(page, 0).waitFor()
    await page.evaluate(() => {
      window.harness.delay('queue.rows', 300)
      window.harness.teach({ 2: 'troll' })
      document.querySelector('[role=listbox]')?.scrollTo(0, 52 * 1000)
    })
    await page.locator('[aria-posinset="1001"] [dir=auto]').waitFor()
  })

  test('the reasons are text of the comment, each in its own direction', async () => {
    const page = await harness.open({ comments: 23 })
    await row(page, 3).click()
    await reads(page, 'Wren 208')
    const why = page.locator('[data-why]')
    expect(await why.textContent()).toBe(
      'Leans critic mostly because of “asked four times” and “who signed off”; “know nothing” points the other way.',
    )
    expect(await why.locator('bdi').allTextContents()).toEqual([
      'asked four times',
      'who signed off',
      'know nothing',
    ])
  })
})
