/**
 * The record: rows of decisions and of events in one sequence, each with a hash over its digest and the row before.
 * A digest tells nothing of what it is made from, so that a redacted record can be checked by anybody.
 */
import { hash as sha256 } from 'node:crypto'
import type { ReadableDB, WritableDB } from './database.ts'

export type Cell = string | number | null

export interface Head {
  /** Of the last row; 0 before the first. */
  readonly id: number
  readonly hash: string
  /** The highest of all rows: a logical clock (Lamport 1978), which no clock on a wall can set back. */
  readonly clock: number
}

export function digestOf(cells: readonly Cell[]): string {
  return sha256('sha256', JSON.stringify(cells))
}

export function linkOf(before: string, digest: string): string {
  return sha256('sha256', `${before}\n${digest}`)
}

/** Of a row's content with names that mean the same in every copy of the project. 32 hexadecimal digits. */
export function uidOf(content: readonly Cell[]): string {
  return digestOf(content).slice(0, 32)
}

export function readHead(db: ReadableDB): Head {
  const known = db.get<Head>('select id, hash, clock from record_head')
  if (known) return { ...known }
  // A file from before there was one: its decisions are all that is in the record.
  const last = db.get<{ id: number; hash: string }>('select id, hash from decisions order by id desc limit 1')
  return last ? { ...last, clock: last.id } : { id: 0, hash: '', clock: 0 }
}

/** Within the transaction that appended. */
export function writeHead(db: WritableDB, { id, hash, clock }: Head): void {
  db.run('insert or replace into record_head (one, id, hash, clock) values (1, ?, ?, ?)', id, hash, clock)
}
