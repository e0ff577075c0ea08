/** Puts off what need not be in the frame that somebody waits for. */

/** A window that is hidden paints nothing; what was put off must happen all the same. */
const longestMs = 50

/** Runs it once, after the next frame has been painted, in the order of the calls. */
export function afterPaint(run: () => void): void {
  waiting.push(run)
  if (waiting.length > 1) return
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = runAll
  // A message sent while a frame is being made arrives when it has been painted.
  requestAnimationFrame(() => port2.postMessage(null))
  setTimeout(runAll, longestMs)
}

/** Settles when the next frame has been painted. */
export function painted(): Promise<void> {
  return new Promise(afterPaint)
}

let waiting: (() => void)[] = []

function runAll(): void {
  const runs = waiting
  waiting = []
  for (const run of runs) run()
}
