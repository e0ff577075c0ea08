/** Types of build-note.mjs, which is plain JavaScript so that any Node that installs the app can build it. */

/** The checkout. */
export const root: string
/** The configurations of what is built, and where each builds to, from the root. */
export const builds: readonly { readonly config: string; readonly to: string }[]
/** Whether out/ is what a build of the sources as they are now, with the packages that are installed, would make. */
export function isBuilt(): boolean
/** Notes what out/ was just built from. */
export function noteBuild(): void
/** Says of all of out/ that it is newer than the sources, for who goes by that. */
export function touch(): void
