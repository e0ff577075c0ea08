/** What is heard while a dialog is open, and where the focus goes when what had it is gone. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { press, said } from './harness/page.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness.close())

const decided = { comments: 60, decided: 20 }

/** What has the focus, as a screen reader names it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: one, body } = document
    return one === null || one === body ? 'nothing' : (one.getAttribute('aria-label') ?? one.tagName)
  })

async function openProgress(page: Page): Promise<void> {
  await page.locator('article[data-drawn]').waitFor()
  await press(page, 'g', 'p')
  await page.getByText(/\d of [\d,]+ decided/).waitFor()
}

async function openSaved(page: Page): Promise<void> {
  await page.locator('article[data-drawn]').waitFor()
  await press(page, '/')
  await page.keyboard.type('the ')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('button', { name: 'Saved searches' }).click()
  await page.getByRole('button', { name: /^Rename/ }).waitFor()
}

describe('while a dialog is open', () => {
  test('what is said is said in it: the rest of the window is not heard', async () => {
    const page = await harness.open({ comments: null })
    await press(page, 'Control+o')
    await page.getByRole('button', { name: 'Use other labels…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Labels of your own' })
    await dialog.getByRole('button', { name: 'Move label 1 down' }).press('Enter')
    await dialog.getByRole('status').filter({ hasText: 'Now 2 of 2.' }).waitFor()
    expect(await said(page)).toBe('Now 2 of 2.')
    await press(page, 'Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await said(page)).toBe('')
  })

  test('what is said once it is closed is heard in the window, also before it is taken off the page', async () => {
    const page = await harness.open({ comments: 23, mode: 'check' })
    await page.locator('article[data-drawn]').waitFor()
    await press(page, 'x', 't')
    await page.getByText('Troll is never given in bulk').waitFor()
    await page.evaluate(() => {
      // What takes it off the page does not hear of it.
      addEventListener('close', (event) => event.stopPropagation(), { capture: true, once: true })
      document.querySelector('dialog')?.close()
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    })
    await expect.poll(() => said(page)).toContain('Choose a label for what is selected')
    expect(await page.locator('dialog [data-announcer]').allTextContents()).toEqual(['', ''])
  })

  test('a failure is heard in it', async () => {
    const page = await harness.open(decided)
    await page.locator('article[data-drawn]').waitFor()
    await press(page, 'Control+k')
    await page.keyboard.type('rules of this')
    await press(page, 'Enter')
    const dialog = page.getByRole('dialog', { name: 'Rules of this project' })
    await page.evaluate(() => {
      const { refuse, AppError } = window.harness
      refuse('rules.update', new AppError('busy', 'Only Sam may change them.'))
    })
    await dialog.getByRole('checkbox').first().press('Space')
    await dialog.getByRole('status').filter({ hasText: 'Only Sam may change them.' }).waitFor()
  })
})

describe('the focus', () => {
  test('stays on a button while what it asked for is on its way', async () => {
    const page = await harness.open(decided)
    await openProgress(page)
    await page.evaluate(() => window.harness.delay('files.save', 100))
    const save = page.getByRole('button', { name: /^CSV/ }).first()
    const name = await save.getAttribute('aria-label')
    await save.press('Enter')
    await expect.poll(() => said(page)).toContain('Saved')
    expect(await focused(page)).toBe(name)
  })

  test('goes into the field that takes the place of the button', async () => {
    const page = await harness.open(decided)
    await openSaved(page)
    await page.getByRole('button', { name: /^Rename/ }).press('Enter')
    await expect.poll(() => focused(page)).toBe('INPUT')
  })

  test('goes to what a row stood in when the row is gone', async () => {
    const page = await harness.open(decided)
    await openSaved(page)
    await page.getByRole('button', { name: /^Delete/ }).press('Enter')
    await page.getByText('No search is saved yet.').waitFor()
    await expect.poll(() => focused(page)).toBe('DIV')
    expect(await page.locator('dialog :focus').count()).toBe(1)
  })

  test('is not lost with the buttons of a selection, or with a message that is closed', async () => {
    const page = await harness.open(decided)
    await page.locator('article[data-drawn]').waitFor()
    await press(page, 'x')
    await page.getByRole('button', { name: 'Let go of the selection' }).press('Enter')
    await expect.poll(() => focused(page)).toBe('MAIN')
    await openProgress(page)
    await page.evaluate(() => {
      const { refuse, AppError } = window.harness
      refuse('files.save', new AppError('unexpected', 'It broke.'))
    })
    await page.getByRole('button', { name: /^CSV/ }).first().press('Enter')
    await page.getByRole('region', { name: 'Messages' }).getByRole('button').last().press('Enter')
    await expect.poll(() => focused(page)).toBe('MAIN')
  })

  test('is not on a button that was disabled', async () => {
    const page = await harness.open({ comments: null })
    await page.evaluate(() => window.harness.delay('projects.open', 60_000))
    await page.getByRole('button', { name: /Lowgate bus changes/ }).press('Enter')
    await expect.poll(() => focused(page)).toBe('MAIN')
  })
})
