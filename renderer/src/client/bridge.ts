/** What the preload script puts on the window of the app. */
import type { Bridge as AnyBridge } from '../../../core/contract/bridge.ts'

export type Bridge = AnyBridge<File>

declare global {
  interface Window {
    readonly fairHearing?: Bridge
  }
}
