/** A door that writes down what passes through it. */
import type { AppEvent } from '../../core/contract/contract.ts'
import { AppError } from '../../core/result.ts'
import type { Door } from '../../electron/service/door.ts'

/** What a person's file looks like when it is not there. */
export const missingFile = '/home/ada/gone.csv'

export function recordingDoor() {
  const passed: string[] = []
  const listeners = new Set<(event: AppEvent) => void>()
  const closing = Promise.withResolvers<void>()
  const door: Door = {
    dispatch: async (method, request) => {
      passed.push(`${method} ${JSON.stringify(request)}`)
      return { ok: true, value: { method, request } }
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    registerFile: async (path) => {
      if (path === missingFile) throw new AppError('file-missing', 'The file is not there any more.')
      return { ref: `ref:${path}`, name: path.split('/').at(-1) ?? '', bytes: 12 }
    },
    registerTarget: async (path) => `target:${path}`,
    registerDownload: async (name) => `download:${name}`,
    pathOf: async (ref) => ref.replace(/^target:/, ''),
    close: () => {
      passed.push('close')
      return closing.promise
    },
  }
  const say = (event: AppEvent) => {
    for (const listener of listeners) listener(event)
  }
  return { door, passed, say, finishClosing: () => closing.resolve() }
}
