/** The queue: its order, what is in it, and its rows. */
import type { ReactNode } from 'react'
import type { Order } from '../../../../core/contract/requests.ts'
import type { Codebook, Label } from '../../../../core/labels.ts'
import { useCommand } from '../../client/use-command.ts'
import { en } from '../../copy/en.ts'
import { count } from '../../copy/format.ts'
import { orderNames } from '../../copy/names.ts'
import { ariaKeys, shortcuts } from '../../keyboard/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { choicesOf, Select } from '../../ui/select.tsx'
import { FilterBar, isFiltered } from './filter-bar.tsx'
import styles from './queue.module.css'
import { QueueList } from './queue-list.tsx'
import type { Desk } from './use-desk.ts'
import type { Picking } from './use-selection.ts'

interface QueueZoneProps {
  readonly desk: Desk
  readonly picking: Picking
  /** To the page Many at once. */
  readonly onMany: () => void
  readonly codebook: Codebook
  readonly order: Order
  readonly hasSuggestions: boolean
  readonly isFolded: boolean
  readonly onFold: () => void
  readonly isFilterOpen: boolean
  readonly onFilter: () => void
  /** A row was chosen, or the search was left. */
  readonly onLeave: () => void
}

export function QueueZone(props: QueueZoneProps): ReactNode {
  const { desk, order, isFolded, onFold } = props
  const { labels } = props.codebook
  const { state } = desk
  const update = useCommand('settings.update')
  const isOpen = props.isFilterOpen || isFiltered(state.filter)
  const fold = (
    <Button
      kind="quiet"
      icon="fold"
      label={isFolded ? en.review.unfold : en.review.fold}
      isExpanded={!isFolded}
      onClick={onFold}
    />
  )
  return (
    <section className={styles.zone} aria-label={en.review.queue} data-folded={isFolded || undefined}>
      <header className={styles.head}>
        {fold}
        {!isFolded && props.picking.size > 0 && (
          <SelectionHead picking={props.picking} total={state.handle?.total ?? 0} />
        )}
        {!isFolded && props.picking.size === 0 && (
          <>
            <Select
              look="bare"
              label={en.review.order}
              {...ordersFor(labels, order)}
              onChange={(next) => update.run({ order: next })}
            />
            <span className="muted grow number" title={en.review.undecided(state.left)}>
              {state.handle && count(state.left)}
            </span>
            <Button
              kind="quiet"
              icon="many"
              label={en.many.link}
              ariaKeys={ariaKeys(shortcuts.goMany)}
              onClick={props.onMany}
            />
            <Button
              kind="quiet"
              icon="filter"
              label={en.review.filter}
              isExpanded={isOpen}
              onClick={props.onFilter}
            />
          </>
        )}
      </header>
      {isFolded && props.picking.size > 0 && (
        <p className={styles.count} title={en.many.selected(props.picking.size)}>
          {count(props.picking.size)}
        </p>
      )}
      {!isFolded && isOpen && <FilterBar desk={desk} codebook={props.codebook} onLeave={props.onLeave} />}
      <QueueList
        desk={desk}
        picking={props.picking}
        labels={labels}
        hasSuggestions={props.hasSuggestions}
        isFolded={isFolded}
        onLeave={props.onLeave}
      />
    </section>
  )
}

/** In the place of order and filter, while rows are selected. */
function SelectionHead({ picking, total }: { readonly picking: Picking; readonly total: number }): ReactNode {
  return (
    <>
      <span className={`strong grow ${styles.selected}`}>{en.many.selected(picking.size)}</span>
      {!picking.isAll && (
        <Button kind="link" onClick={picking.selectAll}>
          {en.many.all(total)}
        </Button>
      )}
      <Button
        kind="quiet"
        icon="cross"
        label={en.many.letGo}
        ariaKeys={ariaKeys(shortcuts.leaveThread)}
        onClick={picking.clear}
      />
    </>
  )
}

/** Trolls come first only where there are any: for other labels that order is the model's doubts, see the service. */
function ordersFor(labels: readonly Label[], order: Order) {
  const isOurs = labels.some(({ tone }) => tone === 'troll')
  const value: Order = !isOurs && order === 'troll-first' ? 'unsure-first' : order
  return { value, choices: choicesOf(orderNames).filter((one) => isOurs || one.value !== 'troll-first') }
}
