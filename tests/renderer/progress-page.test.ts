/** The Progress page in real Chromium, by keyboard, over the invented service. */
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

const grown = { comments: 90, decided: 40 } as const

async function openProgress(options: FakeOptions, look?: { colorScheme: 'dark' }): Promise<Page> {
  const page = await harness.open(options, look)
  await page.locator('article[data-drawn]').waitFor()
  await press(page, 'g', 'p')
  await page.getByRole('heading', { name: 'Progress', exact: true }).waitFor()
  await page.getByText(/\d of [\d,]+ decided/).waitFor()
  return page
}

/** Tabs on until what has the focus is called so. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await press(page, 'Tab')
    const isThere = await page
      .getByRole('button', { name, exact: typeof name === 'string' })
      .evaluateAll((found) => found.includes(document.activeElement as HTMLElement))
    if (isThere) return
  }
  throw new Error(`Nothing called ${name} is reached.`)
}

describe('the page by keyboard', () => {
  test('"G then P" opens it, and the list of the section leads to its other pages and back', async () => {
    const page = await openProgress(grown)
    await page.getByText('At the pace of the last 5 days of work').waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
    await press(page, 'Shift+Tab')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('The record')
    await press(page, 'Enter')
    await page.getByRole('heading', { name: 'The record', exact: true }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
    await press(page, 'g', 'p')
    await page.getByText('2,316 of 4,812 decided').waitFor()
  })

  test('what is left leads to the first undecided comment', async () => {
    const page = await openProgress(grown)
    await tabTo(page, 'Go to the 2,496 comments not decided')
    await press(page, 'Enter')
    await page.locator('article[data-drawn]').waitFor()
  })

  test('each plot has its numbers in a table', async () => {
    const page = await openProgress(grown)
    const tables = page.getByText('As a table')
    expect(await tables.count()).toBe(3)
    for (const table of await tables.all()) {
      await table.focus()
      await press(page, 'Enter')
    }
    await page.getByRole('row', { name: '21 Sep 447', exact: true }).waitFor()
    await page.getByRole('row', { name: /^Check, shown 1,\d+ 1,\d+ 90 89 to 92$/ }).waitFor()
    await page.getByRole('row', { name: /^Critic 1,230 .*53\s%/ }).waitFor()
  })

  test('it shows one coder’s own work on request', async () => {
    const page = await openProgress(grown)
    await page.getByLabel('Whose decisions').selectOption('Sam')
    await page.getByText('463 comments, by the label that stands on each').waitFor()
    await page.getByText('2,316 of 4,812 decided').waitFor()
    const last = (await asked(page, 'progress.report')).at(-1)
    expect(last).toMatchObject({ coder: 'Sam' })
  })
})

describe('being swayed', () => {
  test('is said with its interval, and Code is one key away', async () => {
    const page = await openProgress(grown)
    await page.getByText(/you agree 8 in 100 more often \(95 % interval 5 to 12\)/).waitFor()
    await tabTo(page, 'Switch to Code')
    await press(page, 'Enter')
    await page.getByText('Suggestion hidden').waitFor()
    expect(await asked(page, 'settings.update')).toEqual([{ mode: 'code' }])
  })

  test('of too few decisions says how many more it takes', async () => {
    const page = await openProgress({ comments: 60, decided: 1, progress: 'one' })
    await page.getByText('It takes 29 more with it shown (Check) and 30 more with it hidden (Code)').waitFor()
  })
})

describe('saving', () => {
  const saves = async (page: Page) =>
    (await asked(page, 'files.save')) as readonly { readonly content: string; readonly encoding: string }[]

  test('a plot as SVG stands by itself, in the light colours also from a dark window', async () => {
    const page = await openProgress(grown, { colorScheme: 'dark' })
    await tabTo(page, 'SVG: save “Labels so far”')
    await press(page, 'Enter')
    await expect.poll(() => said(page)).toBe('Saved labels-so-far.svg.')
    const [svg] = await saves(page)
    expect(svg?.content).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]* font-family="sans-serif">/,
    )
    // The tint and the ink of critic.
    expect(svg?.content).toContain('rgb(232, 236, 243)')
    expect(svg?.content).toContain('rgb(24, 62, 131)')
    expect(svg?.content).toContain('Critic 1,230, Neither 869')
    expect(svg?.content).not.toMatch(/class=|var\(|<image|href|<style|<script/)
    expect(await page.evaluate(() => document.documentElement.dataset.theme ?? 'system')).toBe('system')
  })

  test('a plot as PNG has two pixels for each', async () => {
    const page = await openProgress(grown)
    await tabTo(page, 'PNG: save “Decided a day”')
    await press(page, 'Enter')
    await expect.poll(() => said(page)).toBe('Saved decided-a-day.png.')
    const [png] = await saves(page)
    const bytes = Buffer.from(png?.content ?? '', 'base64')
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1016, 448])
  })

  test('a table as CSV has whole numbers, and no cell that a spreadsheet would run', async () => {
    const page = await openProgress(grown)
    await tabTo(page, 'CSV: save “Decided a day”')
    await press(page, 'Enter')
    await expect.poll(() => said(page)).toBe('Saved decided-a-day.csv.')
    const [csv] = await saves(page)
    expect(csv?.content.split('\r\n').slice(0, 2)).toEqual(['\uFEFFDay,Decided', '2026-09-14,190'])
  })

  test('that fails says so', async () => {
    const page = await openProgress(grown)
    await page.evaluate(() => {
      const { AppError, refuse } = window.harness
      refuse('files.save', new AppError('disk-full', 'The disk is full.'))
    })
    await page.getByRole('button', { name: 'CSV: save “Time a decision”' }).click()
    await page.getByRole('alert').getByText('The disk is full').first().waitFor()
    expect(await page.getByText('Saved time-a-decision.csv.').count()).toBe(0)
  })
})

describe('other amounts', () => {
  test('of nothing leads to the desk', async () => {
    const page = await openProgress({ comments: 60 })
    await page.getByText('Nothing is decided yet.').waitFor()
    await tabTo(page, 'Start deciding')
    await press(page, 'Enter')
    await page.locator('article[data-drawn]').waitFor()
  })

  test('of years goes by month', async () => {
    const page = await openProgress({ ...grown, progress: 'years' })
    await page.getByRole('heading', { name: 'Decided a month' }).waitFor()
    await page.getByText('Mar 2023').first().waitFor()
  })

  test('that cannot be counted can be asked for again', async () => {
    const page = await harness.open(grown)
    await page.evaluate(() => {
      const { AppError, refuse } = window.harness
      refuse('progress.report', new AppError('project-busy', 'Another program holds the project.'))
    })
    await press(page, 'g', 'p')
    await page.getByText('The decisions could not be counted.').waitFor()
    await page.evaluate(() => window.harness.refuse('progress.report', null))
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('2,316 of 4,812 decided').waitFor()
  })
})
