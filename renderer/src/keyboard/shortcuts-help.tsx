/** The help sheet: every key of the window, by where it works. */
import type { ReactNode } from 'react'
import type { Label } from '../../../core/labels.ts'
import { en } from '../copy/en.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Key } from '../ui/key.tsx'
import { keyChoice } from './current-keys.ts'
import { labelShortcuts } from './label-shortcuts.ts'
import { type Scope, type Shortcut, shortcuts, shownKey } from './shortcuts.ts'
import styles from './shortcuts-help.module.css'

const scopes: readonly Scope[] = [
  'review',
  'opposite',
  'everywhere',
  'start',
  'import',
  'many',
  'measure',
  'share',
]

export function ShortcutsHelp(props: {
  readonly labels: readonly Label[]
  /** To where they can be changed. */
  readonly onChange: () => void
  readonly onClose: () => void
}): ReactNode {
  const all: readonly Shortcut[] = [...labelShortcuts(props.labels), ...Object.values(shortcuts)].filter(
    ({ keys }) => keys.length > 0,
  )
  const { singleKeys } = keyChoice.get()
  return (
    <Dialog
      title={en.keys.title}
      onClose={props.onClose}
      width="wide"
      actions={<Button onClick={props.onChange}>{en.keys.change}</Button>}
    >
      <p className="muted">{singleKeys ? en.keys.hint : en.keys.hintOff}</p>
      <div className={styles.groups}>
        {scopes.map((scope) => (
          <section key={scope}>
            <h3 className="meta">{en.keys.groups[scope]}</h3>
            <dl>
              {all
                .filter((one) => one.scope === scope)
                .map((one) => (
                  <div key={one.does}>
                    <dt>{one.does}</dt>
                    <dd>
                      <Caps shortcut={one} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function Caps(props: { readonly shortcut: Shortcut }): ReactNode {
  const { keys } = props.shortcut
  // Nine number keys are said as their range.
  if (keys.length > 3) return <Key>{`${keys[0]} – ${keys.at(-1)}`}</Key>
  return keys.map((key) => (
    <Key key={key}>
      {shownKey(key.split(' ')[0]) +
        (key.includes(' ') ? ` ${en.keys.after} ${shownKey(key.split(' ')[1])}` : '')}
    </Key>
  ))
}
