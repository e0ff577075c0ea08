import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { keepsDecisionThroughQuit } from '../support/flow.ts'
import { buildWholeApp, startWholeApp } from '../support/whole-app.ts'

let browser: Browser
let folder: string

beforeAll(async () => {
  folder = await buildWholeApp()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the bundled app shows its screens, keeps a decision through a quit, and finds it again', async () => {
  const home = mkdtempSync(path.join(tmpdir(), 'fair-hearing-home-'))
  await keepsDecisionThroughQuit(() => startWholeApp({ folder, browser, home }))
})
