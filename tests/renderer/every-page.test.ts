/** Every page in real Chromium: what axe finds in both themes, and what a small window cuts off. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FakeOptions } from '../../renderer/src/client/fake.ts'
import { findInaccessible } from './harness/axe.ts'
import { press } from './harness/page.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness?.close())

const decided = { comments: 60, decided: 20 }
const openModel = async (page: Page) => {
  await press(page, 'g', 'm')
  await page.getByRole('heading', { name: 'Called a troll, and was not' }).waitFor()
}

const openProgress = async (page: Page) => {
  await press(page, 'g', 'p')
  await page.getByText(/\d of [\d,]+ decided/).waitFor()
}

/** A page, over which service, and how one comes to it. */
const pages: readonly (readonly [string, FakeOptions, (page: Page) => Promise<unknown>])[] = [
  ['start', { comments: null }, (page) => page.getByText('Lowgate bus changes').waitFor()],
  [
    'import',
    { comments: null },
    async (page) => {
      await press(page, 'Control+o')
      await page.getByRole('button', { name: 'Import 4,812 comments' }).waitFor()
    },
  ],
  ...(
    [
      ['several files', 'several', 'All 6 are read.'],
      ['very many files', 'many', 'of 260 are read.'],
      ['an export', 'export', 'Disqus export, 3 threads'],
      ['nothing that can be read', 'nothing', 'There are no comments in it.'],
    ] as const
  ).map(
    ([name, pick, until]) =>
      [
        `import of ${name}`,
        { comments: null, pick },
        async (page: Page) => {
          await press(page, 'Control+o')
          await page.getByText(until).first().waitFor()
        },
      ] as const,
  ),
  [
    'a file among several that needs somebody',
    { comments: 23, pick: 'several' },
    async (page) => {
      await press(page, 'Control+o')
      await page.getByText('All 6 are read.').waitFor()
      await press(page, 'Enter')
      await page.getByRole('alert').getByText('Say which column').waitFor()
    },
  ],
  [
    'import on its way',
    { comments: null, pick: 'export', job: { stays: 'import' } },
    async (page) => {
      await press(page, 'Control+o')
      await page.getByText('Disqus export, 3 threads').waitFor()
      await press(page, 'Enter')
      await page.getByText('620 kB of 1.2 MB').waitFor()
    },
  ],
  [
    'report of several files',
    { comments: null, pick: 'several' },
    async (page) => {
      await press(page, 'Control+o')
      await page.getByText('All 6 are read.').waitFor()
      await press(page, 'j', 'j', 'x', 'Enter')
      await page.getByText('File by file').waitFor()
      for (const file of await page.locator('summary').all()) await file.click()
    },
  ],
  [
    'report of what nobody decides on',
    { comments: null, pick: 'posts' },
    async (page) => {
      await press(page, 'Control+o')
      await page.getByText('your posts, 3 threads').waitFor()
      await press(page, 'Enter')
      await page.getByText('None of them comes up').waitFor()
    },
  ],
  [
    'list of imports',
    decided,
    async (page) => {
      await page.getByRole('button', { name: /^Project/ }).click()
      await page.getByRole('button', { name: 'Imports…' }).click()
      await page.getByRole('button', { name: /^Save report/ }).waitFor()
    },
  ],
  [
    'where a comment came from',
    decided,
    async (page) => {
      await page.getByText('of 100 alike').waitFor()
      await press(page, 'j')
      await page.getByRole('button', { name: 'edited' }).waitFor()
      await press(page, 'w')
      await page.getByText('What it said before').waitFor()
    },
  ],
  ['desk', decided, (page) => page.getByText('of 100 alike').waitFor()],
  [
    'desk in Code mode',
    { ...decided, mode: 'code' },
    (page) => page.getByText('Suggestion hidden').waitFor(),
  ],
  [
    'grounds for troll',
    { ...decided, mode: 'teach' },
    async (page) => {
      await page.locator('article[data-drawn]').waitFor()
      await press(page, 'r')
      await page.getByRole('heading', { name: 'Grounds for troll' }).waitFor()
    },
  ],
  [
    'thread',
    decided,
    async (page) => {
      await page.getByRole('article', { name: 'Comment to decide' }).waitFor()
      await press(page, 'o')
      await page.getByRole('region', { name: 'Thread' }).waitFor()
    },
  ],
  [
    'desk with a search that is half understood',
    { ...decided, mode: 'check' },
    async (page) => {
      await page.getByText('of 100 alike').waitFor()
      await press(page, '/')
      await page.keyboard.type('the autor:wren label:trol score:>0.01 ')
      await page.getByRole('button', { name: 'Did you mean author:?' }).waitFor()
      await page.getByText('decisions here never count as blind').waitFor()
    },
  ],
  [
    'what can be searched for',
    decided,
    async (page) => {
      await page.getByText('of 100 alike').waitFor()
      await press(page, '/')
      await page.getByRole('button', { name: 'What can I search for?' }).click()
      await page.getByRole('dialog', { name: 'What can I search for?' }).waitFor()
    },
  ],
  [
    'saved searches',
    decided,
    async (page) => {
      await page.getByText('of 100 alike').waitFor()
      await press(page, '/')
      await page.keyboard.type('the ')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByRole('button', { name: 'Saved searches' }).click()
      await page.getByRole('button', { name: /^Rename/ }).waitFor()
    },
  ],
  ['done', { comments: 3, decided: 3 }, (page) => page.getByText('That is everything').waitFor()],
  ['progress', decided, openProgress],
  ['progress of nothing', { comments: 60 }, openProgress],
  ['progress of one decision', { comments: 60, decided: 1, progress: 'one' }, openProgress],
  [
    'progress of years, with its tables',
    { ...decided, progress: 'years' },
    async (page) => {
      await openProgress(page)
      for (const table of await page.locator('summary').all()) await table.click()
    },
  ],
  ['progress of twelve labels', { ...decided, decided: 24, codebook: 12 }, openProgress],
  [
    'start with a project that has gone',
    { comments: null, missing: 'p3' },
    (page) => page.getByText('Not where it was').waitFor(),
  ],
  ['model', decided, openModel],
  ['model before the first decision', { comments: 60 }, openModel],
  [
    'model with its tables, and very many doubts',
    { comments: 90, decided: 20, model: { suspects: 50, measured: 'stale' }, job: { stays: 'measure' } },
    async (page) => {
      await openModel(page)
      for (const table of await page.locator('summary').all()) await table.click()
      await page.getByRole('button', { name: 'Show all 50' }).click()
    },
  ],
  [
    'model with suggestions off and a failure',
    { ...decided, model: { suggestions: false, measured: 'stale' }, job: { fails: 'measure' } },
    async (page) => {
      await openModel(page)
      await page.getByText('It could not be measured.').and(page.locator('main *')).waitFor()
    },
  ],
  [
    'desk in a random queue',
    { ...decided, order: 'random' },
    (page) => page.getByText('drawn at random to measure').waitFor(),
  ],
  [
    'desk with suggestions off',
    { ...decided, model: { suggestions: false } },
    (page) => page.getByText('Suggestions are off').waitFor(),
  ],
  [
    'labels of a new project, with everything wrong',
    { comments: null },
    async (page) => {
      await press(page, 'Control+o')
      await page.getByRole('button', { name: 'Use other labels…' }).click()
      const dialog = page.getByRole('dialog', { name: 'Labels of your own' })
      for (let at = 3; at <= 12; at += 1) await dialog.getByRole('button', { name: 'Add a label' }).click()
      await dialog.getByRole('button', { name: 'Use these labels' }).click()
      await dialog.getByText('Give the codebook a name.').waitFor()
    },
  ],
  [
    'desk with twelve labels',
    { ...decided, codebook: 12, decided: 24 },
    (page) => page.getByText('of 100 alike').waitFor(),
  ],
  [
    'desk with Arabic labels',
    { ...decided, codebook: 3 },
    (page) => page.getByText('of 100 alike').waitFor(),
  ],
  [
    'desk with two labels and no model',
    { comments: 60, codebook: 2 },
    (page) => page.getByText('No model yet.').waitFor(),
  ],
  [
    'model of twelve labels',
    { ...decided, codebook: 12 },
    async (page) => {
      await press(page, 'g', 'm')
      await page.getByRole('heading', { name: 'Is it still learning?' }).waitFor()
    },
  ],
  [
    'share',
    decided,
    async (page) => {
      await press(page, 'g', 't')
      await page.getByRole('columnheader', { name: 'label' }).waitFor()
    },
  ],
  [
    'all keys',
    decided,
    async (page) => {
      await press(page, '?')
      await page.getByRole('dialog', { name: 'All keys' }).waitFor()
    },
  ],
]

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Other states of a page that is looked at in the dark already: the same parts in the same colours. */
const isVariant = (name: string): boolean => /^(desk|model|progress) /.test(name)

test.each(pages)('%s can be used by everybody, and fits a small window', async (name, options, reach) => {
  const page = await harness.open(options)
  await reach(page)
  expect(await findInaccessible(page, { type: 'tag', values: rules })).toEqual([])
  // Only colours differ between the themes.
  if (!isVariant(name)) {
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await findInaccessible(page, { type: 'rule', values: ['color-contrast'] })).toEqual([])
  }
  await page.setViewportSize({ width: 900, height: 600 })
  const size = await page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement
    return { scrollWidth, scrollHeight }
  })
  expect(size).toEqual({ scrollWidth: 900, scrollHeight: 600 })
})
