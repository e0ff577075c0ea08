/** What is covered on the desk, the key that uncovers it, and that nothing is decided behind a cover. */
import { useMemo, useState } from 'react'
import type { Settings } from '../../../../core/contract/answers.ts'
import { slurRanges } from '../../../../core/text/slurs.ts'
import { en } from '../../copy/en.ts'
import { shortcuts, shownKey } from '../../keyboard/shortcuts.ts'
import { useShortcuts } from '../../keyboard/use-shortcuts.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import type { Covers } from '../../ui/cover.tsx'
import type { Desk } from './use-desk.ts'

/** @param commentId the comment in the centre: the next one is covered again; null where there is none */
export function useCovers({ coverSlurs, coverText }: Settings, commentId: number | null): Covers {
  const announce = useAnnounce()
  const [uncovered, setUncovered] = useState<number | null>(null)
  const isOff = uncovered !== null && uncovered === commentId
  useShortcuts([
    {
      shortcut: shortcuts.uncover,
      run: () => {
        setUncovered(isOff ? null : commentId)
        announce(isOff ? en.cover.covered : en.cover.uncovered)
      },
      isAvailable: coverSlurs || coverText,
    },
  ])
  const key = shownKey(shortcuts.uncover.keys[0])
  return useMemo(
    () => ({ find: coverSlurs ? slurRanges : null, coversText: coverText, isOff, key }),
    [coverSlurs, coverText, isOff, key],
  )
}

/** The desk on which nothing is decided about a text that is still covered: what nobody has read cannot be decided. */
export function useUncovered(desk: Desk): Desk {
  const announce = useAnnounce()
  const unlessCovered =
    <T extends readonly unknown[]>(run: (...given: T) => void) =>
    (...given: T) => {
      if (document.querySelector('[data-drawn] [data-covered]')) announce(en.cover.first)
      else run(...given)
    }
  return { ...desk, decide: unlessCovered(desk.decide), accept: unlessCovered(desk.accept) }
}
