/** What opens over every page: settings, imports, rules, all keys, the palette. */
import { type ReactNode, useCallback } from 'react'
import type { AppState } from '../../core/contract/answers.ts'
import { standardCodebook } from '../../core/labels.ts'
import { ImportsDialog } from './features/frame/imports-dialog.tsx'
import { Palette } from './features/palette/palette.tsx'
import { RulesDialog } from './features/rules/rules-dialog.tsx'
import { SettingsDialog, type SettingsPart } from './features/settings/settings-dialog.tsx'
import { ShortcutsHelp } from './keyboard/shortcuts-help.tsx'

export type Sheet =
  | 'imports'
  | 'rules'
  | 'keys'
  | 'palette'
  | 'keys-of-settings'
  | Exclude<SettingsPart, 'keys'>

interface SheetsProps {
  readonly state: AppState
  readonly sheet: Sheet | null
  /** To the desk; to a comment, or null to stay where it is. */
  readonly onDesk: (opening: number | null) => void
  readonly onSheet: (sheet: Sheet) => void
  readonly onClose: () => void
}

export function Sheets({ state, sheet, onDesk, onSheet, onClose }: SheetsProps): ReactNode {
  const toDesk = useCallback(() => onDesk(null), [onDesk])
  const labels = (state.project?.codebook ?? standardCodebook).labels
  if (sheet === null) return null
  if (sheet === 'imports') return <ImportsDialog onClose={onClose} />
  if (sheet === 'rules') return state.project && <RulesDialog project={state.project} onClose={onClose} />
  if (sheet === 'keys') {
    return <ShortcutsHelp labels={labels} onChange={() => onSheet('keys-of-settings')} onClose={onClose} />
  }
  if (sheet === 'palette') {
    return <Palette state={state} onClose={onClose} onComment={onDesk} onDesk={toDesk} />
  }
  const part = sheet === 'keys-of-settings' ? 'keys' : sheet
  return <SettingsDialog settings={state.settings} version={state.version} {...{ labels, part, onClose }} />
}
