/** Accounts for every row of a file: added, already here, or left out for a reason. */
import type { Count, Ledger } from '../contract/import-answers.ts'
import { isWithdrawn, type Problem } from '../records.ts'
import { hash53 } from '../text/hash.ts'
import type { MappedBatch } from './map.ts'
import { count, countShared, createTally, type Tally } from './tally.ts'

/** Counts a file's batches; change it only through `enterBatch`. */
export interface LedgerBook {
  rows: number
  comments: number
  alreadyHere: number
  readonly skipped: Map<Count['reason'], number>
  readonly repaired: Map<Count['reason'], number>
  /** Hashes of keys, of ids, of the ids that replies name, and of threads. */
  readonly keys: Tally
  readonly ids: Tally
  readonly parents: Tally
  readonly threads: Tally
  /** Comments that answer another. */
  replies: number
  /** Of the comments, those that a person may ask to leave out; see `isWithdrawn`. */
  readonly withdrawn: { comments: number; alreadyHere: number }
  /** Of the keys of comments that are not here yet, to tell which files hold the same ones. */
  readonly fresh: NewKeys
}

/** Hashes of keys, all different: of comments that were deleted or removed since, and of the others. */
export interface NewKeys {
  readonly standing: number[]
  readonly withdrawn: number[]
}

/** A comment that did not come before in its file. */
export interface FreshComment {
  readonly key: string
  readonly isWithdrawn: boolean
}

export function openLedger(): LedgerBook {
  return {
    rows: 0,
    comments: 0,
    alreadyHere: 0,
    skipped: new Map(),
    repaired: new Map(),
    keys: createTally(),
    ids: createTally(),
    parents: createTally(),
    threads: createTally(),
    replies: 0,
    withdrawn: { comments: 0, alreadyHere: 0 },
    fresh: { standing: [], withdrawn: [] },
  }
}

/**
 * Takes a batch in.
 *
 * @returns its comments that did not come before in the file, to ask which are here already
 */
export function enterBatch(book: LedgerBook, batch: MappedBatch): readonly FreshComment[] {
  book.rows += batch.rows
  for (const problem of batch.problems) add(problem.skipped ? book.skipped : book.repaired, problem.reason)
  const fresh: FreshComment[] = []
  for (const comment of batch.comments) {
    if (count(book.keys, hash53(comment.key)) > 0) {
      add(book.skipped, 'duplicate')
      continue
    }
    book.comments += 1
    fresh.push({ key: comment.key, isWithdrawn: isWithdrawn(comment) })
    if (comment.threadId !== null) count(book.threads, hash53(comment.threadId))
    if (comment.id !== null) count(book.ids, hash53(comment.id))
    if (comment.parentId === null) continue
    book.replies += 1
    count(book.parents, hash53(comment.parentId))
  }
  return fresh
}

/**
 * Says of what `enterBatch` gave back what the project has already.
 *
 * @param isKnown one for each of them; missing where there is no project
 */
export function enterKnown(
  book: LedgerBook,
  fresh: readonly FreshComment[],
  isKnown: readonly boolean[],
): void {
  for (const [at, one] of fresh.entries()) {
    const isHere = isKnown[at] === true
    if (one.isWithdrawn) book.withdrawn.comments += 1
    if (isHere) book.alreadyHere += 1
    if (isHere && one.isWithdrawn) book.withdrawn.alreadyHere += 1
    if (isHere) continue
    const keys = one.isWithdrawn ? book.fresh.withdrawn : book.fresh.standing
    keys.push(hash53(one.key))
  }
}

/** Replies whose parent is in the file. */
export function countPointing(book: LedgerBook): number {
  return countShared(book.parents, book.ids)
}

export function ledgerOf(book: LedgerBook): Ledger {
  return {
    read: book.rows,
    added: book.comments - book.alreadyHere,
    alreadyHere: book.alreadyHere,
    updated: 0,
    skipped: countsOf(book.skipped),
    repaired: countsOf(book.repaired),
    orphans: book.replies - countPointing(book),
  }
}

/** Whether rows were left out because of one problem only, for the sentence that says what to do. */
export function hasOnly(book: LedgerBook, reason: Problem['reason']): boolean {
  return book.rows > 0 && book.skipped.get(reason) === book.rows
}

function add(counts: Map<Count['reason'], number>, reason: Count['reason']): void {
  counts.set(reason, (counts.get(reason) ?? 0) + 1)
}

/** The most frequent first. */
export function countsOf(counts: ReadonlyMap<Count['reason'], number>): readonly Count[] {
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((one, other) => other.count - one.count)
}
