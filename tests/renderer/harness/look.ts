/** Looks at a page of the harness as everybody might: what axe finds, in each theme, and what a small window cuts off. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { findInaccessible, findPale } from './axe.ts'
import { resize } from './page.ts'
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
 * contrast of every pair: each screen is looked at in both, and of its other states the letters are not looked at again.
 */
const screens: ReadonlySet<string> = new Set([
  'start',
  'import',
  'import of several files',
  'labels of a new project, with everything wrong',
  'list of imports',
  'desk',
  'desk in Code mode',
  'desk, grounds for troll with what is missing',
  'desk with a search that is half understood',
  'a dispute to settle',
  'the opposite test',
  'thread',
  'zen',
  'palette',
  'all keys',
  'settings, Look',
  'who decides, and the rules',
  'many at once, half read',
  'model',
  'progress',
  'bias',
  'record, with a row that was changed',
  'letters, open',
  'an answered appeal',
  'share',
  'work packages',
  'a merge before it happens',
  'disclose',
])

/** One of each kind of screen. */
const inHighContrast: ReadonlySet<string> = new Set([
  'start',
  'import',
  'desk',
  'thread',
  'palette',
  'settings, Look',
  'many at once, half read',
  'model',
  'share',
])

export async function lookAt(harness: Harness, [name, options, reach]: PageToSee): Promise<void> {
  const page = await harness.open(options)
  await reach(page)
  const isScreen = screens.has(name)
  expect(await findInaccessible(page, rules)).toEqual([])
  if (isScreen) {
    expect(await findPale(page, 'color-contrast')).toEqual([])
    await lookInOtherThemes(page, inHighContrast.has(name))
  }
  await resize(page, 900, 600)
  expect(await cutOff(page, [100, 80, 200])).toEqual([])
}

async function lookInOtherThemes(page: Page, isHighContrastToo: boolean): Promise<void> {
  for (const [colorScheme, contrast] of themes) {
    if (contrast === 'more' && !isHighContrastToo) continue
    await page.emulateMedia({ colorScheme, contrast })
    await page.waitForFunction(
      (wanted) => document.documentElement.dataset.contrast === wanted,
      contrast === 'more' ? contrast : undefined,
    )
    // High contrast owes 7:1, which axe knows by another name.
    const rule = contrast === 'more' ? 'color-contrast-enhanced' : 'color-contrast'
    expect(await findPale(page, rule)).toEqual([])
  }
  await page.emulateMedia({ contrast: 'no-preference' })
}

/** With letters of these sizes: what stands out of the window, and buttons whose words stand out of them. */
function cutOff(page: Page, percents: readonly number[]): Promise<readonly string[]> {
  return page.evaluate((sizes) => {
    const root = document.documentElement
    const found: string[] = []
    for (const size of sizes) {
      root.style.fontSize = `${size}%`
      const { scrollWidth, scrollHeight } = root
      if (scrollWidth > innerWidth || scrollHeight > innerHeight) found.push(`${size}%: the page`)
      for (const button of document.querySelectorAll<HTMLElement>('button, label, h1, h2, legend')) {
        const box = button.getBoundingClientRect()
        const isShown = box.width > 2 && getComputedStyle(button).overflowX === 'visible'
        const isTooWide = isShown && button.scrollWidth > Math.ceil(box.width) + 1
        const isOutside = box.right > innerWidth + 1 && !button.closest('[data-scrolls], table, nav, pre')
        if (isTooWide || (isShown && isOutside)) {
          found.push(`${size}%${isTooWide ? '' : ', outside'}: ${button.outerHTML.slice(0, 160)}`)
        }
      }
    }
    return found
  }, percents)
}
