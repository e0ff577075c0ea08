/** What the preload script puts on the window of the app. */
import type { AppEvent, PickedFile } from '../../../core/contract/contract.ts'
import type { LetterChoice } from '../../../core/contract/requests.ts'
import type { Result } from '../../../core/result.ts'

export interface Bridge {
  invoke(method: string, request: unknown): Promise<Result<unknown>>
  subscribe(listener: (event: AppEvent) => void): () => void
  pickFile(purpose: 'project' | 'copy'): Promise<Result<PickedFile | null>>
  pickFiles(what: 'files' | 'folder'): Promise<Result<readonly PickedFile[]>>
  takeDropped(files: readonly File[]): Promise<Result<readonly PickedFile[]>>
  pickTarget(suggestedName: string): Promise<Result<string | null>>
  printLetter(letter: LetterChoice, target: string): Promise<Result<null>>
  deliver(target: string): Promise<Result<null>>
}

declare global {
  interface Window {
    readonly fairHearing?: Bridge
  }
}
