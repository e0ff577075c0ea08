/** From a key on the desk to the next comment on the screen, in a real browser, with 100,000 comments. */
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { startServer } from '../electron/serve/http.ts'
import { openBench, quiet } from './door-calls.ts'
import { inventedComments, quantile, withFolder, writeCsv } from './support.ts'

const count = 100_000
const keys = 100
const browserFile = process.env.FAIR_HEARING_BROWSER ?? '/usr/bin/chromium'

export async function benchDesk(say: (line: string) => void): Promise<void> {
  await withFolder(async (folder) => {
    const file = path.join(folder, 'comments.csv')
    writeCsv(file, inventedComments(count))
    const { door, call, places } = await openBench(folder, file)
    await quiet(call)
    const rendererDir = path.resolve(import.meta.dirname, '../out/renderer')
    const served = await startServer({ door, rendererDir, projectsDir: places.projects, port: 0 })
    try {
      await inBrowser(served.newLink(), say)
    } finally {
      await served.close()
      await door.close()
    }
  })
}

async function inBrowser(link: string, say: (line: string) => void): Promise<void> {
  const browser = await chromium.launch({
    executablePath: browserFile,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(link)
    await page.getByRole('article', { name: 'Comment to decide' }).waitFor()
    // A comment can only be decided once it has been on the screen.
    await page.waitForTimeout(1000)
    const times: number[] = []
    for (let n = 0; n < keys; n += 1) {
      times.push(await keyToNext(page))
      // A person reads before the next key.
      await page.waitForTimeout(150)
    }
    const [median, most] = [0.5, 0.95].map((share) => quantile(times, share).toFixed(0))
    say(
      `key to next comment drawn, ${count.toLocaleString('en')} comments: median ${median} ms, 95 % ${most} ms`,
    )
  } finally {
    await browser.close()
  }
}

/** Measured inside the page, from the key event to the moment the next comment has been painted. */
async function keyToNext(page: Page): Promise<number> {
  const watch = await page.evaluateHandle(() => {
    const shown = () => document.querySelector<HTMLElement>('article[data-comment]')?.dataset.comment
    const before = shown()
    // A message sent while a frame is being made arrives when it has been painted.
    const afterPaint = (then: () => void) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = then
      port2.postMessage(null)
    }
    const time = new Promise<number>((resolve) => {
      const begin = () => {
        const from = performance.now()
        const look = () => {
          const elapsedMs = performance.now() - from
          // A key that was refused, because the comment was not on the screen yet, counts as two seconds.
          if (elapsedMs > 2000) resolve(elapsedMs)
          else if (shown() === before || shown() === undefined) requestAnimationFrame(look)
          else afterPaint(() => resolve(performance.now() - from))
        }
        requestAnimationFrame(look)
      }
      addEventListener('keydown', begin, { once: true, capture: true })
    })
    return { time }
  })
  await page.keyboard.press('c')
  return watch.evaluate(({ time }) => time)
}
