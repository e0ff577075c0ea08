/** What was picked, kept open from one task of the thread to the next: all its files are read out of one opened archive. */
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { openPick, type Pick } from '../files/pick.ts'
import type { ReadTask } from './worker-messages.ts'

export interface KeptPick {
  /** @throws as `openPick` */
  readonly open: (task: ReadTask, isCancelled: () => boolean) => Promise<Pick>
  readonly close: () => Promise<void>
}

export function keepPick(): KeptPick {
  let kept: { readonly key: string; readonly pick: Pick } | null = null
  /** Of the task that is under way, whichever opened it. */
  let asked: () => boolean = () => false
  const close = async () => {
    const { pick } = kept ?? {}
    kept = null
    await pick?.close()
  }
  return {
    close,
    async open(task, isCancelled) {
      asked = isCancelled
      const name = nameOf(task)
      const key = await keyOf(task.path, name)
      if (kept !== null && kept.key === key) return kept.pick
      await close()
      const pick = await openPick(task.path, { name, isCancelled: () => asked() })
      kept = { key, pick }
      return pick
    },
  }
}

/** A member is named by all that leads to it: what it lies in is named by its own name. */
const nameOf = (task: ReadTask): string =>
  task.task === 'survey' || task.member === null ? task.name : path.basename(task.path)

/** Another one where the file has changed. What cannot be looked at is for `openPick` to explain. */
async function keyOf(file: string, name: string): Promise<string> {
  const facts = await stat(file).catch(() => null)
  return JSON.stringify([file, name, facts?.ino, facts?.size, facts?.mtimeMs])
}
