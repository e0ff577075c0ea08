/** Names as long as they may be, in a small window in real Chromium: what is beside them can still be read. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FakeOptions } from '../../renderer/src/client/fake.ts'
import { press } from './harness/page.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness?.close())

const small = { width: 900, height: 600 }

async function open(options: Partial<FakeOptions>): Promise<Page> {
  const page = await harness.open({ comments: 60, decided: 20, ...options }, small)
  await page.locator('article[data-drawn]').waitFor()
  return page
}

const openZen = async (options: Partial<FakeOptions>) => {
  const page = await open(options)
  await press(page, '.')
  await page.locator('[data-zen] article').waitFor()
  return page
}

test('the name of a project leaves the sections their room, and can be read whole', async () => {
  const name = 'The delayed report about care on Fern ward and what was known of it. '.repeat(3)
  const page = await open({ name })
  const search = await page.getByRole('button', { name: 'Search or do anything' }).boundingBox()
  const share = await page.getByRole('button', { name: 'Share', exact: true }).boundingBox()
  expect((share?.x ?? 0) + (share?.width ?? 0)).toBeLessThan(search?.x ?? 0)
  expect(await page.getByRole('button', { name: /^Project/ }).getAttribute('title')).toBe(name)
})

test('the name of an author without a space stays in the window in zen', async () => {
  const page = await openZen({ authors: { 1: 'a_very_long_name'.repeat(8) } })
  const reading = page.locator('[data-reading]')
  expect(await reading.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
})

test('the names of twelve labels are whole in zen, with the keys that the desk shows', async () => {
  const keysOf = (page: Page) => page.getByRole('group', { name: 'Decide' }).locator('kbd').allTextContents()
  const desk = await open({ codebook: 12, mode: 'code' })
  const onDesk = await keysOf(desk)
  expect(onDesk).toHaveLength(13)
  await press(desk, '.')
  await desk.locator('[data-zen] article').waitFor()
  expect(await keysOf(desk)).toEqual(onDesk)
  const cut = await desk
    .locator('[data-zen] fieldset bdi')
    .evaluateAll((all) =>
      all
        .filter((one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight + 1)
        .map((one) => one.textContent),
    )
  expect(cut).toEqual([])
})

test('what is chosen for an export is read whole', async () => {
  const page = await open({})
  await press(page, 'g', 't')
  await page.getByRole('heading', { name: 'Export a dataset' }).waitFor()
  const missing = await page.locator('form select, main select').evaluateAll((all) =>
    all.map((one) => {
      const whole = one.cloneNode(true) as HTMLElement
      Object.assign(whole.style, { width: 'max-content', flex: 'none' })
      one.after(whole)
      const wanted = whole.getBoundingClientRect().width
      whole.remove()
      return Math.max(0, wanted - one.getBoundingClientRect().width)
    }),
  )
  expect(missing).toEqual([0, 0])
})

test('how much of a large project is decided is read whole before it is opened', async () => {
  const page = await harness.open({ comments: null }, small)
  const facts = page.getByRole('button', { name: /^Fern ward report/ }).getByText('decided')
  await facts.waitFor()
  // Seven digits each, as no invented project has them.
  await facts.evaluate((one) => {
    one.textContent = '3,368,400 comments, 1,621,200 decided'
  })
  expect(await facts.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0)
})

test('the lines under the heads of a list and of what is open beside it meet', async () => {
  const page = await open({})
  await press(page, 'g', 'a')
  await page.getByRole('heading', { name: 'Your answer' }).waitFor()
  const bottoms = await page
    .getByRole('button', { name: /^(Record an appeal|Open the comment)$/ })
    .evaluateAll((all) => all.map((one) => one.parentElement?.getBoundingClientRect().bottom))
  expect(bottoms).toHaveLength(2)
  expect(bottoms[0]).toBe(bottoms[1])
})
