/** Several files at once: dropped or chosen, looked at, left out, imported together, reported on. */
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

const row = (page: Page, name: string | RegExp) => page.getByRole('row', { name })
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

/** Opens what a person would choose, and waits until every file of it is read. */
async function open(options: Partial<FakeOptions>, until = 'All 6 are read.'): Promise<Page> {
  const page = await harness.open({ comments: null, pick: 'several', ...options })
  await page.keyboard.press('Control+o')
  await page.getByText(until).first().waitFor()
  return page
}

async function drop(page: Page, ...names: readonly string[]): Promise<void> {
  const dataTransfer = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer()
    for (const name of all) transfer.items.add(new File(['body\nhello\n'], name))
    return transfer
  }, names)
  await page.dispatchEvent('main', 'dragover', { dataTransfer })
  await page.dispatchEvent('main', 'drop', { dataTransfer })
}

describe('what is dropped', () => {
  test('is looked into all at once', async () => {
    const page = await harness.open({ comments: null, pick: 'several' })
    await drop(page, 'a.csv', 'b.xml', 'c.zip')
    await page.getByRole('grid', { name: 'Files to import' }).waitFor()
    expect(await asked(page, 'imports.survey')).toContainEqual({
      files: ['file-0001', 'file-0002', 'file-0003'],
    })
  })

  test('is opened where it is a project', async () => {
    const page = await harness.open({ comments: null })
    await drop(page, 'Ward.fairhearing')
    await page.getByRole('article', { name: 'Comment to decide' }).waitFor()
    expect(await asked(page, 'projects.open')).toEqual([{ file: 'file-0001' }])
  })

  test('says it where there are no comments in it, and why each thing was passed over', async () => {
    const page = await open({ pick: 'nothing' }, 'There are no comments in it.')
    await page.getByText('It is a picture.').waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('Start with a file of comments.').waitFor()
  })
})

describe('the list of files', () => {
  test('says of each what it is, what is in it, and what is in its way', async () => {
    const page = await open({})
    await row(page, /harrowmere.*Disqus export.*3 threads, 6 comments.*Not complete/).waitFor()
    await row(page, /answers\.csv.*Needs you.*Say which column holds the comment/).waitFor()
    await row(page, /cut-off\.json.*Cannot be read/).waitFor()
    expect(await page.getByRole('checkbox', { name: /cut-off/ }).isDisabled()).toBe(true)
    await button(page, 'Show: What was passed over').click()
    await page.getByText('The first 2 of 140.').waitFor()
  })

  test('counts truthfully while the files are read one after another', async () => {
    const page = await harness.open({ comments: null, pick: 'several', job: { stays: 'inspect' } })
    await page.keyboard.press('Control+o')
    await page.getByText('0 of 6 are read.').waitFor()
    await row(page, /harrowmere.*Reading…/).waitFor()
    await row(page, /echo-comments.*Waits its turn/).waitFor()
    // One at a time, however often strict checks ask the first question.
    const questions = (await asked(page, 'imports.inspect')) as { file: string }[]
    expect(new Set(questions.map(({ file }) => file))).toEqual(new Set(['file-0001']))
    expect(await button(page, /^Settle|^Import/).isDisabled()).toBe(true)
  })

  test('is walked by keys, and shows the comments of the file that has the focus', async () => {
    const page = await open({})
    const name = () => page.evaluate(() => document.activeElement?.querySelector('bdi')?.textContent)
    await expect.poll(name).toContain('harrowmere')
    await press(page, 'ArrowDown')
    await expect.poll(name).toContain('echo-comments')
    await press(page, 'j')
    await page.getByText('There is nothing to show yet.').waitFor()
    await press(page, 'k', 'k')
    await page.getByText('Lessons will be learned').waitFor()
  })

  test('leaves a file out by a key, says it, and counts the rest', async () => {
    const page = await open({})
    await press(page, 'j', 'j', 'x')
    await button(page, /^Import 4,824 comments from 4 files/).waitFor()
    await expect.poll(() => said(page)).toBe('Left out. Import up to 4,824 comments from 4 files')
    await press(page, 'j', 'Space')
    await button(page, /^Import 4,818 comments from 3 files/).waitFor()
    await press(page, 'Enter')
    await page.getByRole('heading', { name: '4,818 comments added.' }).waitFor()
    const [request] = (await asked(page, 'imports.start')) as [{ files: { file: string }[] }]
    expect(request.files.map(({ file }) => file)).toEqual(['file-0001', 'file-0002', 'file-0005'])
  })

  test('leads to the file that needs somebody, and back when it is settled', async () => {
    const page = await open({})
    await button(page, /^Settle the file that needs you/).waitFor()
    await press(page, 'Enter')
    await page.getByRole('alert').getByText('Say which column holds the comment.').waitFor()
    await page.getByLabel('Column for Comment').selectOption({ label: 'body' })
    await page.getByText('4,812').first().waitFor()
    await button(page, 'Back to the files').click()
    await button(page, /^Import 9,636 comments from 5 files/).waitFor()
  })

  test('offers once for all of them to leave out what was deleted later', async () => {
    const page = await open({})
    await page.getByRole('checkbox', { name: /^Leave out 2 comments that were deleted or removed/ }).check()
    await row(page, /harrowmere.*5 comments/).waitFor()
    await press(page, 'j', 'j', 'x')
    await button(page, /^Import 4,822 comments from 4 files/).waitFor()
    await row(page, /harrowmere/).click()
    await press(page, 'o')
    expect(await page.getByRole('checkbox').count()).toBe(0)
  })

  test('draws only the rows on the screen when there are very many', async () => {
    const page = await open({ pick: 'many' }, 'of 260 are read.')
    expect(await page.getByRole('row').count()).toBeLessThan(60)
    for (let n = 0; n < 30; n += 1) await page.keyboard.press('j')
    await row(page, /week-031/).waitFor()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex')))
      .toBe('32')
  })
})

