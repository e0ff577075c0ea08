/** Work that nobody waits for lets the thread that answers a key go first. */
import { setPriority } from 'node:os'

/** Of -20 to 19, as `nice` counts. */
const niceness = 10

/**
 * Call it once, in a worker of its own. Only on Linux is the priority that of the calling thread; elsewhere it would be
 * that of the whole app.
 */
export function stepBack(): void {
  if (process.platform !== 'linux') return
  try {
    setPriority(niceness)
  } catch {
    // Not allowed here: the work is done all the same.
  }
}
