/** The Bias page in real Chromium, by keyboard, over the invented service. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FakeOptions } from '../../renderer/src/client/fake.ts'
import { asked, press, said } from './harness/page.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness?.close())

const grown = { comments: 60, decided: 20 } as const

/** By the palette. */
async function openBias(options: FakeOptions): Promise<Page> {
  const page = await harness.open(options)
  await page.locator('article[data-drawn]').waitFor()
  await press(page, 'Control+k')
  await page.keyboard.type('bias')
  await page.getByRole('option', { name: 'Go to Bias' }).waitFor()
  await press(page, 'Enter')
  await page.getByRole('navigation').getByRole('button', { name: 'Bias', exact: true }).waitFor()
  return page
}

const firstCells = (page: Page) => page.locator('main tbody th').allTextContents()

describe('what stands out', () => {
  test('is the title, in a sentence, and opens its groups', async () => {
    const page = await openBias(grown)
    await page
      .getByRole('heading', {
        level: 1,
        name: 'Comments written in capitals were called troll 2.6 times as often',
      })
      .waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
    await page.getByText(/groups, \d+ comparisons\. One differs by more than chance/).waitFor()
    await page.getByRole('heading', { name: 'Called troll, by capitals' }).waitFor()
    await page.getByRole('row', { name: /^Mostly 74 286 26\s% 21–31 \+16 .* stands out$/ }).waitFor()
  })

  test('is nothing where nothing was planted', async () => {
    const page = await openBias({ ...grown, bias: 'even' })
    await page.getByRole('heading', { level: 1, name: /^Nothing stands out among \d+ groups$/ }).waitFor()
    expect(await page.getByText('What stands out').count()).toBe(0)
  })

  test('is not asked of labels that accuse nobody, nor of nothing', async () => {
    const own = await openBias({ ...grown, codebook: 2 })
    await own.getByText('None of the labels of this project accuses anybody.').waitFor()
    const none = await openBias({ comments: 60 })
    await none.getByText('A group needs 20 decided comments').waitFor()
  })
})

describe('the groups', () => {
  test('are those of the dimension and of what happened, as chosen', async () => {
    const page = await openBias(grown)
    await page.getByLabel('Grouped by').selectOption('Thread')
    await page.getByLabel('What happened').selectOption('Overturned')
    await page.getByRole('heading', { name: 'Overturned, by thread' }).waitFor()
    await page.getByText('38 smaller groups are among the others').waitFor()
    expect(await firstCells(page)).toContain('جناح السرخس')
  })

  test('with too few say so in the plot and in the table', async () => {
    const page = await openBias(grown)
    await page.getByLabel('Grouped by').selectOption('File')
    await page.locator('svg').getByText('too few to say (16)').waitFor()
    await page.getByRole('row', { name: /^late\.jsonl .*16\s+too few to say$/ }).waitFor()
  })

  test('are sorted by a column, one way and the other, and what has no value comes last', async () => {
    const page = await openBias(grown)
    await page.getByLabel('Grouped by').selectOption('Time of day it was written')
    const own = await firstCells(page)
    await page.locator('th').getByRole('button', { name: 'Share' }).focus()
    await press(page, 'Enter')
    const down = await firstCells(page)
    await page.locator('th[aria-sort=descending]').waitFor()
    await press(page, 'Enter')
    expect(await firstCells(page)).toEqual(down.toReversed())
    await page.locator('th[aria-sort=ascending]').waitFor()
    expect(down.toSorted()).toEqual(own.toSorted())
    await page.getByLabel('Grouped by').selectOption('File')
    expect((await firstCells(page)).at(-1)).toBe('late.jsonl')
  })

  test('lead to their comments where a search finds them', async () => {
    const page = await openBias(grown)
    await page.getByLabel('Grouped by').selectOption('Coder')
    await page.getByRole('button', { name: /: show comments that Sam decided$/ }).focus()
    await press(page, 'Enter')
    await page.getByRole('searchbox').waitFor()
    expect(await page.getByRole('searchbox').inputValue()).toBe('coder:"Sam" label:"troll"')
  })
})

test('all of it is saved as a table for a spreadsheet', async () => {
  const page = await openBias(grown)
  await page.getByRole('button', { name: 'Save all as CSV' }).focus()
  await press(page, 'Enter')
  await expect.poll(() => said(page)).toBe('Saved bias.csv.')
  const [csv] = (await asked(page, 'files.save')) as readonly { readonly content: string }[]
  const lines = csv?.content.split('\r\n') ?? []
  expect(lines[0]).toContain('Grouped by,Group,What happened,Times,Of,Share')
  expect(lines.some((line) => line.startsWith('Capitals,Mostly,Called troll,74,286,0.258741,'))).toBe(true)
  expect(
    lines.some((line) => line.startsWith('File,late.jsonl,Overturned,') && line.includes('too few to say')),
  ).toBe(true)
})

test('a report that cannot be read says so, and can be asked for again', async () => {
  const page = await harness.open(grown)
  await page.locator('article[data-drawn]').waitFor()
  await page.evaluate(() => {
    const { AppError: Refusal, refuse } = window.harness
    refuse('bias.report', new Refusal('unexpected', 'Something went wrong on our side.'))
  })
  await press(page, 'g', 'p')
  await page.getByRole('button', { name: 'Bias', exact: true }).click()
  await page.getByText('The groups could not be compared.').waitFor()
  await page.evaluate(() => window.harness.refuse('bias.report', null))
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('heading', { name: 'What stands out' }).waitFor()
})
