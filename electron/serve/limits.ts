/** How much browser mode takes, and how long it waits. */

/** Sizes and times. Tests ask for smaller ones. */
export interface Limits {
  readonly jsonBytes: number
  /** The largest file a browser can hand over. Past that there is the command line. */
  readonly uploadBytes: number
  /** The head, and a JSON body, must arrive whole within this time; an upload may not pause for longer. */
  readonly patienceMs: number
  readonly heartbeatMs: number
  /** A tab that is gone for longer gives up its turn to write. */
  readonly graceMs: number
}

/** What people get. */
export const standardLimits: Limits = {
  jsonBytes: 1024 * 1024,
  uploadBytes: 4 * 1024 ** 3,
  patienceMs: 30_000,
  heartbeatMs: 15_000,
  graceMs: 3_000,
}
