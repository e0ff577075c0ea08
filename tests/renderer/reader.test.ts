/** A window that only reads, because another one writes: it says so, decides nothing, and can be made the one that writes. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asked, press, reads, said } from './harness/page.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness?.close())

test('where another program writes, keys and buttons decide nothing, and trying again goes on', async () => {
  const page = await harness.open({ comments: 23, isReadOnly: true })
  await reads(page, 'Harrowmere Hospitals Trust')
  await page.getByText('open in another window or program').waitFor()
  await press(page, 'c')
  await expect.poll(() => said(page)).toBe('This window only reads. Nothing was decided.')
  await press(page, 'z')
  await page.getByRole('button', { name: /^Critic/ }).click({ force: true })
  expect(await asked(page, 'decisions.record')).toEqual([])
  expect(await asked(page, 'decisions.undo')).toEqual([])

  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('open in another window or program').waitFor({ state: 'detached' })
  await reads(page, 'Harrowmere Hospitals Trust')
  await press(page, 'c')
  await expect.poll(async () => (await asked(page, 'decisions.record')).length).toBe(1)
})

test('where another tab writes, moving and reading go on', async () => {
  const page = await harness.open({ comments: 23 })
  await reads(page, 'Harrowmere Hospitals Trust')
  await page.evaluate(() => window.harness.connection.setHands(false))
  await page.getByText('Another tab decides in this project.').waitFor()
  await press(page, 'j')
  await reads(page, 'Rook 5')
  await press(page, 'n')
  expect(await asked(page, 'decisions.record')).toEqual([])
  await page.evaluate(() => {
    const mark = { label: 'critic', note: null, mode: 'code' } as const
    const commentIds = [5, 6]
    return window.harness.client.call('decisions.recordMany', { queueId: null, commentIds, ...mark })
  })
  await page.evaluate(() => window.harness.connection.setHands(true))
  await page.getByText('Another tab decides in this project.').waitFor({ state: 'detached' })
  await page.getByTitle('21 undecided in this queue').waitFor()
  await press(page, 'n')
  await expect.poll(async () => (await asked(page, 'decisions.record')).length).toBe(1)
})
