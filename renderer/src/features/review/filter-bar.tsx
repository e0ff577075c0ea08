/** What the queue holds: the search, what it was understood as, how much it found, and what to do with it. */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { Filter, Order, shows } from '../../../../core/contract/requests.ts'
import type { Codebook } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { showNames } from '../../copy/names.ts'
import { queryTitle } from '../../copy/query-title.ts'
import { ariaKeys, shortcuts, shownKey } from '../../keyboard/shortcuts.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Key } from '../../ui/key.tsx'
import { choicesOf, Select } from '../../ui/select.tsx'
import styles from './filter-bar.module.css'
import { readQuery } from './read-query.ts'
import { SavedSearches, SaveSearch } from './saved-searches.tsx'
import { SearchHelp } from './search-help.tsx'
import { SearchHints } from './search-hints.tsx'
import { type DeskState, isWithOthers, noFilter } from './state.ts'
import type { Desk } from './use-desk.ts'

interface FilterBarProps {
  readonly desk: Desk
  readonly codebook: Codebook
  /** A row was chosen, or the search was left. */
  readonly onLeave: () => void
}

export function isFiltered({ show, text, importId }: Filter): boolean {
  return (show !== 'all' && !isWithOthers({ show })) || text.trim() !== '' || importId !== null
}

export function FilterBar({ desk, codebook, onLeave }: FilterBarProps): ReactNode {
  const { text, show } = desk.state.filter
  const hintsId = useId()
  const { hints } = readQuery(text, codebook)
  const find = (next: string) => desk.dispatch({ type: 'filtered', filter: { text: next } })
  return (
    <search className={styles.bar}>
      <div className={styles.line}>
        <label className={`field ${styles.find}`}>
          <Icon name="search" size={14} />
          <input
            className="bare"
            type="search"
            dir="auto"
            data-search
            placeholder={en.review.searchShort}
            aria-label={en.review.search}
            aria-keyshortcuts={ariaKeys(shortcuts.search)}
            aria-describedby={hints.length > 0 ? hintsId : undefined}
            value={text}
            maxLength={500}
            onChange={(event) => find(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' && event.key !== 'Enter') return
              if (event.key === 'Escape') find('')
              event.preventDefault()
              document.querySelector('main')?.focus()
              onLeave()
            }}
          />
          {text === '' && <Key>{shownKey(shortcuts.search.keys[0])}</Key>}
        </label>
        <Select<(typeof shows)[number]>
          size="small"
          label={en.review.show}
          value={show}
          choices={choicesOf(showNames)}
          onChange={(next) => desk.dispatch({ type: 'filtered', filter: { show: next } })}
        />
      </div>
      <SearchHints id={hintsId} typed={text} hints={hints} onUse={find} />
      <Found desk={desk} codebook={codebook} />
      <Doings desk={desk} codebook={codebook} />
    </search>
  )
}

/** The title of the queue in plain English, as it was last opened, and how much is in it. */
function Found({ desk, codebook }: Omit<FilterBarProps, 'onLeave'>): ReactNode {
  const { handle, left } = desk.state
  const announce = useAnnounce()
  const title = titleOf(desk, codebook)
  const count = handle && en.search.found(handle.total, left)
  const said = useRef(handle?.queueId)
  useEffect(() => {
    if (!handle || said.current === handle.queueId) return
    said.current = handle.queueId
    if (isFiltered(handle.filter)) announce(`${title}. ${count}.`)
  }, [announce, handle, title, count])
  if (!handle || !title) return null
  return (
    <p className={styles.title} data-old={!isAnswered(desk.state) || undefined}>
      <span dir="auto">{title}</span>
      <b>{isAnswered(desk.state) ? count : en.search.searching}</b>
      {handle.revealsSuggestion && <span className={styles.reveals}>{en.search.reveals}</span>}
    </p>
  )
}

function titleOf({ state: { handle }, query }: Desk, { labels }: Codebook): string | null {
  return handle && queryTitle({ query, show: handle.filter.show, order: handle.order, labels })
}

/** Whether what is in the queue is what the field asks for. */
function isAnswered({ handle, filter }: Pick<DeskState, 'handle' | 'filter'>): boolean {
  return handle?.filter.text === filter.text && handle.filter.show === filter.show
}

type Sheet = 'save' | 'saved' | 'help'

function Doings({ desk, codebook }: Omit<FilterBarProps, 'onLeave'>): ReactNode {
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const { filter, handle } = desk.state
  const order: Order = handle?.order ?? 'oldest-first'
  const close = () => setSheet(null)
  return (
    <div className={styles.doings}>
      {isFiltered(filter) && (
        <>
          <Button kind="link" onClick={() => desk.dispatch({ type: 'filtered', filter: noFilter })}>
            {en.search.clear}
          </Button>
          <Button kind="link" onClick={() => setSheet('save')}>
            {en.search.save}
          </Button>
        </>
      )}
      <Button kind="link" onClick={() => setSheet('saved')}>
        {en.search.saved}
      </Button>
      <Button kind="link" label={en.search.help} onClick={() => setSheet('help')}>
        {en.search.helpShort}
      </Button>
      {sheet === 'save' && (
        <SaveSearch suggested={titleOf(desk, codebook) ?? ''} order={order} filter={filter} onClose={close} />
      )}
      {sheet === 'saved' && (
        <SavedSearches
          codebook={codebook}
          onOpen={(chosen) => desk.dispatch({ type: 'filtered', filter: chosen })}
          onClose={close}
        />
      )}
      {sheet === 'help' && <SearchHelp onClose={close} />}
    </div>
  )
}