describe('one export', () => {
  test('has nothing to match, and says what it is', async () => {
    const page = await open({ pick: 'export' }, 'Disqus export, 3 threads, 6 comments.')
    await page.getByText('Disqus leaves out what was deleted').waitFor()
    await press(page, 'Enter')
    await page.getByRole('heading', { name: '6 comments added.' }).waitFor()
  })

  test('says what is gone, and is imported without what was deleted later when that is asked for', async () => {
    const page = await open({ pick: 'export' }, 'Disqus export, 3 threads, 6 comments.')
    await page.getByText('Removed by a moderator', { exact: true }).waitFor()
    await page.getByText('· deleted by its author').waitFor()
    const box = page.getByRole('checkbox', { name: /^Leave out 1 comment that was deleted or removed later/ })
    await box.check()
    await page.getByText('Disqus export, 3 threads, 5 comments.').waitFor()
    await page.getByText('1 deleted or removed since').waitFor()
    expect(await page.getByText('· deleted by its author').count()).toBe(0)
    await button(page, /^Import 5 comments/).waitFor()
    // The box has the focus: the keys of the page go on working.
    await press(page, 'Enter')
    await page.getByText(/comments added/).waitFor()
    const [request] = (await asked(page, 'imports.start')) as [{ files: { reading: object }[] }]
    expect(request.files[0]?.reading).toMatchObject({ withoutDeleted: true })
  })

  test('can be read as a table instead, and as the export again', async () => {
    const page = await open({ pick: 'export' }, 'Disqus export, 3 threads, 6 comments.')
    await button(page, 'Read it as a table instead').click()
    await page.getByLabel('Column for Comment').waitFor()
    const requests = (await asked(page, 'imports.inspect')) as { reading: { format: string } | null }[]
    expect(requests.some(({ reading }) => reading?.format === 'csv')).toBe(true)
    await button(page, 'Read it as Disqus export again').click()
    await page.getByText('Disqus export, 3 threads, 6 comments.').waitFor()
  })

  test('that is here already is imported for what has changed', async () => {
    const page = await open({ comments: 23, pick: 'known' }, 'Import what has changed')
    await press(page, 'Enter')
    await page.getByRole('heading', { name: '2 comments updated.' }).waitFor()
  })
})

