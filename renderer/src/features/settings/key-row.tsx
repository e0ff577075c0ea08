/** One thing and its keys: press to change, then press the new key. A clash is said, and settled, right here. */
import { type KeyboardEvent, type ReactNode, type Ref, useRef, useState } from 'react'
import type { Settings } from '../../../../core/contract/answers.ts'
import type { Label } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { changeKey, clashOfReset, resetKey, verdictOn } from '../../keyboard/changing.ts'
import { keyName } from '../../keyboard/keys.ts'
import { type Shortcut, shownKey } from '../../keyboard/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Key } from '../../ui/key.tsx'
import { KeyClash } from './key-clash.tsx'
import styles from './settings.module.css'

interface KeyRowProps {
  readonly line: Shortcut
  readonly all: readonly Shortcut[]
  readonly labels: readonly Label[]
  readonly changed: Settings['keys']
  readonly onChange: (changed: Settings['keys'], said: string) => void
}

type State =
  | { readonly is: 'resting'; readonly problem?: string }
  /** `first`: the key that begins a sequence, once it was pressed. */
  | { readonly is: 'listening'; readonly first: string | null }
  | { readonly is: 'clashing'; readonly pressed: string; readonly other: Shortcut; readonly isReset?: true }

export function KeyRow(props: KeyRowProps): ReactNode {
  const { line, all, labels, changed, onChange } = props
  const [state, setState] = useState<State>({ is: 'resting' })
  const button = useRef<HTMLButtonElement>(null)
  const finish = (next: Settings['keys'] | null, said = '') => {
    if (next !== null) onChange(next, said)
    setState({ is: 'resting' })
    button.current?.focus()
  }
  const take = (key: string) => {
    const verdict = verdictOn(key, line, all)
    if (typeof verdict === 'object') setState({ is: 'clashing', pressed: key, other: verdict.clash })
    else if (verdict === 'free')
      finish(changeKey(changed, line, key), en.keyEditing.changed(line.does, shownKey(key)))
    else if (verdict === 'begins') setState({ is: 'listening', first: key })
    else setState({ is: 'resting', problem: en.keyEditing.reserved(shownKey(key)) })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (state.is !== 'listening' || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    const key = keyName(event)
    if (key === null || ['Shift', 'Control', 'Meta', 'Alt', 'AltGraph'].includes(event.key) || event.repeat)
      return
    if (key === 'Escape') finish(null)
    else if (key === 'Backspace') finish(changeKey(changed, line, null), en.keyEditing.taken(line.does))
    else take(state.first === null ? key : `${state.first} ${key}`)
  }
  const reset = () => {
    const clash = clashOfReset(changed, line.name, labels)
    if (clash) setState({ is: 'clashing', pressed: clash.key, other: clash.other, isReset: true })
    else finish(resetKey(changed, line.name), en.keyEditing.resetOne(line.does))
  }
  const isListening = state.is === 'listening'
  return (
    <li className={styles.keyRow}>
      <span>{line.does}</span>
      {Object.hasOwn(changed, line.name) && (
        <Button kind="link" label={en.keyEditing.resetOne(line.does)} onClick={reset}>
          {en.keyEditing.reset}
        </Button>
      )}
      <Caps
        ref={button}
        line={line}
        state={state}
        onPress={() => setState(isListening ? { is: 'resting' } : { is: 'listening', first: null })}
        onKeyDown={onKeyDown}
        onLeave={() => isListening && setState({ is: 'resting' })}
      />
      {isListening && (
        <p className="meta" role="status">
          {en.keyEditing.pressHint}
        </p>
      )}
      {state.is === 'resting' && state.problem && <p role="alert">{state.problem}</p>}
      {state.is === 'clashing' && (
        <KeyClash
          {...{ line, labels, changed }}
          pressed={state.pressed}
          other={state.other}
          isReset={state.isReset === true}
          onFinish={finish}
        />
      )}
    </li>
  )
}

interface CapsProps {
  readonly line: Shortcut
  readonly state: State
  readonly ref: Ref<HTMLButtonElement>
  readonly onPress: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onLeave: () => void
}

function Caps({ line, state, ref, onPress, onKeyDown, onLeave }: CapsProps): ReactNode {
  const shown = line.keys.map(shownKey)
  const isListening = state.is === 'listening'
  const named = en.keyEditing.change(line.does, shown.join(', ') || en.keys.none)
  return (
    <button
      ref={ref}
      type="button"
      className={styles.caps}
      data-listening={isListening || undefined}
      aria-label={isListening ? en.keyEditing.press : named}
      title={isListening ? en.keyEditing.pressHint : undefined}
      onClick={onPress}
      onKeyDown={onKeyDown}
      onBlur={onLeave}
    >
      {isListening ? <Listening first={state.first} /> : shown.map((cap) => <Key key={cap}>{cap}</Key>)}
      {!isListening && shown.length === 0 && <span className="meta">{en.keys.none}</span>}
    </button>
  )
}

function Listening({ first }: { readonly first: string | null }): ReactNode {
  return first === null ? en.keyEditing.press : en.keyEditing.pressSecond(shownKey(first))
}
