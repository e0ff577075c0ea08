/** Who decides: the menu of names and the bar that asks, in real Chromium over the invented service. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { othersJudged } from '../../renderer/src/client/fake-judging.ts'
import { asked, press, reads, said } from './harness/page.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness?.close())

const first = 'Harrowmere Hospitals Trust'
const row = (page: Page, index: number) => page.locator(`[role=option][data-index="${index}"]`)
const focused = (page: Page) => page.locator(':focus')

describe('who decides', () => {
  const circle = (page: Page) => page.getByRole('button', { name: /^Deciding as/ })

  test('is chosen under the circle, said, and goes with the desk', async () => {
    const page = await harness.open({ comments: 23, decided: 3 })
    await reads(page, first)
    await circle(page).press('Enter')
    const menu = page.getByRole('dialog', { name: 'Who decides?' })
    await menu.getByRole('button', { name: /Priya.*3 decided/, pressed: true }).waitFor()
    await menu.getByRole('button', { name: /Sam.*nothing decided yet/ }).press('Enter')
    await expect.poll(() => said(page)).toBe('Deciding as Sam.')
    await page.getByRole('button', { name: 'Deciding as Sam' }).waitFor()
    await reads(page, first)
    expect(await asked(page, 'coders.choose')).toEqual([{ name: 'Sam' }])
  })

  test('somebody else says who they are; the palette leads there too', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, first)
    await press(page, 'Control+k')
    await page.keyboard.type('who decides')
    await press(page, 'Enter')
    await page.getByRole('button', { name: 'Somebody else…' }).press('Enter')
    await page.keyboard.type('  Ellis ')
    await press(page, 'Enter')
    await expect.poll(() => said(page)).toBe('Deciding as Ellis.')
    expect(await asked(page, 'coders.choose')).toEqual([{ name: 'Ellis' }])
  })

  test('nothing in the menu takes the focus from whoever moved on before the names came', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, first)
    await page.evaluate(() => window.harness.delay('coders.list', 600))
    await circle(page).press('Enter')
    const menu = page.getByRole('dialog', { name: 'Who decides?' })
    const other = menu.getByRole('button', { name: 'Somebody else…' })
    await other.focus()
    await menu.getByRole('button', { name: /^Priya/ }).waitFor()
    await focused(page).and(other).waitFor()
    // Another one comes to stand first in the list while it is open.
    await page.evaluate(() => window.harness.client.call('coders.choose', { name: 'Ada' }))
    await menu.getByRole('button', { name: /^Ada/ }).waitFor()
    await focused(page).and(other).waitFor()
    await press(page, 'Enter')
    await focused(page).and(menu.getByLabel('Name or initials')).waitFor()
  })

  test('before the names have come Enter chooses nobody, and the first name has the focus then', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, first)
    await page.evaluate(() => window.harness.delay('coders.list', 600))
    await circle(page).press('Enter')
    const menu = page.getByRole('dialog', { name: 'Who decides?' })
    await focused(page).and(menu).waitFor()
    await press(page, 'Enter')
    await focused(page)
      .and(menu.getByRole('button', { name: /^Priya/ }))
      .waitFor()
    expect(await asked(page, 'coders.choose')).toEqual([])
  })

  test('is asked once where the project knows others, and not again', async () => {
    const page = await harness.open({ comments: 23, settings: { coder: 'Ellis' } })
    const bar = page.getByRole('region', { name: 'Who sits here?' })
    await bar.getByText('This project does not know Ellis yet.').waitFor()
    await bar.getByRole('button', { name: 'I am Ellis' }).click()
    await bar.waitFor({ state: 'detached' })
    expect(await asked(page, 'coders.choose')).toEqual([{ name: 'Ellis' }])
    const known = await harness.open({ comments: 23 })
    await reads(known, first)
    expect(await known.getByRole('region', { name: 'Who sits here?' }).count()).toBe(0)
  })
})

test('one’s own note comes back however one spells one’s name', async () => {
  const own = othersJudged({ decisionId: 904, coder: 'Sam', label: 'critic', note: 'It is about the ward.' })
  for (const [coder, note] of [
    [' SAM ', 'It is about the ward.'],
    ['Ellis', null],
  ] as const) {
    const page = await harness.open({ comments: 23, others: { 9: [own] }, settings: { coder } })
    await reads(page, first)
    await row(page, 8).click()
    await page.locator('article[data-comment="9"][data-drawn]').waitFor()
    const field = page.getByLabel('Note for this decision')
    if (note === null) expect(await field.count()).toBe(0)
    else await expect.poll(() => field.inputValue()).toBe(note)
  }
})
