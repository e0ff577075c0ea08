/** Who decides, and how the window looks. */
import { type ReactNode, useState } from 'react'
import type { Settings } from '../../../../core/contract/answers.ts'
import { useCommand } from '../../client/use-command.ts'
import { en } from '../../copy/en.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { choicesOf } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './settings-dialog.module.css'

interface SettingsDialogProps {
  readonly settings: Settings
  readonly version: string
  readonly onClose: () => void
}

export function SettingsDialog({ settings, version, onClose }: SettingsDialogProps): ReactNode {
  const update = useCommand('settings.update')
  const [coder, setCoder] = useState(settings.coder)
  const save = async () => {
    if (coder.trim() === '' || (await update.run({ coder: coder.trim() })).ok) onClose()
  }
  return (
    <Dialog
      title={en.settings.title}
      onClose={onClose}
      actions={
        <Button kind="primary" onClick={save} isDisabled={update.isBusy || coder.trim() === ''}>
          {en.settings.save}
        </Button>
      }
    >
      <div className={styles.fields}>
        <TextField
          label={en.settings.name}
          hint={en.settings.nameHint}
          value={coder}
          onChange={setCoder}
          maxLength={80}
        />
        <div>
          <h3 className="meta">{en.settings.theme}</h3>
          <Segmented
            label={en.settings.theme}
            value={settings.theme}
            choices={choicesOf(en.settings.themes)}
            onChange={(theme) => update.run({ theme })}
          />
        </div>
        <p className="meta">{en.settings.version(version)}</p>
      </div>
    </Dialog>
  )
}
