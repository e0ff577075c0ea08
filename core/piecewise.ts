/** Long work that can be interrupted between two pieces of it. */

/** Yields how much is done so far, of whatever it counts. */
export type Piecewise<T> = Generator<number, T>

/** All of it in one go. */
export function toEnd<T>(work: Piecewise<T>): T {
  for (;;) {
    const piece = work.next()
    if (piece.done) return piece.value
  }
}
