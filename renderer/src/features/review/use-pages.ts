/** A long list of the service, read a page at a time as it comes on the screen, and again when it has changed. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Topic } from '../../../../core/contract/contract.ts'
import { failureOf, useClient, useReport } from '../../client/client.ts'

const pageSize = 100
const topics: readonly Topic[] = ['project', 'decisions', 'predictions', 'comments']

export interface Pages<T> {
  /** Undefined while it is not read. */
  at(index: number): T | undefined
  /** Reads what of these is not here yet, and only these again when something has changed. */
  want(indexes: readonly number[]): void
}

/** @param read a function that stays the same as long as the list does */
export function usePages<T>(read: (offset: number, limit: number) => Promise<readonly T[]>): Pages<T> {
  const client = useClient()
  const report = useReport()
  const [pages, setPages] = useState<ReadonlyMap<number, readonly T[]>>(new Map())
  const wanted = useRef<readonly number[]>([])
  /** The latest reading of each page: an earlier one that comes late is let go. */
  const asked = useRef(new Map<number, number>())
  const ticket = useRef(0)

  const load = useCallback(
    async (page: number) => {
      if (asked.current.has(page)) return
      ticket.current += 1
      const own = ticket.current
      asked.current.set(page, own)
      try {
        const rows = await read(page * pageSize, pageSize)
        if (asked.current.get(page) === own) setPages((before) => new Map([...before, [page, rows]]))
      } catch (error) {
        asked.current.delete(page)
        report(failureOf(error))
      }
    },
    [read, report],
  )
  const want = useCallback(
    (indexes: readonly number[]) => {
      wanted.current = [...new Set(indexes.map((index) => Math.floor(index / pageSize)))]
      for (const page of wanted.current) load(page)
    },
    [load],
  )
  useEffect(() => {
    const again = () => {
      asked.current.clear()
      for (const page of wanted.current) load(page)
    }
    again()
    return client.subscribe((event) => {
      if (event.type === 'changed' && topics.includes(event.topic)) again()
    })
  }, [client, load])
  const at = useCallback(
    (index: number) => pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    [pages],
  )
  return { at, want }
}
