/** A thread as a tree: which row is which comment, and how one moves through it. */
import { useCallback, useEffect, useState } from 'react'
import type { CommentView, ThreadItem } from '../../../../core/contract/answers.ts'
import { type Branch, isBelow, type ShownRows } from '../../../../core/thread-folds.ts'
import { failureOf, useClient, useReport } from '../../client/client.ts'
import type { Walk } from './desk-deps.ts'
import { type Spot, shownLabel } from './state.ts'
import type { Desk } from './use-desk.ts'
import { useFolds } from './use-folds.ts'
import { type Pages, usePages } from './use-pages.ts'

export interface Tree {
  readonly shown: ShownRows
  readonly rows: Pages<ThreadItem>
  /** Where the comment to decide is in reading order. */
  readonly current: number
  isFolded(place: number): boolean
  toggle(branch: Branch): void
  /** To the comment at a place; folded branches that it is in are opened. */
  goTo(place: number): void
  foldDecided(): void
  readonly isUndecidedOnly: boolean
  showUndecidedOnly(isOn: boolean): void
  readonly walk: Walk
}

export type ThreadFacts = CommentView['thread']

export function useTree(desk: Desk, thread: ThreadFacts, comment: CommentView | null): Tree {
  const client = useClient()
  const report = useReport()
  const queueId = desk.state.handle?.queueId ?? null
  const read = useCallback(
    async (offset: number, limit: number) =>
      (await client.call('thread.rows', { threadId: thread.id, offset, limit, queueId })).rows,
    [client, thread.id, queueId],
  )
  const rows = usePages(read)
  const [went, setWent] = useState(thread.position - 1)
  // As long as the comment is on its way, where somebody went is where they are.
  const current = comment?.thread.id === thread.id ? comment.thread.position - 1 : went
  useEffect(() => setWent(current), [current])
  const folds = useFolds(thread.size, current)

  const fail = (error: unknown) => report(failureOf(error))
  const enter = (place: number, item: ThreadItem) => {
    setWent(place)
    desk.moveTo(spotOf(item))
  }
  const goTo = (place: number) => {
    if (place < 0 || place >= thread.size) return
    const item = rows.at(place)
    if (item) enter(place, item)
    else read(place, 1).then(([found]) => found && enter(place, found), fail)
  }
  const withDecided = (run: (branches: readonly Branch[]) => void) => {
    client.call('thread.branches', { threadId: thread.id }).then(run, fail)
  }
  return {
    ...folds,
    rows,
    current,
    goTo,
    toggle: (branch) => {
      folds.toggle(branch)
      // Whoever folds away what they were at is at what they folded it into.
      if (!folds.isFolded(branch.place) && isBelow(current, branch)) goTo(branch.place)
    },
    foldDecided: () => withDecided(folds.fold),
    isUndecidedOnly: folds.isLeavingOut,
    showUndecidedOnly: (isOn) => (isOn ? withDecided(folds.leaveOut) : folds.leaveOut(null)),
    walk: walkOf(desk, folds.shown, { rows, current, goTo }),
  }
}

/** Moves through the rows that are shown. */
function walkOf(
  { state }: Desk,
  shown: ShownRows,
  { rows, current, goTo }: Pick<Tree, 'rows' | 'current' | 'goTo'>,
): Walk {
  const row = shown.rowOf(current) ?? 0
  return {
    step: (by) => goTo(shown.placeAt(row + by)),
    following: ({ commentId }) => {
      for (let next = row + 1; next < shown.count; next += 1) {
        const item = rows.at(shown.placeAt(next))
        // What is not read nobody knows; the queue does.
        if (item === undefined) return null
        const label = shownLabel(state, item.commentId, item.label)
        if (label === null && item.commentId !== commentId && isDecidable(item)) return spotOf(item)
      }
      return null
    },
  }
}

function spotOf({ commentId, queueIndex }: ThreadItem): Spot {
  return { commentId, index: queueIndex }
}

/** As the queue has it: posts are context, and of some comments only the place is left. */
export function isDecidable({ kind, length }: Pick<ThreadItem, 'kind' | 'length'>): boolean {
  return (kind === 'comment' || kind === 'share') && length > 0
}
