/** What the commands of the desk work with, and where a comment is in the queue. */
import type { Dispatch, RefObject } from 'react'
import type { CommentView, QueueHandle } from '../../../../core/contract/answers.ts'
import type { Client } from '../../../../core/contract/contract.ts'
import type { Rules } from '../../../../core/deciding/rules.ts'
import type { Label } from '../../../../core/labels.ts'
import type { Mode, Suggestion } from '../../../../core/records.ts'
import type { Report } from '../../client/client.ts'
import { en } from '../../copy/en.ts'
import type { RowStore } from './row-store.ts'
import type { DeskAction, DeskState, Drawn, Own, Spot } from './state.ts'
import type { Ahead } from './undecided-ahead.ts'

export interface Deps {
  readonly client: Client
  readonly report: Report
  readonly announce: (words: string) => void
  /** Runs one after the other, in the order of the calls; failures are said. */
  readonly inOrder: (run: () => Promise<void>) => void
  readonly state: DeskState
  /** The same at any later moment. */
  readonly latest: RefObject<DeskState>
  readonly dispatch: Dispatch<DeskAction>
  readonly rows: RowStore | null
  /** What follows the comment in the centre; null where there is no queue. */
  readonly next: Ahead | null
  readonly comment: CommentView | null
  /** `comment` with the decision of whoever works here. */
  readonly mine: Own | null
  /** That of `comment`, as the desk shows it. */
  readonly label: string | null
  readonly mode: Mode
  readonly labels: readonly Label[]
  readonly rules: Rules
  /** Of the project that the desk shows. */
  readonly projectId: string
  /** A dispute is settled, by somebody who had no part in it. */
  readonly isSettling: boolean
  /** The suggestion that is on the screen; null where none is. */
  readonly suggestion: Suggestion | null
  /** The label that it stands for, while there is no decision. */
  readonly suggested: Label | null
  readonly drawn: RefObject<Drawn | null>
  /** What J and K move in, where that is not the queue. */
  readonly walk: RefObject<Walk | null>
  /** This window only reads. */
  readonly isReader: boolean
}

/** A list in the centre, such as a thread. */
export interface Walk {
  /** To the row below or above. */
  step(by: 1 | -1): void
  /** The next undecided row after this comment; null where the list does not know one. */
  following(spot: Spot): Spot | null
}

/** For what has waited: another queue may be open by now, also by what it waited for. */
export function upToDate(deps: Deps): Deps {
  return { ...deps, state: deps.latest.current }
}

export async function locate({ client, state }: Deps, commentId: number): Promise<Spot> {
  const { handle } = state
  return handle ? placed(client, handle, commentId) : { commentId, index: null }
}

/** Where the comment is in this queue. */
export async function placed(client: Client, { queueId }: QueueHandle, commentId: number): Promise<Spot> {
  const found = await client.call('queue.find', { queueId, commentId })
  return { commentId, index: found?.index ?? null }
}

/** "Next: comment 14 of 500." */
export function whereabouts({ state }: Deps, spot: Spot | null): string {
  if (spot === null) return en.done.title
  if (spot.index === null) return en.review.elsewhere
  return en.review.next(spot.index + 1, state.handle?.total ?? 0)
}
