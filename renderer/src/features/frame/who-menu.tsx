/** Who decides: the circle on the bar, and the names under it. */
import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { useQuery } from '../../client/use-query.ts'
import { en } from '../../copy/en.ts'
import { shortcuts, shownKey } from '../../keyboard/shortcuts.ts'
import { useShortcuts } from '../../keyboard/use-shortcuts.tsx'
import { Button } from '../../ui/button.tsx'
import { Initial } from '../../ui/initial.tsx'
import { Key } from '../../ui/key.tsx'
import { menuStyles } from '../../ui/menu.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useChooseCoder } from './use-choose-coder.ts'
import styles from './who-menu.module.css'

interface WhoMenuProps {
  readonly coder: string
  readonly hasProject: boolean
  readonly onSettings: () => void
}

const words = en.judging.who

export function WhoMenu({ coder, hasProject, onSettings }: WhoMenuProps): ReactNode {
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  useShortcuts([{ shortcut: shortcuts.who, run: () => menu.current?.showPopover(), isAvailable: hasProject }])
  if (!hasProject) {
    return (
      <button
        type="button"
        className={styles.who}
        aria-label={en.frame.settings}
        title={en.frame.settings}
        onClick={onSettings}
      >
        <Initial name={coder} />
      </button>
    )
  }
  return (
    <>
      <button
        type="button"
        className={styles.who}
        popoverTarget={id}
        aria-label={words.open(coder)}
        title={words.open(coder)}
      >
        <Initial name={coder} />
      </button>
      <div
        id={id}
        ref={menu}
        popover="auto"
        tabIndex={-1}
        className={`panel ${menuStyles.menu} ${styles.menu}`}
        role="dialog"
        aria-label={words.title}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {isOpen && <Names menu={menu} onSettings={onSettings} />}
      </div>
    </>
  )
}

interface NamesProps {
  readonly menu: RefObject<HTMLElement | null>
  readonly onSettings: () => void
}

function Names({ menu, onSettings }: NamesProps): ReactNode {
  const coders = useQuery('coders.list', {}).value
  useFirstName(menu, coders !== null)
  const choose = useChooseCoder()
  const [isOther, setOther] = useState(false)
  const close = () => menu.current?.hidePopover()
  const take = (name: string) => {
    close()
    choose(name)
  }
  return (
    <>
      <h2 className="meta">{words.title}</h2>
      <ul>
        {coders?.map(({ name, decisions, isMe }) => (
          <li key={name}>
            <button type="button" aria-pressed={isMe} onClick={() => take(name)}>
              <Initial name={name} isSmall />
              <bdi className="one-line">{name}</bdi>
              <span className="meta">{words.decided(decisions)}</span>
            </button>
          </li>
        ))}
      </ul>
      {isOther ? (
        <Somebody onTake={take} />
      ) : (
        <button type="button" onClick={() => setOther(true)}>
          {words.else}
        </button>
      )}
      <hr />
      <button
        type="button"
        onClick={() => {
          close()
          onSettings()
        }}
      >
        {words.settings} <Key>{shownKey(shortcuts.settings.keys[0])}</Key>
      </button>
    </>
  )
}

/**
 * Whoever opens the menu is in it: on the menu itself, where Enter chooses nobody, and on the first name once the names
 * have come. Whoever has moved on in it by then is left there, or a key that was meant for one button pressed another.
 */
function useFirstName(menu: RefObject<HTMLElement | null>, hasCome: boolean): void {
  useEffect(() => {
    const one = menu.current
    if (!hasCome) one?.focus()
    else if (document.activeElement === one) one?.querySelector('button')?.focus()
  }, [menu, hasCome])
}

/** A name that the project does not know yet. */
function Somebody({ onTake }: { readonly onTake: (name: string) => void }): ReactNode {
  const [name, setName] = useState('')
  return (
    <form
      className={styles.other}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') onTake(name.trim())
      }}
    >
      <TextField label={words.name} value={name} onChange={setName} maxLength={80} isFirst />
      <Button size="small" onClick={() => name.trim() !== '' && onTake(name.trim())}>
        {words.take}
      </Button>
    </form>
  )
}
