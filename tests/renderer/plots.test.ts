/** The words of every plot in real Chromium: as large as all others, apart from each other, and inside the plot. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FakeOptions } from '../../renderer/src/client/fake.ts'
import { press, resize } from './harness/page.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness?.close())

const toBias = async (page: Page, by: string) => {
  await press(page, 'g', 'p')
  await page.getByRole('button', { name: 'Bias', exact: true }).click()
  await page.getByRole('combobox').nth(1).selectOption({ label: by })
}

const toCritics = async (page: Page) => {
  await press(page, 'g', 'm')
  await page.getByRole('button', { name: 'Critic', exact: true }).click()
}

type Way = readonly [name: string, plots: number, reach: (page: Page) => Promise<unknown>]

const ways: readonly Way[] = [
  ['progress', 4, (page) => press(page, 'g', 'p')],
  ['model', 3, (page) => press(page, 'g', 'm')],
  ['model, of critics', 3, toCritics],
  ['bias by capitals', 1, (page) => toBias(page, 'Capitals')],
  ['bias by length', 1, (page) => toBias(page, 'Length')],
  ['many at once', 1, (page) => press(page, 'g', 'b')],
]
const letters = [100, 150, 200] as const

async function openAt([, plots, reach]: Way, textSize: number): Promise<Page> {
  const options = { comments: 60, decided: 20, settings: { textSize } } as FakeOptions
  const page = await harness.open(options, { width: 900, height: 600 })
  await page.locator('article[data-drawn]').waitFor()
  await reach(page)
  await expect.poll(() => page.locator('svg[role=img]').count()).toBe(plots)
  return page
}

describe.each(ways)('%s', (...way) => {
  test.each(letters)('keeps its words apart and within the plot in letters of size %d', async (textSize) => {
    const page = await openAt(way, textSize)
    expect(await page.evaluate(clashes)).toEqual([])
  })
})

test.each(letters)(
  'words are as large as all others at every width, in letters of size %d',
  async (textSize) => {
    const page = await openAt(['model', 3, (one) => press(one, 'g', 'm')], textSize)
    for (const width of [900, 1280, 1900]) {
      await resize(page, width, 700)
      await expect.poll(() => page.evaluate(letterSizes)).toEqual([0.12 * textSize])
    }
  },
)

test('words that lie on a band have its colour around them', async () => {
  const page = await openAt(['many', 1, (one) => press(one, 'g', 'b')], 100)
  await page.getByRole('slider', { name: 'Upper edge of the band' }).focus()
  await press(page, 'End')
  const words = page.locator('svg[role=img] text').filter({ hasText: /comments$|from here$/ })
  await words.filter({ hasText: '0 to 100 of 100' }).waitFor()
  const around = await words.evaluateAll((all) => all.map((one) => getComputedStyle(one).stroke))
  expect(around).toEqual(['rgb(230, 238, 250)', 'rgb(230, 238, 250)'])
})

/** What stands out of its plot, and what lies over other words. */
function clashes(): readonly string[] {
  const found: string[] = []
  for (const svg of document.querySelectorAll('svg[role=img]')) {
    const around = svg.getBoundingClientRect()
    const texts = [...svg.querySelectorAll('text')].map((one) => ({
      words: one.textContent ?? '',
      box: one.getBoundingClientRect(),
    }))
    const intervals = [...svg.querySelectorAll('g:has(> circle) > path')].map((one) =>
      one.getBoundingClientRect(),
    )
    for (const [at, { words, box }] of texts.entries()) {
      const isCrossed = intervals.some(
        (one) =>
          one.right > box.left &&
          one.left < box.right &&
          one.bottom > box.top + 2 &&
          one.top < box.bottom - 2,
      )
      if (isCrossed) found.push(`${words} is crossed`)
      const isOut =
        box.left < around.left - 2 ||
        box.right > around.right + 2 ||
        box.top < around.top - 2 ||
        box.bottom > around.bottom + 2
      if (isOut) found.push(`${words} stands out`)
      for (const other of texts.slice(at + 1)) {
        const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
        const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top)
        if (wide > 0 && high > 2) found.push(`${words} over ${other.words}`)
      }
    }
  }
  return found
}

/** The different sizes of the words of all plots, as they are seen. */
function letterSizes(): readonly number[] {
  const sizes = [...document.querySelectorAll<SVGTextElement>('svg[role=img] text')].map((one) => {
    const scale = one.getScreenCTM()?.a ?? 0
    return Math.round(Number.parseFloat(getComputedStyle(one).fontSize) * scale * 10) / 10
  })
  return [...new Set(sizes)]
}
