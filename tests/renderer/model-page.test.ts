/** The Model page in real Chromium, by keyboard, over the invented service. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FakeOptions } from '../../renderer/src/client/fake.ts'
import { asked, press, said } from './harness/page.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness?.close())

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')
const doubts = (page: Page) => page.getByRole('region', { name: 'Labels that are probably mistakes' })
const grown = { comments: 90, decided: 40 } as const

async function openModel(options: FakeOptions): Promise<Page> {
  const page = await harness.open(options)
  await page.locator('main').waitFor()
  await press(page, 'g', 'm')
  await page.getByRole('heading', { name: 'Model', exact: true }).waitFor()
  return page
}

describe('the page by keyboard', () => {
  test('"G then M" opens it, Enter looks at the doubts, and Enter again opens the first on the desk', async () => {
    const page = await openModel(grown)
    await page.getByText('Among the 196 that are no trolls it called 1 a troll.').waitFor()
    expect(await page.title()).toBe('Measure · Fern ward report · Fair Hearing')
    await press(page, 'Enter')
    await expect
      .poll(() => focused(page))
      .toContain('Marked critic. Trained without it, the model is 97 % sure that it is a troll.')
    await press(page, 'Tab', 'Enter')
    await page.locator('article[data-drawn]').getByText('cry harder.').waitFor()
    expect(await asked(page, 'decisions.record')).toEqual([])
  })

  test('the limit is pressed or typed, and a number out of range is refused in words', async () => {
    const page = await openModel(grown)
    await page.getByRole('button', { name: '5 %', exact: true }).focus()
    await press(page, 'Enter')
    await expect.poll(() => said(page)).toBe('The limit is 5\u00a0%.')
    await page.getByText('This limit needs 19.').waitFor()
    await page.getByLabel('Another limit in per cent').focus()
    await page.keyboard.type('40')
    await press(page, 'Enter')
    await page.getByRole('alert').getByText('Give a number from 0.1 to 20.').waitFor()
    await press(page, 'Control+a')
    await page.keyboard.type('1,5')
    await press(page, 'Enter')
    await page.getByText('This limit needs 66.').waitFor()
    expect(await asked(page, 'project.update')).toEqual([
      { accusationLimit: 0.05 },
      { accusationLimit: 0.015 },
    ])
  })

  test('a figure leads to the comments that it counts', async () => {
    const page = await openModel(grown)
    await page.getByRole('button', { name: 'Show this comment' }).focus()
    await press(page, 'Enter')
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('measured:troll -label:troll')
    await press(page, 'g', 'm')
    await page
      .getByRole('button', { name: '14 comments marked critic and taken for not sure: show them' })
      .click()
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('label:"critic" measured:"unsure"')
  })

  test('every plot has its numbers in a table', async () => {
    const page = await openModel(grown)
    const tables = page.getByText('As a table')
    await expect.poll(() => tables.count()).toBe(3)
    for (const table of await tables.all()) {
      await table.focus()
      await press(page, 'Enter')
    }
    await page.getByRole('row', { name: 'called a troll 1 0.5 %' }).waitFor()
    await page.getByRole('button', { name: 'Critic', exact: true }).click()
    await page.getByRole('row', { name: '92 91 76 to 97 33' }).waitFor()
    await page.getByRole('row', { name: '312 81' }).waitFor()
  })
})

describe('the next step', () => {
  test('more decisions at random open the desk in that order, with suggestions hidden', async () => {
    const page = await openModel({ ...grown, model: { stage: 'young' } })
    await page.getByText('The strict threshold that came with the app holds until 49').waitFor()
    await page.getByRole('button', { name: 'Decide 46 at random' }).waitFor()
    await press(page, 'Enter')
    await page.getByText('drawn at random to measure the model').waitFor()
    expect(await asked(page, 'settings.update')).toEqual([{ order: 'random' }])
  })

  test('the first lesson opens the desk in the order that teaches', async () => {
    const page = await openModel({ comments: 90 })
    await page.getByText('There are too few decisions on troll and critic.').waitFor()
    await press(page, 'Enter')
    await page.locator('article[data-drawn]').waitFor()
    expect(await page.getByLabel('Order of the queue').inputValue()).toBe('teach')
    expect(await asked(page, 'model.measure')).toEqual([])
  })
})

describe('measuring', () => {
  test('begins by itself, once, when decisions have come since, and shows the old results meanwhile', async () => {
    const page = await openModel({ ...grown, model: { measured: 'stale' }, job: { stays: 'measure' } })
    await page.getByText('Measuring, 5 of 10').waitFor()
    await page.getByText('Learned from 312 decisions.').waitFor()
    await press(page, 'g', 'r')
    await page.locator('article[data-drawn]').waitFor()
    await press(page, 'g', 'm')
    await page.getByText('Measuring, 5 of 10').waitFor()
    expect(await asked(page, 'model.measure')).toHaveLength(1)
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.locator('main').getByText('Stopped. What you see was measured before.').waitFor()
    await page.getByRole('button', { name: 'Measure again' }).waitFor()
    expect(await asked(page, 'model.measure')).toHaveLength(1)
  })

  test('brings the results of a project that was never measured', async () => {
    const page = await openModel({ ...grown, model: { measured: 'never' } })
    await page.locator('main').getByText('Up to date.').waitFor()
    await page.getByRole('heading', { name: 'Is it still learning?' }).waitFor()
    await expect.poll(() => said(page)).toBe('The model is measured.')
  })

  test('that fails says so, keeps the page, and can be tried again', async () => {
    const page = await openModel({ ...grown, model: { measured: 'stale' }, job: { fails: 'measure' } })
    await page.locator('main').getByText('It could not be measured.').waitFor()
    await page.getByRole('alert').getByText('Something went wrong on our side.').waitFor()
    await page.getByRole('button', { name: 'Measure again' }).click()
    await expect.poll(async () => (await asked(page, 'model.measure')).length).toBe(2)
    await page.getByText('Learned from 312 decisions.').waitFor()
  })

  test('a report that cannot be read can be asked for again', async () => {
    const page = await harness.open(grown)
    await page.evaluate(() => {
      const { AppError, refuse } = window.harness
      refuse('model.report', new AppError('project-busy', 'Another program holds the project.'))
    })
    await press(page, 'g', 'm')
    await page.getByText('The report could not be read.').waitFor()
    await page.evaluate(() => window.harness.refuse('model.report', null))
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('Learned from 312 decisions.').waitFor()
  })
})

describe('what else it shows', () => {
  test('suggestions are switched off and on for the whole project', async () => {
    const page = await openModel(grown)
    await page.getByLabel('Suggestions in this project').selectOption('off')
    await page.getByText('Suggestions are off: nobody sees one').waitFor()
    await press(page, 'g', 'r')
    await page.getByText('Suggestions are off in this project').waitFor()
    await page.getByRole('button', { name: 'Open the Model page' }).click()
    await page.getByLabel('Suggestions in this project').selectOption('on')
    await page.getByText('Suggestions are off: nobody sees one').waitFor({ state: 'detached' })
  })

  test('ten doubts at first, all of them on request, and hostile text stays text', async () => {
    const page = await openModel({ ...grown, model: { suspects: 50 } })
    await doubts(page).getByText('<script>').waitFor()
    expect(await doubts(page).getByRole('listitem').count()).toBe(10)
    await page.getByRole('button', { name: 'Show all 50' }).click()
    await expect.poll(() => doubts(page).getByRole('listitem').count()).toBe(50)
    expect(await page.title()).toBe('Measure · Fern ward report · Fair Hearing')
    expect(await page.locator('#root :is(img, script, iframe, a)').count()).toBe(0)
  })
})
