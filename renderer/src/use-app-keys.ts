/** The keys and commands that hold on every page: where to go, and what to open over it. */

import { shortcuts } from './keyboard/shortcuts.ts'
import { useShortcuts } from './keyboard/use-shortcuts.tsx'
import { type Place, places } from './places.ts'
import type { Sheet } from './sheets.tsx'

interface AppKeys {
  /** A project is open, and nothing is being imported. */
  readonly canGo: boolean
  readonly isImporting: boolean
  readonly go: (place: Place) => void
  readonly setSheet: (sheet: Sheet) => void
  readonly chooseFiles: () => void
  readonly chooseFolder: () => void
  readonly closeProject: () => void
}

export function useAppKeys(props: AppKeys): void {
  const { canGo, isImporting, go, setSheet, chooseFiles, chooseFolder, closeProject } = props
  useShortcuts([
    { shortcut: shortcuts.chooseFile, run: chooseFiles, isAvailable: !isImporting },
    { shortcut: shortcuts.addFolder, run: chooseFolder, isAvailable: !isImporting },
    { shortcut: shortcuts.imports, run: () => setSheet('imports'), isAvailable: canGo },
    { shortcut: shortcuts.rules, run: () => setSheet('rules'), isAvailable: canGo },
    { shortcut: shortcuts.goReview, run: () => go(places.desk), isAvailable: canGo },
    { shortcut: shortcuts.goMany, run: () => go(places.many), isAvailable: canGo },
    { shortcut: shortcuts.goMeasure, run: () => go(places.model), isAvailable: canGo },
    { shortcut: shortcuts.goProgress, run: () => go(places.progress), isAvailable: canGo },
    { shortcut: shortcuts.goRecord, run: () => go(places.record), isAvailable: canGo },
    { shortcut: shortcuts.goBias, run: () => go(places.bias), isAvailable: canGo },
    { shortcut: shortcuts.goAnswer, run: () => go(places.appeals), isAvailable: canGo },
    { shortcut: shortcuts.goShare, run: () => go(places.share), isAvailable: canGo },
    { shortcut: shortcuts.goDisclose, run: () => go(places.disclosure), isAvailable: canGo },
    { shortcut: shortcuts.goPackages, run: () => go(places.packages), isAvailable: canGo },
    { shortcut: shortcuts.closeProject, run: closeProject, isAvailable: canGo },
    { shortcut: shortcuts.settings, run: () => setSheet('you') },
    { shortcut: shortcuts.palette, run: () => setSheet('palette') },
    { shortcut: shortcuts.help, run: () => setSheet('keys') },
  ])
}
