/** Colours, contrast, rows and the size of the text. */
import type { ReactNode } from 'react'
import type { Settings } from '../../../../core/contract/answers.ts'
import { en } from '../../copy/en.ts'
import { ariaKeys, shortcuts, shownKey } from '../../keyboard/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { nextSize, usualSize } from '../../ui/look.ts'
import { Choice, Setting } from './choice.tsx'
import styles from './settings.module.css'
import type { Change } from './settings-dialog.tsx'

interface LookPartProps {
  readonly settings: Settings
  readonly onChange: Change
}

export function LookPart({ settings, onChange }: LookPartProps): ReactNode {
  const { settings: words } = en
  return (
    <>
      <Choice
        name={words.theme}
        value={settings.theme}
        names={words.themes}
        onChange={(theme) => onChange({ theme })}
      />
      <Choice
        name={words.contrast}
        hint={words.contrastHint}
        value={settings.contrast}
        names={words.contrasts}
        onChange={(contrast) => onChange({ contrast })}
      />
      <Size size={settings.textSize} onChange={onChange} />
      <Choice
        name={words.density}
        hint={words.densityHint}
        value={settings.density}
        names={words.densities}
        onChange={(density) => onChange({ density })}
      />
    </>
  )
}

function Size(props: { readonly size: Settings['textSize']; readonly onChange: Change }): ReactNode {
  const { size, onChange } = props
  const keys = [shortcuts.biggerText, shortcuts.smallerText, shortcuts.normalText].map((one) =>
    shownKey(one.keys[0]),
  )
  const [bigger = '', smaller = '', normal = ''] = keys
  const step = (by: 1 | -1) => onChange({ textSize: nextSize(size, by) })
  return (
    <Setting
      name={en.settings.textSize}
      {...(keys.every(Boolean) ? { hint: en.settings.textSizeHint(bigger, smaller, normal) } : {})}
    >
      <div className={`row wraps ${styles.size}`}>
        <Button
          size="small"
          ariaKeys={ariaKeys(shortcuts.smallerText)}
          onClick={() => step(-1)}
          isIdle={nextSize(size, -1) === size}
        >
          {en.settings.smaller}
        </Button>
        <output aria-label={en.settings.textSize}>{en.settings.percent(size)}</output>
        <Button
          size="small"
          ariaKeys={ariaKeys(shortcuts.biggerText)}
          onClick={() => step(1)}
          isIdle={nextSize(size, 1) === size}
        >
          {en.settings.bigger}
        </Button>
        {size !== usualSize && (
          <Button kind="link" onClick={() => onChange({ textSize: usualSize })}>
            {en.keyEditing.reset}
          </Button>
        )}
      </div>
    </Setting>
  )
}
