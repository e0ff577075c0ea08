/** Start, import and share in real Chromium. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asked, said } from './harness/page.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness?.close())

const importButton = (page: Page) => page.getByRole('button', { name: 'Import 4,812 comments' })

describe('the first page', () => {
  test('a number opens a recent project', async () => {
    const page = await harness.open({ comments: null })
    await page.getByText('Sam’s second opinions').waitFor()
    await page.keyboard.press('2')
    await page.getByRole('article', { name: 'Comment to decide' }).waitFor()
  })

  test('two projects of one name have the names of their files under theirs', async () => {
    const page = await harness.open({ comments: null, twin: 'p3' })
    const twins = page.getByRole('button', { name: /^Fern ward report/ })
    await twins.nth(1).waitFor()
    expect(await twins.nth(0).getByText('Fern ward report.fairhearing').count()).toBe(1)
    expect(await twins.nth(1).getByText('Lowgate bus changes.fairhearing').count()).toBe(1)
    expect(await page.getByText(/\.fairhearing/).count()).toBe(2)
  })

  test('a project that has gone is said kindly, opens with no key, and can be taken out of the list', async () => {
    const page = await harness.open({ comments: null, missing: 'p2' })
    await page.getByText('Not where it was').waitFor()
    await page.keyboard.press('2')
    const remove = page.getByRole('button', { name: 'Remove Sam’s second opinions from the list' })
    await remove.focus()
    await page.keyboard.press('Enter')
    await page.getByText('Not where it was').waitFor({ state: 'detached' })
    await expect
      .poll(() => said(page))
      .toBe('Sam’s second opinions is no longer in the list. No file was touched.')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
    expect(await asked(page, 'projects.open')).toEqual([])
    await page.keyboard.press('2')
    await page.getByRole('article', { name: 'Comment to decide' }).waitFor()
  })

  test('comes at once where a project is closed from another page: no desk asks for what is gone', async () => {
    const page = await harness.open({ comments: 23 })
    await page.getByRole('article', { name: 'Comment to decide' }).waitFor()
    await page.getByRole('button', { name: 'Share' }).click()
    await page.getByRole('heading', { name: 'Export a dataset' }).waitFor()
    const before = (await asked(page, 'queue.open')).length
    await page.getByRole('button', { name: /^Project/ }).click()
    await page.getByRole('button', { name: 'Close project' }).click()
    await page.getByRole('button', { name: 'Try a sample' }).waitFor()
    expect((await asked(page, 'queue.open')).length).toBe(before)
  })

  test('in a browser, other projects are listed', async () => {
    const page = await harness.open({ comments: null, kind: 'browser' })
    await page.getByRole('button', { name: 'Open another project' }).click()
    await page.getByRole('dialog', { name: 'All projects' }).getByText('Lowgate bus changes').click()
    await page.getByRole('article', { name: 'Comment to decide' }).waitFor()
  })

  test('a file dropped anywhere is read', async () => {
    const page = await harness.open({ comments: null })
    const data = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['body\nhello\n'], 'dropped.csv'))
      return transfer
    })
    await page.dispatchEvent('main', 'dragover', { dataTransfer: data })
    await page.getByText('Drop it here to read it').waitFor()
    await page.dispatchEvent('main', 'drop', { dataTransfer: data })
    await importButton(page).waitFor()
  })
})

describe('an import', () => {
  test('goes by keyboard from the file to the first comment', async () => {
    const page = await harness.open({ comments: null })
    await page.keyboard.press('Control+o')
    await importButton(page).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '4,812 comments added.' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('article', { name: 'Comment to decide' }).waitFor()
  })

  test('shows every row, and the rows with a problem on request', async () => {
    const page = await harness.open({ comments: null })
    await page.keyboard.press('Control+o')
    await page.getByRole('button', { name: /^Show: 6/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Rows with a problem' })
    await dialog.getByText('A quote is opened and never closed').waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await importButton(page).waitFor()
  })

  test('an obstacle is said and keeps the import from going ahead', async () => {
    const page = await harness.open({ comments: null })
    await page.keyboard.press('Control+o')
    await page.getByLabel('Column for Comment').selectOption({ label: 'Not in the file' })
    await page.getByRole('alert').getByText('Say which column holds the comment.').waitFor()
    expect(await page.getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true)
    await page.getByLabel('Column for Comment').selectOption({ label: 'body' })
    await importButton(page).waitFor()
  })

  test('stopping leaves the project as it was and says so', async () => {
    const page = await harness.open({ comments: 23, job: { stays: 'import' } })
    await page.keyboard.press('Control+o')
    await importButton(page).click()
    await page.getByText('620 kB of 1.2 MB').waitFor()
    await page.getByText('About 20 seconds left').waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('Stopped. Nothing was added.').waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByText('0 of 23').waitFor()
  })
})

describe('sharing', () => {
  test('says exactly what leaves, and how many', async () => {
    const page = await harness.open({ comments: 60, decided: 20 })
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await page.getByRole('button', { name: /Export 20 comments/ }).waitFor()
    await page.getByLabel('Comments', { exact: true }).selectOption({ label: 'All comments, 60' })
    await page.getByRole('button', { name: /Export 60 comments/ }).click()
    await page.getByText('Saved. fern-ward-report.csv: 60 comments, 1.1 MB.').waitFor()
  })

  test('a stopped export says that no file was written', async () => {
    const page = await harness.open({ comments: 60, decided: 20, job: { stays: 'export' } })
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await page.getByRole('button', { name: /Export 20 comments/ }).click()
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByText('Stopped. No file was written.').waitFor()
  })
})
