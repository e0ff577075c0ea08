/** The screens of a project in which several people have worked, each from the one before. */
import type { Page } from 'playwright-core'
import { card, choose, click, command, keys, type Screen } from './reach.ts'
import type { Telling } from './telling.ts'

const order = (page: Page, value: string) =>
  page.getByRole('combobox', { name: 'Order of the queue' }).selectOption(value)

/** The keys of the desk are heard again: they are not on the bar, to which a menu gives the focus back. */
const toDesk = async (page: Page) => {
  await keys(page, 'Escape')
  await card(page)
  await page.locator('[data-reading]').first().focus()
}

const row = async (page: Page, words: string) => {
  await page.locator('[role=option]').filter({ hasText: words }).first().click()
  await page.locator('article[data-drawn]').getByText(words).waitFor()
}

/** A rule, the first two words, a sentence: all that a troll asks for, on the screen and not given yet. */
async function giveGrounds(page: Page): Promise<void> {
  await card(page)
  await keys(page, 't')
  const grounds = page.getByRole('region', { name: 'Grounds for troll' })
  await grounds.waitFor()
  await keys(page, '2')
  await page.locator(':focus').and(page.locator('[data-passage]')).waitFor()
  await keys(page, 'e', 'Shift+ArrowRight', 'Enter')
  await grounds.locator('textarea').and(page.locator(':focus')).waitFor()
  await page.keyboard.type('Goes for a person, and says nothing about the report.')
}

const deciding: readonly Screen[] = [
  {
    name: 'who-menu',
    async reach(page) {
      await click(page, /Fern ward report \(sample\)/)
      await card(page)
      await click(page, /^Deciding as/)
      await page.getByRole('dialog', { name: 'Who decides?' }).getByText('decided').first().waitFor()
    },
  },
  {
    name: 'second-opinions',
    async reach(page) {
      await toDesk(page)
      await keys(page, 'p')
      await page.locator('option[value=second]:checked').waitFor({ state: 'attached' })
      await card(page)
    },
  },
  { name: 'grounds-for-troll', reach: giveGrounds, isSeenInAllWays: true },
  {
    name: 'adjudicate',
    isSeenInAllWays: true,
    async reach(page) {
      await toDesk(page)
      await order(page, 'adjudicate')
      await page.getByRole('heading', { name: 'Your decision' }).waitFor()
      await row(page, 'journalists are parasites')
    },
  },
  {
    name: 'adjudicate-why',
    async reach(page) {
      await keys(page, 'c')
      await page.getByLabel('Why, in a sentence both will read').and(page.locator(':focus')).waitFor()
      await page.keyboard.type('Aimed at how the paper reported, and at nobody by name.')
    },
  },
  {
    name: 'rules',
    async reach(page) {
      await toDesk(page)
      await order(page, 'oldest-first')
      await card(page)
      await command(page, 'Rules of this project')
      const dialog = page.getByRole('dialog', { name: 'Rules of this project' })
      await dialog.getByRole('checkbox', { name: 'Opposite test' }).click()
      await dialog.getByRole('textbox', { name: 'My interests' }).fill('car park\nLowgate bus station')
      await dialog.getByRole('button', { name: 'Save', exact: true }).click()
      await dialog.getByText('Saved').waitFor()
    },
  },
  {
    name: 'opposite-test',
    async reach(page) {
      await toDesk(page)
      await keys(page, '/')
      await page.keyboard.type('"fern ward"')
      await page.getByText(/^\d+ found/).waitFor()
      await keys(page, 'Enter')
      await giveGrounds(page)
      await keys(page, 'Enter')
      await page.getByRole('button', { name: /^Yes, the same/ }).waitFor()
    },
  },
  {
    name: 'many',
    async reach(page) {
      await keys(page, 'n')
      await card(page)
      await page.waitForTimeout(500)
      await keys(page, 'g', 'b')
      await page.getByText(/^\d+ undecided/).waitFor()
    },
  },
  {
    name: 'many-ten',
    async reach(page) {
      await page.getByRole('slider', { name: 'Upper edge of the band' }).focus()
      await keys(page, 'End')
      await page.getByText('0 of 10 read').waitFor()
      await keys(page, 'y', 'y', 'x')
    },
  },
  {
    name: 'desk-of-several',
    async reach(page) {
      await keys(page, 'g', 'r')
      await click(page, 'Clear')
      await click(page, 'Check')
      await page.getByText('of 100 alike').waitFor()
      await row(page, 'My mum was on Fern ward')
    },
  },
]

