/** The desk in every state in real Chromium: what axe finds, and what a small window cuts off. */
import { afterAll, beforeAll, test } from 'vitest'
import { deskPages } from './harness/desk-pages.ts'
import { lookAt } from './harness/look.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness('strict')
})
afterAll(() => harness?.close())

test.each(deskPages)('%s can be used by everybody, and fits a small window', (...page) =>
  lookAt(harness, page),
)
