/**
 * Which keys hold at the moment: those of the table, or those that somebody chose instead. One place for the window,
 * because a key is read where no component is: by the one listener, and by every cap.
 */
import { isSafeKey } from './keys.ts'

export interface KeyChoice {
  /** Keys that are not those of the table, by the name of what they do. */
  readonly changed: Readonly<Record<string, readonly string[]>>
  /** False: only combinations, arrows, Enter and Escape do something. */
  readonly singleKeys: boolean
}

export const keysOfTheTable: KeyChoice = { changed: {}, singleKeys: true }

let current = keysOfTheTable
const listeners = new Set<() => void>()

export const keyChoice = {
  get: (): KeyChoice => current,
  set(next: KeyChoice): void {
    if (next.changed === current.changed && next.singleKeys === current.singleKeys) return
    current = next
    for (const listener of listeners) listener()
  },
  /** @returns the function that stops listening */
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/** The keys that somebody chose for `name`, or else `standard`; whether they do something at the moment or not. */
export function chosenKeys(name: string, standard: readonly string[], choice = current): readonly string[] {
  return Object.hasOwn(choice.changed, name) ? (choice.changed[name] ?? standard) : standard
}

/** Those of `keys` that do something at the moment. */
export function activeKeys(keys: readonly string[], choice = current): readonly string[] {
  return choice.singleKeys ? keys : keys.filter(isSafeKey)
}
