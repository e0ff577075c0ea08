/** The same as a table that can be sorted; a figure leads to its comments where a search finds them. */
import { type ReactNode, useState } from 'react'
import type { BiasDimensionReport, BiasGroup, BiasMeasure } from '../../../../../core/contract/bias-report.ts'
import { en } from '../../../copy/en.ts'
import { count, percent } from '../../../copy/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import styles from './bias.module.css'
import { verdict } from './findings.ts'

const words = en.bias

/** By what each column sorts; the first click puts the largest first. */
const values = {
  hits: (group, measure) => group.rates[measure].hits,
  of: (group, measure) => group.rates[measure].of,
  share: (group, measure) => shareIn(group, measure),
  difference: (group, measure) => group.rates[measure].comparison?.difference ?? null,
} as const satisfies Record<string, (group: BiasGroup, measure: BiasMeasure) => number | null>
type Sorted = keyof typeof values

interface Order {
  readonly by: Sorted
  readonly isDown: boolean
}

interface GroupsTableProps {
  readonly dimension: BiasDimensionReport
  readonly measure: BiasMeasure
  readonly caption: string
  readonly harmful: string
  readonly onSearch: (search: string) => void
}

export function GroupsTable(props: GroupsTableProps): ReactNode {
  const { dimension, measure, caption } = props
  const [order, setOrder] = useState<Order | null>(null)
  const { columns } = words
  const head = (by: Sorted) => (
    <Head
      words={columns[by]}
      order={order?.by === by ? order : null}
      onSort={() => setOrder({ by, isDown: order?.by !== by || !order.isDown })}
    />
  )
  return (
    <div className={styles.scrolls} data-scrolls>
      <table className={styles.groups}>
        <caption className="only-heard">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.group}</th>
            {head('hits')}
            {head('of')}
            {head('share')}
            <th scope="col">{columns.interval}</th>
            {head('difference')}
            <th scope="col">{columns.stands}</th>
          </tr>
        </thead>
        <tbody>
          {sorted(dimension.groups, measure, order).map((group) => (
            <Row key={group.key} {...props} group={group} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface HeadProps {
  readonly words: string
  /** Null where the table is not sorted by it. */
  readonly order: Order | null
  readonly onSort: () => void
}

function Head({ words: name, order, onSort }: HeadProps): ReactNode {
  return (
    <th scope="col" aria-sort={order === null ? undefined : order.isDown ? 'descending' : 'ascending'}>
      <button
        type="button"
        title={words.sort(name)}
        onClick={onSort}
        data-up={order?.isDown === false || undefined}
      >
        {name}
        {order !== null && <Icon name="down" />}
      </button>
    </th>
  )
}

interface RowProps extends GroupsTableProps {
  readonly group: BiasGroup
}

function Row({ group, dimension: { id }, measure, harmful, onSearch }: RowProps): ReactNode {
  const { hits, of, share, comparison } = group.rates[measure]
  const { search } = group
  const stands = comparison?.stands ?? 'none'
  return (
    <tr data-stands={stands}>
      <th scope="row">
        <bdi className="one-line" title={words.groupName(id, group)}>
          {words.groupName(id, group)}
        </bdi>
      </th>
      <td>
        {search !== null && hits > 0 ? (
          <Button
            kind="link"
            label={words.show(count(hits), words.subject(id, group))}
            // Only what was called troll has a search of its own; of the others the whole group is shown.
            onClick={() => onSearch(measure === 'troll' ? `${search} label:"${harmful}"` : search)}
          >
            {count(hits)}
          </Button>
        ) : (
          count(hits)
        )}
      </td>
      <td>{count(of)}</td>
      <td>{share === null ? '' : percent(hits / of)}</td>
      <td>{share === null ? '' : words.interval(share.low, share.high)}</td>
      <td>{comparison === null ? '' : words.difference(comparison)}</td>
      <td>{verdict(group, measure)}</td>
    </tr>
  )
}

function shareIn({ rates }: BiasGroup, measure: BiasMeasure): number | null {
  const { hits, of, share } = rates[measure]
  return share === null ? null : hits / of
}

/** What has no value comes last, whichever way round. */
function sorted(
  groups: readonly BiasGroup[],
  measure: BiasMeasure,
  order: Order | null,
): readonly BiasGroup[] {
  if (order === null) return groups
  const { by, isDown } = order
  const worst = isDown ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  const value = (group: BiasGroup) => values[by](group, measure) ?? worst
  return groups.toSorted(
    (one, other) => (isDown ? value(other) - value(one) : value(one) - value(other)) || 0,
  )
}
