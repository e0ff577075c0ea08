/** A project with labels of its own, in real Chromium, by keyboard, over the invented service. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asked, press, said } from './harness/page.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness?.close())

const drawn = (page: Page) => page.locator('article[data-drawn]').waitFor()
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Labels of your own' })
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')

async function openDialog(page: Page): Promise<void> {
  await press(page, 'Control+o')
  const open = page.getByRole('button', { name: 'Use other labels…' })
  await open.focus()
  await press(page, 'Enter')
  await dialog(page).waitFor()
}

describe('labels for a new project', () => {
  test('are written, moved and used by keyboard alone', async () => {
    const page = await harness.open({ comments: null })
    await openDialog(page)
    await dialog(page).getByText('It learns from your decisions, from the twentieth on.').waitFor()
    await dialog(page).getByLabel('Name of the codebook').focus()
    await page.keyboard.type('To do')
    await press(page, 'Tab')
    await page.keyboard.type('Later')
    await press(page, 'Enter')
    await expect.poll(() => focused(page)).toBe('Label 2')
    await page.keyboard.type('شكوى')
    await press(page, 'Tab')
    await page.keyboard.type('something went wrong')
    await press(page, 'Enter')
    await expect.poll(() => focused(page)).toBe('Label 3')
    await page.keyboard.type('Now')
    await press(page, 'Alt+ArrowUp', 'Alt+ArrowUp')
    await expect.poll(() => focused(page)).toBe('Label 1')
    await expect.poll(() => said(page)).toBe('Now 1 of 3.')
    await dialog(page).getByRole('button', { name: 'Use these labels' }).focus()
    await press(page, 'Enter')
    await dialog(page).waitFor({ state: 'detached' })
    await page.getByText('Labels: Now, Later, ').waitFor()
    await page.getByRole('button', { name: 'Import 4,812 comments' }).focus()
    await press(page, 'Enter')
    await page.getByRole('heading', { name: '4,812 comments added.' }).waitFor()
    expect(await asked(page, 'imports.start')).toMatchObject([
      {
        into: 'new',
        codebook: {
          name: 'To do',
          labels: [
            { name: 'Now', definition: '' },
            { name: 'Later', definition: '' },
            { name: 'شكوى', definition: 'something went wrong' },
          ],
        },
      },
    ])
    await press(page, 'Enter')
    await page.getByRole('button', { name: /^Later/ }).waitFor()
  })

  test('what is wrong with them is said in words and has the focus, and closing loses nothing', async () => {
    const page = await harness.open({ comments: null })
    await openDialog(page)
    const use = dialog(page).getByRole('button', { name: 'Use these labels' })
    await use.click()
    await dialog(page).getByText('Give the codebook a name.').waitFor()
    await page.keyboard.type('Mine')
    await dialog(page).getByLabel('Label 1', { exact: true }).fill('Delay')
    await use.click()
    await dialog(page).getByText('Give this label a name.').waitFor()
    expect(await focused(page)).toBe('Label 2')
    await page.keyboard.type('delay')
    await dialog(page).getByText('Another label has this name already.').waitFor()
    await press(page, 'Escape')
    await dialog(page).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Use other labels…' }).click()
    expect(await dialog(page).getByLabel('Label 1', { exact: true }).inputValue()).toBe('Delay')
    await press(page, 'Escape')
    await page.getByRole('button', { name: 'Import 4,812 comments' }).click()
    await page.getByRole('heading', { name: '4,812 comments added.' }).waitFor()
    expect(await asked(page, 'imports.start')).toMatchObject([{ codebook: null }])
  })

  test('are not asked for when comments go to a project that is there', async () => {
    const page = await harness.open({ comments: 23 })
    await press(page, 'Control+o')
    await page.getByRole('button', { name: 'Import 4,812 comments' }).waitFor()
    expect(await page.getByRole('button', { name: 'Use other labels…' }).count()).toBe(0)
    await page.getByLabel('Add to').selectOption({ label: 'A new project' })
    await page.getByRole('button', { name: 'Use other labels…' }).waitFor()
  })
})

describe('a desk with twelve labels', () => {
  test('decides by letters and numbers, and no letter of the desk is taken for one', async () => {
    const page = await harness.open({ comments: 60, codebook: 12 })
    await drawn(page)
    for (const key of ['b', '9', 'i', 'u']) {
      const before = (await asked(page, 'decisions.record')).length
      await press(page, key)
      await expect.poll(async () => (await asked(page, 'decisions.record')).length).toBe(before + 1)
      await drawn(page)
    }
    await expect.poll(() => said(page)).toBe('Marked unsure. Next: comment 5 of 60.')
    expect(await asked(page, 'decisions.record')).toMatchObject([
      { label: 'label-1' },
      { label: 'label-9' },
      { label: 'label-10' },
      { label: 'unsure' },
    ])
    // S is the letter of "Staff attitude", and on the desk it skips.
    await press(page, 's')
    await page.getByText('Skipped', { exact: true }).first().waitFor()
    expect(await asked(page, 'decisions.record')).toHaveLength(4)
  })

  test('shows all its buttons and both tools at 900 by 600', async () => {
    const page = await harness.open({ comments: 60, decided: 24, codebook: 12 }, { width: 900, height: 600 })
    await drawn(page)
    const zone = page.getByRole('region', { name: 'Decide' })
    const foot = await page.getByRole('contentinfo').boundingBox()
    for (const name of ['Billing', 'Something else', 'Unsure', 'Note', 'Skip']) {
      const box = await zone.getByRole('button', { name: new RegExp(`^${name}`) }).boundingBox()
      expect((box?.y ?? 0) + (box?.height ?? 999), name).toBeLessThanOrEqual(foot?.y ?? 0)
      expect(box?.height, name).toBeGreaterThanOrEqual(24)
    }
  })

  test('suggests with the name of the label, and Enter takes it', async () => {
    const page = await harness.open({ comments: 60, decided: 24, codebook: 12 })
    await drawn(page)
    await page.locator('[data-index="0"]').getByText('Likely Staff attitude').waitFor()
    await page.locator('main h2 ~ p').getByText('Likely Staff attitude', { exact: true }).waitFor()
    await page.getByRole('listitem', { name: '8 others' }).waitFor()
    await press(page, 'Enter')
    await expect.poll(() => asked(page, 'decisions.record')).toMatchObject([{ label: 'label-6' }])
  })

  test('the help sheet has the keys that work', async () => {
    const page = await harness.open({ comments: 60, codebook: 12 })
    await drawn(page)
    await press(page, '?')
    const sheet = page.getByRole('dialog', { name: 'All keys' })
    const row = sheet.locator('dl > div')
    expect(await row.filter({ hasText: 'Billing' }).locator('kbd').allTextContents()).toEqual(['B', '1'])
    expect(await row.filter({ hasText: 'Staff attitude' }).locator('kbd').allTextContents()).toEqual(['6'])
  })
})

describe('before the first model', () => {
  test('the desk says how many decisions it takes, and counts them', async () => {
    const page = await harness.open({ comments: 60, decided: 3, codebook: 2 })
    await drawn(page)
    await page.getByText('No model yet. It learns from the twentieth decision on.').waitFor()
    // One of the three is "unsure", from which nothing is learned.
    await page.getByText('18 more decisions to go.').waitFor()
    await press(page, '1')
    await page.getByText('17 more decisions to go.').waitFor()
    expect(await page.getByText('of 100 alike').count()).toBe(0)
    await press(page, 'Enter')
    expect(await asked(page, 'decisions.record')).toHaveLength(1)
  })

  test('the Model page says the same, measures nothing, and leads to the desk', async () => {
    const page = await harness.open({ comments: 60, decided: 3, codebook: 2 })
    await drawn(page)
    await press(page, 'g', 'm')
    await page.getByText('There is no model of these labels yet.').waitFor()
    await page.getByText('It needs twenty decisions, on two labels or more.').waitFor()
    expect(await asked(page, 'model.measure')).toEqual([])
    await press(page, 'Enter')
    await drawn(page)
  })
})

describe('the orders of the queue', () => {
  test('have no trolls to put first', async () => {
    const page = await harness.open({ comments: 60, decided: 24, codebook: 2, order: 'troll-first' })
    await drawn(page)
    const order = page.getByLabel('Order of the queue')
    expect(await order.inputValue()).toBe('unsure-first')
    expect(await order.locator('option').allTextContents()).not.toContain('Likely trolls first')
  })
})

describe('the Model page of twelve labels', () => {
  test('has their confusion with letters as heads, a list to choose from, and no limit', async () => {
    const page = await harness.open({ comments: 60, decided: 24, codebook: 12 })
    await drawn(page)
    await press(page, 'g', 'm')
    const table = page.getByRole('table', { name: 'What people decided, what it said' })
    await table.waitFor()
    expect(await table.getByRole('columnheader').count()).toBe(15)
    expect(await table.getByRole('columnheader', { name: 'Billing' }).getAttribute('title')).toBe('Billing')
    expect(await table.getByRole('row', { name: /^Billing/ }).count()).toBe(1)
    await page.getByLabel('Label', { exact: true }).selectOption({ label: 'Delay' })
    await page.getByText('decided Delay, of 100').waitFor()
    await page
      .getByText('Trained without it, the model is 91 % sure that it is Cleanliness.')
      .first()
      .waitFor()
    for (const words of ['troll', 'limit', 'threshold', 'came with the app']) {
      expect(await page.locator('main').getByText(words).count(), words).toBe(0)
    }
  })
})
