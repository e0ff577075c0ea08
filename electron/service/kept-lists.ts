/** Lists of comments that take a while to make, kept for the threads and authors that were looked at last. */
import { type ReadingOrder, readingOrder } from '../../core/thread.ts'
import { keep } from './queues.ts'
import { decidableOfThread, idsByAuthor, threadNodes } from './store/comments.ts'
import type { ReadableDB } from './store/database.ts'

export interface KeptLists {
  thread(threadId: number): ReadingOrder
  /** The comments of a thread that are there to be decided on, in no order. */
  decidableIn(threadId: number): Int32Array
  /** The comments of an author, newest first. */
  byAuthor(authorId: number): Int32Array
  /** After an import: there is more in all of them. */
  clear(): void
}

const keptThreads = 8
const keptAuthors = 4

export function keepLists(db: ReadableDB): KeptLists {
  const threads = new Map<number, ReadingOrder>()
  const decidables = new Map<number, Int32Array>()
  const authors = new Map<number, Int32Array>()
  const kept = <T>(lists: Map<number, T>, most: number, make: (db: ReadableDB, id: number) => T) => {
    return (id: number): T => {
      const known = lists.get(id)
      if (known !== undefined) return known
      const made = make(db, id)
      keep(lists, id, made, most)
      return made
    }
  }
  return {
    thread: kept(threads, keptThreads, (from, id) => readingOrder(threadNodes(from, id))),
    decidableIn: kept(decidables, keptThreads, decidableOfThread),
    byAuthor: kept(authors, keptAuthors, idsByAuthor),
    clear() {
      threads.clear()
      decidables.clear()
      authors.clear()
    },
  }
}