test('a table whose columns were matched before says so', async () => {
  await open({ pick: 'remembered' }, 'Matched as you did last time.')
})

test('stopping the import of several files leaves them as they were chosen', async () => {
  const page = await open({ comments: 23, job: { stays: 'import' } })
  await press(page, 'j', 'j', 'x', 'Enter')
  await page.getByRole('heading', { name: 'Importing 4 files' }).waitFor()
  await page.getByText('620 kB of 1.2 MB').waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('Stopped. Nothing was added.').waitFor()
  await button(page, /^Import 4,824 comments from 4 files/).waitFor()
})

describe('the report', () => {
  test('accounts for each file, and is saved as CSV', async () => {
    const page = await open({})
    await press(page, 'j', 'j', 'x', 'Enter')
    await page.getByRole('heading', { name: '4,824 comments added.' }).waitFor()
    await page.getByText('harrowmere-2026-09-15.xml').click()
    await page.getByText('6 added, 3 left out · Not complete').first().waitFor()
    await page.getByRole('button', { name: /^Save report of Takeout.zip › harrowmere/ }).click()
    await button(page, 'Report saved').waitFor()
    expect(await asked(page, 'imports.saveReport')).toEqual([{ importId: 1, target: 'target-0001' }])
  })

  test('is there again in the list of imports', async () => {
    const page = await harness.open({ comments: 23 })
    await button(page, /^Project/).click()
    await button(page, 'Imports…').click()
    await button(page, /^Save report of echo-comments/).click()
    await button(page, 'Report saved').waitFor()
  })

  test('says why nothing comes up for a decision, there and on the desk', async () => {
    const page = await open({ pick: 'posts' }, 'your posts, 3 threads')
    await press(page, 'Enter')
    await page.getByRole('heading', { name: '6 added, and nothing to decide on.' }).waitFor()
    await page.getByText('only what people wrote in answer is decided on').waitFor()
    await press(page, 'Enter')
    await page.getByRole('heading', { name: 'There is nothing to decide on here yet.' }).waitFor()
  })
})

describe('where a comment came from', () => {
  test('is shown by a key: file, row, record, and what it said before', async () => {
    const page = await harness.open({ comments: 23 })
    await page.getByRole('article', { name: 'Comment to decide' }).waitFor()
    await press(page, 'j')
    await button(page, 'edited').waitFor()
    await press(page, 'w')
    const dialog = page.getByRole('dialog', { name: 'Where this comment came from' })
    await dialog.getByText('trust-page.csv').waitFor()
    await dialog.getByText('What it said before: 2 texts').waitFor()
    await dialog.getByText('Until 13 Sep, 10:00 UTC').waitFor()
    const record = dialog.getByRole('region', { name: 'The record as the file has it' })
    expect(await record.textContent()).toContain('\n  "display_name": "Rook 5",\n')
    await record.focus()
    expect(await record.evaluate((one) => one === document.activeElement)).toBe(true)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })
})

test('names, sentences and earlier texts of somebody else are text and never run', async () => {
  const page = await open({})
  await page.getByText('<img src=x onerror="document.title=1">').first().waitFor()
  await press(page, 'j', 'j', 'x', 'Enter')
  await page.getByText('<img src=x onerror="document.title=1">').first().waitFor()
  await press(page, 'Enter')
  // The keys of the desk need its comment, and the queue is drawn after it.
  await page.locator('article[data-drawn]').waitFor()
  await page.locator('[role=option][data-index="1"]').waitFor()
  await press(page, 'j')
  await button(page, 'edited').click()
  await page.getByText('<script>document.title="hit"</script> Lessons.').waitFor()
  expect(await page.title()).toContain('Fair Hearing')
  expect(await page.locator('main img, dialog img, dialog script').count()).toBe(0)
})
