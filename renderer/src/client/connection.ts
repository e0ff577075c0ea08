/** Whether the service can be reached: always inside the app, not always from a browser. */

/** `lost`: it does not answer. `locked`: it answers, and does not know this tab. */
export type ConnectionState = 'open' | 'lost' | 'locked'

export interface Connection {
  get(): ConnectionState
  set(state: ConnectionState): void
  subscribe(listener: () => void): () => void
}

export function createConnection(initial: ConnectionState = 'open'): Connection {
  let state = initial
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    set(next) {
      if (next === state) return
      state = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
