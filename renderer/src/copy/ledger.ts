/** A ledger in words: lines that add up to the rows of the file, and what else is to be said. */
import type { Ledger } from '../../../core/contract/answers.ts'
import { en } from './en.ts'
import { count } from './format.ts'
import { reasonCounts } from './names.ts'

export interface LedgerWords {
  readonly added: { readonly count: number; readonly words: string }
  readonly alreadyHere: { readonly count: number; readonly words: string } | null
  readonly updated: { readonly count: number; readonly words: string } | null
  readonly skipped: { readonly count: number; readonly words: string } | null
  readonly sum: { readonly count: number; readonly words: string }
  readonly remarks: readonly string[]
}

/** @param tense `will` before the import, `was` after it */
export function ledgerWords(ledger: Ledger, tense: 'will' | 'was'): LedgerWords {
  const skipped = ledger.skipped.reduce((sum, one) => sum + one.count, 0)
  const why = listReasons(ledger.skipped)
  const repaired = ledger.repaired.reduce((sum, one) => sum + one.count, 0)
  return {
    added: {
      count: ledger.added,
      words: tense === 'will' ? en.ledger.willBeAdded : en.ledger.wasAdded(ledger.added === 1),
    },
    alreadyHere:
      ledger.alreadyHere === 0
        ? null
        : { count: ledger.alreadyHere, words: en.ledger.alreadyHere(ledger.alreadyHere === 1) },
    updated:
      ledger.updated === 0
        ? null
        : { count: ledger.updated, words: en.ledger.wasUpdated(ledger.updated === 1) },
    skipped: skipped === 0 ? null : { count: skipped, words: `${en.ledger.skipped}: ${why}` },
    sum: { count: ledger.read, words: en.ledger.rows(ledger.read === 1) },
    remarks: [
      ...(ledger.orphans > 0 ? [en.ledger.orphans(ledger.orphans)] : []),
      ...(repaired > 0 ? [`${en.ledger.repaired(repaired)}${listReasons(ledger.repaired)}.`] : []),
    ],
  }
}

function listReasons(counts: Ledger['skipped']): string {
  return counts.map((one) => `${count(one.count)} ${reasonCounts[one.reason]}`).join(', ')
}
