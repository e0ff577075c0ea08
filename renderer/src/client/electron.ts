/** The client inside the app: the bridge of the preload script. */
import type { Answers, Client } from '../../../core/contract/contract.ts'
import type { Method, Request } from '../../../core/contract/requests.ts'
import type { Bridge } from './bridge.ts'
import { unwrap } from './client.ts'

export function electronClient(bridge: Bridge): Client {
  return {
    kind: 'electron',
    async call<M extends Method>(method: M, request: Request<M>) {
      // The service answers each method with its own type; the contract's tests hold it to that.
      return unwrap(await bridge.invoke(method, request)) as Answers[M]
    },
    subscribe: (listener) => bridge.subscribe(listener),
    pickFile: async (purpose) => unwrap(await bridge.pickFile(purpose)),
    pickFiles: async (what) => unwrap(await bridge.pickFiles(what)),
    // A folder is among the files of a drop, and the preload knows its path as it does that of a file.
    takeDropped: async (dropped) => unwrap(await bridge.takeDropped([...(dropped as DataTransfer).files])),
    pickTarget: async (suggestedName) => unwrap(await bridge.pickTarget(suggestedName)),
    async printLetter(letter, target) {
      unwrap(await bridge.printLetter(letter, target))
    },
    // Electron keeps a second window from opening.
    takeHands: async () => undefined,
    async deliver(target) {
      unwrap(await bridge.deliver(target))
    },
  }
}
