/** All comments by the author of one, read a page at a time. */
import { useCallback, useState } from 'react'
import type { AuthorItem } from '../../../../core/contract/answers.ts'
import { useClient } from '../../client/client.ts'
import { type Pages, usePages } from './use-pages.ts'

export interface AuthorComments {
  /** Null while it is not known. */
  readonly facts: { readonly author: string | null; readonly total: number } | null
  readonly rows: Pages<AuthorItem>
}

/** @param queueId the queue they are looked at in, which may keep suggestions hidden */
export function useAuthor(commentId: number, queueId: string | null): AuthorComments {
  const client = useClient()
  const [facts, setFacts] = useState<AuthorComments['facts']>(null)
  const read = useCallback(
    async (offset: number, limit: number) => {
      const { author, total, rows } = await client.call('authors.comments', {
        commentId,
        offset,
        limit,
        queueId,
      })
      setFacts({ author, total })
      return rows
    },
    [client, commentId, queueId],
  )
  return { facts, rows: usePages(read) }
}
