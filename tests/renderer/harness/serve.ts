/** Serves the harness on this machine, and opens pages of it in Chromium. */
import type { Browser, Page } from 'playwright-core'
import { preview } from 'vite'
import { inject } from 'vitest'
import type { FakeOptions } from '../../../renderer/src/client/fake.ts'
import { launchBrowser } from '../../support/browser.ts'

export interface Look {
  readonly width?: number
  readonly height?: number
  readonly colorScheme?: 'light' | 'dark'
}

export interface Harness {
  readonly browser: Browser
  /** A page of its own with the window over an invented service. */
  open(options: FakeOptions, look?: Look): Promise<Page>
  close(): Promise<void>
}

export async function startHarness(): Promise<Harness> {
  const server = await preview({
    root: import.meta.dirname,
    base: './',
    configFile: false,
    logLevel: 'error',
    build: { outDir: inject('harness') },
    preview: { host: '127.0.0.1', port: 0 },
  })
  const browser = await launchBrowser()
  const address = server.resolvedUrls?.local[0]
  return {
    browser,
    async open(options, { width = 1280, height = 800, colorScheme = 'light' } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme,
        reducedMotion: 'reduce',
      })
      const page = await context.newPage()
      page.setDefaultTimeout(10_000)
      await page.goto(`${address}#${encodeURIComponent(JSON.stringify(options))}`)
      await page.locator('main').waitFor()
      return page
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}
