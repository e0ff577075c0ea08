/** The queue: its order, what is in it, and its rows. */
import type { ReactNode } from 'react'
import type { Order } from '../../../../core/contract/requests.ts'
import type { Codebook, Label } from '../../../../core/labels.ts'
import { useCommand } from '../../client/use-command.ts'
import { en } from '../../copy/en.ts'
import { count } from '../../copy/format.ts'
import { orderNames } from '../../copy/names.ts'
import { Button } from '../../ui/button.tsx'
import { choicesOf, Select } from '../../ui/select.tsx'
import { FilterBar, isFiltered } from './filter-bar.tsx'
import styles from './queue.module.css'
import { QueueList } from './queue-list.tsx'
import type { Desk } from './use-desk.ts'

interface QueueZoneProps {
  readonly desk: Desk
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
        {!isFolded && (
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
              icon="filter"
              label={en.review.filter}
              isExpanded={isOpen}
              onClick={props.onFilter}
            />
          </>
        )}
      </header>
      {!isFolded && isOpen && <FilterBar desk={desk} codebook={props.codebook} onLeave={props.onLeave} />}
      <QueueList
        desk={desk}
        labels={labels}
        hasSuggestions={props.hasSuggestions}
        isFolded={isFolded}
        onLeave={props.onLeave}
      />
    </section>
  )
}

/** Trolls come first only where there are any: for other labels that order is the model's doubts, see the service. */
function ordersFor(labels: readonly Label[], order: Order) {
  const isOurs = labels.some(({ tone }) => tone === 'troll')
  const value: Order = !isOurs && order === 'troll-first' ? 'unsure-first' : order
  return { value, choices: choicesOf(orderNames).filter((one) => isOurs || one.value !== 'troll-first') }
}
