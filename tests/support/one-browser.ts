/** One browser for all files of all layers: to start one takes longer than most tests. Contexts keep them apart. */
import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { launchOptions } from './browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser is reached, on this machine. */
    browser: string
  }
}

/**
 * Starts it for the first layer that needs it, before its first test: two files that install one at the same time would
 * keep each other out.
 *
 * @returns ends it
 * @throws Error that says what to install
 */
export default async function startBrowser({
  vitest,
}: TestProject): Promise<(() => Promise<void>) | undefined> {
  const root = vitest.getRootProject()
  if (root.getProvidedContext().browser !== undefined) return undefined
  const server = await chromium.launchServer({ ...launchOptions(), host: '127.0.0.1' })
  root.provide('browser', server.wsEndpoint())
  return () => server.close()
}

/** The browser of this run. Closing it ends what was opened through it, and nothing of another file. */
export function connectBrowser(): Promise<Browser> {
  return chromium.connect(inject('browser'))
}
