/** How a thread writes in the place of the service: a connection of its own, one transaction, a breath between pieces. */
import type { Piecewise } from '../../core/piecewise.ts'
import type { WritableDB } from '../service/store/database.ts'
import { breathe, type TaskPort } from './task.ts'

export type WriterMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  /** All is in its place. To be answered, unless it is to be thrown away: from the answer on it cannot be. */
  | { readonly type: 'whole' }

/** All that `work` writes, once the service has agreed; or nothing. */
export function keepAll<T>(db: WritableDB, port: TaskPort, work: () => Promise<T>): Promise<T> {
  return inTransaction(db, 'commit', async () => {
    const value = await work()
    await port.ask({ type: 'whole' } satisfies WriterMessage)
    return value
  })
}

/** Nothing that `work` writes is kept: it is done to see what it comes to. */
export function throwAway<T>(db: WritableDB, work: () => Promise<T>): Promise<T> {
  return inTransaction(db, 'rollback', work)
}

/**
 * Goes on to the end, with a breath after each piece.
 *
 * @param span what was done before, of what there is to do in all
 * @throws AppError cancelled
 */
export async function follow<T>(
  work: Piecewise<T>,
  { before, total }: { readonly before: number; readonly total: number },
  port: TaskPort,
): Promise<{ readonly value: T }> {
  for (;;) {
    const piece = work.next()
    if (piece.done) return { value: piece.value }
    port.post({ type: 'progress', done: before + piece.value, total } satisfies WriterMessage)
    await breathe(port)
  }
}

async function inTransaction<T>(
  db: WritableDB,
  end: 'commit' | 'rollback',
  work: () => Promise<T>,
): Promise<T> {
  db.execute('begin immediate')
  let isOver = false
  try {
    const value = await work()
    db.execute(end)
    isOver = true
    return value
  } finally {
    if (!isOver) rollBack(db)
  }
}

/** SQLite has already rolled back after some errors (a full disk), and then refuses to do it again. */
function rollBack(db: WritableDB): void {
  try {
    db.execute('rollback')
  } catch {
    // Nothing is open any more, which is what was wanted.
  }
}
