/** Bulk transactions: how much goes into one, seen from another connection. */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type ReadableDB, type WritableDB } from '../../../electron/service/store/database.ts'

let folder: string
let db: WritableDB
let other: ReadableDB

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'fair-hearing-database-'))
  const file = path.join(folder, 'any.db')
  db = openDatabase(file)
  db.execute('create table rows (n integer primary key)')
  other = openDatabase(file, { readOnly: true })
})

afterEach(() => {
  other.close()
  db.close()
  rmSync(folder, { recursive: true })
})

const add = () => db.run('insert into rows default values')
const piece = () => db.bulk(add)
const seen = () => other.get<{ n: number }>('select count(*) as n from rows')?.n

/** @returns how many pieces it took until others saw them */
function piecesUntilSeen(): number {
  const before = seen()
  for (let pieces = 1; pieces <= 1000; pieces += 1) {
    piece()
    if (seen() !== before) return pieces
  }
  throw new Error('Nobody saw them.')
}

describe('bulk', () => {
  it('commits many pieces at a time while nobody decides', () => {
    expect(piecesUntilSeen()).toBe(160)
    expect(piecesUntilSeen()).toBe(160)
  })

  it('commits what is open before a decision, and few pieces at a time from then on', () => {
    piece()
    db.transaction(add)
    expect(seen()).toBe(2)
    expect(piecesUntilSeen()).toBe(8)
  })

  it('takes what is not durable for no decision, nor one that did not have to wait', () => {
    piece()
    db.transaction(add, { durable: false })
    db.transaction(add)
    expect(seen()).toBe(3)
    expect(piecesUntilSeen()).toBe(160)
  })

  it('takes back what is open when it is dropped, and nothing else', () => {
    db.transaction(add)
    db.dropBulk()
    piece()
    db.dropBulk()
    db.transaction(add)
    expect(seen()).toBe(2)
  })

  it('takes back all that is open when a piece fails', () => {
    piece()
    expect(() =>
      db.bulk(() => {
        add()
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(seen()).toBe(0)
    expect(piecesUntilSeen()).toBe(160)
  })
})
