/** Builds the harness (under Vitest with React's strict checks, which the built window has not), serves it on this machine, and opens pages of it in Chromium. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import type { Browser, Page } from 'playwright-core'
import { build, preview } from 'vite'
import type { FakeOptions } from '../../../renderer/src/client/fake.ts'
import { launchBrowser } from '../../support/browser.ts'

const targets = ['chrome125', 'firefox126', 'safari17.5']

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
  const root = import.meta.dirname
  const outDir = mkdtempSync(path.join(tmpdir(), 'fair-hearing-harness-'))
  const shared = { root, base: './', configFile: false, logLevel: 'error' } as const
  await build({
    ...shared,
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      target: targets,
      cssTarget: targets,
      modulePreload: { polyfill: false },
    },
  })
  const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } })
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
      rmSync(outDir, { recursive: true, force: true })
    },
  }
}
