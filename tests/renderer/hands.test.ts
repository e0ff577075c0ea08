/** Palette, keys, settings, zen, covers and breaks in real Chromium, by keyboard, over the invented service. */
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
const second = 'Rook 5'
const palette = (page: Page) => page.getByRole('dialog', { name: 'Search or do anything' })
const current = (page: Page) => palette(page).getByRole('option', { selected: true })
const settings = (page: Page) => page.getByRole('dialog', { name: 'Settings' })
const isOnReading = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-reading], main') !== null)
/** Moves the focus on until it is on a button of this name. */
const tabTo = async (page: Page, name: RegExp) => {
  for (let at = 0; at < 80; at += 1) {
    const now = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    )
    if (name.test(now)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${name}.`)
}

describe('the palette', () => {
  test('opens with a key also from a field, and Escape gives the focus back', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, first)
    await press(page, '/')
    await page.locator('[data-search]').waitFor()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-search')))
      .toBe(true)
    await press(page, 'Control+k')
    await palette(page).waitFor()
    await press(page, 'Escape')
    await palette(page).waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-search'))).toBe(true)
  })

  test('does what is chosen by name: decides, and no letter of it decides', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, first)
    await press(page, 'Control+k')
    await page.keyboard.type('neither')
    await expect.poll(() => current(page).textContent()).toContain('Neither, and go on')
    expect(await asked(page, 'decisions.record')).toEqual([])
    await press(page, 'Enter')
    await reads(page, second)
    expect(await asked(page, 'decisions.record')).toMatchObject([{ label: 'neither' }])
    expect(await isOnReading(page)).toBe(true)
  })

  test('arrows move through it and round its end, and the field says which one is current', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, first)
    await press(page, 'Control+k')
    await page.keyboard.type('go to')
    // Comments that match come last, a moment later.
    await palette(page).getByRole('status').getByText(/\d/).waitFor()
    const words = () => current(page).textContent()
    await expect.poll(words).toContain('Go to Review')
    await press(page, 'ArrowDown')
    await expect.poll(words).toContain('Go to Many at once')
    await press(page, 'ArrowUp', 'ArrowUp')
    await expect.poll(words).not.toContain('Go to Review')
    const field = palette(page).getByRole('combobox')
    expect(await field.getAttribute('aria-activedescendant')).toBe(await current(page).getAttribute('id'))
    await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter')
    await page.getByRole('heading', { name: 'Called a troll, and was not' }).waitFor()
  })

  test('finds comments when the hand rests, and opens one where it is', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, first)
    await press(page, 'Control+k')
    await page.keyboard.type('leaflet')
    await palette(page)
      .getByRole('option', { name: /leaflet/ })
      .first()
      .waitFor()
    await press(page, 'Enter')
    await reads(page, second)
    const opened = await asked(page, 'queue.open')
    expect(opened).toContainEqual(
      expect.objectContaining({ isGlance: true, filter: expect.objectContaining({ text: 'leaflet' }) }),
    )
  })

  test('what is chosen stays chosen when comments come in, which stand below everything else', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, first)
    await press(page, 'Control+k')
    await page.keyboard.type('report')
    const before = await current(page).textContent()
    const options = () => palette(page).getByRole('option').allTextContents()
    const atFirst = await options()
    await palette(page).getByRole('group', { name: 'Comments' }).waitFor()
    expect(await current(page).textContent()).toBe(before)
    expect((await options()).slice(0, atFirst.length)).toEqual(atFirst)
    await page.keyboard.type('s')
    expect(await palette(page).getByRole('group', { name: 'Comments' }).count()).toBe(0)
  })

  test('opens projects, and is in the bar for the pointer', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, first)
    await page.getByRole('banner').getByRole('button', { name: 'Search or do anything' }).click()
    await page.keyboard.type('lowgate')
    await palette(page)
      .getByRole('option', { name: /Lowgate bus changes/ })
      .waitFor()
    await press(page, 'Enter')
    await expect.poll(() => asked(page, 'projects.open')).toMatchObject([{ id: 'p3' }])
  })

  test('says when nothing has that name', async () => {
    const page = await harness.open({ comments: null })
    await press(page, 'Control+k')
    await page.keyboard.type('qqqq')
    await palette(page).getByText('Nothing here is called that.').waitFor()
    await press(page, 'Enter')
    await palette(page).waitFor()
  })
})

describe('keys of one’s own', () => {
  const openKeys = async (page: Page) => {
    await press(page, '?')
    await page.getByRole('dialog', { name: 'All keys' }).waitFor()
    await tabTo(page, /^Change keys/)
    await press(page, 'Enter')
    await settings(page).getByRole('region', { name: 'Keys' }).waitFor()
  }

  test('a key is changed by pressing it, works, and is on its button', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, first)
    await openKeys(page)
    await tabTo(page, /^Skip to the next undecided: S/)
    await press(page, 'Enter', 'b')
    await tabTo(page, /^Skip to the next undecided: B/)
    await press(page, 'Escape')
    await settings(page).waitFor({ state: 'detached' })
    expect(await isOnReading(page)).toBe(true)
    await page.getByRole('button', { name: 'Skip B' }).waitFor()
    await press(page, 's')
    await reads(page, first)
    await press(page, 'b')
    await reads(page, second)
  })

  test('a clash is said, and settled by swapping', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, first)
    await openKeys(page)
    await tabTo(page, /^Skip to the next undecided: S/)
    await press(page, 'Enter', 'c')
    await page.getByRole('alert').getByText('C already decides critic.').waitFor()
    await tabTo(page, /^Swap them/)
    await press(page, 'Enter')
    await tabTo(page, /^Skip to the next undecided: C/)
    await press(page, 'Escape', 's')
    await reads(page, second)
    expect(await asked(page, 'decisions.record')).toMatchObject([{ label: 'critic' }])
    expect((await asked(page, 'settings.update')).at(-1)).toEqual({
      keys: { skip: ['c'], 'label:critic': ['s', '2'] },
    })
  })

  test('Escape while listening keeps the key and the dialog, and what the system has is refused', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, first)
    await openKeys(page)
    await tabTo(page, /^Skip to the next undecided: S/)
    await press(page, 'Enter', 'Escape', 'Enter', 'Control+c')
    await page.getByRole('alert').getByText('Ctrl C belongs to the system.').waitFor()
    expect(await asked(page, 'settings.update')).toEqual([])
  })

  test('a reset brings the key of the table back, one or all', async () => {
    const page = await harness.open({ comments: 23, settings: { keys: { skip: ['b'], note: ['y'] } } })
    await reads(page, first)
    await openKeys(page)
    await tabTo(page, /^Reset the key of “Skip/)
    await press(page, 'Enter')
    await expect
      .poll(async () => (await asked(page, 'settings.update')).at(-1))
      .toEqual({ keys: { note: ['y'] } })
    await page.getByRole('button', { name: 'Reset all keys' }).click()
    await expect.poll(async () => (await asked(page, 'settings.update')).at(-1)).toEqual({ keys: {} })
  })

  test('with single keys off no letter decides, the palette does, and the tips say so', async () => {
    const page = await harness.open({ comments: 23, settings: { singleKeys: false } })
    await reads(page, first)
    await press(page, 'c', '1', 's', '?', '.', 'g', 'm')
    expect(await asked(page, 'decisions.record')).toEqual([])
    await reads(page, first)
    await press(page, 'ArrowDown')
    await reads(page, second)
    await press(page, 'Control+k')
    await page.keyboard.type('critic')
    await press(page, 'Enter')
    await expect.poll(() => asked(page, 'decisions.record')).toMatchObject([{ label: 'critic' }])
    const tip = await page.getByRole('button', { name: 'Measure', exact: true }).getAttribute('title')
    expect(tip).toBe('Measure. Single keys are off.')
    expect(
      await page
        .locator('main kbd')
        .filter({ hasText: /^[A-Z]$/ })
        .count(),
    ).toBe(0)
  })
})

describe('the look', () => {
  const root = (page: Page) =>
    page.evaluate(() => {
      const { contrast, theme, density } = document.documentElement.dataset
      return { size: getComputedStyle(document.documentElement).fontSize, contrast, theme, density }
    })

  test('text grows and shrinks with keys, also in a dialog and a field', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, first)
    await press(page, 'Control++', 'Control+=')
    await expect.poll(async () => (await root(page)).size).toBe('20px')
    await press(page, 'Control+k', 'Control+-')
    await expect.poll(async () => (await root(page)).size).toBe('17.6px')
    await press(page, 'Escape', 'Control+0')
    await expect.poll(async () => (await root(page)).size).toBe('16px')
  })

  test('follows the wish of the system for more contrast, and that of the person', async () => {
    const page = await harness.open({
      comments: 23,
      settings: { contrast: 'more', theme: 'dark', density: 'compact' },
    })
    await reads(page, first)
    expect(await root(page)).toMatchObject({ contrast: 'more', theme: 'dark', density: 'compact' })
    const plain = await harness.open({ comments: 23 })
    await reads(plain, first)
    expect((await root(plain)).contrast).toBeUndefined()
    await plain.emulateMedia({ contrast: 'more' })
    await expect.poll(async () => (await root(plain)).contrast).toBe('more')
    await plain.emulateMedia({ contrast: 'no-preference' })
    await expect.poll(async () => (await root(plain)).contrast).toBeUndefined()
  })

  test('compact rows are one line of 32 pixels, and they grow with the text', async () => {
    const page = await harness.open({ comments: 23, settings: { density: 'compact' } })
    await reads(page, first)
    const height = () =>
      page
        .getByRole('listbox', { name: 'Queue' })
        .getByRole('option')
        .first()
        .evaluate((row) => row.getBoundingClientRect().height)
    expect(await height()).toBe(32)
    // A step more, and the queue would fold.
    await press(page, 'Control++')
    await expect.poll(height).toBe(35)
  })
})

describe('zen', () => {
  test('has the comment and the choices alone, goes on by key, and Escape comes back to the comment', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, first)
    await press(page, '.')
    await page.locator('[data-zen] article[data-drawn]').waitFor()
    await expect.poll(() => said(page)).toBe('Zen: the comment and the choices. Esc leaves.')
    expect(await page.getByRole('banner').count()).toBe(0)
    expect(await page.getByRole('listbox').count()).toBe(0)
    await press(page, 'm', 'o', 'Enter', 'c')
    await expect.poll(() => said(page)).toBe('Marked critic. Next: comment 2 of 23.')
    // A suggestion was on no screen since then, and Enter took none.
    await page.locator('[data-zen] article[data-drawn]').waitFor()
    await press(page, 'n')
    await expect
      .poll(() => asked(page, 'decisions.record'))
      .toMatchObject([{ label: 'critic' }, { label: 'neither', suggestionShown: false }])
    await press(page, 'z', 'Escape')
    await page.getByRole('banner').waitFor()
    await reads(page, second)
    expect(await isOnReading(page)).toBe(true)
  })

  test('the buttons of it decide, and the focus stays with the comment', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, first)
    await press(page, '.')
    await page.locator('[data-zen] article[data-drawn]').waitFor()
    await page.getByRole('button', { name: /^Unsure/ }).click()
    await expect.poll(() => asked(page, 'decisions.record')).toMatchObject([{ label: 'unsure' }])
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-reading')))
      .toBe(true)
    await press(page, '.')
    await page.getByRole('banner').waitFor()
  })
})

describe('covers', () => {
  test('a text is covered until a key or a press, and nothing is decided behind it', async () => {
    const page = await harness.open({ comments: 23, settings: { coverText: true } })
    await reads(page, first)
    await press(page, 'c')
    await expect.poll(() => said(page)).toBe('The text is covered. Nothing was marked.')
    await press(page, ',')
    await page.locator('[data-covered]').first().waitFor({ state: 'detached' })
    await press(page, 'c')
    await reads(page, second)
    await page.locator('article[data-drawn] [data-covered]').waitFor()
    expect(await asked(page, 'decisions.record')).toHaveLength(1)
    await page
      .locator('article[data-drawn]')
      .getByRole('button', { name: /^Read it/ })
      .click()
    await press(page, 'n')
    await expect.poll(() => asked(page, 'decisions.record')).toHaveLength(2)
  })
})

describe('a break', () => {
  test('is suggested at the foot after the chosen time, takes no focus, and goes when it is dismissed', async () => {
    const page = await harness.open({ comments: 23, settings: { breakAfter: 25 } }, { isAlone: true })
    await page.clock.install()
    await page.reload()
    await reads(page, first)
    await press(page, 'j')
    for (let at = 0; at < 7; at += 1) {
      await page.clock.fastForward('04:00')
      await press(page, 'k')
    }
    await page
      .getByText('You have been reading for 25 minutes. A break helps.')
      .and(page.locator('footer *'))
      .waitFor()
    expect(await isOnReading(page)).toBe(true)
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await page.getByRole('button', { name: 'Dismiss' }).waitFor({ state: 'detached' })
  })
})

describe('settings', () => {
  test('a name is kept when the dialog is left, by keyboard alone', async () => {
    const page = await harness.open({ comments: 23 })
    await reads(page, first)
    await press(page, 'Control+,')
    await settings(page).getByLabel('Your name').focus()
    await press(page, 'Control+a')
    await page.keyboard.type('Sam')
    await press(page, 'Escape')
    await settings(page).waitFor({ state: 'detached' })
    await expect.poll(() => asked(page, 'settings.update')).toEqual([{ coder: 'Sam' }])
    expect(await isOnReading(page)).toBe(true)
  })
})
