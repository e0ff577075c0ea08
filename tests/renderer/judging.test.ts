/** What more than one person decides, in real Chromium over the invented service: grounds, second opinions, disputes, the rules. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FakeOptions } from '../../renderer/src/client/fake.ts'
import { othersJudged } from '../../renderer/src/client/fake-judging.ts'
import { asked, press, reads, resize, said } from './harness/page.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness?.close())

const first = 'Harrowmere Hospitals Trust'
const row = (page: Page, index: number) => page.locator(`[role=option][data-index="${index}"]`)
const grounds = (page: Page) => page.getByRole('region', { name: 'Grounds for troll' })
const focused = (page: Page) => page.locator(':focus')
/** Two see the fourth comment differently; the ninth is proposed. */
const others: FakeOptions['others'] = {
  4: [
    othersJudged({
      decisionId: 901,
      coder: 'Sam',
      label: 'troll',
      passage: { start: 0, end: 6 },
      note: 'Says that the staff lie to her.',
    }),
    othersJudged({
      decisionId: 902,
      coder: 'Ellis',
      label: 'critic',
      passage: { start: 3, end: 20 },
      note: 'It is her own mother.',
      shownMs: 52_000,
    }),
  ],
  9: [othersJudged({ decisionId: 903, coder: 'Sam', label: 'troll' })],
}

