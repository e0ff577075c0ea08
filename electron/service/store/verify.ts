/** Is the project whole? Asks SQLite, the search index and the chain of the record. */
import type { WritableDB } from './database.ts'
import { brokenLink } from './record-check.ts'
import { wronglyStanding } from './standing.ts'

export interface Finding {
  readonly check: 'database' | 'references' | 'search' | 'decisions' | 'labels' | 'imports'
  /** Null when all is well. */
  readonly problem: string | null
}

export function verifyProject(db: WritableDB): readonly Finding[] {
  return [
    { check: 'database', problem: databaseProblem(db) },
    { check: 'references', problem: referenceProblem(db) },
    { check: 'search', problem: searchProblem(db) },
    { check: 'decisions', problem: chainProblem(db) },
    { check: 'labels', problem: labelProblem(db) },
    { check: 'imports', problem: importProblem(db) },
  ]
}

function databaseProblem(db: WritableDB): string | null {
  const found = db
    .all<{ integrity_check: string }>('pragma integrity_check(5)')
    .map((row) => row.integrity_check)
  return found.length === 1 && found[0] === 'ok' ? null : found.join('; ')
}

function referenceProblem(db: WritableDB): string | null {
  const broken = db.all<{ table: string }>('pragma foreign_key_check')
  return broken.length === 0 ? null : `${broken.length} rows point to something that is not there`
}

function searchProblem(db: WritableDB): string | null {
  try {
    // 1 also compares the index with the texts themselves.
    db.run(`insert into comments_fts (comments_fts, rank) values ('integrity-check', 1)`)
    return null
  } catch (error) {
    return `the search index does not fit the comments (${error instanceof Error ? error.message : 'unknown'})`
  }
}

function chainProblem(db: WritableDB): string | null {
  const broken = brokenLink(db)
  if (broken === null) return null
  const { id, kind } = broken
  return kind === 'end'
    ? `row ${id} and all that came after it are missing from the end of the record`
    : `row ${id} of the record, ${kind === 'decision' ? 'a decision' : 'an event'}, was changed after it was written, or one before it is missing or in another place`
}

function labelProblem(db: WritableDB): string | null {
  const wrong = wronglyStanding(db)
  return wrong.length === 0 ? null : `${wrong.length} comments carry a label that no decision gives them`
}

function importProblem(db: WritableDB): string | null {
  const hidden = db.get<{ n: number }>(
    'select count(*) as n from comments where id > (select visible_through from project)',
  )
  return hidden?.n ? `${hidden.n} comments belong to an import that has not finished` : null
}
