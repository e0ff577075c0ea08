/** What axe finds on a page of the harness. It is put into the page once: that costs as much as a look. */
import axe, { type RunOnly } from 'axe-core'
import type { Page } from 'playwright-core'
import { oneOfEachColour } from './colours.ts'

/** @returns rule and beginnings of elements, for each rule that is broken */
export type Findings = readonly (readonly [string, readonly string[]])[]

/** By these rules, but for contrast, which `findPale` looks for. */
export function findInaccessible(page: Page, tags: readonly string[]): Promise<Findings> {
  return run(page, { type: 'tag', values: [...tags] }, [])
}

/**
 * Letters that stand out too little from what is behind them. Axe takes longer over them than over all its other rules
 * together, and does the same sum for every row of a list: it is given one element of each kind, as the eye tells them.
 *
 * @param rule of axe: `color-contrast` asks 4.5:1, `color-contrast-enhanced` 7:1
 */
export async function findPale(
  page: Page,
  rule: 'color-contrast' | 'color-contrast-enhanced',
): Promise<Findings> {
  const marked = await page.evaluate(oneOfEachColour, mark)
  if (marked === 0) throw new Error('The page has no letters.')
  return run(page, { type: 'rule', values: [rule] }, [`[${mark}]`])
}

const mark = 'data-looked-at'

/** @param include selectors of what is looked at; empty for the whole page */
async function run(page: Page, runOnly: RunOnly, include: readonly string[]): Promise<Findings> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async ([only, within]) => {
      // Safe: it was just put there.
      const { run: look } = (window as unknown as { readonly axe: typeof axe }).axe
      const { violations, passes, incomplete } = await look(within.length > 0 ? [...within] : document, {
        runOnly: only,
        rules: only.type === 'tag' ? { 'color-contrast': { enabled: false } } : {},
        resultTypes: ['violations'],
        // There is none, and no rule of these reads the styles.
        iframes: false,
        preload: false,
      })
      if (passes.length + incomplete.length === 0) throw new Error('axe looked at nothing.')
      return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))] as const)
    },
    [runOnly, include] as const,
  )
}
