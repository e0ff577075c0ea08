/** Looks at a page of the harness as everybody might: what axe finds, in each theme, and what a small window cuts off. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { findInaccessible } from './axe.ts'
import type { PageToSee } from './pages.ts'
import type { Harness } from './serve.ts'

const themes = [
  ['dark', 'no-preference'],
  ['dark', 'more'],
  ['light', 'more'],
] as const

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Only colours differ between the themes, the same tokens hold everywhere, and a test of the tokens works out the
 * contrast of every pair: one page of each kind is looked at in all of them.
 */
const inEveryTheme: ReadonlySet<string> = new Set([
  'start',
  'import',
  'desk',
  'thread',
  'palette',
  'settings, Look',
  'many at once, half read',
  'model',
  'progress',
  'record, with a row that was changed',
  'share',
])

export async function lookAt(harness: Harness, [name, options, reach]: PageToSee): Promise<void> {
  const page = await harness.open(options)
  await reach(page)
  expect(await findInaccessible(page, { type: 'tag', values: rules })).toEqual([])
  if (inEveryTheme.has(name)) await lookInEveryTheme(page)
  await page.setViewportSize({ width: 900, height: 600 })
  for (const percent of [100, 80, 200]) {
    expect([percent, await cutOff(page, percent)]).toEqual([percent, []])
  }
}

async function lookInEveryTheme(page: Page): Promise<void> {
  for (const [colorScheme, contrast] of themes) {
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
