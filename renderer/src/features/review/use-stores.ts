/** Rows and comments of the desk as React sees them. */
import { type RefObject, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { QueueHandle } from '../../../../core/contract/answers.ts'
import type { Topic } from '../../../../core/contract/contract.ts'
import { useClient, useReport } from '../../client/client.ts'
import { type CommentStore, createCommentStore } from './comment-store.ts'
import { createRowStore, type FirstRows, type RowStore } from './row-store.ts'

/** What changes a row or a comment on the screen. What the model thinks does so only where it is shown. */
const changing = (withPredictions: boolean): readonly Topic[] =>
  withPredictions ? ['decisions', 'comments', 'predictions'] : ['decisions', 'comments']

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
  useOnChange(withPredictions, () => rows?.reread())
  return rows
}

/** @param withPredictions whether what the model thinks of a comment is on the screen */
export function useComments(withPredictions: boolean): CommentStore {
  const client = useClient()
  const report = useReport()
  const comments = useMemo(() => createCommentStore(client, report), [client, report])
  useStore(comments)
  useOnChange(withPredictions, () => comments.expire())
  // What came while nobody looked at the model has not followed it.
  useEffect(() => {
    if (withPredictions) comments.expire()
  }, [comments, withPredictions])
  return comments
}

function useOnChange(withPredictions: boolean, run: () => void): void {
  const client = useClient()
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(
    () =>
      client.subscribe((event) => {
        if (event.type === 'changed' && changing(withPredictions).includes(event.topic)) latest.current()
      }),
    [client, withPredictions],
  )
}

const nothing = { subscribe: () => () => undefined, version: () => 0 }

function useStore(store: RowStore | CommentStore | null): void {
  const { subscribe, version } = store ?? nothing
  useSyncExternalStore(subscribe, version)
}
