/** Types of start-plan.mjs, which is plain JavaScript so that it runs on any Node from 18. */

/** What is known when `npm start` is typed. Times in milliseconds since 1970. */
export interface StartFacts {
  readonly args: readonly string[]
  /** As in `process.versions.node`. */
  readonly nodeVersion: string
  /** Path of the Node that came with `npm install`; null where none did. */
  readonly bundledNode: string | null
  readonly isInstalled: boolean
  /** The oldest built file; null when something was never built. */
  readonly oldestOutput: number | null
  readonly newestSource: number
  readonly isElectronReady: boolean
  readonly hasDisplay: boolean
  /** Linux, as root: Electron refuses to start there with its sandbox on. */
  readonly isLinuxRoot: boolean
  /** When fetching Electron last failed; null when it did not. */
  readonly fetchFailedAt: number | null
  readonly now: number
}

export interface StartPlan {
  readonly mode: 'app' | 'fetch' | 'browser' | 'stop'
  /** One sentence for the person; null where there is nothing to say. */
  readonly because: string | null
  /** Whether the window must be built first. */
  readonly build: boolean
  /** The Node to run browser mode and the build with; null for the one that runs already. */
  readonly node: string | null
  /** What is left for the app or browser mode. */
  readonly args: readonly string[]
}

export function planStart(facts: StartFacts): StartPlan

/** `node:sqlite` needs no flag from 22.13 on. */
export function isNodeEnough(version: string): boolean

/** Whether somebody is likely to see a window opened here. */
export function hasDisplay(
  platform: string,
  environment: Readonly<Record<string, string | undefined>>,
): boolean

/** "41 MB" */
export function megabytes(bytes: number): string
