/** Letters, appeals and the disclosure in real Chromium, over the invented service. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FakeOptions } from '../../renderer/src/client/fake.ts'
import { asked, press } from './harness/page.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness?.close())

const open = async (options: Partial<FakeOptions> = {}) => {
  const page = await harness.open({ comments: 60, decided: 20, ...options })
  await press(page, 'g', 'a')
  await page.getByRole('heading', { name: 'Appeals' }).waitFor()
  return page
}

describe('an appeal', () => {
  test('is answered with an outcome and reasons, and its letter can be written then', async () => {
    const page = await open()
    const decide = page.getByRole('button', { name: 'Decide the appeal' })
    await decide.waitFor()
    expect(await decide.isDisabled()).toBe(true)
    await page.getByLabel('Outcome').selectOption('critic')
    expect(await decide.isDisabled()).toBe(true)
    await page.getByLabel('Why, in words that the author will read').fill('It is about the report.')
    await decide.click()
    await page.getByText('Overturned. It is in the record').waitFor()
    expect(await asked(page, 'appeals.outcome')).toMatchObject([
      { appealId: 1, label: 'critic', answer: 'It is about the report.' },
    ])
    await page.getByRole('heading', { name: 'The letter about the answer' }).waitFor()
  })

  test('is not answered by somebody who has judged the comment', async () => {
    const page = await open()
    await page.locator('[data-id="1"]').focus()
    await press(page, 'ArrowDown')
    await page.getByText('You have judged this comment before').waitFor()
    expect(await page.getByRole('button', { name: 'Decide the appeal' }).count()).toBe(0)
  })

  test('whose label is gone stands apart, does not wait for anybody, and says that nothing is left to answer', async () => {
    const page = await open({ appeals: 'gone' })
    await page.getByTitle('1 appeal not answered').waitFor()
    await page.getByRole('list', { name: 'The label is gone' }).getByRole('button').click()
    await page.getByText('It was taken back or it ended, so nothing is left to answer.').waitFor()
    expect(await page.getByRole('button', { name: 'Decide the appeal' }).count()).toBe(0)
    expect(await page.getByRole('heading', { name: 'The letter about the answer' }).count()).toBe(0)
  })

  test('is recorded by its reference; what is wrong with one stands under it', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'Record an appeal' }).click()
    const dialog = page.getByRole('dialog', { name: 'Record an appeal' })
    await dialog.getByLabel('Reference on the letter').fill('FH-7K3M-92QE')
    await press(page, 'Enter')
    await dialog.getByText('One letter or digit of this reference is wrong').waitFor()
    await dialog.getByLabel('Reference on the letter').fill('fh-pz55-1xrb')
    await press(page, 'Enter')
    await dialog.getByLabel('It came on').fill('2026-09-20')
    await dialog.getByRole('textbox', { name: 'What the author wrote' }).fill('I meant the report.')
    await dialog.getByRole('button', { name: 'Record the appeal' }).click()
    await page.getByText('The appeal about FH-PZ55-1XRB is recorded.').waitFor()
    expect(await asked(page, 'appeals.record')).toMatchObject([
      { text: 'I meant the report.', receivedAt: '2026-09-20T00:00:00.000Z' },
    ])
  })

  test('cannot be recorded twice', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'Record an appeal' }).click()
    const dialog = page.getByRole('dialog', { name: 'Record an appeal' })
    await dialog.getByLabel('Reference on the letter').fill('FH-7K3M-92QD')
    await dialog.getByRole('button', { name: 'Find' }).click()
    await dialog.getByText('that nobody has answered').waitFor()
    await dialog.getByRole('textbox', { name: 'What the author wrote' }).fill('Again.')
    expect(await dialog.getByRole('button', { name: 'Record the appeal' }).isDisabled()).toBe(true)
  })

  test('opens its comment on the desk', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'Open the comment' }).click()
    await page.getByRole('article', { name: 'Comment to decide' }).waitFor()
  })
})

describe('a letter', () => {
  test('is read before it is saved: as PDF in the app, as a page in a browser', async () => {
    for (const kind of ['electron', 'browser'] as const) {
      const page = await open({ kind })
      await page.getByRole('button', { name: 'Letters' }).click()
      await page.getByText('What we decided about your comment').waitFor()
      await page.getByLabel('Name the author').check()
      await page.getByRole('button', { name: 'Save as a web page' }).click()
      await page.getByText('Saved: letter FH-7K3M-92QD.html').waitFor()
      expect(await asked(page, 'letters.save')).toMatchObject([{ withAuthor: true, target: 'target-0001' }])
      expect(await page.getByRole('button', { name: 'Save as PDF' }).count()).toBe(
        kind === 'electron' ? 1 : 0,
      )
      expect(await page.getByText('open the saved page in your browser and print it').count()).toBe(
        kind === 'browser' ? 1 : 0,
      )
    }
  })

  test('about a label that was decided on appeal is the one that answers it', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'Letters' }).click()
    await page.getByRole('button', { name: /decided on appeal$/ }).click()
    await page.getByRole('heading', { name: 'The letter about the answer' }).waitFor()
    await expect
      .poll(() => asked(page, 'letters.preview'))
      .toContainEqual({ about: { kind: 'outcome', appealId: 3 }, withAuthor: false })
  })

  test('waits until somebody has said who writes', async () => {
    const page = await open({ appeals: 'none' })
    await page.getByRole('button', { name: 'Who writes' }).click()
    await page.getByLabel('Name of your body').fill('Lowgate Hospital Trust')
    await page.getByLabel('Where an appeal can be sent').fill('1 Harbour Street')
    await page.getByLabel('Days to appeal').fill('0')
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
    await page.getByLabel('Days to appeal').fill('14')
    await page.getByLabel('Names of your body in comments').fill('Lowgate\n\n LHT ')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    expect(await asked(page, 'letters.configure')).toMatchObject([
      { sender: 'Lowgate Hospital Trust', appealDays: 14, names: ['Lowgate', 'LHT'] },
    ])
  })
})

describe('the disclosure', () => {
  test('is one act, which can be stopped, and says what came of it', async () => {
    const page = await harness.open({ comments: 60, decided: 20 })
    await press(page, 'g', 'd')
    await page.getByRole('button', { name: 'Make the folder' }).click()
    await page.getByText('Saved. disclosure.zip: 16 files').waitFor()
    const stuck = await harness.open({ comments: 60, decided: 20, job: { stays: 'disclose' } })
    await press(stuck, 'g', 'd')
    await stuck.getByRole('button', { name: 'Make the folder' }).click()
    await stuck.getByRole('button', { name: 'Stop' }).click()
    await stuck.getByText('Stopped. Nothing was written.').waitFor()
  })
})
