/** Care for the person who reads: covers and breaks, all off until somebody wants them. */
import type { ReactNode } from 'react'
import type { Settings } from '../../../../core/contract/answers.ts'
import { en } from '../../copy/en.ts'
import { shortcuts, shownKey } from '../../keyboard/shortcuts.ts'
import { Check } from '../../ui/check.tsx'
import { Select } from '../../ui/select.tsx'
import { Setting } from './choice.tsx'
import type { Change } from './settings-dialog.tsx'

interface ReadingPartProps {
  readonly settings: Settings
  readonly onChange: Change
}

type Minutes = Settings['breakAfter']
const minutes: readonly Minutes[] = [0, 25, 45, 60, 90]

export function ReadingPart({ settings, onChange }: ReadingPartProps): ReactNode {
  const { settings: words } = en
  return (
    <>
      <Check
        label={words.coverSlurs}
        hint={words.coverSlursHint}
        isOn={settings.coverSlurs}
        onChange={(coverSlurs) => onChange({ coverSlurs })}
      />
      <Check
        label={words.coverText}
        hint={words.coverTextHint(shownKey(shortcuts.uncover.keys[0]))}
        isOn={settings.coverText}
        onChange={(coverText) => onChange({ coverText })}
      />
      <p className="meta">{words.care}</p>
      <Setting name={words.breakAfter} hint={words.breakAfterHint}>
        <Select
          label={words.breakAfter}
          value={String(settings.breakAfter)}
          choices={minutes.map((value) => ({ value: String(value), words: words.breaks[value] }))}
          onChange={(value) => {
            const breakAfter = minutes.find((one) => String(one) === value)
            if (breakAfter !== undefined) onChange({ breakAfter })
          }}
        />
      </Setting>
    </>
  )
}
