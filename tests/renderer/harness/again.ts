/**
 * The window once more, in the document where it was. Its scripts run anew, so nothing that they keep is left; what is
 * spared is reading and compiling them, most of what a new document costs.
 */
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    /** Runs the scripts of the page. */
    begin?: () => void
  }
}

/** Takes the window off the page, and what a test may have left in the document. What the browser keeps stays. */
export async function leave(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.harness.close()
    const { documentElement, body } = document
    for (const { name } of [...documentElement.attributes]) {
      if (name !== 'lang') documentElement.removeAttribute(name)
    }
    // The window's own styles are in a file.
    for (const added of document.head.querySelectorAll('style')) added.remove()
    body.replaceChildren(Object.assign(document.createElement('div'), { id: 'root' }))
    document.title = 'Harness'
    sessionStorage.clear()
    localStorage.clear()
    getSelection()?.removeAllRanges()
    scrollTo(0, 0)
  })
}

/**
 * Begins on a page that was left.
 *
 * @param hash what is invented, as the address has it
 */
export async function begin(page: Page, hash: string): Promise<void> {
  await page.evaluate(async (given) => {
    if (!window.begin) {
      const source = document.querySelector<HTMLScriptElement>('script[src]')?.src ?? ''
      // Safe: a function of our own build, without arguments.
      window.begin = new Function(await (await fetch(source)).text()) as () => void
    }
    history.replaceState(null, '', given)
    window.begin()
  }, hash)
}
