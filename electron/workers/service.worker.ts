/** The service's own thread: answers the door's questions and passes its events on. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Result } from '../../core/result.ts'
import { describe, dispatch } from '../service/dispatch.ts'
import type { DoorCall, DoorMessage, DoorOptions, DoorQuestion } from '../service/door.ts'
import { createService, type RunningService } from '../service/service.ts'

const port = parentPort
if (!port) throw new Error('This file is a worker; it is started by openDoor.')
const say = (message: DoorMessage) => port.postMessage(message)

// Safe: openDoor starts this thread with its own options.
const options = workerData as DoorOptions
const starting = createService({ ...options, emit: (event) => say({ type: 'event', event }) })

port.on('message', ({ seq, call }: DoorQuestion) => {
  starting
    .then((running) => answer(running, call))
    .catch((error: unknown): Result<never> => ({ ok: false, failure: describe(error, call.kind) }))
    .then((result) => {
      say({ type: 'answer', seq, result })
      if (call.kind === 'close') port.close()
    })
})

async function answer(running: RunningService, call: DoorCall): Promise<Result<unknown>> {
  switch (call.kind) {
    case 'dispatch':
      return dispatch(running.service, call.method, call.request)
    case 'close':
      return { ok: true, value: await running.close() }
    case 'registerFile':
      return { ok: true, value: running.files.register(call.value) }
    case 'registerTarget':
      return { ok: true, value: running.files.registerTarget(call.value) }
    case 'registerDownload':
      return { ok: true, value: running.files.registerDownload(call.value) }
    case 'pathOf':
      return { ok: true, value: running.files.pathOf(call.value) }
  }
}
