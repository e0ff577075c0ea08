/** The rows of a thread, read a page at a time as they come on the screen. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ThreadRow } from '../../../../core/contract/answers.ts'
import { failureOf, useClient, useReport } from '../../client/client.ts'

const pageSize = 100

export interface ThreadRows {
  readonly total: number
  rowAt(index: number): ThreadRow | undefined
  want(first: number, last: number): void
}

export function useThread(threadId: number, size: number): ThreadRows {
  const client = useClient()
  const report = useReport()
  const [pages, setPages] = useState<ReadonlyMap<number, readonly ThreadRow[]>>(new Map())
  const wanted = useRef<readonly number[]>([])
  const asked = useRef(new Set<number>())

  const load = useCallback(
    async (page: number) => {
      if (asked.current.has(page)) return
      asked.current.add(page)
      try {
        const { rows } = await client.call('thread.rows', {
          threadId,
          offset: page * pageSize,
          limit: pageSize,
        })
        setPages((before) => new Map([...before, [page, rows]]))
      } catch (error) {
        report(failureOf(error))
      }
    },
    [client, report, threadId],
  )
  const want = useCallback(
    (first: number, last: number) => {
      const from = Math.floor(first / pageSize)
      wanted.current = Array.from({ length: Math.floor(last / pageSize) - from + 1 }, (_, at) => from + at)
      for (const page of wanted.current) load(page)
    },
    [load],
  )
  useEffect(
    () =>
      client.subscribe((event) => {
        if (event.type !== 'changed' || event.topic !== 'decisions') return
        asked.current.clear()
        for (const page of wanted.current) load(page)
      }),
    [client, load],
  )
  return { total: size, rowAt: (index) => pages.get(Math.floor(index / pageSize))?.[index % pageSize], want }
}
