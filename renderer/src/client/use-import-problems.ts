/** The problems of an import, a page at a time. */
import { useCallback, useEffect, useState } from 'react'
import type { Problem } from '../../../core/records.ts'
import { failureOf, useClient, useReport } from './client.ts'

export interface ImportProblems {
  readonly rows: readonly Problem[]
  readonly total: number
  more(): void
}

const pageSize = 200

export function useImportProblems(importId: number): ImportProblems {
  const client = useClient()
  const report = useReport()
  const [read, setRead] = useState<{ readonly rows: readonly Problem[]; readonly total: number }>({
    rows: [],
    total: 0,
  })
  const load = useCallback(
    (offset: number) => {
      client.call('imports.problems', { importId, offset, limit: pageSize }).then(
        (page) =>
          setRead((before) => ({ rows: [...before.rows.slice(0, offset), ...page.rows], total: page.total })),
        (error: unknown) => report(failureOf(error)),
      )
    },
    [client, report, importId],
  )
  useEffect(() => load(0), [load])
  return { ...read, more: () => load(read.rows.length) }
}
