/** The codebook that the project goes by, and those before it. */

import { parseCodebook } from '../../../core/codebook.ts'
import { type Codebook, standardCodebook } from '../../../core/labels.ts'
import type { ReadableDB, WritableDB } from './database.ts'

/** Kept once, by its id and version. */
export function keepCodebook(db: WritableDB, codebook: Codebook): void {
  const { id, version } = codebook
  db.run(
    'insert or ignore into codebooks (id, version, body) values (?, ?, ?)',
    id,
    version,
    JSON.stringify(codebook),
  )
}

/** @returns our own for a file that was never given its first row */
export function readCodebook(db: ReadableDB): Codebook {
  const row = db.get<{ body: string }>(
    `select body from project join codebooks on codebooks.id = codebook_id and codebooks.version = codebook_version`,
  )
  return row ? parseCodebook(row.body) : standardCodebook
}
