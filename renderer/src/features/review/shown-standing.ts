/** What stands on a comment as the desk shows it: with the decision on its way, or else as the service has it. */
import type { QueueRow } from '../../../../core/contract/answers.ts'
import type { Rules } from '../../../../core/deciding/rules.ts'
import type { Status } from '../../../../core/deciding/standing.ts'
import type { Label } from '../../../../core/labels.ts'
import { en } from '../../copy/en.ts'
import { type DeskState, isSettlingQueue } from './state.ts'

/** A comment as a row of any list has it. */
export type Standing = Pick<QueueRow, 'commentId' | 'label' | 'status' | 'sides'>

export interface Shown {
  /** Null where nothing is decided. */
  readonly label: Label | null
  readonly status: Status | null
  /** What people disagree about; empty where they do not. */
  readonly sides: readonly Label[]
}

interface Codes {
  readonly labels: readonly Label[]
  readonly rules: Rules
}

const nothing: Shown = { label: null, status: null, sides: [] }

export function shownStanding(state: DeskState, row: Standing, { labels, rules }: Codes): Shown {
  const find = (id: string | null) => labels.find((one) => one.id === id) ?? null
  const mark = state.marks[row.commentId]
  if (mark !== undefined) {
    const label = find(mark)
    if (label === null) return nothing
    const isProposal = rules.twoPerson.includes(label.id) && !isSettlingQueue(state)
    return { label, status: isProposal ? 'proposed' : 'final', sides: [] }
  }
  return { label: find(row.label), status: row.status, sides: sidesOf(row, labels) }
}

/** The labels that people disagree about. */
export function sidesOf({ sides }: Pick<Standing, 'sides'>, labels: readonly Label[]): readonly Label[] {
  return sides.flatMap((id) => labels.find((one) => one.id === id) ?? [])
}

/** Nothing waits for anybody else's first look at it; a dispute does. */
export function isSettled({ label, status }: Pick<Shown, 'label' | 'status'>): boolean {
  return label !== null && status !== 'disputed'
}

/** The same for the ear: "Troll, proposed: waits for a second person". */
export function heardStanding({ label, status, sides }: Shown): string | null {
  if (label === null) return null
  const { heard } = en.judging
  if (status === 'disputed' && sides.length > 1) return heard.between(sides.map(({ name }) => name))
  return heard[status ?? 'final'](label.name)
}
