/** What axe finds on a page of the harness. It is put into the page once: that costs as much as a look. */
import axe, { type RunOnly } from 'axe-core'
import type { Page } from 'playwright-core'

/** @returns rule and beginnings of elements, for each rule that is broken */
export async function findInaccessible(
  page: Page,
  runOnly: RunOnly,
  /** Rules that are left out. */
  without: readonly string[] = [],
): Promise<readonly (readonly [string, readonly string[]])[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async ([only, left]) => {
      // Safe: it was just put there.
      const { run } = (window as unknown as { readonly axe: typeof axe }).axe
      const { violations, passes, incomplete } = await run(document, {
        runOnly: only,
        rules: Object.fromEntries(left.map((rule) => [rule, { enabled: false }])),
        resultTypes: ['violations'],
      })
      if (passes.length + incomplete.length === 0) throw new Error('axe looked at nothing.')
      return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))] as const)
    },
    [runOnly, without] as const,
  )
}
