/** What passes between the window and the main thread: types for the preload, the origin for the guards. */
import type { Bridge as AnyBridge } from '../../core/contract/bridge.ts'

export type Channel = 'api' | 'event' | 'shell'
export type ShellAction = 'pickFile' | 'pickFiles' | 'takeDropped' | 'pickTarget' | 'printLetter' | 'deliver'

export const filePurposes = ['project', 'copy', 'files', 'folder'] as const
export type FilePurpose = (typeof filePurposes)[number]

export type Bridge = AnyBridge<File>

export const appScheme = 'app'
export const appHost = 'fair-hearing'
export const appPage = `${appScheme}://${appHost}/`

/** Whether an address is one of ours. Node gives custom schemes the origin "null", so the parts are compared. */
export function isOurAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, username, password } = new URL(address)
  return protocol === `${appScheme}:` && host === appHost && username === '' && password === ''
}
