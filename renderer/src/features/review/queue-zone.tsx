/** The queue: its order, what is in it, and its rows. */
import type { ReactNode } from 'react'
import type { Order } from '../../../../core/contract/requests.ts'
import type { Codebook, Label } from '../../../../core/labels.ts'
import { useCommand } from '../../client/use-command.ts'
import { useQuery } from '../../client/use-query.ts'
import { en } from '../../copy/en.ts'
import { count } from '../../copy/format.ts'
import { orderNames } from '../../copy/names.ts'
import { ariaKeys, shortcuts } from '../../keyboard/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { choicesOf, Select } from '../../ui/select.tsx'
import { FilterBar, isFiltered } from './filter-bar.tsx'
import styles from './queue.module.css'
import { QueueList } from './queue-list.tsx'
import { isWithOthers, noFilter } from './state.ts'
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
    <section
      className={styles.zone}
      aria-label={en.review.queue}
      data-folded={isFolded || undefined}
      inert={state.asked !== null}
    >
      <header className={`zone-head ${styles.head}`}>
        {fold}
        {!isFolded && props.picking.size > 0 && (
          <SelectionHead picking={props.picking} total={state.handle?.total ?? 0} />
        )}
        {!isFolded && props.picking.size === 0 && (
          <>
            <WhichQueue desk={desk} labels={labels} order={order} />
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
      {!isFolded && state.handle && state.handle.kept > 0 && (
        <p className={styles.kept}>{en.judging.queues.kept(state.handle.kept, state.handle.keptFor)}</p>
      )}
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

type Which = Order | 'second' | 'adjudicate'

/** The order of the queue, or one of the queues of what others decided too. */
function WhichQueue({
  desk,
  labels,
  order,
}: Pick<QueueZoneProps, 'desk' | 'order'> & { readonly labels: readonly Label[] }): ReactNode {
  const update = useCommand('settings.update')
  const counts = useQuery('deciding.counts', {}).value
  const { show } = desk.state.filter
  const { queues } = en.judging
  const shown: Which = show === 'second' || show === 'adjudicate' ? show : orderFor(labels, order)
  const others = [
    {
      value: 'second' as const,
      // The number of what is open stands beside it.
      words: shown === 'second' ? queues.secondTitle : queues.second(counts?.second ?? 0),
    },
    {
      value: 'adjudicate' as const,
      words: shown === 'adjudicate' ? queues.adjudicateTitle : queues.adjudicate(counts?.adjudicate ?? 0),
    },
  ]
  const choose = (which: Which) => {
    if (which === 'second' || which === 'adjudicate') {
      desk.dispatch({ type: 'filtered', filter: { ...noFilter, show: which } })
      return
    }
    if (isWithOthers(desk.state.filter)) desk.dispatch({ type: 'filtered', filter: noFilter })
    void update.run({ order: which })
  }
  return (
    <Select<Which>
      look="bare"
      label={en.review.order}
      value={shown}
      choices={[
        ...ordersFor(labels).map((one) => ({ ...one, group: queues.orders })),
        ...others.map((one) => ({ ...one, group: queues.others })),
      ]}
      onChange={choose}
    />
  )
}

const isOurs = (labels: readonly Label[]) => labels.some(({ tone }) => tone === 'troll')

/** Trolls come first only where there are any: for other labels that order is the model's doubts, see the service. */
function ordersFor(labels: readonly Label[]) {
  return choicesOf(orderNames).filter((one) => isOurs(labels) || one.value !== 'troll-first')
}

function orderFor(labels: readonly Label[], order: Order): Order {
  return !isOurs(labels) && order === 'troll-first' ? 'unsure-first' : order
}
