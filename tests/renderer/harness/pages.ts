/** Every page but the desk, as `every-page.test.ts` looks at them. */
import type { Page } from 'playwright-core'
import type { FakeOptions } from '../../../renderer/src/client/fake.ts'
import { press } from './page.ts'

/** A page, over which service, and how one comes to it. */
export type PageToSee = readonly [string, FakeOptions, (page: Page) => Promise<unknown>]

/** A project that somebody has begun to work in. */
export const decided = { comments: 60, decided: 20 }
const openModel = async (page: Page) => {
  await press(page, 'g', 'm')
  await page.getByRole('heading', { name: 'Called a troll, and was not' }).waitFor()
}

const openProgress = async (page: Page) => {
  await press(page, 'g', 'p')
  await page.getByText(/\d of [\d,]+ decided/).waitFor()
}

const openRecord = async (page: Page) => {
  await press(page, 'g', 'l')
  await page.getByText('none of which can be changed').waitFor()
}

const openBias = async (page: Page) => {
  await press(page, 'g', 'p')
  await page.getByRole('button', { name: 'Bias', exact: true }).click()
  await page.getByText(/ comparisons\. |decided comments, and so/).waitFor()
}

export const pages: readonly PageToSee[] = [
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
    'record, with a row that was changed',
    { ...decided, isBroken: true },
    async (page) => {
      await openRecord(page)
      await page.getByRole('button', { name: 'Check the record' }).click()
      await page.getByText('does not fit').waitFor()
    },
  ],
  ['bias', decided, openBias],
  ['bias of nothing', { comments: 60 }, openBias],
  ['bias where nothing stands out', { ...decided, bias: 'even' }, openBias],
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
  ...(
    [
      ['appeals', 'Your answer', 1],
      ['an answered appeal', 'The letter about the answer', 3],
    ] as const
  ).map(
    ([name, until, id]) =>
      [
        name,
        { ...decided, appeals: 'open' },
        async (page: Page) => {
          await press(page, 'g', 'a')
          await page.locator(`[data-id="${id}"]`).click()
          await page.getByRole('heading', { name: until }).waitFor()
        },
      ] as const,
  ),
  [
    'appeals where there are none',
    { ...decided, appeals: 'none' },
    async (page) => {
      await press(page, 'g', 'a')
      await page.getByText('No appeal has been recorded.').waitFor()
    },
  ],
  [
    'recording an appeal',
    { ...decided, appeals: 'open' },
    async (page) => {
      await press(page, 'g', 'a')
      await page.getByRole('button', { name: 'Record an appeal' }).click()
      await page.getByLabel('Reference on the letter').fill('FH-PZ55-1XRB')
      await page.getByRole('button', { name: 'Find' }).click()
      await page.getByRole('textbox', { name: 'What the author wrote' }).waitFor()
    },
  ],
  ...(['open', 'none'] as const).map(
    (appeals) =>
      [
        `letters, ${appeals}`,
        { ...decided, appeals },
        async (page: Page) => {
          await press(page, 'g', 'a')
          await page.getByRole('button', { name: 'Letters' }).click()
          await page
            .getByText(appeals === 'open' ? 'Name the author' : 'No label stands that could be')
            .waitFor()
        },
      ] as const,
  ),
  [
    'who writes letters',
    decided,
    async (page) => {
      await press(page, 'g', 'a')
      await page.getByRole('button', { name: 'Who writes' }).click()
      await page.getByLabel('Days to appeal').waitFor()
    },
  ],
  [
    'disclose',
    decided,
    async (page) => {
      await press(page, 'g', 'd')
      await page.getByRole('button', { name: 'Make the folder' }).waitFor()
    },
  ],
  [
    'work packages',
    decided,
    async (page) => {
      await press(page, 'g', 'w')
      await page.getByLabel('For whom').fill('Sam')
      await page.getByText('40 comments can be given.').waitFor()
    },
  ],
  [
    'a work package, to be given back',
    { ...decided, isPackage: true },
    async (page) => {
      await page.getByRole('button', { name: 'Give it back' }).click()
      await page.getByText('20 of 60 comments are decided.').first().waitFor()
    },
  ],
  [
    'a merge before it happens',
    { ...decided, copy: 'same-name' },
    async (page) => {
      await press(page, 'g', 'w')
      await page.getByRole('navigation').getByRole('button', { name: 'Merge' }).click()
      await page.getByRole('button', { name: 'Choose a file' }).click()
      await page.getByRole('heading', { name: 'What will happen' }).waitFor()
    },
  ],
  [
    'palette',
    { ...decided, comments: 60 },
    async (page) => {
      await press(page, 'Control+k')
      await page.keyboard.type('re')
      await page
        .getByRole('option', { name: /report/ })
        .first()
        .waitFor()
    },
  ],
  ...(['You', 'Look', 'Reading', 'Keys'] as const).map(
    (part) =>
      [
        `settings, ${part}`,
        { ...decided, settings: { keys: { skip: ['b'] }, textSize: 110 } },
        async (page: Page) => {
          await page.getByRole('article', { name: 'Comment to decide' }).waitFor()
          await press(page, 'Control+,')
          await page.getByRole('navigation', { name: 'Parts of the settings' }).getByText(part).click()
          await page.getByRole('region', { name: part }).waitFor()
        },
      ] as const,
  ),
  [
    'who decides, and the rules',
    { ...decided, settings: { coder: 'Ellis' }, rules: { expiresAfterDays: 365 }, interests: ['car park'] },
    async (page) => {
      await page.getByRole('region', { name: 'Who sits here?' }).waitFor()
      await press(page, 'Control+k')
      await page.keyboard.type('rules of this')
      await press(page, 'Enter')
      await page.getByRole('dialog', { name: 'Rules of this project' }).getByText('My interests').waitFor()
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
