/** The driver behind a small interface: everything else in the app asks through `ReadableDB` and `WritableDB`. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

export type Value = string | number | null | Uint8Array

/** A connection that can be asked. Statements are prepared once and kept. */
export interface ReadableDB {
  /** The first row, or undefined. The caller names the shape it selected. */
  get<Row>(sql: string, ...values: readonly Value[]): Row | undefined
  all<Row>(sql: string, ...values: readonly Value[]): readonly Row[]
  iterate<Row>(sql: string, ...values: readonly Value[]): IterableIterator<Row>
  /** Each row as its cells in the order of the statement, which takes half as long. */
  iterateCells<Cells extends readonly Value[]>(sql: string): IterableIterator<Cells>
  close(): void
}

/** A connection that may also write. There is one for a project in the whole process. */
export interface WritableDB extends ReadableDB {
  /** @returns how many rows changed, and the id of the row inserted last */
  run(sql: string, ...values: readonly Value[]): { readonly changes: number; readonly id: number }
  /** Several statements, without values: for schemas and pragmas. */
  execute(sql: string): void
  /**
   * Runs `work` as one transaction; rolled back when it throws.
   * Durable ones are on the disk when this returns; the others survive a crash of the app but may lose the
   * last moments when the power fails, which is right for what can be made again (imports, predictions).
   */
  transaction<T>(work: () => T, options?: { readonly durable?: boolean }): T
  /**
   * Runs `work` in a transaction that stays open for more of its kind: committed when it has taken many pieces of work
   * (few while somebody decides), and before any other transaction. Not durable; for imports, which a search index
   * makes slow to commit.
   * References are not checked, which took a third of the time: `work` points only to rows that it found or made.
   * When it throws, all of the open transaction is taken back: whoever imports takes out what was committed before.
   */
  bulk<T>(work: () => T): T
  /** Takes back what is in an open bulk transaction, where there is one. */
  dropBulk(): void
}

export interface OpenOptions {
  /** What writes is then refused by SQLite itself. */
  readonly readOnly?: boolean
}

const waitForLockMs = 5000
/**
 * Pieces of work, batches of a thousand comments, in one bulk transaction. Each commit writes most pages of the index of
 * keys again: with eight times as many as twenty a million comments come in a fifth sooner. A decision waits for the commit, so
 * while somebody decides there are few.
 */
const bulkLimits = { calm: 160, deciding: 8 }
/** For so long after a durable transaction had to wait for a bulk one somebody is taken to decide. */
const decidingMs = 120_000

export function openDatabase(path: string, { readOnly = false }: OpenOptions = {}): WritableDB {
  const db = new DatabaseSync(path, { readOnly, timeout: waitForLockMs })
  try {
    return new Connection(db, readOnly)
  } catch (error) {
    db.close()
    throw error
  }
}

/** SQLite's own result code behind an error of the driver (`errcode`), or null for other errors. */
export function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null
  return error.errcode & 0xff
}

class Connection implements WritableDB {
  private readonly db: DatabaseSync
  private readonly statements = new Map<string, StatementSync>()
  /** Pieces of work in the open transaction; null when none is open. */
  private bulkSize: number | null = null
  private waitedAt = Number.NEGATIVE_INFINITY

  constructor(db: DatabaseSync, readOnly: boolean) {
    this.db = db
    db.exec('pragma foreign_keys = on; pragma trusted_schema = off; pragma temp_store = memory')
    db.exec(`pragma cache_size = ${-64 * 1024}`)
    if (readOnly) return
    db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma recursive_triggers = off')
  }

  get<Row>(sql: string, ...values: readonly Value[]): Row | undefined {
    // Safe as far as the statement is: the row has the columns that the caller's own SQL selected.
    return this.prepared(sql).get(...bound(values)) as Row | undefined
  }

  all<Row>(sql: string, ...values: readonly Value[]): readonly Row[] {
    return this.prepared(sql).all(...bound(values)) as Row[]
  }

  iterate<Row>(sql: string, ...values: readonly Value[]): IterableIterator<Row> {
    // A statement of its own: an unfinished iteration must not be disturbed by the next one.
    return this.db.prepare(sql).iterate(...bound(values)) as IterableIterator<Row>
  }

  iterateCells<Cells extends readonly Value[]>(sql: string): IterableIterator<Cells> {
    const statement = this.db.prepare(sql)
    statement.setReturnArrays(true)
    // Safe: the caller names the cells that its own SQL selects. The driver's types know of rows as objects only.
    return statement.iterate() as unknown as IterableIterator<Cells>
  }

  run(sql: string, ...values: readonly Value[]): { readonly changes: number; readonly id: number } {
    const { changes, lastInsertRowid } = this.prepared(sql).run(...bound(values))
    return { changes: Number(changes), id: Number(lastInsertRowid) }
  }

  execute(sql: string): void {
    this.db.exec(sql)
  }

  transaction<T>(work: () => T, { durable = true }: { readonly durable?: boolean } = {}): T {
    if (durable && this.bulkSize !== null) this.waitedAt = performance.now()
    this.endBulk()
    if (!durable) this.db.exec('pragma synchronous = normal')
    try {
      this.db.exec('begin immediate')
      try {
        const value = work()
        this.db.exec('commit')
        return value
      } catch (error) {
        // SQLite has already rolled back after some errors (a full disk), and then refuses to do it again.
        if (this.db.isTransaction) this.db.exec('rollback')
        throw error
      }
    } finally {
      if (!durable) this.db.exec('pragma synchronous = full')
    }
  }

  bulk<T>(work: () => T): T {
    if (this.bulkSize === null) {
      this.db.exec('pragma synchronous = normal; pragma foreign_keys = off; begin immediate')
      this.bulkSize = 0
    }
    try {
      const value = work()
      this.bulkSize += 1
      if (this.bulkSize >= this.bulkLimit()) this.endBulk()
      return value
    } catch (error) {
      if (this.bulkSize !== null) this.leaveBulk('rollback')
      throw error
    }
  }

  dropBulk(): void {
    if (this.bulkSize !== null) this.leaveBulk('rollback')
  }

  private bulkLimit(): number {
    const isCalm = performance.now() - this.waitedAt > decidingMs
    return isCalm ? bulkLimits.calm : bulkLimits.deciding
  }

  private endBulk(): void {
    if (this.bulkSize !== null) this.leaveBulk('commit')
  }

  private leaveBulk(end: 'commit' | 'rollback'): void {
    this.bulkSize = null
    try {
      // A full disk may have rolled it back already.
      if (this.db.isTransaction) this.db.exec(end)
    } catch (error) {
      if (this.db.isTransaction) this.db.exec('rollback')
      throw error
    } finally {
      this.db.exec('pragma synchronous = full; pragma foreign_keys = on')
    }
  }

  close(): void {
    this.endBulk()
    this.statements.clear()
    this.db.close()
  }

  private prepared(sql: string): StatementSync {
    const known = this.statements.get(sql)
    if (known) return known
    const statement = this.db.prepare(sql)
    this.statements.set(sql, statement)
    return statement
  }
}

function bound(values: readonly Value[]): SQLInputValue[] {
  return [...values]
}
