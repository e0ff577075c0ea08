/** Opens pages of the harness in Chromium. */
import type { Browser, Page } from 'playwright-core'
import { inject, onTestFailed } from 'vitest'
import type { FakeOptions } from '../../../renderer/src/client/fake.ts'
import { connectBrowser } from '../../support/one-browser.ts'
import { begin, leave } from './again.ts'
import type { Checks } from './build.ts'

export interface Look {
  readonly width?: number
  readonly height?: number
  readonly colorScheme?: 'light' | 'dark'
  /** In a page that no other test sees: for what cannot be taken back, like another clock. */
  readonly isAlone?: boolean
}

export interface Harness {
  /**
   * The window over an invented service that knows nothing of the test before. One document serves them all, one after
   * the other: a new one takes Chromium longer than most tests.
   */
  open(options: FakeOptions, look?: Look): Promise<Page>
  /** Takes the window off the page. The page stays for the next file. */
  close(): Promise<void>
}

/** Of this process, whose files run one after the other. Both end with the browser of the run. */
let browser: Promise<Browser> | null = null
const kept = new Map<Checks, Page>()

/** @param checks `strict` finds effects that may not run twice; where a file looks at every page once */
export async function startHarness(checks: Checks = 'as-shipped'): Promise<Harness> {
  browser ??= connectBrowser()
  const running = await browser
  const alone: Page[] = []
  return {
    async open(options, { width = 1280, height = 800, colorScheme = 'light', isAlone = false } = {}) {
      const hash = `#${encodeURIComponent(JSON.stringify(options))}`
      const before = isAlone ? undefined : kept.get(checks)
      const page = before ?? (await newPage(running))
      if (isAlone) alone.push(page)
      else kept.set(checks, page)
      // What went wrong must not go wrong for the next.
      onTestFailed(async () => {
        kept.delete(checks)
        await page.close()
      })
      // Before its size: the window of the test before would be laid out once more.
      if (before) await leave(page)
      await page.mouse.move(0, 0)
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce', contrast: 'no-preference' })
      if (before) await begin(page, hash)
      else await page.goto(`${inject('harness')[checks]}${hash}`)
      await page.locator('main').waitFor()
      return page
    },
    async close() {
      for (const page of alone) await page.close()
      const page = kept.get(checks)
      if (page) await leave(page)
    },
  }
}

async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage()
  page.setDefaultTimeout(10_000)
  return page
}
