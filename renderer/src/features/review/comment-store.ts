/** The comment in the centre and the next few, read ahead so that the next one is there at once. */
import type { CommentView } from '../../../../core/contract/answers.ts'
import type { Client } from '../../../../core/contract/contract.ts'
import { failureOf, type Report } from '../../client/client.ts'

/**
 * A comment as it is looked at in a queue; null where it was opened from elsewhere. A queue may hide what another
 * shows, so the same comment in two queues is two views.
 */
export interface Place {
  readonly commentId: number
  readonly queueId: string | null
}

export interface CommentStore {
  /** Undefined while the comment is not read. */
  get(place: Place): CommentView | undefined
  /** The comments that matter now, the one in the centre first. All others are let go. */
  want(places: readonly Place[]): void
  /** Something about comments has changed: the first wanted is read again now, the others when it is their turn. */
  expire(): void
  subscribe(listener: () => void): () => void
  /** Changes when the first wanted comment arrives; those after it are there when it is their turn. */
  version(): number
}

export function createCommentStore(client: Client, report: Report): CommentStore {
  const views = new Map<string, CommentView>()
  const stale = new Set<string>()
  const asked = new Set<string>()
  const listeners = new Set<() => void>()
  let wanted: ReadonlyMap<string, Place> = new Map()
  /** Came before it was the first: nobody has been told. */
  const untold = new Set<string>()
  let first: string | null = null
  let version = 0

  const tell = () => {
    version += 1
    for (const listener of listeners) listener()
  }
  const load = async (key: string) => {
    const place = wanted.get(key)
    if (place === undefined || asked.has(key)) return
    asked.add(key)
    stale.delete(key)
    try {
      const view = await client.call('comments.get', place)
      // What nobody waits for any more would only be kept for ever.
      if (!wanted.has(key)) return
      views.set(key, view)
      if (key === first) tell()
      else untold.add(key)
    } catch (error) {
      report(failureOf(error))
    } finally {
      asked.delete(key)
      if (stale.has(key) && key === first) load(key)
    }
  }

  return {
    get: (place) => views.get(keyOf(place)),
    want(places) {
      wanted = new Map(places.map((place) => [keyOf(place), place]))
      first = places[0] ? keyOf(places[0]) : null
      for (const key of views.keys()) if (!wanted.has(key)) views.delete(key)
      const isLate = first !== null && untold.has(first)
      for (const key of untold) if (key === first || !wanted.has(key)) untold.delete(key)
      if (isLate) tell()
      for (const key of wanted.keys()) if (!views.has(key) || (key === first && stale.has(key))) load(key)
    },
    expire() {
      for (const key of [...views.keys(), ...asked]) stale.add(key)
      if (first !== null && views.has(first)) load(first)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    version: () => version,
  }
}

function keyOf({ commentId, queueId }: Place): string {
  return `${commentId} ${queueId ?? ''}`
}
