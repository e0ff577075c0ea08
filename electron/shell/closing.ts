/** Quitting waits for the service: a decision that was made is a decision that is kept. */
import type { App } from 'electron'

/** After this the app quits all the same: a decision is on the disk as soon as it is answered. */
const longestMs = 10_000

/**
 * Holds the quit back until `close` has settled, then quits.
 *
 * @param close called once; its failure is logged and does not keep the app from quitting
 */
export function closeBeforeQuit(app: Pick<App, 'on' | 'quit'>, close: () => Promise<void>): void {
  let state: 'running' | 'closing' | 'closed' = 'running'
  app.on('will-quit', (event) => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'closing') return
    state = 'closing'
    Promise.race([close(), limit()])
      .catch((error: unknown) => console.error(error))
      .finally(() => {
        state = 'closed'
        app.quit()
      })
  })
}

function limit(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, longestMs)
  })
}
