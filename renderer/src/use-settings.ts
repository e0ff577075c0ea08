/** What is set for the whole window: its look, its keys, the size of its text. */
import { useEffect, useMemo, useRef } from 'react'
import type { AppState, Settings } from '../../core/contract/answers.ts'
import { useCommand } from './client/use-command.ts'
import { en } from './copy/en.ts'
import { shortcuts } from './keyboard/shortcuts.ts'
import { useKeyChoice, useShortcuts } from './keyboard/use-shortcuts.tsx'
import { useAnnounce } from './ui/announcer.tsx'
import { nextSize, useLook, usualSize } from './ui/look.ts'

/** @param state null while it is not known */
export function useSettings(state: AppState | null): void {
  useLook(state?.settings)
  useChosenKeys(state)
  useTextSize(state)
}

/** The keys that somebody chose hold in the whole window. */
function useChosenKeys(state: AppState | null): void {
  const changed = state?.settings.keys
  const singleKeys = state?.settings.singleKeys
  const written = JSON.stringify(changed)
  useKeyChoice(
    useMemo(
      () =>
        written === undefined || singleKeys === undefined
          ? null
          : // Safe: it was just written down, so that the same keys are the same object.
            { changed: JSON.parse(written) as Settings['keys'], singleKeys },
      [written, singleKeys],
    ),
  )
}

function useTextSize(state: AppState | null): void {
  const { run } = useCommand('settings.update')
  const announce = useAnnounce()
  const size = state?.settings.textSize ?? usualSize
  // Keys come faster than the service answers: each goes on from the one before.
  const wanted = useRef(size)
  useEffect(() => {
    wanted.current = size
  }, [size])
  const set = (textSize: Settings['textSize']) => {
    announce(en.settings.sizeNow(textSize))
    if (textSize === wanted.current) return
    wanted.current = textSize
    void run({ textSize })
  }
  useShortcuts([
    { shortcut: shortcuts.biggerText, run: () => set(nextSize(wanted.current, 1)) },
    { shortcut: shortcuts.smallerText, run: () => set(nextSize(wanted.current, -1)) },
    { shortcut: shortcuts.normalText, run: () => set(usualSize) },
  ])
}
