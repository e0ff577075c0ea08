/** How the window looks as somebody set it, or as the system says: on the root, where the tokens hear of it. */
import { useEffect, useSyncExternalStore } from 'react'

/** In percent of the drawn one; the same as the contract's. */
const sizes = [80, 90, 100, 110, 125, 150, 175, 200] as const
export type TextSize = (typeof sizes)[number]
export const usualSize: TextSize = 100

const asSystem: Look = { theme: 'system', contrast: 'system', density: 'comfortable', textSize: usualSize }

export interface Look {
  readonly theme: 'system' | 'light' | 'dark'
  readonly contrast: 'system' | 'more'
  readonly density: 'comfortable' | 'compact'
  readonly textSize: TextSize
}

/** A step bigger or smaller; the same at either end. */
export function nextSize(size: TextSize, by: 1 | -1): TextSize {
  return sizes[sizes.indexOf(size) + by] ?? size
}

/** @param settings undefined before they are known: then the system alone decides */
export function useLook(settings: Look | undefined): void {
  const wantsMore = useMatches(moreContrast)
  useEffect(() => {
    const { dataset, style } = document.documentElement
    const { theme, contrast, density, textSize } = settings ?? asSystem
    if (theme === 'system') delete dataset.theme
    else dataset.theme = theme
    if (contrast === 'more' || wantsMore) dataset.contrast = 'more'
    else delete dataset.contrast
    if (density === 'compact') dataset.density = density
    else delete dataset.density
    style.fontSize = textSize === usualSize ? '' : `${textSize}%`
    measure()
  }, [settings, wantsMore])
}

/** True in a window narrower than so many rem: letters twice as big make it half as wide, as the styles have it too. */
export function useIsNarrow(wide: number): boolean {
  return useSyncExternalStore(subscribe, () => innerWidth < wide * rem)
}

/** Pixels of a rem at the moment. */
export function useRem(): number {
  return useSyncExternalStore(subscribe, () => rem)
}

export function useIsCompact(): boolean {
  return useSyncExternalStore(subscribe, () => document.documentElement.dataset.density === 'compact')
}

const moreContrast = '(prefers-contrast: more)'

function useMatches(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )
}

const listeners = new Set<() => void>()
/** Kept, because to ask for it makes the browser lay out the page. */
let rem = 16

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('resize', measure)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) removeEventListener('resize', measure)
  }
}

function measure(): void {
  rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
  for (const listener of listeners) listener()
}
