/** Whether the service can be reached, and whether this window is the one that writes: always inside the app. */

/** `lost`: it does not answer. `locked`: it answers, and does not know this tab. */
export type ConnectionState = 'open' | 'lost' | 'locked'

export interface Connection {
  get(): ConnectionState
  set(state: ConnectionState): void
  /** False where another tab writes, and this one reads. */
  hasHands(): boolean
  setHands(isMine: boolean): void
  subscribe(listener: () => void): () => void
}

export function createConnection(initial: ConnectionState = 'open'): Connection {
  let state = initial
  let isMine = true
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  return {
    get: () => state,
    set(next) {
      if (next === state) return
      state = next
      tell()
    },
    hasHands: () => isMine,
    setHands(next) {
      if (next === isMine) return
      isMine = next
      tell()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
