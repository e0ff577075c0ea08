/** The comment in the centre and the next few, read ahead so that the next one is there at once. */
import type { CommentView } from '../../../../core/contract/answers.ts'
import type { Client } from '../../../../core/contract/contract.ts'
import { failureOf, type Report } from '../../client/client.ts'

export interface CommentStore {
  /** Undefined while the comment is not read. */
  get(commentId: number): CommentView | undefined
  /** The comments that matter now, the one in the centre first. All others are let go. */
  want(commentIds: readonly number[]): void
  /** Something about comments has changed: the first wanted is read again now, the others when it is their turn. */
  expire(): void
  subscribe(listener: () => void): () => void
  /** Changes with every comment that arrives. */
  version(): number
}

export function createCommentStore(client: Client, report: Report): CommentStore {
  const views = new Map<number, CommentView>()
  const stale = new Set<number>()
  const asked = new Set<number>()
  const listeners = new Set<() => void>()
  let wanted: readonly number[] = []
  let version = 0

  const load = async (commentId: number) => {
    if (asked.has(commentId)) return
    asked.add(commentId)
    stale.delete(commentId)
    try {
      const view = await client.call('comments.get', { commentId })
      // What nobody waits for any more would only be kept for ever.
      if (!wanted.includes(commentId)) return
      views.set(commentId, view)
      version += 1
      for (const listener of listeners) listener()
    } catch (error) {
      report(failureOf(error))
    } finally {
      asked.delete(commentId)
      if (stale.has(commentId) && wanted[0] === commentId) load(commentId)
    }
  }

  return {
    get: (commentId) => views.get(commentId),
    want(commentIds) {
      wanted = commentIds
      for (const id of views.keys()) if (!wanted.includes(id)) views.delete(id)
      for (const id of wanted) if (!views.has(id) || (id === wanted[0] && stale.has(id))) load(id)
    },
    expire() {
      for (const id of [...views.keys(), ...asked]) stale.add(id)
      const first = wanted[0]
      if (first !== undefined && views.has(first)) load(first)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    version: () => version,
  }
}
