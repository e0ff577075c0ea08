/** Hears keys in one place, so that "G then T" can never be taken for a "T". */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { type KeyChoice, keyChoice } from './current-keys.ts'
import {
  hasTheKeys,
  isCheckable,
  isOverlayOpen,
  isPressable,
  isScrolling,
  isTyping,
  keyName,
} from './keys.ts'
import type { Shortcut } from './shortcuts.ts'

export interface Binding {
  readonly shortcut: Shortcut
  /** Gets the key that was pressed, as the table names it. */
  readonly run: (key: string) => void
  /** False: it does nothing at the moment, and is not in the palette. */
  readonly isAvailable?: boolean
}

/** How long the second key of a sequence may take. */
const sequenceMs = 1_500

type Bindings = { readonly current: readonly Binding[] }
const KeyboardContext = createContext<Set<Bindings> | null>(null)

export function KeyboardProvider(props: { readonly children: ReactNode }): ReactNode {
  const [registered] = useState(() => new Set<Bindings>())
  useEffect(() => listen(registered), [registered])
  return <KeyboardContext value={registered}>{props.children}</KeyboardContext>
}

/** Binds keys as long as the component is on the screen. */
export function useShortcuts(bindings: readonly Binding[]): void {
  const registered = useContext(KeyboardContext)
  const latest = useRef(bindings)
  // With what is drawn, and not after it: a key in between would be for the comment that was there before.
  useLayoutEffect(() => {
    latest.current = bindings
  })
  useEffect(() => {
    registered?.add(latest)
    return () => {
      registered?.delete(latest)
    }
  }, [registered])
}

/** What can be done at the moment on what is on the screen, asked when it is needed. */
export function useBindings(): () => readonly Binding[] {
  const registered = useContext(KeyboardContext)
  return useCallback(() => (registered ? available(registered) : []), [registered])
}

/** Draws the window anew when other keys hold. */
export function useKeyChoice(choice: KeyChoice | null): void {
  useSyncExternalStore(keyChoice.subscribe, keyChoice.get)
  useLayoutEffect(() => {
    if (choice !== null) keyChoice.set(choice)
  })
}

/** In a field, and under a dialog, only what says so is heard. */
function isHeard({ heard, keys }: Shortcut, name: string, target: EventTarget | null): boolean {
  if (isOverlayOpen()) return heard === 'always' && keys.includes(name)
  return !isTyping(target) || (heard !== undefined && keys.includes(name))
}

function available(registered: ReadonlySet<Bindings>): readonly Binding[] {
  return [...registered].flatMap((one) => one.current).filter(({ isAvailable }) => isAvailable !== false)
}

/** @returns the function that stops listening */
function listen(registered: ReadonlySet<Bindings>): () => void {
  let prefix: { readonly key: string; readonly until: number } | null = null

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const bindings = available(registered)
    const name = keyName(event)
    if (name === null || !bindings.some((one) => isHeard(one.shortcut, name, event.target))) return
    if (['Shift', 'Control', 'Meta'].includes(event.key)) return
    if (!name.startsWith('Mod+') && !hasTheKeys(event.target)) return
    if ((name === 'Enter' || name === 'Space') && isPressable(event.target)) return
    if (name === 'Space' && isCheckable(event.target)) return
    if (name.startsWith('Arrow') && isScrolling(event.target)) return

    const isSecond = prefix !== null && event.timeStamp < prefix.until
    const key = isSecond && prefix ? `${prefix.key} ${name}` : name
    prefix = null
    const found = bindings.find(({ shortcut }) => shortcut.keys.includes(key))
    if (found) {
      event.preventDefault()
      if (!event.repeat || found.shortcut.repeats) found.run(key)
    } else if (
      !isSecond &&
      bindings.some(({ shortcut }) => shortcut.keys.some((one) => one.startsWith(`${key} `)))
    ) {
      prefix = { key, until: event.timeStamp + sequenceMs }
      event.preventDefault()
    }
  }
  document.addEventListener('keydown', onKeyDown)
  return () => document.removeEventListener('keydown', onKeyDown)
}
