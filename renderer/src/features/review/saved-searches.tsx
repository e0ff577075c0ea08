/** Searches that are kept in the project: save one, open it as a queue, rename it, delete it. */
import { type ReactNode, useEffect, useState } from 'react'
import type { SavedSearch } from '../../../../core/contract/answers.ts'
import type { Filter, Order } from '../../../../core/contract/requests.ts'
import type { Codebook } from '../../../../core/labels.ts'
import { useClient } from '../../client/client.ts'
import { useCommand } from '../../client/use-command.ts'
import { useQuery } from '../../client/use-query.ts'
import { en } from '../../copy/en.ts'
import { queryTitle } from '../../copy/query-title.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { readQuery } from './read-query.ts'
import styles from './searches.module.css'

const longestName = 120

interface SaveSearchProps {
  /** The title of the queue. */
  readonly suggested: string
  readonly order: Order
  readonly filter: Filter
  readonly onClose: () => void
}

export function SaveSearch({ suggested, order, filter, onClose }: SaveSearchProps): ReactNode {
  const [name, setName] = useState(suggested.slice(0, longestName))
  const saved = useQuery('searches.list', {}).value
  const save = useCommand('searches.save')
  const announce = useAnnounce()
  const isTaken = saved?.some((one) => one.name === name.trim()) ?? false
  const keep = async () => {
    if (name.trim() === '') return
    const done = await save.run({ name: name.trim(), order, filter })
    if (!done.ok) return
    announce(en.search.wasSaved(name.trim()))
    onClose()
  }
  return (
    <Dialog
      title={en.search.saveTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{en.cancel}</Button>
          <Button kind="primary" isDisabled={name.trim() === '' || save.isBusy} onClick={keep}>
            {en.search.save}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        <TextField
          label={en.search.saveName}
          value={name}
          maxLength={longestName}
          hint={isTaken ? en.search.replaces : en.search.saveHint}
          onChange={setName}
        />
      </form>
    </Dialog>
  )
}

interface SavedSearchesProps {
  readonly codebook: Codebook
  readonly onOpen: (filter: Filter) => void
  readonly onClose: () => void
}

export function SavedSearches({ codebook, onOpen, onClose }: SavedSearchesProps): ReactNode {
  const saved = useQuery('searches.list', {}).value
  const settings = useCommand('settings.update')
  const [renaming, setRenaming] = useState<number | null>(null)
  const open = async ({ order, filter }: SavedSearch) => {
    await settings.run({ order })
    onOpen(filter)
    onClose()
  }
  return (
    <Dialog title={en.search.saved} width="wide" onClose={onClose}>
      {saved?.length === 0 && <p className="muted">{en.search.none}</p>}
      <ul className={styles.list}>
        {saved?.map((one) =>
          one.id === renaming ? (
            <li key={one.id}>
              <Renaming search={one} onDone={() => setRenaming(null)} />
            </li>
          ) : (
            <li key={one.id}>
              <Line
                search={one}
                codebook={codebook}
                onOpen={() => void open(one)}
                onRename={() => setRenaming(one.id)}
              />
            </li>
          ),
        )}
      </ul>
    </Dialog>
  )
}

interface LineProps {
  readonly search: SavedSearch
  readonly codebook: Codebook
  readonly onOpen: () => void
  readonly onRename: () => void
}

function Line({ search, codebook, onOpen, onRename }: LineProps): ReactNode {
  const remove = useCommand('searches.delete')
  const { id, name, order, filter, savedBy } = search
  const title = queryTitle({
    query: readQuery(filter.text, codebook),
    show: filter.show,
    order,
    labels: codebook.labels,
  })
  const count = useCount(filter)
  return (
    <>
      <div className={styles.what}>
        <Button kind="link" label={en.search.open(name)} onClick={onOpen}>
          <bdi>{name}</bdi>
        </Button>
        <p className="meta">
          {title !== name && <bdi>{title} · </bdi>}
          {count && <span>{en.search.waiting(count.total, count.undecided)} · </span>}
          <span>{en.search.by(savedBy)}</span>
        </p>
      </div>
      <Button kind="quiet" size="small" label={en.search.renameOf(name)} onClick={onRename}>
        {en.search.rename}
      </Button>
      <Button
        kind="quiet"
        size="small"
        label={en.search.deleteOf(name)}
        onClick={() => void remove.run({ id })}
      >
        {en.search.delete}
      </Button>
    </>
  )
}

/** Counted while the list is looked at; it stands without the numbers until they come. */
function useCount(filter: Filter): { readonly total: number; readonly undecided: number } | null {
  const client = useClient()
  const [count, setCount] = useState<{ readonly total: number; readonly undecided: number } | null>(null)
  const key = JSON.stringify(filter)
  useEffect(() => {
    let isOld = false
    client
      // Safe: the filter itself, written down.
      .call('queue.count', { filter: JSON.parse(key) as Filter })
      .then((found) => isOld || setCount(found))
      // A count that cannot be had is left out.
      .catch(() => undefined)
    return () => {
      isOld = true
    }
  }, [client, key])
  return count
}

function Renaming({
  search,
  onDone,
}: {
  readonly search: SavedSearch
  readonly onDone: () => void
}): ReactNode {
  const [name, setName] = useState(search.name)
  const rename = useCommand('searches.rename')
  const keep = async () => {
    if (name.trim() === '') return
    if ((await rename.run({ id: search.id, name: name.trim() })).ok) onDone()
  }
  return (
    <form
      className={styles.renaming}
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <TextField
        label={en.search.renameOf(search.name)}
        value={name}
        maxLength={longestName}
        onChange={setName}
        isFirst
      />
      <Button size="small" onClick={() => void keep()}>
        {en.search.save}
      </Button>
      <Button kind="quiet" size="small" onClick={onDone}>
        {en.cancel}
      </Button>
    </form>
  )
}
