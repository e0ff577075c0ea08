/** What was typed, as the service understands it too. */
import type { Codebook } from '../../../../core/labels.ts'
import { parseQuery } from '../../../../core/queue/query.ts'
import type { Query } from '../../../../core/queue/query-terms.ts'

export function readQuery(typed: string, codebook: Codebook): Query {
  return parseQuery(typed, { codebook, today: new Date().toISOString().slice(0, 10) })
}
