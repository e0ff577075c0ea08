/** What is timed inside the page: from a key to what was painted because of it. */
import type { Page } from 'playwright-core'

/** The comment that is in the centre and may be decided. */
export const card = (page: Page) => page.locator('article[data-drawn]')

/** No frame takes longer than this; a key that was refused counts as so long. */
const longestMs = 5_000

interface Watched {
  readonly selector: string
  readonly attribute: string
  /** What it is to become; any other value than before where this is left out. */
  readonly value?: string
}

/**
 * Presses a key and waits until `selector` has been painted with another value of an attribute than before.
 *
 * @returns milliseconds from the key's event to the paint
 */
export async function keyToPaint(page: Page, key: string, watched: Watched): Promise<number> {
  const watch = await page.evaluateHandle(
    ({ selector, attribute, value, longest }) => {
      const shown = () => document.querySelector(selector)?.getAttribute(attribute)
      const before = shown()
      // Asked for while a frame is being made, it runs when that has been painted, and before all that waits for it: a
      // message would be behind what the window has put off until after the comment, and time that as well.
      const afterPaint = (then: () => void) => void scheduler.postTask(then, { priority: 'user-blocking' })
      const time = new Promise<number>((resolve) => {
        const begin = () => {
          const from = performance.now()
          const look = () => {
            const elapsedMs = performance.now() - from
            const now = shown()
            if (elapsedMs > longest) resolve(elapsedMs)
            else if (value === undefined ? now === before || now == null : now !== value)
              requestAnimationFrame(look)
            else afterPaint(() => resolve(performance.now() - from))
          }
          requestAnimationFrame(look)
        }
        addEventListener('keydown', begin, { once: true, capture: true })
      })
      return { time }
    },
    { value: undefined, ...watched, longest: longestMs },
  )
  await page.keyboard.press(key)
  return watch.evaluate(({ time }) => time)
}

export interface Scrolled {
  /** Between one frame and the next, in milliseconds. */
  readonly frames: readonly number[]
  /** Share of the frames, in [0, 1], that had a row on the screen which was not read yet. */
  readonly unread: number
}

/** Turns the wheel over the queue for so long, and counts frames meanwhile. */
export async function scrollQueue(page: Page, forMs: number): Promise<Scrolled> {
  const list = page.getByRole('listbox', { name: 'Queue' })
  const box = await list.boundingBox()
  if (box === null) throw new Error('There is no queue to scroll.')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const counted = page.evaluate(
    (duration) =>
      new Promise<Scrolled>((resolve) => {
        const frames: number[] = []
        let unread = 0
        const begin = performance.now()
        let last = begin
        const frame = (now: number) => {
          frames.push(now - last)
          last = now
          if (document.querySelector('[role="option"][data-unread]')) unread += 1
          if (now - begin < duration) requestAnimationFrame(frame)
          else resolve({ frames: frames.slice(1), unread: unread / frames.length })
        }
        requestAnimationFrame(frame)
      }),
    forMs,
  )
  const until = performance.now() + forMs
  while (performance.now() < until) {
    await page.mouse.wheel(0, 240)
    await page.waitForTimeout(16)
  }
  return counted
}

/** Until the rows on the screen are in that order. */
export async function chooseOrder(page: Page, order: string): Promise<void> {
  const list = page.getByRole('listbox', { name: 'Queue' })
  await page.getByRole('combobox', { name: 'Order' }).selectOption(order)
  await list.and(page.locator(`[data-order="${order}"]`)).waitFor()
}
