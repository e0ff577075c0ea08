/** Serves the harness on this machine, and opens pages of it in Chromium. */
import type { Browser, Page } from 'playwright-core'
import { preview } from 'vite'
import { inject } from 'vitest'
import type { FakeOptions } from '../../../renderer/src/client/fake.ts'
import { connectBrowser } from '../../support/one-browser.ts'
import { beginAgain } from './again.ts'
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
  close(): Promise<void>
}

/** @param checks `strict` finds effects that may not run twice; where a file looks at every page once */
export async function startHarness(checks: Checks = 'as-shipped'): Promise<Harness> {
  const server = await preview({
    root: import.meta.dirname,
    base: './',
    configFile: false,
    logLevel: 'error',
    build: { outDir: inject('harness')[checks] },
    preview: { host: '127.0.0.1', port: 0 },
  })
  const browser = await connectBrowser()
  const address = server.resolvedUrls?.local[0]
  let kept: Page | null = null
  return {
    async open(options, { width = 1280, height = 800, colorScheme = 'light', isAlone = false } = {}) {
      const hash = `#${encodeURIComponent(JSON.stringify(options))}`
      const before = isAlone ? null : kept
      const page = before ?? (await newPage(browser))
      if (!isAlone) kept = page
      await page.mouse.move(0, 0)
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce', contrast: 'no-preference' })
      if (before) await beginAgain(page, hash)
      else await page.goto(`${address}${hash}`)
      await page.locator('main').waitFor()
      return page
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage()
  page.setDefaultTimeout(10_000)
  return page
}
