/** Every page in real Chromium: what axe finds in both themes, and what a small window cuts off. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findInaccessible } from './harness/axe.ts'
import { deskPages } from './harness/desk-pages.ts'
import { pages } from './harness/pages.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness?.close())

const themes = [
  ['dark', 'no-preference'],
  ['dark', 'more'],
  ['light', 'more'],
] as const

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']

/** In high contrast the same tokens hold everywhere: one page of each kind is looked at. */
const highContrast = [
  'start',
  'import',
  'desk',
  'thread',
  'palette',
  'settings, Look',
  'many at once, half read',
  'model',
  'share',
]

/** Other states of a page that is looked at in the dark already: the same parts in the same colours. */
const isVariant = (name: string): boolean => /^(desk|model|progress|bias) /.test(name)

test.each([...pages, ...deskPages])(
  '%s can be used by everybody, and fits a small window',
  async (name, options, reach) => {
    const page = await harness.open(options)
    await reach(page)
    expect(await findInaccessible(page, { type: 'tag', values: rules })).toEqual([])
    // Only colours differ between the themes.
    if (!isVariant(name)) {
      for (const [colorScheme, contrast] of themes) {
        if (contrast === 'more' && !highContrast.includes(name)) continue
        await page.emulateMedia({ colorScheme, contrast })
        await page.waitForFunction(
          (wanted) => document.documentElement.dataset.contrast === wanted,
          contrast === 'more' ? contrast : undefined,
        )
        // High contrast owes 7:1, which axe knows by another name.
        const rule = contrast === 'more' ? 'color-contrast-enhanced' : 'color-contrast'
        expect(await findInaccessible(page, { type: 'rule', values: [rule] })).toEqual([])
      }
      await page.emulateMedia({ contrast: 'no-preference' })
    }
    await page.setViewportSize({ width: 900, height: 600 })
    for (const percent of [100, 80, 200]) {
      expect([percent, await cutOff(page, percent)]).toEqual([percent, []])
    }
  },
)

/** With letters of this size: what stands out of the window, and buttons whose words stand out of them. */
function cutOff(page: Page, percent: number): Promise<readonly string[]> {
  return page.evaluate((size) => {
    const root = document.documentElement
    root.style.fontSize = `${size}%`
    const { scrollWidth, scrollHeight } = root
    const found = scrollWidth > innerWidth || scrollHeight > innerHeight ? ['the page'] : []
    for (const button of document.querySelectorAll<HTMLElement>('button, label, h1, h2, legend')) {
      const box = button.getBoundingClientRect()
      const isShown = box.width > 2 && getComputedStyle(button).overflowX === 'visible'
      if (isShown && button.scrollWidth > Math.ceil(box.width) + 1) found.push(button.outerHTML.slice(0, 160))
      else if (isShown && box.right > innerWidth + 1 && !button.closest('[data-scrolls], table, nav, pre')) {
        found.push(`outside: ${button.outerHTML.slice(0, 160)}`)
      }
    }
    return found
  }, percent)
}
