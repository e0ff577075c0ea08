/** Every key by the place where it works, to be given another; and whether single keys do anything. */
import { type ReactNode, useState } from 'react'
import type { Settings } from '../../../../core/contract/answers.ts'
import type { Label } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { chosenLines } from '../../keyboard/changing.ts'
import type { Scope, Shortcut } from '../../keyboard/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { KeyRow } from './key-row.tsx'
import styles from './settings.module.css'
import type { Change } from './settings-dialog.tsx'

interface KeysPartProps {
  readonly settings: Settings
  readonly labels: readonly Label[]
  readonly onChange: Change
}

const scopes: readonly Scope[] = ['review', 'many', 'everywhere', 'import']

export function KeysPart({ settings, labels, onChange }: KeysPartProps): ReactNode {
  const { keys } = settings
  const all = chosenLines(labels, keys)
  const [said, setSaid] = useState('')
  const change = (next: Settings['keys'], words: string) => {
    onChange({ keys: next })
    setSaid(words)
  }
  return (
    <>
      <Check
        label={en.keyEditing.single}
        hint={en.keyEditing.singleHint}
        isOn={settings.singleKeys}
        onChange={(singleKeys) => onChange({ singleKeys })}
      />
      <div className={styles.keysHead}>
        <p className="meta">{en.keyEditing.lede}</p>
        <Button
          size="small"
          isIdle={Object.keys(keys).length === 0}
          onClick={() => change({}, en.keyEditing.resetAll)}
        >
          {en.keyEditing.resetAll}
        </Button>
      </div>
      {scopes.map((scope) => (
        <section key={scope} className={styles.keys}>
          <h3>{en.keys.groups[scope]}</h3>
          <ul>
            {all
              .filter((one) => one.scope === scope && !one.isFixed)
              .map((one: Shortcut) => (
                <KeyRow
                  key={one.name}
                  line={one}
                  all={all}
                  labels={labels}
                  changed={keys}
                  onChange={change}
                />
              ))}
          </ul>
        </section>
      ))}
      <p className="only-heard" role="status">
        {said}
      </p>
    </>
  )
}
