/** Every page but the desk in real Chromium: what axe finds, and what a small window cuts off. */
import { afterAll, beforeAll, test } from 'vitest'
import { lookAt } from './harness/look.ts'
import { pages } from './harness/pages.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness?.close())

test.each(pages)('%s can be used by everybody, and fits a small window', (...page) => lookAt(harness, page))
