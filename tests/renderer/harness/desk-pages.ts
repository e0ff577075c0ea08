/** The desk in every state that is looked at by `every-desk-page.test.ts`. */
import type { Page } from 'playwright-core'
import type { FakeOptions } from '../../../renderer/src/client/fake.ts'
import { othersJudged } from '../../../renderer/src/client/fake-judging.ts'
import { press } from './page.ts'
import { decided, type PageToSee } from './pages.ts'

/** Two see the fourth comment differently, and each marked something. */
const disputed: FakeOptions['others'] = {
  4: [
    othersJudged({ decisionId: 901, coder: 'Sam', label: 'troll', note: 'Says that the staff lie to her.' }),
    othersJudged({
      decisionId: 902,
      coder: 'Ellis',
      label: 'critic',
      passage: { start: 3, end: 20 },
      note: 'It is her own mother.',
    }),
  ],
}

async function openMany(page: Page): Promise<void> {
  await page.locator('article[data-drawn]').waitFor()
  await press(page, 'g', 'b')
  await page.getByText(/^0 of \d+ read$/).waitFor()
}

export const deskPages: readonly PageToSee[] = [
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
    'desk, grounds for troll with what is missing',
    { ...decided, mode: 'teach' },
    async (page) => {
      await page.locator('article[data-drawn]').waitFor()
      await press(page, 't', '2', 'e', 'Shift+ArrowRight', 'Enter', 'Enter')
      await page.getByText('Say in a few words why it holds here.').first().waitFor()
    },
  ],
  [
    'a dispute to settle',
    { ...decided, others: disputed },
    async (page) => {
      await page.locator('article[data-drawn]').waitFor()
      await page.getByRole('combobox', { name: 'Order of the queue' }).selectOption('adjudicate')
      await page.getByRole('region', { name: 'Ellis' }).waitFor()
      await press(page, 'c', 'Enter')
      await page.getByText('Say in a few words why, for both to read.').first().waitFor()
    },
  ],
  [
    'the opposite test',
    { ...decided, rules: { oppositeTest: true } },
    async (page) => {
      await page.locator('article[data-drawn]').waitFor()
      await press(page, 't', '1', 'e', 'Enter', 'Enter')
      await page.getByRole('button', { name: /Yes, the same/ }).waitFor()
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
    'thread with branches folded',
    { comments: 200, decided: 60, deep: 34 },
    async (page) => {
      await page.getByRole('article', { name: 'Comment to decide' }).waitFor()
      await press(page, 'o', 'ArrowRight')
      await page.getByRole('tree').locator('[data-drawn]').waitFor()
      await press(page, 'ArrowLeft')
      await page.getByText(/^\d+ folded$/).waitFor()
    },
  ],
  [
    'other comments of an author',
    { ...decided, pseudonyms: true },
    async (page) => {
      await page.getByText('of 100 alike').waitFor()
      await press(page, 'a')
      await page.getByText('in this project').waitFor()
    },
  ],
  [
    'desk with a passage, addresses and hidden characters',
    {
      ...decided,
      texts: {
        1: 'Nobody c\u0430lled you an idi\u200bot, see https://xn--80ak6aa92e.com and www.lowgate.example \u202enow',
      },
    },
    async (page) => {
      await page.getByText('of 100 alike').waitFor()
      await press(page, '*', 'e', 'Shift+End', 'Enter')
      await page.getByRole('button', { name: 'Clear' }).waitFor()
      await press(page, 'e')
      await page.getByRole('application').waitFor()
    },
  ],
  [
    'where an address leads',
    { ...decided, texts: { 1: 'See https://xn--80ak6aa92e.com now' } },
    async (page) => {
      await page.getByRole('button', { name: 'https://xn' }).click()
      await page.getByRole('dialog', { name: 'Where this address leads' }).waitFor()
    },
  ],
  [
    'desk with a very long comment',
    { ...decided, texts: { 1: 'The car park again. '.repeat(5_000) } },
    (page) => page.getByRole('button', { name: 'Show all of it, 100,000 characters' }).waitFor(),
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
    'zen',
    decided,
    async (page) => {
      await page.getByRole('article', { name: 'Comment to decide' }).waitFor()
      await press(page, '.')
      await page.locator('[data-zen] article').waitFor()
    },
  ],
  [
    'desk with everything covered',
    { ...decided, settings: { coverText: true, coverSlurs: true } },
    (page) => page.locator('article [data-covered]').first().waitFor(),
  ],
  [
    'desk in compact rows',
    { ...decided, settings: { density: 'compact', singleKeys: false } },
    (page) => page.getByRole('article', { name: 'Comment to decide' }).waitFor(),
  ],
  [
    'rows that are selected',
    { ...decided, mode: 'code' },
    async (page) => {
      await page.locator('article[data-drawn]').waitFor()
      await press(page, 'x', 'Shift+J', 'Shift+J')
      await page.getByRole('button', { name: 'All 60 matching' }).waitFor()
    },
  ],
  [
    'a label for all that is selected',
    { ...decided, mode: 'code' },
    async (page) => {
      await page.locator('article[data-drawn]').waitFor()
      await press(page, 'Control+a', 'n')
      await page.getByText('Ten at random. Read them first.').waitFor()
    },
  ],
  [
    'many at once, half read',
    { comments: 400, mode: 'code' },
    async (page) => {
      await openMany(page)
      await press(page, 'y', 'c', 'x', 'y')
      await page.getByText('2 of 4 did not fit.').waitFor()
    },
  ],
  ['many at once, one comment', { comments: 2, mode: 'code' }, openMany],
  [
    'many at once of twelve labels',
    { comments: 60, decided: 24, codebook: 12 },
    async (page) => {
      await page.locator('article[data-drawn]').waitFor()
      await press(page, 'g', 'b')
      await page.getByText('No undecided comment has a score in this band.').waitFor()
      // The one with the longest name.
      await page.getByRole('radio').last().check()
      await page.getByRole('button', { name: /^Mark 0 as Something else/ }).waitFor()
    },
  ],
  [
    'many at once without scores',
    { ...decided, model: { suggestions: false } },
    async (page) => {
      await page.locator('article[data-drawn]').waitFor()
      await press(page, 'g', 'b')
      await page.getByText('There are no scores to show.').waitFor()
    },
  ],
]
