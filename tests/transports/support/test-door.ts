/** A door with a small service behind it: real files in a folder of its own, answers that show what arrived. */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { AppEvent } from '../../../core/contract/contract.ts'
import { AppError } from '../../../core/result.ts'
import type { Door } from '../../../electron/service/door.ts'

export interface TestDoor extends Door {
  /** As if the service had said it. */
  emit(event: AppEvent): void
  listeners(): number
}

/** @param parent the folder is made in here */
export async function testDoor(parent = os.tmpdir()): Promise<TestDoor> {
  const folder = await mkdtemp(path.join(parent, 'fair-hearing-test-door-'))
  const paths = new Map<string, string>()
  const listeners = new Set<(event: AppEvent) => void>()
  const remember = (file: string) => {
    const ref = `reference-${paths.size}`
    paths.set(ref, file)
    return ref
  }
  return {
    dispatch: async (method, request) =>
      method === 'app.crash' ? Promise.reject(new Error('a bug')) : { ok: true, value: { method, request } },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async registerFile(file) {
      return { ref: remember(file), name: path.basename(file), bytes: (await stat(file)).size }
    },
    registerTarget: async (file) => remember(file),
    registerDownload: async (name) => remember(path.join(folder, name)),
    async pathOf(ref) {
      const file = paths.get(ref)
      if (!file) throw new AppError('file-missing', 'That file is not known any more.')
      return file
    },
    close: () => rm(folder, { recursive: true, force: true }),
    emit: (event) => {
      for (const listener of listeners) listener(event)
    },
    listeners: () => listeners.size,
  }
}
