/**
 * Which tab of browser mode may write: the first that is there. Others read, and follow what it does; one of them may
 * ask for it, and has it when the first is gone.
 */
import { AppError } from '../../core/result.ts'
import { sentences } from '../../core/sentences.ts'

export interface Hands {
  /** A tab begins to listen; it is told at once, and at each change, whether it may write. @returns when it leaves */
  arrive(token: string, tell: (isMine: boolean) => void): () => void
  /** This tab writes from now on. */
  take(token: string): void
  /** @throws AppError project-busy where another tab writes */
  require(token: string): void
}

/** @param graceMs for so long a tab that left still has its place: it may only be loading again */
export function createHands(graceMs: number): Hands {
  // In the order of their coming; how many lines each listens on.
  const tabs = new Map<string, { lines: number; tell: (isMine: boolean) => void }>()
  let holder: string | null = null

  const give = (token: string | null) => {
    if (holder === token) return
    holder = token
    for (const [one, { tell }] of tabs) tell(one === holder)
  }
  const leave = (token: string) => {
    const tab = tabs.get(token)
    if (tab === undefined || tab.lines > 0) return
    tabs.delete(token)
    if (holder === token) give(tabs.keys().next().value ?? null)
  }
  return {
    arrive(token, tell) {
      const lines = (tabs.get(token)?.lines ?? 0) + 1
      tabs.set(token, { lines, tell })
      if (holder === null) give(token)
      else tell(holder === token)
      return () => {
        const tab = tabs.get(token)
        if (tab === undefined) return
        tab.lines -= 1
        setTimeout(() => leave(token), graceMs).unref()
      }
    },
    take: (token) => give(token),
    require(token) {
      if (holder !== null && holder !== token) throw new AppError('project-busy', sentences.otherTabWrites())
    },
  }
}
