/** Rows and comments of the desk as React sees them. */
import { type RefObject, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { QueueHandle } from '../../../../core/contract/answers.ts'
import type { Topic } from '../../../../core/contract/contract.ts'
import { useClient, useReport } from '../../client/client.ts'
import { type CommentStore, createCommentStore } from './comment-store.ts'
import { createRowStore, type FirstRows, type RowStore } from './row-store.ts'

const changing: readonly Topic[] = ['decisions', 'predictions', 'comments']

/** @param firstRows those that came with the queue; used once, for they grow old */
export function useRows(
  handle: QueueHandle | null,
  withPredictions: boolean,
  firstRows: RefObject<FirstRows | null>,
): RowStore | null {
  const client = useClient()
  const report = useReport()
  const { queueId, total } = handle ?? { queueId: null, total: 0 }
  const rows = useMemo(() => {
    if (queueId === null) return null
    return createRowStore(client, { queueId, total, withPredictions, first: firstRows.current }, report)
  }, [client, queueId, total, withPredictions, firstRows, report])
  // Not while drawing, which may have to begin again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once they are in a store.
  useEffect(() => {
    if (firstRows.current?.queueId === queueId) firstRows.current = null
  }, [rows, queueId, firstRows])
  useStore(rows)
  useEffect(
    () =>
      client.subscribe((event) => {
        if (event.type === 'changed' && changing.includes(event.topic)) rows?.reread()
      }),
    [client, rows],
  )
  return rows
}

export function useComments(): CommentStore {
  const client = useClient()
  const report = useReport()
  const comments = useMemo(() => createCommentStore(client, report), [client, report])
  useStore(comments)
  useEffect(
    () =>
      client.subscribe((event) => {
        if (event.type === 'changed' && changing.includes(event.topic)) comments.expire()
      }),
    [client, comments],
  )
  return comments
}

const nothing = { subscribe: () => () => undefined, version: () => 0 }

function useStore(store: RowStore | CommentStore | null): void {
  const { subscribe, version } = store ?? nothing
  useSyncExternalStore(subscribe, version)
}