const measured: readonly Screen[] = [
  {
    name: 'progress-of-several',
    async reach(page) {
      await keys(page, 'g', 'p')
      await page.getByRole('heading', { name: 'Decided a day' }).waitFor()
    },
  },
  {
    name: 'bias',
    isSeenInAllWays: true,
    async reach(page) {
      await click(page, 'Bias')
      await page.getByText(/ comparisons\. |decided comments, and so/).waitFor()
    },
  },
  {
    name: 'record',
    async reach(page) {
      await keys(page, 'g', 'l')
      await page.getByText('none of which can be changed').waitFor()
    },
  },
  {
    name: 'record-checked',
    async reach(page) {
      await click(page, 'Check the record')
      await page.waitForTimeout(1500)
    },
  },
]

const answered: readonly Screen[] = [
  {
    name: 'appeals',
    isSeenInAllWays: true,
    async reach(page) {
      await keys(page, 'g', 'a')
      await page.getByRole('heading', { name: 'Your answer' }).waitFor()
    },
  },
  {
    name: 'appeal-answered',
    async reach(page) {
      await page.locator('[data-id]').last().click()
      await page.getByRole('heading', { name: 'The letter about the answer' }).waitFor()
    },
  },
  {
    name: 'appeal-to-record',
    async reach(page) {
      await click(page, 'Record an appeal')
      const dialog = page.getByRole('dialog', { name: 'Record an appeal' })
      await dialog.getByLabel('Reference on the letter').fill('FH-7K3M-92QE')
      await keys(page, 'Enter')
      await dialog.getByText('letter or digit of this reference is wrong').waitFor()
    },
  },
  {
    name: 'letters',
    async reach(page) {
      await keys(page, 'Escape')
      await click(page, 'Letters')
      await page.locator('[data-id]').last().click()
      await page.getByText('What we decided about your comment').waitFor()
    },
  },
  {
    name: 'who-writes',
    async reach(page) {
      await click(page, 'Who writes')
      await page.getByLabel('Days to appeal').waitFor()
    },
  },
]

const shared = ({ otherCopy }: Telling): readonly Screen[] => [
  {
    name: 'work-packages',
    async reach(page) {
      await keys(page, 'g', 'w')
      await page.getByLabel('For whom').fill('Ellis')
      await page.getByText(/\d+ comments can be given\./).waitFor()
    },
  },
  {
    name: 'merge',
    async reach(page) {
      await page.getByRole('navigation').getByRole('button', { name: 'Merge' }).click()
      await page.getByRole('button', { name: 'Choose a file' }).waitFor()
    },
  },
  {
    name: 'merge-before',
    isSeenInAllWays: true,
    async reach(page) {
      await choose(page, [otherCopy], () => click(page, 'Choose a file'))
      await page.getByRole('heading', { name: 'What will happen' }).waitFor()
    },
  },
  {
    name: 'merge-conflicts',
    async reach(page) {
      await click(page, /^Merge \d+ decisions/)
      await page.getByRole('heading', { name: 'Merged' }).waitFor()
    },
  },
  {
    name: 'disclose',
    async reach(page) {
      await keys(page, 'g', 'd')
      await page.getByRole('button', { name: 'Make the folder' }).waitFor()
    },
  },
  {
    name: 'disclosed',
    async reach(page) {
      await click(page, 'Make the folder')
      await page.getByText(/^Saved\. /).waitFor()
    },
  },
]

const changed = ({ changedName }: Telling): Screen => ({
  name: 'record-changed',
  async reach(page) {
    await click(page, /^Project/)
    await click(page, 'Close project')
    await click(page, new RegExp(changedName))
    await card(page)
    await keys(page, 'g', 'l')
    await click(page, 'Check the record')
    await page.getByText('does not fit').waitFor()
  },
})

export const laterScreens = (telling: Telling): readonly Screen[] => [
  ...deciding,
  ...measured,
  ...answered,
  ...shared(telling),
  changed(telling),
]
