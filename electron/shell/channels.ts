/** What passes between the window and the main thread: types for the preload, the origin for the guards. */
import type { AppEvent, PickedFile } from '../../core/contract/contract.ts'
import type { LetterChoice } from '../../core/contract/requests.ts'
import type { Result } from '../../core/result.ts'

export type Channel = 'api' | 'event' | 'shell'
export type ShellAction = 'pickFile' | 'pickFiles' | 'takeDropped' | 'pickTarget' | 'printLetter' | 'deliver'

export const filePurposes = ['project', 'copy', 'files', 'folder'] as const
export type FilePurpose = (typeof filePurposes)[number]

/** `window.fairHearing`: all that a page of ours can reach. */
export interface Bridge {
  invoke(method: string, request: unknown): Promise<Result<unknown>>
  /** @returns a function that ends the subscription */
  subscribe(listener: (event: AppEvent) => void): () => void
  pickFile(purpose: 'project' | 'copy'): Promise<Result<PickedFile | null>>
  pickFiles(what: 'files' | 'folder'): Promise<Result<readonly PickedFile[]>>
  /** The paths go from the preload to the main thread, never to the page. */
  takeDropped(files: readonly File[]): Promise<Result<readonly PickedFile[]>>
  pickTarget(suggestedName: string): Promise<Result<string | null>>
  /** As PDF, to a place that the person chose. */
  printLetter(letter: LetterChoice, target: string): Promise<Result<null>>
  deliver(target: string): Promise<Result<null>>
}

export const appScheme = 'app'
export const appHost = 'fair-hearing'
export const appPage = `${appScheme}://${appHost}/`

/** Whether an address is one of ours. Node gives custom schemes the origin "null", so the parts are compared. */
export function isOurAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, username, password } = new URL(address)
  return protocol === `${appScheme}:` && host === appHost && username === '' && password === ''
}
