/** The rows of a queue, read a page at a time and read again when the service says so. */
import type { QueueRow } from '../../../../core/contract/answers.ts'
import type { Client } from '../../../../core/contract/contract.ts'
import { failureOf, type Report } from '../../client/client.ts'

export interface RowStore {
  /** Undefined while the row is not read. */
  rowAt(index: number): QueueRow | undefined
  /** Reads what of these rows, both ends included, is not here yet. */
  want(first: number, last: number): void
  /** Reads the wanted rows again and lets go of all others. Calls made meanwhile share the next reading. */
  reread(): Promise<void>
  subscribe(listener: () => void): () => void
  /** Changes with every wanted row that arrives and is another than before. */
  version(): number
}

/** Rows that came with the queue itself, as for one `withPredictions`. */
export interface FirstRows {
  readonly queueId: string
  readonly withPredictions: boolean
  /** A page of them, which begins at a whole number of pages. */
  readonly rows: readonly QueueRow[]
}

export const pageSize = 50
const pagesAhead = 3
/** Whoever types a search has the next one within it: what nobody has scrolled to yet would only hold that up. */
const restMs = 250
/** Between two rereadings: what is marked stands meanwhile. */
const rereadRestMs = 400

interface RowsOf {
  readonly queueId: string
  /** How many rows there are. */
  readonly total: number
  /** Whether the model's view of each is on the screen. */
  readonly withPredictions: boolean
  /** What is here already; of another queue it is not used. */
  readonly first: FirstRows | null
}

type Pages = ReadonlyMap<number, readonly QueueRow[]>

export function createRowStore(client: Client, of: RowsOf, report: Report): RowStore {
  const { queueId, total, withPredictions } = of
  const pageCount = Math.ceil(total / pageSize)
  let pages = firstPages(of)
  let wanted: readonly number[] = []
  let version = 0
  const asked = new Set<number>()
  /** Pages that came when nobody wanted them. */
  const untold = new Set<number>()
  const listeners = new Set<() => void>()

  const read = (page: number) =>
    client.call('queue.rows', { queueId, offset: page * pageSize, limit: pageSize, withPredictions })
  const tell = () => {
    version += 1
    for (const listener of listeners) listener()
  }
  const put = (next: Pages) => {
    const before = pages
    pages = new Map([...next].map(([page, rows]) => [page, asBefore(rows, before.get(page))]))
    const news = [...pages.keys()].filter((page) => pages.get(page) !== before.get(page))
    // Pages that were read ahead, and rows that say what they said before, are no reason to draw anything.
    for (const page of news) if (!wanted.includes(page)) untold.add(page)
    if (news.some((page) => wanted.includes(page))) tell()
  }
  const load = async (page: number) => {
    if (pages.has(page) || asked.has(page)) return
    asked.add(page)
    try {
      const rows = await read(page)
      // A rereading that began later has newer rows.
      if (!pages.has(page)) put(new Map([...pages, [page, rows]]))
    } catch (error) {
      report(failureOf(error))
    } finally {
      asked.delete(page)
    }
  }
  const readAgain = async () => {
    try {
      const fresh = await Promise.all(wanted.map(async (page) => [page, await read(page)] as const))
      put(new Map(fresh))
      // What came on the screen meanwhile has been let go with the rest.
      for (const page of wanted) load(page)
    } catch (error) {
      report(failureOf(error))
    }
  }
  return {
    rowAt: (index) => pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    want(first, last) {
      const from = Math.floor(Math.max(0, first) / pageSize)
      const to = Math.floor(Math.max(0, last) / pageSize)
      const before = wanted[0]
      wanted = Array.from({ length: to - from + 1 }, (_, at) => from + at)
      const coming = Array.from({ length: pagesAhead }, (_, at) =>
        from < (before ?? 0) ? from - 1 - at : to + 1 + at,
      )
      const late = wanted.filter((page) => untold.delete(page))
      if (late.length > 0) tell()
      for (const page of wanted) if (page < pageCount) load(page)
      if (from === before) return
      // The way that somebody scrolls goes on: what comes next is asked for before it is on the screen.
      const readAhead = () => {
        for (const page of coming) if (page >= 0 && page < pageCount) load(page)
      }
      if (before !== undefined) readAhead()
      else setTimeout(() => listeners.size > 0 && wanted[0] === from && readAhead(), restMs)
    },
    reread: sharing(readAgain),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    version: () => version,
  }
}

/** Calls made while it runs, or so soon after that it would take from the next key, share the next run. */
function sharing(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let queued: Promise<void> | null = null
  const again = (): Promise<void> => {
    if (running === null) {
      const done = run()
      running = done
        .then(() => new Promise<void>((resolve) => setTimeout(resolve, rereadRestMs)))
        .finally(() => {
          running = null
        })
      return done
    }
    queued ??= running.then(() => {
      queued = null
      return again()
    })
    return queued
  }
  return again
}

function firstPages({ queueId, withPredictions, first }: RowsOf): Pages {
  if (first?.queueId !== queueId || first.withPredictions !== withPredictions) return new Map()
  const [row] = first.rows
  return row ? new Map([[Math.floor(row.index / pageSize), first.rows]]) : new Map()
}

/** The same rows as before as far as they say the same, so that only those are drawn again that do not. */
function asBefore(rows: readonly QueueRow[], before: readonly QueueRow[] | undefined): readonly QueueRow[] {
  if (before === undefined) return rows
  const merged = rows.map((row, at) => {
    const known = before[at]
    return known !== undefined && JSON.stringify(known) === JSON.stringify(row) ? known : row
  })
  return merged.length === before.length && merged.every((row, at) => row === before[at]) ? before : merged
}