describe('grounds', () => {
  const full = 'Mocks a commenter for a death.'
  /** A rule that wants a sentence, and the first two words. */
  async function toSentence(page: Page): Promise<void> {
    await press(page, 't')
    await grounds(page).waitFor()
    await press(page, '2')
    await focused(page).and(page.locator('[data-passage]')).waitFor()
    await press(page, 'e', 'Shift+ArrowRight', 'Enter')
    await focused(page).and(page.locator('textarea')).waitFor()
  }

  test('T asks for a rule, a passage and a sentence, one after the other, and Enter proposes', async () => {
    const page = await harness.open({ comments: 23, mode: 'code' })
    await reads(page, first)
    await press(page, 't')
    await expect.poll(() => said(page)).toMatch(/^Grounds for troll\. 1: Threat\. 2: Abuse of a person\./)
    await focused(page)
      .and(page.getByRole('radio', { name: 'Threat' }))
      .waitFor()
    await grounds(page).getByText('anger, swearing, sarcasm, repetition').waitFor()
    await press(page, 'Escape')
    await toSentence(page)
    await page.keyboard.type(full)
    expect(await asked(page, 'decisions.record')).toEqual([])
    await press(page, 'Enter')
    await reads(page, 'Rook 5')
    await expect
      .poll(() => asked(page, 'decisions.record'))
      .toMatchObject([
        {
          commentId: 1,
          label: 'troll',
          reason: 'abuse',
          note: full,
          passage: { start: 0, end: 8 },
          mode: 'code',
        },
      ])
    await expect
      .poll(() => said(page))
      .toBe('Marked troll, proposed. A second person will look. Next: comment 2 of 23.')
    await page.locator('footer').getByText('Proposed troll').waitFor()
    await row(page, 0).getByText('Troll, proposed: waits for a second person').waitFor({ state: 'attached' })
    await page
      .getByRole('button', { name: /^Troll, proposed: waits for a second person: Today/ })
      .and(page.locator('footer *'))
      .waitFor()
    expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe('textarea')
  })

  test('what is missing is said beside it, and has the focus', async () => {
    const page = await harness.open({ comments: 23, mode: 'code' })
    await reads(page, first)
    await press(page, 't', 't')
    await grounds(page).getByText('Choose the rule that it breaks.').waitFor()
    expect(await said(page)).toBe('Choose the rule that it breaks.')
    await press(page, '1')
    await focused(page).and(page.locator('[data-passage]')).waitFor()
    await press(page, 't')
    await grounds(page).getByText('Mark the words that decide it.').waitFor()
    await press(page, '2', 'e', 'Enter', 'Enter')
    await grounds(page).getByText('Say in a few words why it holds here.').waitFor()
    await focused(page).and(page.locator('textarea')).waitFor()
    await page.keyboard.type('rude')
    await press(page, 'Enter')
    await grounds(page).getByText('Say in a few words why it holds here.').waitFor()
    expect(await asked(page, 'decisions.record')).toEqual([])
  })

  test.each(['Escape', 'r'])('%s from one of their buttons leaves the focus on the comment', async (key) => {
    const page = await harness.open({ comments: 23, mode: 'code' })
    await reads(page, first)
    await press(page, 't')
    await focused(page)
      .and(page.getByRole('radio', { name: 'Threat' }))
      .waitFor()
    await page.keyboard.press(key)
    await grounds(page).waitFor({ state: 'detached' })
    await focused(page).and(page.locator('[data-reading]')).waitFor()
  })

  test('Escape goes back and loses nothing', async () => {
    const page = await harness.open({ comments: 23, mode: 'code' })
    await reads(page, first)
    await toSentence(page)
    await page.keyboard.type(full)
    await press(page, 'Escape')
    await grounds(page).waitFor({ state: 'detached' })
    expect(await said(page)).toBe('Nothing was marked. What you wrote is kept.')
    await focused(page).and(page.locator('[data-reading]')).waitFor()
    await press(page, 'j', 'k')
    await reads(page, first)
    await press(page, 't')
    await grounds(page).getByRole('radio', { name: 'Abuse of a person', checked: true }).waitFor()
    await grounds(page).getByText('Passage, 2 words').waitFor()
    expect(await grounds(page).locator('textarea').inputValue()).toBe(full)
    await focused(page)
      .and(page.getByRole('button', { name: /Propose troll/ }))
      .waitFor()
    await press(page, 'Enter')
    await reads(page, 'Rook 5')
    await expect.poll(() => asked(page, 'decisions.record')).toMatchObject([{ label: 'troll', note: full }])
  })

  test('open, letters still decide and digits do not; the arrows go through the rules and choose none', async () => {
    const page = await harness.open({ comments: 23, mode: 'code' })
    await reads(page, first)
    await press(page, 't', 'ArrowDown', 'ArrowDown')
    await focused(page)
      .and(page.getByRole('radio', { name: 'Identity attack', checked: false }))
      .waitFor()
    await reads(page, first)
    await press(page, '3', 'c')
    await reads(page, 'Rook 5')
    await expect
      .poll(() => asked(page, 'decisions.record'))
      .toMatchObject([{ label: 'critic', reason: null }])
    // The others need nothing.
    expect(await said(page)).toBe('Marked critic. Next: comment 2 of 23.')
  })

  test('are asked on the desk from zen, and zen comes back', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, first)
    await press(page, '.')
    await page.locator('[data-zen] article[data-drawn]').waitFor()
    await press(page, 't')
    await grounds(page).waitFor()
    await page.locator('article[data-drawn]').waitFor()
    await press(page, '1', 'e', 'Enter')
    await focused(page)
      .and(page.getByRole('button', { name: /Propose troll/ }))
      .waitFor()
    await press(page, 'Enter')
    await page.locator('[data-zen] article[data-comment="2"][data-drawn]').waitFor()
    await expect
      .poll(() => asked(page, 'decisions.record'))
      .toMatchObject([{ label: 'troll', suggestionShown: true }])
  })

  test('where one person is enough it is not called a proposal', async () => {
    const page = await harness.open({ comments: 23, rules: { twoPerson: [] } })
    await reads(page, first)
    await press(page, 't', '1', 'e', 'Enter')
    await page.getByRole('button', { name: /^Mark troll/ }).waitFor()
    await press(page, 'Enter')
    await expect.poll(() => said(page)).toBe('Marked troll. Next: comment 2 of 23.')
  })
})

describe('a label that waits for a second person', () => {
  test.each([
    ['since-own', 'The label counts for those words only.'],
    ['since-others', 'Somebody else gave this label too, but when the comment said something else.'],
  ] as const)('of a comment that was edited (%s) says for which words it counts', async (edited, says) => {
    const page = await harness.open({ comments: 23, others, edited })
    await reads(page, first)
    await row(page, 8).click()
    await page.getByRole('article', { name: 'Comment to decide' }).getByText(says).waitFor()
  })
})

