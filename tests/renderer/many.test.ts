/** Many at once by keyboard alone, in real Chromium over the invented service: selecting rows, and taking a band. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asked, press, reads, said } from './harness/page.ts'
import { type Harness, startHarness } from './harness/serve.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness?.close())

const first = 'Harrowmere Hospitals Trust'
const checked = (page: Page) => page.locator('[role=option][aria-checked=true]')
const dialog = (page: Page) => page.getByRole('dialog')
const lastMany = async (page: Page) => (await asked(page, 'decisions.recordMany')).at(-1)

/** Tabs until what has the focus is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let n = 0; n < 60; n += 1) {
    await press(page, 'Tab')
    const focused = await page.evaluate(() => {
      const { activeElement: one } = document
      return one?.getAttribute('aria-label') ?? one?.textContent ?? ''
    })
    if (name.test(focused)) return
  }
  throw new Error(`Nothing called ${name} was reached by Tab.`)
}

describe('selecting in the queue', () => {
  test('X selects a row, Shift with J and with arrows goes on, Escape lets go', async () => {
    const page = await harness.open({ comments: 23, mode: 'code' })
    await reads(page, first)
    await press(page, 'x')
    await expect.poll(() => said(page)).toBe('1 selected')
    await press(page, 'Shift+J', 'Shift+ArrowDown')
    await expect.poll(() => said(page)).toBe('Comment 3 of 23. 3 selected')
    await expect.poll(() => checked(page).count()).toBe(3)
    await press(page, 'Shift+K')
    await page.getByText('2 selected', { exact: true }).first().waitFor()
    await press(page, 'Escape')
    await expect.poll(() => said(page)).toBe('Nothing is selected.')
    await expect.poll(() => page.locator('[role=option][aria-checked]').count()).toBe(0)
  })

  test('a label asks once for all of them, shows them, and undo takes all of it back', async () => {
    const page = await harness.open({ comments: 23, mode: 'code' })
    await reads(page, first)
    await press(page, 'x', 'Shift+J', 'Shift+J', 'c')
    await dialog(page).getByText('These are all three. Read them first.').waitFor()
    expect(await asked(page, 'decisions.recordMany')).toEqual([])
    await tabTo(page, /^Leave out$/)
    await press(page, 'Enter')
    await tabTo(page, /^Mark 2 as critic$/)
    await press(page, 'Enter')
    await expect.poll(() => said(page)).toBe('2 marked critic. Next: comment 1 of 23.')
    expect(await lastMany(page)).toMatchObject({
      commentIds: [1, 2, 3],
      except: [1],
      label: 'critic',
      mode: 'code',
    })
    await page.locator('footer').getByText('2 marked critic.').waitFor()
    await press(page, 'z')
    await expect.poll(() => said(page)).toContain('Took back critic on 2 comments')
    await page.getByText('0 of 23', { exact: true }).waitFor()
  })

  test('Ctrl+A takes the whole queue; what is decided already stays so', async () => {
    const page = await harness.open({ comments: 60, decided: 20, mode: 'code' })
    await page.locator('article[data-drawn]').waitFor()
    await press(page, 'Control+a', 'n')
    await dialog(page).getByText('Ten at random. Read them first.').waitFor()
    await dialog(page).getByText('20 comments are decided already, and stay so.').waitFor()
    await tabTo(page, /^Mark 40 as neither$/)
    await press(page, 'Enter')
    await page.getByRole('heading', { name: 'That is everything in this queue.' }).waitFor()
    expect(await lastMany(page)).toMatchObject({ commentIds: null, except: [], label: 'neither' })
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName !== 'body')).toBe(true)
  })

  test('shows how far very many are, and stops where that is asked for: nothing is marked then', async () => {
    const page = await harness.open({ comments: 60, mode: 'code', job: { stays: 'many' } })
    await page.locator('article[data-drawn]').waitFor()
    await press(page, 'Control+a', 'n')
    await tabTo(page, /^Mark 60 as neither$/)
    await press(page, 'Enter')
    await dialog(page).getByText('30 of 60 so far').waitFor()
    const bar = dialog(page).getByRole('progressbar', { name: 'How much of the step is done' })
    expect(await bar.getAttribute('aria-valuenow')).toBe('30')
    // It says what it does, does it once, and the focus stays on it.
    await press(page, 'Enter')
    await dialog(page).getByRole('button', { name: 'Marking 60…' }).waitFor()
    expect(await asked(page, 'decisions.recordMany')).toHaveLength(1)
    await press(page, 'Shift+Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Stop')
    await press(page, 'Enter')
    await dialog(page).waitFor({ state: 'detached' })
    await page.getByText('0 of 60', { exact: true }).waitFor()
    expect(await page.getByRole('progressbar', { name: 'How much of the step is done' }).count()).toBe(0)
  })

  test('leaves the desk open to read while very many are marked, with how far it is at its foot', async () => {
    const page = await harness.open({ comments: 60, mode: 'code', job: { stays: 'many' } })
    await page.locator('article[data-drawn]').waitFor()
    await press(page, 'Control+a', 'n')
    await tabTo(page, /^Mark 60 as neither$/)
    await press(page, 'Enter')
    await dialog(page).getByText('30 of 60 so far').waitFor()
    await press(page, 'Escape')
    // It is closed before it is gone, and has a foot of its own.
    await page.locator('dialog').waitFor({ state: 'detached' })
    const foot = page.locator('footer')
    await foot.getByText('30 of 60 so far').waitFor()
    await foot.getByRole('button', { name: 'Stop' }).click()
    await foot.getByText('30 of 60 so far').waitFor({ state: 'detached' })
  })

  test('is for the queue: in zen a label is for the comment alone', async () => {
    const page = await harness.open({ comments: 23, mode: 'code' })
    await reads(page, first)
    await press(page, 'x', '.')
    await page.locator('[data-zen], main').first().waitFor()
    await page.locator('article[data-drawn]').waitFor()
    await press(page, 'c')
    await expect.poll(async () => (await asked(page, 'decisions.record')).length).toBe(1)
    expect(await dialog(page).count()).toBe(0)
  })

  test('T says why it is never given in bulk, and Enter takes no suggestion', async () => {
    const page = await harness.open({ comments: 23, mode: 'check' })
    await reads(page, first)
    await press(page, 'x', 't')
    await dialog(page).getByText('Troll is never given in bulk').waitFor()
    await press(page, 'Escape')
    await dialog(page).waitFor({ state: 'detached' })
    await press(page, 'Enter')
    await expect
      .poll(() => said(page))
      .toBe('Choose a label for what is selected, or press Esc to let go of it.')
    expect(await asked(page, 'decisions.record')).toEqual([])
    expect(await asked(page, 'decisions.recordMany')).toEqual([])
  })

  test('where another program decides, nothing is asked', async () => {
    const page = await harness.open({ comments: 23, mode: 'code', isReadOnly: true })
    await reads(page, first)
    await press(page, 'x', 'c')
    await expect.poll(() => said(page)).toBe('This window only reads. Nothing was decided.')
    expect(await dialog(page).count()).toBe(0)
  })
})

const openMany = async (options: Parameters<Harness['open']>[0]): Promise<Page> => {
  const page = await harness.open(options)
  await page.locator('article[data-drawn]').waitFor()
  await press(page, 'g', 'b')
  await page.getByRole('heading', { name: 'Many at once' }).waitFor()
  return page
}
const upper = (page: Page) => page.getByRole('slider', { name: 'Upper edge of the band' })
const drawnTen = (page: Page) => page.getByText(/^0 of \d+ read$/).waitFor()

describe('taking a band', () => {
  test('by its edges, the ten read, the step, and its undo', async () => {
    const page = await openMany({ comments: 200, mode: 'code' })
    await drawnTen(page)
    await tabTo(page, /^Upper edge of the band$/)
    expect(await upper(page).getAttribute('aria-valuenow')).toBe('5')
    await press(page, 'Shift+ArrowRight', 'ArrowLeft')
    await expect.poll(() => upper(page).getAttribute('aria-valuenow')).toBe('9')
    expect(await upper(page).getAttribute('aria-valuetext')).toMatch(/^0 to 9 of 100: \d+ comments$/)
    await page.getByText('0 of 10 read').waitFor()
    await page.getByText('Read the ten, and say of each whether it fits.').waitFor()
    const total = Number(/: (\d+)/.exec((await upper(page).getAttribute('aria-valuetext')) ?? '')?.[1])

    await press(page, 'y', 'y', 'c', 'n')
    await page.getByText('1 of 4 did not fit.').waitFor()
    await page.getByText('Read the last six first.').waitFor()
    const step = page.getByRole('button', { name: /^Mark / })
    expect(await step.getAttribute('aria-disabled')).toBe('true')
    await press(page, 'x', 'y', 'y', 'y', 'y', 'y')
    await page.getByText('10 of 10 read').waitFor()
    await tabTo(page, new RegExp(`^Mark ${total - 2} as neither$`))
    await press(page, 'Enter')
    await expect.poll(() => said(page)).toBe(`${total - 2} marked neither.`)
    const { except } = (await lastMany(page)) as { readonly except: readonly number[] }
    expect(except).toHaveLength(2)
    expect(await asked(page, 'decisions.record')).toMatchObject([
      { commentId: except[0], label: 'critic', suggestionShown: true, mode: 'code' },
    ])
    await page
      .getByText(`${total - 2} marked neither.`)
      .and(page.locator('main *'))
      .waitFor()
    await press(page, 'z')
    await page.getByText(`${total - 2} are undecided again.`).waitFor()
  })

  test('T says why there is none for it, and nothing is said of the comment', async () => {
    const page = await openMany({ comments: 60, mode: 'code' })
    await drawnTen(page)
    await page.getByText('Troll is never given in bulk').waitFor()
    await press(page, 't')
    await expect.poll(() => said(page)).toContain('a score cannot give grounds')
    await drawnTen(page)
  })

  test('Home and End stop at the other edge, and an empty band says so', async () => {
    const page = await openMany({ comments: 60, mode: 'code' })
    await drawnTen(page)
    await upper(page).focus()
    await press(page, 'Home')
    await expect.poll(() => upper(page).getAttribute('aria-valuenow')).toBe('1')
    await page.getByText('No undecided comment has a score in this band.').waitFor()
    await press(page, 'End')
    await expect.poll(() => upper(page).getAttribute('aria-valuenow')).toBe('100')
    const lower = page.getByRole('slider', { name: 'Lower edge of the band' })
    await lower.focus()
    await press(page, 'End')
    await expect.poll(() => lower.getAttribute('aria-valuenow')).toBe('99')
  })

  test('a narrower band without what did not fit is offered, and ten others of it are drawn', async () => {
    const page = await openMany({ comments: 400, mode: 'code' })
    await drawnTen(page)
    await upper(page).focus()
    await press(page, 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight')
    await page.getByText('0 of 10 read').waitFor()
    // The row of a comment that the model leaves open, with a score of 24.
    await press(page, 'c')
    const narrow = page.getByRole('button', { name: /^Narrow to/ })
    await narrow.waitFor()
    await tabTo(page, /^Narrow to/)
    await press(page, 'Enter')
    await page.getByText('0 of 10 read').waitFor()
    const samples = (await asked(page, 'queue.sample')) as readonly { readonly except: readonly number[] }[]
    expect(samples.at(-1)?.except).toHaveLength(1)
  })

  test('is dragged by the pointer', async () => {
    const page = await openMany({ comments: 200, mode: 'code' })
    await drawnTen(page)
    const box = await upper(page).boundingBox()
    if (box === null) throw new Error('The edge is not on the screen.')
    await page.mouse.move(box.x + 1, box.y + 90)
    await page.mouse.down()
    await page.mouse.move(box.x + 200, box.y + 90, { steps: 5 })
    await page.mouse.up()
    expect(Number(await upper(page).getAttribute('aria-valuenow'))).toBeGreaterThan(20)
  })

  test('has nothing to show where suggestions are off, and everything to undo where nothing is left', async () => {
    const off = await harness.open({ comments: 23, mode: 'code', model: { suggestions: false } })
    await reads(off, first)
    await press(off, 'g', 'b')
    await off.getByText('There are no scores to show.').waitFor()
    const none = await harness.open({ comments: 3, decided: 3, mode: 'code' })
    await none.getByRole('heading', { name: 'That is everything' }).waitFor()
    await press(none, 'g', 'b')
    await none.getByText('Nothing is undecided.').waitFor()
  })

  test('taken whole leaves nothing, and the focus is never lost on the way there and back', async () => {
    const focus = () => page.evaluate(() => document.activeElement?.localName)
    const page = await openMany({ comments: 60, mode: 'code' })
    await drawnTen(page)
    await upper(page).focus()
    await press(page, 'End')
    await page.getByText('60 comments').first().waitFor()
    await drawnTen(page)
    await press(page, 'y', 'y', 'y', 'y', 'y', 'y', 'y', 'y', 'y', 'y')
    await tabTo(page, /^Mark 60 as neither$/)
    await press(page, 'Enter')
    await page.getByRole('heading', { name: 'Nothing is undecided.' }).waitFor()
    await page.getByText('60 marked neither. There is nothing left to take at once.').waitFor()
    await expect.poll(focus).toBe('main')
    await tabTo(page, /^Undo$/)
    await press(page, 'Enter')
    await page.getByText('60 are undecided again.').waitFor()
    await expect.poll(focus).not.toBe('body')
  })

  test('of labels that are not ours is by the score of one of them', async () => {
    const page = await openMany({ comments: 60, decided: 24, codebook: 12, mode: 'code' })
    await page.getByRole('combobox', { name: 'Score of' }).waitFor()
    expect(await page.getByText('is never given in bulk').count()).toBe(0)
    expect(await page.getByRole('radio').count()).toBeGreaterThan(10)
  })

  test('a step that fails says so, and nothing is lost of what was read', async () => {
    const page = await openMany({ comments: 60, mode: 'code' })
    await drawnTen(page)
    await press(page, 'y', 'y', 'y', 'y', 'y', 'y', 'y', 'y', 'y', 'y')
    await page.evaluate(() =>
      window.harness.refuse(
        'decisions.recordMany',
        new window.harness.AppError('disk-full', 'The disk is full. Make room, then try again.'),
      ),
    )
    await tabTo(page, /^Mark \d+ as neither$/)
    await press(page, 'Enter')
    await page.getByText('The disk is full. Make room, then try again.').waitFor()
    await page.getByText('10 of 10 read').waitFor()
  })

  test('says while it is being written, and that another program decides', async () => {
    const page = await openMany({ comments: 60, mode: 'code' })
    await drawnTen(page)
    await press(page, 'y', 'y', 'y', 'y', 'y', 'y', 'y', 'y', 'y', 'y')
    await page.evaluate(() => window.harness.delay('decisions.recordMany', 800))
    await tabTo(page, /^Mark \d+ as neither$/)
    await press(page, 'Enter', 'Enter')
    await page.getByRole('button', { name: /^Marking \d+…$/ }).waitFor()
    await page
      .getByText(/^\d+ marked neither\.$/)
      .and(page.locator('main *'))
      .waitFor()
    expect(await asked(page, 'decisions.recordMany')).toHaveLength(1)

    const reader = await openMany({ comments: 60, mode: 'code', isReadOnly: true })
    await drawnTen(reader)
    await reader
      .getByText('This window only reads. Nothing was decided.')
      .and(reader.locator('main *'))
      .waitFor()
    await press(reader, 'y', 'y', 'y', 'y', 'y', 'y', 'y', 'y', 'y', 'y', 'z')
    const step = reader.getByRole('button', { name: /^Mark / })
    expect(await step.getAttribute('aria-disabled')).toBe('true')
    expect(await asked(reader, 'decisions.undo')).toEqual([])
  })

  test('that changed meanwhile says so once something of it is read, and is drawn again on request', async () => {
    const page = await openMany({ comments: 200, mode: 'code' })
    await drawnTen(page)
    const decide = (nth: number) =>
      page.evaluate(async (at) => {
        const { client } = window.harness
        const filter = { show: 'undecided', text: 'score:<0.05', importId: null } as const
        const { queueId } = await client.call('queue.open', { order: 'newest-first', filter, isBeside: true })
        const [row] = await client.call('queue.rows', { queueId, offset: at, limit: 1 })
        const plain = { note: null, passage: null, reason: null, suggestionShown: false, shownMs: 1 }
        const commentId = row?.commentId ?? 0
        await client.call('decisions.record', { ...plain, commentId, queueId, label: 'critic', mode: 'code' })
      }, nth)
    const before = (await asked(page, 'queue.sample')).length
    await decide(0)
    // Nothing was read: another ten are drawn without a word.
    await expect.poll(async () => (await asked(page, 'queue.sample')).length).toBe(before + 1)
    await drawnTen(page)
    await press(page, 'y', 'y')
    await decide(1)
    await page.getByText(/^The band has changed: it has \d+ comments now\.$/).waitFor()
    await page.getByText('2 of 10 read').waitFor()
    await page.getByRole('button', { name: 'Draw again' }).click()
    await drawnTen(page)
  })

  test('waits for the model where it has read nothing yet', async () => {
    const page = await openMany({ comments: 60, mode: 'code', model: { isReading: true } })
    await page.getByText('The model is reading the comments.').waitFor()
    expect(await page.getByRole('slider').count()).toBe(0)
  })
})
