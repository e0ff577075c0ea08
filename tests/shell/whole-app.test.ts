import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, inject, test } from 'vitest'
import { keepsDecisionThroughQuit } from '../support/flow.ts'
import { connectBrowser } from '../support/one-browser.ts'
import { startWholeApp } from '../support/whole-app.ts'

let browser: Browser

beforeAll(async () => {
  browser = await connectBrowser()
})
afterAll(() => browser?.close())

test('the bundled app shows its screens, keeps a decision through a quit, and finds it again', async () => {
  const home = mkdtempSync(path.join(tmpdir(), 'fair-hearing-home-'))
  await keepsDecisionThroughQuit(() => startWholeApp({ folder: inject('built'), browser, home }))
})