describe('second opinions', () => {
  test('P opens them, they look like Code mode and give nothing away, and P goes back', async () => {
    const page = await harness.open({ comments: 23, others })
    await reads(page, first)
    const which = page.getByRole('combobox', { name: 'Order of the queue' })
    await which.getByText('Second opinions, 2 waiting').waitFor({ state: 'attached' })
    await press(page, 'p')
    await reads(page, 'Gull 330')
    expect(await which.inputValue()).toBe('second')
    await page.getByText('Suggestion hidden').waitFor()
    await expect.poll(() => row(page, 0).getByText('Not decided').count()).toBe(1)
    expect(await page.locator('[data-towards], [data-suggested]').count()).toBe(0)
    expect(await page.getByText('proposed').count()).toBe(0)
    await page.locator('article[data-drawn]').waitFor()
    await press(page, 'n')
    await expect
      .poll(() => asked(page, 'decisions.record'))
      .toMatchObject([{ mode: 'code', suggestionShown: false }])
    await press(page, 'p')
    await reads(page, first)
    expect(await which.inputValue()).toBe('oldest-first')
  })

  test('where nothing waits, that is said, and one button leads back', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, first)
    await press(page, 'p')
    await page.getByRole('heading', { name: 'Nothing waits for a second person.' }).waitFor()
    await page.getByRole('button', { name: 'Back to the queue' }).press('Enter')
    await reads(page, first)
    await page.getByRole('combobox', { name: 'Order of the queue' }).selectOption('adjudicate')
    await page.getByRole('heading', { name: 'Nothing to adjudicate.' }).waitFor()
  })
})

