/** Everything by name: a field, and beneath it what can be done, where one can go, comments and projects. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { AppState } from '../../../../core/contract/answers.ts'
import { standardCodebook } from '../../../../core/labels.ts'
import { useCommand } from '../../client/use-command.ts'
import { useQuery } from '../../client/use-query.ts'
import { en } from '../../copy/en.ts'
import { keyName } from '../../keyboard/keys.ts'
import { shortcuts, shownKey } from '../../keyboard/shortcuts.ts'
import { useBindings } from '../../keyboard/use-shortcuts.tsx'
import { focusPage } from '../../ui/focus-page.ts'
import { Icon } from '../../ui/icon.tsx'
import { Key } from '../../ui/key.tsx'
import { commandItems, commentItems, type Item, projectItems, search, settingItems } from './items.ts'
import styles from './palette.module.css'
import { Results } from './results.tsx'
import { useComments } from './use-comments.ts'

interface PaletteProps {
  readonly state: AppState
  readonly onClose: () => void
  readonly onComment: (commentId: number) => void
  /** To the desk, where another queue or project is opened. */
  readonly onDesk: () => void
}

export function Palette(props: PaletteProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const [query, setQuery] = useState('')
  /** What the arrows have come to, by its id: it is the same one also when others come in above it. */
  const [movedTo, setMovedTo] = useState<string | null>(null)
  const { found, isLooking } = useFound(query, props)
  const current = Math.max(
    0,
    found.findIndex(({ item }) => item.id === movedTo),
  )
  /** What is chosen is done when the dialog is gone and the focus is back where it was. */
  const chosen = useRef<Item | null>(null)
  useEffect(() => {
    dialog.current?.showModal()
    field.current?.focus()
    return focusPage
  }, [])
  const choose = (item: Item | undefined) => {
    if (item === undefined) return
    chosen.current = item
    dialog.current?.close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const next = stepped(event.key, current, found.length)
    if (next !== null) setMovedTo(found[next]?.item.id ?? null)
    else if (event.key === 'Enter') choose(found[current]?.item)
    else if (shortcuts.palette.keys.includes(keyName(event) ?? '')) dialog.current?.close()
    else return
    event.preventDefault()
  }
  const close = () => {
    props.onClose()
    chosen.current?.run()
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it; for the keyboard Escape does.
    <dialog
      ref={dialog}
      className={`panel ${styles.palette}`}
      aria-label={en.palette.title}
      onClose={close}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <div className={styles.inside}>
        <label className={styles.field}>
          <Icon name="search" />
          <input
            className="bare"
            ref={field}
            role="combobox"
            aria-label={en.palette.field}
            aria-expanded={found.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={found.length > 0 ? `${id}-${current}` : undefined}
            aria-autocomplete="list"
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            maxLength={200}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value)
              setMovedTo(null)
            }}
            onKeyDown={onKeyDown}
          />
          <Key>{shownKey('Escape')}</Key>
        </label>
        <Results id={id} found={found} current={current} onChoose={choose} />
        {found.length === 0 && (
          <p className={styles.nothing}>{isLooking ? en.palette.looking : en.palette.nothing}</p>
        )}
        <p className="only-heard" role="status">
          {query === '' || isLooking ? '' : en.palette.results(found.length)}
        </p>
        <Foot hasComments={props.state.project !== null} />
      </div>
    </dialog>
  )
}

/** Where a key leads in the list, round its ends by one and up to them by five; null for any other key. */
function stepped(key: string, from: number, total: number): number | null {
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 }[key]
  if (step === undefined || total === 0) return null
  const to = from + step
  return Math.abs(step) === 1 ? (to + total) % total : Math.max(0, Math.min(total - 1, to))
}

/** The keys of the palette, and where only comments are searched. */
function Foot({ hasComments }: { readonly hasComments: boolean }): ReactNode {
  return (
    <footer className={styles.foot}>
      <span>
        <Key>{shownKey('ArrowUp')}</Key> <Key>{shownKey('ArrowDown')}</Key> {en.palette.choose}
      </span>
      <span>
        <Key>{shownKey('Enter')}</Key> {en.palette.run}
      </span>
      {shortcuts.search.keys[0] && hasComments && (
        <span className={styles.end}>
          <Key>{shownKey(shortcuts.search.keys[0])}</Key> {en.palette.only}
        </span>
      )}
    </footer>
  )
}

function useFound(query: string, { state, onComment, onDesk }: PaletteProps) {
  const { project, settings } = state
  const labels = (project?.codebook ?? standardCodebook).labels
  const bindings = useBindings()
  // As they are when it opens: under it nothing else changes hands.
  const [commands] = useState(() => commandItems(bindings(), labels))
  const projects = useQuery('projects.list', {}).value
  const { rows, isLooking } = useComments(query, project !== null)
  const { run: update } = useCommand('settings.update')
  const { run: open } = useCommand('projects.open')
  const openId = project?.id ?? null
  const items = useMemo(
    () => [
      ...commands,
      ...settingItems(settings, openId !== null, (change, isQueue) => {
        if (isQueue) onDesk()
        void update(change)
      }),
      ...projectItems(projects ?? [], openId, (id) => {
        onDesk()
        void open({ id })
      }),
    ],
    [commands, settings, openId, projects, update, open, onDesk],
  )
  const comments = useMemo(() => commentItems(rows, labels, onComment), [rows, labels, onComment])
  const found = useMemo(() => search(query, items, comments), [query, items, comments])
  return { found, isLooking }
}
