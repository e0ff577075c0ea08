/** Everything that a person can set, in four parts. What is chosen holds at once. */
import { type ReactNode, useRef, useState } from 'react'
import type { Settings } from '../../../../core/contract/answers.ts'
import type { Label } from '../../../../core/labels.ts'
import { useCommand } from '../../client/use-command.ts'
import { en } from '../../copy/en.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { KeysPart } from './keys-part.tsx'
import { LookPart } from './look-part.tsx'
import { ReadingPart } from './reading-part.tsx'
import styles from './settings.module.css'
import { YouPart } from './you-part.tsx'

export type SettingsPart = keyof typeof en.settings.sections
export type Change = (change: Partial<Settings>) => Promise<void>

interface SettingsDialogProps {
  readonly settings: Settings
  readonly labels: readonly Label[]
  readonly version: string
  readonly part?: SettingsPart
  readonly onClose: () => void
}

// The keys of such a record are exactly its parts.
const parts = Object.keys(en.settings.sections) as SettingsPart[]

export function SettingsDialog({ settings, labels, version, part, onClose }: SettingsDialogProps): ReactNode {
  const update = useCommand('settings.update')
  const [shown, setShown] = useState<SettingsPart>(part ?? 'you')
  const name = useRef(settings.coder)
  // What was chosen is chosen at once; the service has it a moment later.
  const [chosen, setChosen] = useState<Partial<Settings>>({})
  const shownSettings = { ...settings, ...chosen }
  const change: Change = async (next) => {
    setChosen((before) => ({ ...before, ...next }))
    if (!(await update.run(next)).ok) setChosen({})
  }
  const saveName = () => {
    const coder = name.current.trim()
    if (coder !== '' && coder !== shownSettings.coder) void change({ coder })
  }
  return (
    <Dialog
      title={en.settings.title}
      width="wide"
      onClose={() => {
        saveName()
        onClose()
      }}
    >
      <div className={styles.parts}>
        <nav aria-label={en.settings.parts}>
          {parts.map((one) => (
            <button
              key={one}
              type="button"
              aria-current={one === shown || undefined}
              onClick={() => setShown(one)}
            >
              {en.settings.sections[one]}
            </button>
          ))}
        </nav>
        <section className={styles.part} aria-label={en.settings.sections[shown]}>
          {shown === 'you' && <YouPart version={version} written={name} onLeave={saveName} />}
          {shown === 'look' && <LookPart settings={shownSettings} onChange={change} />}
          {shown === 'reading' && <ReadingPart settings={shownSettings} onChange={change} />}
          {shown === 'keys' && <KeysPart settings={shownSettings} labels={labels} onChange={change} />}
        </section>
      </div>
    </Dialog>
  )
}
