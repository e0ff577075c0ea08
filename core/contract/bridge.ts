/** What the preload script puts on the window of the app, and the window asks. */

import type { Result } from '../result.ts'
import type { AppEvent, PickedFile } from './contract.ts'
import type { LetterChoice } from './requests.ts'

/** `window.fairHearing`: all that a page of ours can reach. */
/** @template Dropped a file as the page has it: there are pages in some rooms only */
export interface Bridge<Dropped> {
  invoke(method: string, request: unknown): Promise<Result<unknown>>
  /** @returns a function that ends the subscription */
  subscribe(listener: (event: AppEvent) => void): () => void
  pickFile(purpose: 'project' | 'copy'): Promise<Result<PickedFile | null>>
  pickFiles(what: 'files' | 'folder'): Promise<Result<readonly PickedFile[]>>
  /** The paths go from the preload to the main thread, never to the page. */
  takeDropped(files: readonly Dropped[]): Promise<Result<readonly PickedFile[]>>
  pickTarget(suggestedName: string): Promise<Result<string | null>>
  /** As PDF, to a place that the person chose. */
  printLetter(letter: LetterChoice, target: string): Promise<Result<null>>
  deliver(target: string): Promise<Result<null>>
}
