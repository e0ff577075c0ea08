/** The screens that one person alone comes to, each from the one before. */
import type { Page } from 'playwright-core'
import type { Files } from './files.ts'
import { card, choose, click, keys, mode, type Screen } from './reach.ts'

const settingsPart = (part: string): Screen => ({
  name: `settings-${part.toLowerCase()}`,
  async reach(page) {
    if ((await page.getByRole('dialog', { name: 'Settings' }).count()) === 0) await keys(page, 'Control+,')
    await page.getByRole('navigation', { name: 'Parts of the settings' }).getByText(part).click()
    await page.getByRole('region', { name: part }).waitFor()
  },
})

const start = (page: Page) => page.getByRole('button', { name: 'Try a sample' }).waitFor()

export const screens = (files: Files): readonly Screen[] => [
  { name: 'start', reach: start },
  {
    name: 'import-list',
    async reach(page) {
      await choose(page, files.several, () => keys(page, 'Control+o'))
      await page.getByText('Both are read.').first().waitFor()
    },
  },
  {
    name: 'import-match',
    async reach(page) {
      await keys(page, 'Escape')
      await start(page)
      await choose(page, [files.table], () => keys(page, 'Control+o'))
      await page.getByRole('button', { name: /^Import \d/ }).waitFor()
    },
  },
  {
    name: 'import-report',
    async reach(page) {
      await keys(page, 'Enter')
      await page.getByRole('button', { name: /^Start deciding/ }).waitFor()
    },
  },
  {
    name: 'desk-first',
    async reach(page) {
      await keys(page, 'Enter')
      await card(page)
    },
  },
  {
    name: 'done',
    async reach(page) {
      for (const key of ['c', 'c', 'n', 'u', 'n']) {
        await card(page)
        await keys(page, key)
        await page.waitForTimeout(300)
      }
      await page.locator('article[data-drawn]').waitFor({ state: 'detached' })
    },
  },
  {
    name: 'start-with-projects',
    async reach(page) {
      await click(page, /^Project/)
      await click(page, 'Close project')
      await page.getByRole('button', { name: 'Try a sample' }).waitFor()
    },
  },
  {
    name: 'who-sits',
    async reach(page) {
      await click(page, 'Try a sample')
      await card(page)
      await page.getByRole('region', { name: 'Who sits here?' }).waitFor()
    },
  },
  {
    name: 'desk-code',
    isSeenInAllWays: true,
    async reach(page) {
      await click(page, /^I am /)
      await page.getByRole('region', { name: 'Who sits here?' }).waitFor({ state: 'detached' })
      await card(page)
    },
  },
  {
    name: 'desk-check',
    async reach(page) {
      await mode(page, 'Check')
      await page.getByText('of 100 alike').waitFor()
    },
  },
  { name: 'desk-teach', reach: (page) => mode(page, 'Teach') },
  {
    name: 'desk-grounds',
    async reach(page) {
      await mode(page, 'Code')
      // The queue is opened anew in another mode, and what was open is closed then.
      await page.waitForTimeout(1500)
      await keys(page, 'r')
      await page.getByRole('region', { name: /^Grounds for/ }).waitFor()
    },
  },
  {
    name: 'thread',
    async reach(page) {
      await keys(page, 'Escape', 'o')
      await page.getByRole('tree', { name: 'Thread as a tree' }).locator('[data-drawn]').waitFor()
    },
  },
  {
    name: 'author',
    async reach(page) {
      await keys(page, 'o')
      await card(page)
      await keys(page, 'a')
      await page.getByRole('region', { name: 'By the same author' }).waitFor()
    },
  },
  {
    name: 'search',
    async reach(page) {
      await keys(page, 'Escape', '/')
      await page.keyboard.type('report -"fern ward"')
      await page.getByText(/^\d+ found/).waitFor()
    },
  },
  {
    name: 'search-hint',
    async reach(page) {
      await keys(page, 'Control+a')
      await page.keyboard.type('autor:plover ')
      await page.getByText('There is no “autor:”.').waitFor()
    },
  },
  {
    name: 'palette',
    async reach(page) {
      await keys(page, 'Control+a', 'Delete', 'Enter', 'Control+k')
      await page.keyboard.type('re')
      await page
        .getByRole('option', { name: /report/ })
        .first()
        .waitFor()
    },
  },
  {
    name: 'all-keys',
    async reach(page) {
      await keys(page, 'Escape', '?')
      await page.getByRole('dialog', { name: 'All keys' }).waitFor()
      await page.waitForTimeout(200)
    },
  },
  {
    ...settingsPart('You'),
    async reach(page) {
      await keys(page, 'Escape')
      await settingsPart('You').reach(page)
    },
  },
  settingsPart('Look'),
  settingsPart('Reading'),
  settingsPart('Keys'),
  {
    name: 'zen',
    async reach(page) {
      await keys(page, 'Escape', '.')
      await card(page)
    },
  },
  {
    name: 'progress',
    async reach(page) {
      await keys(page, 'Escape', 'g', 'p')
      await page.getByRole('heading', { name: 'Decided a day' }).waitFor()
    },
  },
  {
    name: 'model',
    async reach(page) {
      await keys(page, 'g', 'm')
      await page.getByText(/Measured on \d+ made blind and at random/).waitFor({ timeout: 60_000 })
    },
  },
  {
    name: 'share',
    async reach(page) {
      await keys(page, 'g', 't')
      await page.getByRole('columnheader', { name: 'label', exact: true }).waitFor()
    },
  },
]

/** In a tab of its own, opened while the first is there. */
export const secondTab: Screen = {
  name: 'reader',
  async reach(page) {
    await page.getByText('Another tab decides in this project.').waitFor()
    await card(page)
  },
}