describe('a dispute', () => {
  test('is settled with both reasonings in sight and a sentence for both', async () => {
    const page = await harness.open({ comments: 23, mode: 'code', others })
    await reads(page, first)
    await page.getByRole('combobox', { name: 'Order of the queue' }).selectOption('adjudicate')
    await reads(page, 'Wren 208')
    await row(page, 0).getByText('Disputed: Troll or Critic').waitFor({ state: 'attached' })
    const sam = page.getByRole('region', { name: 'Sam' })
    await sam.getByText('Troll, proposed').waitFor()
    await sam.getByText('Abuse of a person').waitFor()
    await sam.getByText('Says that the staff lie to her.').waitFor()
    await page
      .getByRole('region', { name: 'Ellis' })
      .getByText('Code mode, suggestion hidden, 52 seconds')
      .waitFor()
    const marked = (side: string) => page.locator(`article p[data-start] [data-sides~="${side}"]`)
    expect((await marked('first').allTextContents()).join('')).toBe('My mum')
    expect((await marked('second').allTextContents()).join('')).toBe('mum was on Fern w')
    await page.getByRole('heading', { name: 'Your decision' }).waitFor()
    await press(page, 'c')
    await focused(page).and(page.getByLabel('Why, in a sentence both will read')).waitFor()
    await press(page, 'Enter')
    await page.getByText('Say in a few words why, for both to read.').first().waitFor()
    expect(await asked(page, 'decisions.record')).toEqual([])
    await page.keyboard.type('She describes what happened.')
    await press(page, 'Enter')
    await page.getByRole('heading', { name: 'Every dispute here is settled.' }).waitFor()
    await expect
      .poll(() => asked(page, 'decisions.record'))
      .toMatchObject([
        {
          commentId: 4,
          label: 'critic',
          role: 'adjudication',
          note: 'She describes what happened.',
          // Nobody else's.
          passage: null,
          reason: null,
        },
      ])
    expect(await said(page)).toBe('Decided critic. It stands. That is everything in this queue.')
  })

  test('no hairline stands in the decisions with nothing under it, in a small window and a large one', async () => {
    const page = await harness.open({ comments: 23, mode: 'code', others })
    await reads(page, first)
    await page.getByRole('combobox', { name: 'Order of the queue' }).selectOption('adjudicate')
    await page.getByRole('region', { name: 'Sam' }).waitFor()
    const linesAtTheEnd = () =>
      page.getByRole('region', { name: 'Decide' }).evaluate((zone) => {
        const seen = [...zone.querySelectorAll('hr, hr ~ *')].filter((one) => one.getClientRects().length > 0)
        return seen.at(-1)?.tagName === 'HR' ? 1 : 0
      })
    await resize(page, 900, 600)
    expect(await linesAtTheEnd()).toBe(0)
    await resize(page, 1280, 800)
    expect(await linesAtTheEnd()).toBe(0)
    await page.getByRole('region', { name: 'Decide' }).locator('hr').waitFor()
  })

  test('troll needs its grounds there too', async () => {
    const page = await harness.open({ comments: 23, mode: 'code', others })
    await reads(page, first)
    await page.getByRole('combobox', { name: 'Order of the queue' }).selectOption('adjudicate')
    await reads(page, 'Wren 208')
    await press(page, 't')
    await focused(page)
      .and(page.getByRole('radio', { name: 'Threat' }))
      .waitFor()
    await press(page, '1', 'e', 'Enter')
    // A threat wants no sentence of its own; settling does.
    await focused(page).and(page.locator('textarea')).waitFor()
    await page.keyboard.type('It is a threat, plainly.')
    await press(page, 'Enter')
    await expect
      .poll(() => asked(page, 'decisions.record'))
      .toMatchObject([
        { label: 'troll', reason: 'threat', role: 'adjudication', passage: { start: 0, end: 2 } },
      ])
  })

  test('shows the letters of both sides in the queue, the strip and the tree, where others are seen', async () => {
    const page = await harness.open({ comments: 23, others })
    await reads(page, first)
    await row(page, 3).getByText('Disputed: Troll or Critic').waitFor({ state: 'attached' })
    expect(await row(page, 3).locator('[aria-hidden]').allTextContents()).toContain('TC')
    await row(page, 8).getByText('Troll, proposed: waits for a second person').waitFor({ state: 'attached' })
    await press(page, 'o')
    await page.getByRole('treeitem', { name: /Disputed: Troll or Critic/ }).waitFor()
    await page.getByRole('option', { name: /^4\. Disputed: Troll or Critic/ }).waitFor()
  })
})

test('what is kept for a declared interest is said under the queue', async () => {
  const page = await harness.open({ comments: 23, interests: ['car park'] })
  await reads(page, first)
  await page.getByText(/^\d+ kept from you: they name car park\.$/).waitFor()
})

test('the rules of the project are changed under its name, one by one, and it is said that this is recorded', async () => {
  const page = await harness.open({ comments: 23 })
  await reads(page, first)
  await page.getByRole('button', { name: 'Project Fern ward report' }).press('Enter')
  await page.getByRole('button', { name: 'Rules…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Rules of this project' })
  await dialog.getByText('Each change goes into the record').waitFor()
  await dialog.getByRole('checkbox', { name: 'Opposite test' }).check()
  await dialog.locator('p', { hasText: 'Saved, and in the record.' }).waitFor()
  await dialog.getByRole('checkbox', { name: 'Critic' }).check()
  await dialog.getByRole('checkbox', { name: 'Labels that accuse run out' }).check()
  const days = dialog.getByRole('textbox', { name: 'Days' })
  await days.fill('0')
  await dialog.getByText('A whole number from 1 to 3,650.').waitFor()
  await days.fill('90')
  await dialog.getByRole('textbox', { name: 'My interests' }).fill('Fern ward team\n\n Lowgate board ')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect
    .poll(() => asked(page, 'interests.set'))
    .toEqual([{ phrases: ['Fern ward team', 'Lowgate board'] }])
  expect(await asked(page, 'rules.update')).toEqual([
    { oppositeTest: true },
    { twoPerson: ['troll', 'critic'] },
    { expiresAfterDays: 365 },
    { expiresAfterDays: 90 },
  ])
})
